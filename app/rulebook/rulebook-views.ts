import type { VersionState } from "#db/schema/rulebook"
import { listEstates } from "~/estates/estate-store"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { pollPresetKeys, readPollRule } from "~/rulebook/poll-rules"
import { entitledOf, noticeInWords, purposeOf, thresholdsInWords } from "~/rulebook/procedure-words"
import { procedureNames } from "~/rulebook/routing"
import { presetKeys, readSnapshot } from "~/rulebook/rules"
import { type AnyRule, listSettings, type Setting } from "~/rulebook/settings"
import {
  isRulebookKey,
  mayMove,
  needsEstate,
  type RulebookKey,
  ruleAsShipped,
  stateNames,
} from "~/rulebook/version-rules"
import { findVersion, listLiveVersions, listVersions, type RulebookVersion } from "~/rulebook/version-store"
import type { Ctx } from "~/web/context"

/** A stored rule of either kind, by the procedure it belongs to. */
const readRule = (preset: RulebookKey, text: string): AnyRule =>
  ruleAsShipped(preset).form === "meeting" ? readSnapshot(text) : readPollRule(text)

const dayOf = (at: Date | null) => (at ? formatDate(civilDateOf(at)) : "")

/** All procedures with what governs each today. Refusal: forbidden. */
export async function readRulebook(ctx: Ctx) {
  if (!may(ctx.actor, "rulebook:read")) return refuse("forbidden")
  const live = await listLiveVersions(ctx.db.read, ctx.community.id)
  const rowOf = (preset: RulebookKey) => {
    const own = live.filter(version => version.preset === preset)
    const current = own.filter(version => version.state === "inForce")
    const ofCommunity = current.find(version => version.estateId === "")
    const rule = ofCommunity ? readRule(preset, ofCommunity.rule) : ruleAsShipped(preset)
    return {
      preset,
      name: procedureNames[preset],
      purpose: purposeOf[preset],
      entitled: entitledOf[preset],
      thresholds: thresholdsInWords(rule),
      notice: noticeInWords(rule),
      inForce: ofCommunity
        ? `第${ofCommunity.ordinal}版`
        : needsEstate(preset) && current.length > 0
          ? `${current.length}个小区有自己的规定`
          : "按法律和预设",
      waiting: own.filter(version => version.state === "draft" || version.state === "checked").length,
    }
  }
  return done({ meetings: presetKeys.map(rowOf), polls: pollPresetKeys.map(rowOf) })
}

const headOf = (version: RulebookVersion, estates: ReadonlyMap<string, string>) => ({
  id: version.id,
  ordinal: version.ordinal,
  state: version.state,
  stateName: stateNames[version.state],
  estate: estates.get(version.estateId) ?? "",
  basis: version.basis,
  draftedBy: version.draftedBy,
  draftedOn: dayOf(version.draftedAt),
  checkedBy: version.checkedBy ?? "",
  checkedOn: dayOf(version.checkedAt),
  enabledBy: version.enabledBy ?? "",
  enabledOn: dayOf(version.enabledAt),
  endedOn: dayOf(version.endedAt),
})
export type VersionHeadView = ReturnType<typeof headOf>

/**
 * One procedure: every value that governs today with its source, and all versions. `estateId` is asked only of owners'
 * rules. Refusals: forbidden, not_found.
 */
export async function readProcedure(ctx: Ctx, preset: string, estateId: string | null) {
  if (!may(ctx.actor, "rulebook:read")) return refuse("forbidden")
  if (!isRulebookKey(preset)) return refuse("not_found")
  const estates = needsEstate(preset) ? await listEstates(ctx.db.read, ctx.community.id) : []
  const estate = estates.find(one => one.id === estateId) ?? null
  if (estateId && !estate) return refuse("not_found")
  const versions = await listVersions(ctx.db.read, ctx.community.id, preset)
  const current = versions.find(version => version.state === "inForce" && version.estateId === (estate?.id ?? ""))
  const rule = current ? readRule(preset, current.rule) : ruleAsShipped(preset)
  const names = new Map(estates.map(({ id, name }) => [id, name]))
  return done({
    preset,
    name: procedureNames[preset],
    purpose: purposeOf[preset],
    settings: listSettings(rule),
    needsEstate: needsEstate(preset),
    estates: estates.map(({ id, name }) => ({ id, name })),
    estate: estate && { id: estate.id, name: estate.name },
    inForce: current ? headOf(current, names) : null,
    versions: versions
      .filter(version => !estate || version.estateId === estate.id)
      .map(version => headOf(version, names)),
    mayDraft: may(ctx.actor, "rulebook:draft"),
  })
}

/** One value of a version beside the law's and the one that governs today. */
export type SettingRow = Setting & {
  /** As shipped; empty where the preset has no such value. */
  law: { value: string; valueText: string; article: string }
  /** Of the version in force; empty where none is, or where this is it. */
  inForceText: string
  isChanged: boolean
  /** The source the drafter gave; empty where nothing was changed. */
  source: string
}

/** A version with its values compared. Refusals: forbidden, not_found. */
export async function readVersion(ctx: Ctx, preset: string, versionId: string) {
  if (!may(ctx.actor, "rulebook:read")) return refuse("forbidden")
  const version = await findVersion(ctx.db.read, ctx.community.id, versionId)
  if (!version || version.preset !== preset || !isRulebookKey(preset)) return refuse("not_found")
  const all = await listVersions(ctx.db.read, ctx.community.id, preset)
  const current = all.find(one => one.state === "inForce" && one.estateId === version.estateId)
  const estates = new Map((await listEstates(ctx.db.read, ctx.community.id)).map(({ id, name }) => [id, name]))
  const isMine = version.draftedByAccountId === ctx.actor.accountId
  return done({
    ...headOf(version, estates),
    preset,
    name: procedureNames[preset],
    rows: compareSettings(version, current && current.id !== version.id ? current : null),
    hash: version.ruleHash,
    version: version.version,
    inForceOrdinal: current && current.id !== version.id ? current.ordinal : null,
    isMine,
    can: versionMoves(ctx, version.state, isMine),
  })
}
export type VersionView = Extract<Awaited<ReturnType<typeof readVersion>>, { ok: true }>["value"]

function versionMoves(ctx: Ctx, state: VersionState, isMine: boolean) {
  const mayDraft = may(ctx.actor, "rulebook:draft")
  return {
    edit: state === "draft" && isMine && mayDraft,
    check: state === "draft" && !isMine && may(ctx.actor, "rulebook:check"),
    enable: mayMove(state, "inForce") && may(ctx.actor, "rulebook:enable"),
    withdraw: mayMove(state, "withdrawn") && mayDraft,
  }
}

function compareSettings(version: RulebookVersion, current: RulebookVersion | null): SettingRow[] {
  const preset = version.preset as RulebookKey
  const byKey = (rule: AnyRule) => new Map(listSettings(rule).map(setting => [setting.key, setting]))
  const [law, inForce] = [byKey(ruleAsShipped(preset)), current ? byKey(readRule(preset, current.rule)) : null]
  return listSettings(readRule(preset, version.rule)).map(setting => {
    const shipped = law.get(setting.key)
    return {
      ...setting,
      law: { value: shipped?.value ?? "", valueText: shipped?.valueText ?? "不要求", article: shipped?.article ?? "" },
      inForceText: inForce?.get(setting.key)?.valueText ?? "",
      isChanged: shipped?.value !== setting.value,
      source: version.changes.find(change => change.key === setting.key)?.article ?? "",
    }
  })
}

/** What a period of notice is where the preset has none: as it is taken when days are first demanded. */
const whereNoticeBegins: Record<string, string> = { noticeKind: "calendar", shortNotice: "needsReason" }

/** What a draft's form posted, as changes: a value that differs from the law's, or one with a source of its own. */
export function changesOf(preset: RulebookKey, typed: Record<string, unknown>) {
  const law = new Map(listSettings(ruleAsShipped(preset)).map(setting => [setting.key, setting]))
  const textOf = (name: string) => (typeof typed[name] === "string" ? (typed[name] as string).trim() : "")
  return Object.keys(typed)
    .filter(name => name.startsWith("value-"))
    .map(name => name.slice("value-".length))
    .flatMap(key => {
      const [value, article] = [textOf(`value-${key}`), textOf(`article-${key}`)]
      const shipped = law.get(key)?.value ?? whereNoticeBegins[key]
      return shipped === value && article === "" ? [] : [{ key, value, article }]
    })
}

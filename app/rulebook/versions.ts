import { createHash } from "node:crypto"
import type { Writer } from "#db/client"
import type { SettingChange, VersionState } from "#db/schema/rulebook"
import { findEstate } from "~/estates/estate-store"
import { done, type Result, refuse } from "~/law/result"
import { may, type Permission } from "~/people/permissions"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import {
  checkChecking,
  checkEditing,
  composeRule,
  isRulebookKey,
  mayMove,
  needsEstate,
  type RulebookKey,
  ruleAsShipped,
  stateNames,
} from "~/rulebook/version-rules"
import {
  findLastOrdinal,
  findVersion,
  insertVersion,
  listVersions,
  type RulebookVersion,
  updateVersion,
} from "~/rulebook/version-store"
import type { Ctx } from "~/web/context"

const lockOf = (preset: string, estateId: string) => `rulebook:${preset}:${estateId}`
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex")
const subjectOf = (id: string) => ({ kind: "rulebookVersion" as const, id })
const factsOf = ({ preset, ordinal }: Pick<RulebookVersion, "preset" | "ordinal">) => ({
  preset,
  name: ruleAsShipped(preset as RulebookKey).name,
  ordinal,
})

/**
 * Begins a version from what is in force; owners' rules belong to an estate, all others to the community (`estateId` null).
 * Refusals: forbidden, not_found, estate_missing, draft_exists.
 */
export async function draftVersion(
  ctx: Ctx,
  { preset, estateId }: { preset: string; estateId: string | null },
): Promise<Result<{ versionId: string }>> {
  if (!may(ctx.actor, "rulebook:draft")) return refuse("forbidden")
  if (!isRulebookKey(preset)) return refuse("not_found")
  if (needsEstate(preset) !== Boolean(estateId)) return refuse("estate_missing", { field: "estateId" })
  const communityId = ctx.community.id
  const estate = estateId ?? ""
  return writeOrRefuse(ctx, lockOf(preset, estate), async q => {
    if (estateId && !(await findEstate(q, communityId, estateId))) return refuse("not_found")
    const known = (await listVersions(q, communityId, preset)).filter(version => version.estateId === estate)
    const draft = known.find(version => version.state === "draft")
    if (draft) return refuse("draft_exists", { by: draft.draftedBy, ordinal: draft.ordinal })
    const changes = known.find(version => version.state === "inForce")?.changes ?? []
    const composed = composeRule(preset, changes)
    // What is in force was checked against the law as it stood; where the law has grown stricter one begins from the law.
    const text = composed.ok ? composed.value.text : composeOrThrow(preset).text
    const version: RulebookVersion = {
      communityId,
      id: ctx.newId(),
      preset,
      estateId: estate,
      ordinal: (await findLastOrdinal(q, communityId, preset, estate)) + 1,
      state: "draft",
      changes: composed.ok ? changes : [],
      rule: text,
      ruleHash: hashOf(text),
      basis: "",
      draftedAt: ctx.now(),
      draftedBy: ctx.actor.name,
      draftedByAccountId: ctx.actor.accountId ?? "",
      checkedAt: null,
      checkedBy: null,
      checkedByAccountId: null,
      enabledAt: null,
      enabledBy: null,
      endedAt: null,
      version: 1,
    }
    await insertVersion(q, version)
    await audit(q, ctx, "rulebook.drafted", subjectOf(version.id), factsOf(version))
    return done({ versionId: version.id })
  })
}

function composeOrThrow(preset: RulebookKey): { text: string } {
  const shipped = composeRule(preset, [])
  if (!shipped.ok) throw new Error(`the preset refuses itself: ${preset}`)
  return shipped.value
}

/**
 * Sets the values of a draft; `basis` is who resolved them, and when. Refusals: forbidden, not_found, version_fixed,
 * not_your_draft, changed_meanwhile, and those of `changeSettings`.
 */
export async function editDraft(
  ctx: Ctx,
  input: { versionId: string; version: number; changes: readonly SettingChange[]; basis: string },
): Promise<Result<null>> {
  return actOn(ctx, input.versionId, "rulebook:draft", async (q, found) => {
    const allowed = checkEditing(found, ctx.actor.accountId)
    if (!allowed.ok) return allowed
    const basis = input.basis.trim()
    if (found.version !== input.version)
      return changedMeanwhile(q, ctx, subjectOf(found.id), found.version, [
        { label: "依据", now: found.basis, typed: basis },
        { label: "改动的项目", now: `${found.changes.length}项`, typed: `${input.changes.length}项` },
      ])
    const composed = composeRule(found.preset as RulebookKey, input.changes)
    if (!composed.ok) return composed
    const { text } = composed.value
    const set = { changes: [...input.changes], rule: text, ruleHash: hashOf(text), basis }
    if (!(await updateVersion(q, keyOf(found), set))) return refuse("changed_meanwhile")
    const changed = input.changes.map(change => change.key)
    await audit(q, ctx, "rulebook.edited", subjectOf(found.id), { ...factsOf(found), changed })
    return done(null)
  })
}

/**
 * Another person has compared the draft with its sources; from here on its words stand. Composed anew, so that what is
 * frozen is what was read. Refusals: forbidden, not_found, version_fixed, same_person_checks, basis_missing,
 * check_not_confirmed, changed_meanwhile, and those of `changeSettings`.
 */
export async function checkVersion(
  ctx: Ctx,
  input: { versionId: string; version: number; isConfirmed: boolean },
): Promise<Result<null>> {
  return actOn(ctx, input.versionId, "rulebook:check", async (q, found) => {
    const allowed = checkChecking(found, ctx.actor.accountId, input.isConfirmed)
    if (!allowed.ok) return allowed
    if (found.version !== input.version) return changedMeanwhile(q, ctx, subjectOf(found.id), found.version, [])
    const composed = composeRule(found.preset as RulebookKey, found.changes)
    if (!composed.ok) return composed
    const { text } = composed.value
    return move(q, ctx, found, "checked", "rulebook.checked", {
      rule: text,
      ruleHash: hashOf(text),
      checkedAt: ctx.now(),
      checkedBy: ctx.actor.name,
      checkedByAccountId: ctx.actor.accountId,
    })
  })
}

/**
 * Puts a checked version in force; the one before it is superseded in the same moment. Meetings already convened keep the
 * rule that was frozen with them. Refusals: forbidden, not_found, version_fixed, version_overtaken, and those of
 * `changeSettings`.
 */
export async function enableVersion(ctx: Ctx, { versionId }: { versionId: string }): Promise<Result<null>> {
  return actOn(ctx, versionId, "rulebook:enable", async (q, found) => {
    if (!mayMove(found.state, "inForce")) return refuse("version_fixed", { state: stateNames[found.state] })
    // Checked against the law as it stood: where the law has grown stricter since, the version has to be drawn up anew.
    const composed = composeRule(found.preset as RulebookKey, found.changes)
    if (!composed.ok) return composed
    const others = (await listVersions(q, ctx.community.id, found.preset)).filter(
      other => other.estateId === found.estateId,
    )
    // What was checked before a later version governed was checked against other rules: it is no way back to them.
    const later = others.find(({ ordinal, enabledAt }) => ordinal > found.ordinal && enabledAt !== null)
    if (later) return refuse("version_overtaken", { ordinal: later.ordinal })
    for (const other of others) {
      if (other.state !== "inForce") continue
      const by = { by: found.ordinal }
      const ended = await move(q, ctx, other, "superseded", "rulebook.superseded", { endedAt: ctx.now() }, by)
      if (!ended.ok) return ended
    }
    return move(q, ctx, found, "inForce", "rulebook.enabled", { enabledAt: ctx.now(), enabledBy: ctx.actor.name })
  })
}

/** Gives a version up that was never in force. Refusals: forbidden, not_found, version_fixed. */
export async function withdrawVersion(ctx: Ctx, { versionId }: { versionId: string }): Promise<Result<null>> {
  return actOn(ctx, versionId, "rulebook:draft", async (q, found) => {
    if (!mayMove(found.state, "withdrawn")) return refuse("version_fixed", { state: stateNames[found.state] })
    return move(q, ctx, found, "withdrawn", "rulebook.withdrawn", { endedAt: ctx.now() }, { state: found.state })
  })
}

const keyOf = ({ communityId, id, version, state }: RulebookVersion) => ({ communityId, id, version, state })

/** Finds the version, takes the lock of its procedure and looks again. */
async function actOn(
  ctx: Ctx,
  versionId: string,
  needed: Permission,
  work: (q: Writer, found: RulebookVersion) => Promise<Result<null>>,
): Promise<Result<null>> {
  if (!may(ctx.actor, needed)) return refuse("forbidden")
  const seen = await findVersion(ctx.db.read, ctx.community.id, versionId)
  if (!seen) return refuse("not_found")
  return writeOrRefuse(ctx, lockOf(seen.preset, seen.estateId), async q => {
    const found = await findVersion(q, ctx.community.id, versionId)
    return found ? work(q, found) : refuse("not_found")
  })
}

async function move(
  q: Writer,
  ctx: Ctx,
  found: RulebookVersion,
  state: VersionState,
  action: string,
  set: Partial<RulebookVersion>,
  detail: Record<string, unknown> = {},
): Promise<Result<null>> {
  if (!(await updateVersion(q, keyOf(found), { ...set, state }))) return refuse("changed_meanwhile")
  await audit(q, ctx, action, subjectOf(found.id), { ...factsOf(found), ...detail })
  return done(null)
}

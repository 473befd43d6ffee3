import type { Writer } from "#db/client"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { insertResidentGroup, listResidentGroups, type ResidentGroup, updateResidentGroup } from "./organization-store"
import { may } from "./permissions"
import { type PersonEntry, settlePersonIn } from "./person-matching"
import { registerLock } from "./persons"
import { unprintable } from "./printable"
import { listPersonNames, listRepresentatives, updateRepresentative } from "./register-store"
import { groupQuota, quotaInWords } from "./resident-group-quota"
import { holdsOffice, plainName } from "./rules"
import { changedMeanwhile, writeOrRefuse } from "./writing"

/** `households` is null while they are not counted. */
export type ResidentGroupFacts = {
  name: string
  households: number | null
  leader: PersonEntry | null
  scope: string
}

/** Enters a 居民小组. Refusals: forbidden, resident_group_taken, phone_taken, person_ambiguous, not_found. */
export async function registerResidentGroup(ctx: Ctx, input: ResidentGroupFacts): Promise<Result<{ groupId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const free = checkName(null, input.name, await listResidentGroups(q, ctx.community.id))
    if (!free.ok) return free
    const leader = await settleLeader(q, ctx, input.leader)
    if (!leader.ok) return leader
    const { name, households, scope } = input
    const row: ResidentGroup = {
      ...{ communityId: ctx.community.id, id: ctx.newId(), name, households, scope },
      leaderPersonId: leader.value.personId,
      version: 1,
    }
    await insertResidentGroup(q, row)
    const subject = { kind: "community", id: ctx.community.id } as const
    await audit(q, ctx, "residentGroup.registered", subject, { groupId: row.id, name })
    return done({ groupId: row.id })
  })
}

/** Corrects a 居民小组. A new name is given to the representatives who name the old one. Refusals: as registerResidentGroup, changed_meanwhile. */
export async function changeResidentGroup(
  ctx: Ctx,
  input: ResidentGroupFacts & { groupId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const communityId = ctx.community.id
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const all = await listResidentGroups(q, communityId)
    const now = all.find(group => group.id === input.groupId)
    if (!now) return refuse("not_found")
    const free = checkName(now.id, input.name, all)
    if (!free.ok) return free
    const leader = await settleLeader(q, ctx, input.leader)
    if (!leader.ok) return leader
    if (now.version !== input.version) {
      const names = await listPersonNames(q, communityId, now.leaderPersonId ? [now.leaderPersonId] : [])
      return changedMeanwhile(q, ctx, { kind: "community", id: "" }, now.version, [
        { label: "名称", now: now.name, typed: input.name },
        { label: "户数", now: String(now.households ?? ""), typed: String(input.households ?? "") },
        { label: "组长", now: names.get(now.leaderPersonId ?? "")?.name ?? "", typed: leader.value.name },
        { label: "范围", now: now.scope, typed: input.scope },
      ])
    }
    const { name, households, scope } = input
    const set = { name, households, scope, leaderPersonId: leader.value.personId }
    if (!(await updateResidentGroup(q, { communityId, id: now.id, version: now.version }, set)))
      return refuse("changed_meanwhile")
    if (name !== now.name) await renameGroupOfRepresentatives(q, communityId, now.name, name)
    await audit(q, ctx, "residentGroup.changed", { kind: "community", id: communityId }, { groupId: now.id, name })
    return done(null)
  })
}

async function renameGroupOfRepresentatives(q: Writer, communityId: string, from: string, to: string) {
  for (const one of await listRepresentatives(q, communityId))
    if (plainName(one.residentGroup) === plainName(from))
      await updateRepresentative(q, { communityId, id: one.id, version: one.version }, { residentGroup: to })
}

async function settleLeader(
  q: Writer,
  ctx: Ctx,
  leader: PersonEntry | null,
): Promise<Result<{ personId: string | null; name: string }>> {
  return leader ? settlePersonIn(q, ctx, leader) : done({ personId: null, name: "" })
}

function checkName(groupId: string | null, name: string, all: readonly ResidentGroup[]): Result<null> {
  const namesake = all.find(group => group.id !== groupId && plainName(group.name) === plainName(name))
  return namesake ? refuse("resident_group_taken", { field: "name", name: namesake.name }) : done(null)
}

/** Groups with their leaders and whether each has its representatives. Refuses forbidden. */
export async function readResidentGroups(ctx: Ctx) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const all = await listResidentGroups(ctx.db.read, ctx.community.id)
  const leaderIds = all.flatMap(group => group.leaderPersonId ?? [])
  const leaders = await listPersonNames(ctx.db.read, ctx.community.id, leaderIds)
  const today = civilDateOf(ctx.now())
  const representatives = (await listRepresentatives(ctx.db.read, ctx.community.id)).filter(
    one => one.kind === "residentRepresentative" && holdsOffice(one, today),
  )
  const rows = all.toSorted((a, b) => a.name.localeCompare(b.name, "zh-CN", { numeric: true }))
  const countOf = (name: string) =>
    representatives.filter(one => plainName(one.residentGroup) === plainName(name)).length
  const known = new Set(all.map(group => plainName(group.name)))
  return done({
    rows: rows.map(group => ({
      ...group,
      leader: leaders.get(group.leaderPersonId ?? "")?.name ?? "",
      leaderPhone: leaders.get(group.leaderPersonId ?? "")?.phone ?? "",
      quota: groupQuota(group.households, countOf(group.name)).kept,
      quotaWords: quotaInWords(group.households, countOf(group.name)),
    })),
    /** Representatives who name no group of the register. */
    strayCount: representatives.filter(one => !known.has(plainName(one.residentGroup))).length,
    missing: unprintable(ctx, all.map(group => group.name).join("")),
  })
}

/** Names to choose from where a 居民小组 is typed. */
export async function listResidentGroupNames(ctx: Ctx): Promise<string[]> {
  const all = await listResidentGroups(ctx.db.read, ctx.community.id)
  return all.map(group => group.name).toSorted((a, b) => a.localeCompare(b, "zh-CN", { numeric: true }))
}

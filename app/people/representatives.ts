import type { Writer } from "#db/client"
import { memberKindNames, type RepresentativeKind } from "~/law/delegations"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { may } from "./permissions"
import { type PersonEntry, settlePersonIn } from "./person-matching"
import { registerLock } from "./persons"
import { insertRepresentatives, listRepresentatives, updateRepresentative } from "./register-store"
import { checkTerm, type PersonIndex } from "./rules"
import { changedMeanwhile, writeOrRefuse } from "./writing"

export type Election = { person: PersonEntry; kind: RepresentativeKind; residentGroup: string; since: string }

/**
 * Enters a member of the 居民代表会议 (居委会组织法第28条); whoever left takes up a new term in the same row.
 * Refusals: forbidden, representative_exists, date_invalid, phone_taken, person_ambiguous, not_found.
 */
export async function enterRepresentative(ctx: Ctx, input: Election): Promise<Result<{ representativeId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  return writeOrRefuse(ctx, registerLock(ctx), q => enterRepresentativeIn(q, ctx, input))
}

/** Inner step of `enterRepresentative`; a list shares one `index`. */
export async function enterRepresentativeIn(
  q: Writer,
  ctx: Ctx,
  input: Election,
  index?: PersonIndex,
): Promise<Result<{ representativeId: string }>> {
  const term = checkTerm(input.since, null)
  if (!term.ok) return term
  const settled = await settlePersonIn(q, ctx, input.person, index)
  if (!settled.ok) return settled
  const { personId, name } = settled.value
  const { kind, residentGroup, since } = input
  const [existing] = await listRepresentatives(q, ctx.community.id, { personId })
  if (existing && (existing.until === null || existing.until >= since))
    return refuse("representative_exists", { name, field: "name" })
  const representativeId = existing?.id ?? ctx.newId()
  const key = { communityId: ctx.community.id, id: representativeId }
  const set = { kind, residentGroup, since, until: null }
  if (existing) await updateRepresentative(q, { ...key, version: existing.version }, set)
  else await insertRepresentatives(q, [{ ...key, personId, ...set, version: 1 }])
  const earlier = existing ? { earlier: { since: existing.since, until: existing.until } } : {}
  const words = { representativeId, name, kind: memberKindNames[kind], since }
  await audit(q, ctx, "representative.appointed", { kind: "person", id: personId }, { ...words, ...earlier })
  return done({ representativeId })
}

/** Kind, group and the days of a term; `until` ends it. Refusals: forbidden, not_found, changed_meanwhile, date_invalid, term_backwards. */
export async function changeRepresentative(
  ctx: Ctx,
  input: {
    representativeId: string
    version: number
    kind: RepresentativeKind
    residentGroup: string
    since: string
    until: string | null
  },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { representativeId, version, ...set } = input
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const [now] = await listRepresentatives(q, ctx.community.id, { id: representativeId })
    if (!now) return refuse("not_found")
    const subject = { kind: "person", id: now.personId } as const
    if (now.version !== version)
      return changedMeanwhile(q, ctx, subject, now.version, [
        { label: "身份", now: memberKindNames[now.kind], typed: memberKindNames[set.kind] },
        { label: "居民小组", now: now.residentGroup, typed: set.residentGroup },
        { label: "任期自", now: now.since, typed: set.since },
        { label: "任期至", now: now.until ?? "", typed: set.until ?? "" },
      ])
    return changeRepresentativeIn(q, ctx, now, set)
  })
}

/** Inner step of `changeRepresentative`, for a row just read. */
export async function changeRepresentativeIn(
  q: Writer,
  ctx: Ctx,
  now: { id: string; personId: string; name: string; version: number },
  set: { kind: RepresentativeKind; residentGroup: string; since: string; until: string | null },
): Promise<Result<null>> {
  const term = checkTerm(set.since, set.until)
  if (!term.ok) return term
  if (!(await updateRepresentative(q, { communityId: ctx.community.id, id: now.id, version: now.version }, set)))
    return refuse("changed_meanwhile")
  const words = { representativeId: now.id, name: now.name, kind: memberKindNames[set.kind] }
  const subject = { kind: "person", id: now.personId } as const
  await audit(q, ctx, "representative.changed", subject, { ...words, since: set.since, until: set.until })
  return done(null)
}

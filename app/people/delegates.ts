import type { Writer } from "#db/client"
import { type Delegation, memberKindNames } from "~/law/delegations"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { type ChosenHow, chosenHowNames } from "./choosing"
import { may } from "./permissions"
import { type PersonEntry, settlePersonIn } from "./person-matching"
import { registerLock } from "./persons"
import { insertDelegates, listDelegates, updateDelegate } from "./register-store"
import { checkTerm, type PersonIndex } from "./rules"
import { changedMeanwhile, writeOrRefuse } from "./writing"

export type Appointment = {
  person: PersonEntry
  delegation: Delegation
  organization: string
  /** Not told where it was not asked. */
  chosenHow?: ChosenHow | null
  since: string
}

/** What of a delegate may be corrected; `chosenHow` stays as it is where it is not said. */
export type DelegateChange = {
  organization: string
  chosenHow?: ChosenHow | null
  since: string
  until: string | null
}

/**
 * Makes someone a delegate; whoever was one before and has stopped takes up a new term in the same row, and the log
 * keeps the old one. Refusals: forbidden, delegate_exists, date_invalid, phone_taken, person_ambiguous, not_found.
 */
export async function appointDelegate(ctx: Ctx, input: Appointment): Promise<Result<{ delegateId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  return writeOrRefuse(ctx, registerLock(ctx), q => appointDelegateIn(q, ctx, input))
}

/** Inner step of `appointDelegate`; a list of appointments shares one `index`. */
export async function appointDelegateIn(
  q: Writer,
  ctx: Ctx,
  input: Appointment,
  index?: PersonIndex,
): Promise<Result<{ delegateId: string }>> {
  const term = checkTerm(input.since, null)
  if (!term.ok) return term
  const settled = await settlePersonIn(q, ctx, input.person, index)
  if (!settled.ok) return settled
  const { personId, name } = settled.value
  const { delegation, organization, since } = input
  const chosenHow = input.chosenHow ?? null
  const held = await listDelegates(q, ctx.community.id, { personId })
  const existing = held.find(one => one.delegation === delegation)
  const words = { name, delegation: memberKindNames[delegation], since }
  if (existing && (existing.until === null || existing.until >= since))
    return refuse("delegate_exists", { ...words, field: "name" })
  const delegateId = existing?.id ?? ctx.newId()
  const key = { communityId: ctx.community.id, id: delegateId }
  if (existing)
    await updateDelegate(q, { ...key, version: existing.version }, { organization, chosenHow, since, until: null })
  else
    await insertDelegates(q, [
      { ...key, personId, delegation, organization, chosenHow, since, until: null, version: 1 },
    ])
  const earlier = existing ? { earlier: { since: existing.since, until: existing.until } } : {}
  await audit(q, ctx, "delegate.appointed", { kind: "person", id: personId }, { delegateId, ...words, ...earlier })
  return done({ delegateId })
}

/** The organization and the days of a term; `until` ends it. Refusals: forbidden, not_found, changed_meanwhile, date_invalid, term_backwards. */
export async function changeDelegate(
  ctx: Ctx,
  input: DelegateChange & { delegateId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { delegateId, version, ...set } = input
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const [now] = await listDelegates(q, ctx.community.id, { id: delegateId })
    if (!now) return refuse("not_found")
    const subject = { kind: "person", id: now.personId } as const
    if (now.version !== version)
      return changedMeanwhile(q, ctx, subject, now.version, [
        { label: "单位", now: now.organization, typed: set.organization },
        { label: "产生方式", now: howInWords(now.chosenHow), typed: howInWords(set.chosenHow ?? now.chosenHow) },
        { label: "任期自", now: now.since, typed: set.since },
        { label: "任期至", now: now.until ?? "", typed: set.until ?? "" },
      ])
    return changeDelegateIn(q, ctx, now, set)
  })
}

/** Inner step of `changeDelegate`, for a row just read. */
export async function changeDelegateIn(
  q: Writer,
  ctx: Ctx,
  now: { id: string; personId: string; name: string; delegation: Delegation; version: number },
  set: DelegateChange,
): Promise<Result<null>> {
  const term = checkTerm(set.since, set.until)
  if (!term.ok) return term
  if (!(await updateDelegate(q, { communityId: ctx.community.id, id: now.id, version: now.version }, set)))
    return refuse("changed_meanwhile")
  const words = { delegateId: now.id, name: now.name, delegation: memberKindNames[now.delegation] }
  const subject = { kind: "person", id: now.personId } as const
  await audit(q, ctx, "delegate.changed", subject, { ...words, since: set.since, until: set.until })
  return done(null)
}

const howInWords = (chosenHow: ChosenHow | null) => (chosenHow ? chosenHowNames[chosenHow] : "")

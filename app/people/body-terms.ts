import type { Writer } from "#db/client"
import type { CivilDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { type BodyTermView, findBody, insertBodyTerms, listBodyTerms, updateBodyTerm } from "./body-store"
import { type ChosenHow, chosenHowNames } from "./choosing"
import { may } from "./permissions"
import { type PersonEntry, settlePersonIn } from "./person-matching"
import { registerLock } from "./persons"
import { findPerson } from "./register-store"
import { checkTerm, type PersonIndex } from "./rules"
import { changedMeanwhile, writeOrRefuse } from "./writing"

/** What a seat says beside who sits there. `basis` is the paper or the vote it rests on, in words. */
export type Seat = {
  post: string
  chosenHow: ChosenHow
  basis: string
  since: CivilDate
  until: CivilDate | null
}

/** Seats someone in a body. Refusals: forbidden, not_found, term_exists, date_invalid, term_backwards, phone_taken, person_ambiguous, person_blotted. */
export async function seatInBody(
  ctx: Ctx,
  input: Seat & { bodyId: string; person: PersonEntry },
): Promise<Result<{ termId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { person, ...seat } = input
  return writeOrRefuse(ctx, registerLock(ctx), q => seatEntryInBodyIn(q, ctx, seat, person))
}

/** Inner step of `seatInBody`, for someone named rather than known; a list shares one `index`. */
export async function seatEntryInBodyIn(
  q: Writer,
  ctx: Ctx,
  seat: Seat & { bodyId: string },
  person: PersonEntry,
  index?: PersonIndex,
): Promise<Result<{ termId: string }>> {
  const settled = await settlePersonIn(q, ctx, person, index)
  if (!settled.ok) return settled
  return seatInBodyIn(q, ctx, { ...seat, personId: settled.value.personId, pollId: null })
}

/**
 * Inner step: someone of the register takes a seat in a body; the terms before stay as they are. `pollId` names the poll
 * that chose them, where it was held here. The caller has asked for permission.
 * Refusals: not_found, person_blotted, date_invalid, term_backwards, term_exists (the new days meet a term they hold).
 */
export async function seatInBodyIn(
  q: Writer,
  ctx: Ctx,
  input: Seat & { bodyId: string; personId: string; pollId: string | null },
): Promise<Result<{ termId: string }>> {
  const communityId = ctx.community.id
  const term = checkTerm(input.since, input.until)
  if (!term.ok) return term
  const body = await findBody(q, communityId, input.bodyId)
  const person = await findPerson(q, communityId, input.personId)
  if (!body || !person) return refuse("not_found")
  if (person.blottedAt) return refuse("person_blotted")
  const held = await listBodyTerms(q, communityId, { bodyId: body.id, personId: person.id })
  const free = checkFree(null, input, held)
  if (!free.ok) return free
  const { bodyId, personId, post, chosenHow, basis, pollId, since, until } = input
  const row = { communityId, id: ctx.newId(), bodyId, personId, post, chosenHow, basis, pollId, since, until }
  await insertBodyTerms(q, [{ ...row, version: 1 }])
  const words = { termId: row.id, bodyId, body: body.name, name: person.name, post }
  const detail = { ...words, chosenHow: chosenHowNames[chosenHow], since, until }
  await audit(q, ctx, "bodyTerm.begun", { kind: "person", id: personId }, detail)
  return done({ termId: row.id })
}

/** Nobody sits twice in one body on one day. */
function checkFree(termId: string | null, seat: Seat, held: readonly BodyTermView[]): Result<null> {
  const met = held.find(
    other =>
      other.id !== termId &&
      (seat.until === null || other.since <= seat.until) &&
      (other.until === null || other.until >= seat.since),
  )
  if (!met) return done(null)
  const words = { name: met.name, body: met.body, since: met.since, until: met.until ?? "今" }
  return refuse("term_exists", { ...words, field: "since" })
}

/** Corrects a seat, or ends it with `until`. Refusals: forbidden, not_found, changed_meanwhile, date_invalid, term_backwards, term_exists. */
export async function changeBodyTerm(
  ctx: Ctx,
  input: Seat & { termId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { termId, version, ...set } = input
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const [now] = await listBodyTerms(q, ctx.community.id, { id: termId })
    if (!now) return refuse("not_found")
    const subject = { kind: "person", id: now.personId } as const
    if (now.version !== version)
      return changedMeanwhile(q, ctx, subject, now.version, [
        { label: "职务", now: now.post, typed: set.post },
        { label: "产生方式", now: chosenHowNames[now.chosenHow], typed: chosenHowNames[set.chosenHow] },
        { label: "依据", now: now.basis, typed: set.basis },
        { label: "任期自", now: now.since, typed: set.since },
        { label: "任期至", now: now.until ?? "", typed: set.until ?? "" },
      ])
    return changeBodyTermIn(q, ctx, now, set)
  })
}

/** Inner step of `changeBodyTerm`, for a row just read. */
export async function changeBodyTermIn(q: Writer, ctx: Ctx, now: BodyTermView, set: Seat): Promise<Result<null>> {
  const term = checkTerm(set.since, set.until)
  if (!term.ok) return term
  const held = await listBodyTerms(q, ctx.community.id, { bodyId: now.bodyId, personId: now.personId })
  const free = checkFree(now.id, set, held)
  if (!free.ok) return free
  const { post, chosenHow, basis, since, until } = set
  const key = { communityId: ctx.community.id, id: now.id, version: now.version }
  if (!(await updateBodyTerm(q, key, { post, chosenHow, basis, since, until }))) return refuse("changed_meanwhile")
  const words = { termId: now.id, bodyId: now.bodyId, body: now.body, name: now.name, post }
  await audit(q, ctx, "bodyTerm.changed", { kind: "person", id: now.personId }, { ...words, since, until })
  return done(null)
}

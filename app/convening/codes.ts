import { memberKindNames } from "~/law/delegations"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { revokeSeatSessions } from "~/people/store"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { checkInCodeOf, spacedCode } from "./check-in-codes"
import { raiseCodeVersion, updateNotified } from "./draft-store"
import { inOrder } from "./people-order"
import { isAwaitingPeople } from "./rules"
import { findMeeting, findParticipant, listParticipants, type Meeting } from "./store"

/** The meeting, where the actor may handle its codes and it still waits for people. */
async function findMeetingWithCodes(ctx: Ctx, meetingId: string): Promise<Result<Meeting>> {
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, meetingId)
  if (!meeting) return refuse("not_found")
  if (!may(ctx.actor, "meeting:codes", meeting)) return refuse("forbidden")
  return isAwaitingPeople(meeting.state) ? done(meeting) : refuse("no_codes_now", { status: 409 })
}

/** Where a code leads: the tablets' door with the code filled in. */
export const checkInUrl = (origin: string, slug: string, meetingId: string, code?: string): string =>
  `${origin}/c/${slug}/m/${meetingId}${code ? `?code=${code}` : ""}`

/**
 * Everyone invited with the code of each who may vote; `origin` is where a tablet finds this installation.
 * Refusals: not_found, forbidden, no_codes_now.
 */
export async function readCodes(ctx: Ctx, meetingId: string, origin: string) {
  const meeting = await findMeetingWithCodes(ctx, meetingId)
  if (!meeting.ok) return meeting
  const people = inOrder(await listParticipants(ctx.db.read, ctx.community.id, meetingId))
  return done({
    title: meeting.value.title,
    people: people.map(one => {
      const code = one.standing === "entitled" ? checkInCodeOf(ctx.secret, one) : null
      return {
        id: one.id,
        name: one.name,
        standing: one.standing,
        capacity: memberKindNames[one.capacity],
        organization: one.organization,
        notified: one.notified,
        codeVersion: one.codeVersion,
        code: code ? spacedCode(code) : null,
        url: code ? checkInUrl(origin, ctx.community.slug, meetingId, code) : null,
      }
    }),
  })
}

/**
 * A new code for one person: the old one opens nothing any more, and the tablets that came in with it lose their seat.
 * `codeVersion` is the one shown. Refusals: not_found, forbidden, no_codes_now, code_already_replaced.
 */
export async function replaceCode(
  ctx: Ctx,
  input: { meetingId: string; participantId: string; codeVersion: number },
): Promise<Result<null>> {
  const allowed = await findMeetingWithCodes(ctx, input.meetingId)
  if (!allowed.ok) return allowed
  const communityId = ctx.community.id
  const result = await ctx.db.tx(`meeting:${input.meetingId}`, async q => {
    const participant = await findParticipant(q, communityId, input.participantId)
    if (participant?.meetingId !== input.meetingId) return refuse("not_found")
    if (!(await raiseCodeVersion(q, { communityId, ...input }))) return refuse("code_already_replaced")
    await revokeSeatSessions(q, communityId, [input.participantId], ctx.now())
    await audit(q, ctx, "meeting.codeReplaced", { kind: "meeting", id: input.meetingId }, { name: participant.name })
    return done(null)
  })
  if (result.ok) ctx.publish(`meeting:${input.meetingId}`)
  return result
}

/** Who has been told, by phone or at the door. Refusals: not_found, forbidden, no_codes_now. */
export async function saveNotified(
  ctx: Ctx,
  input: { meetingId: string; participantIds: string[] },
): Promise<Result<null>> {
  const allowed = await findMeetingWithCodes(ctx, input.meetingId)
  if (!allowed.ok) return allowed
  const key = { communityId: ctx.community.id, meetingId: input.meetingId }
  return ctx.db.tx(`meeting:${input.meetingId}`, async q => {
    const people = await listParticipants(q, key.communityId, key.meetingId)
    const told = people.filter(one => input.participantIds.includes(one.id))
    if (told.length !== new Set(input.participantIds).size) return refuse("not_found")
    const changed = people.filter(one => one.notified !== told.includes(one))
    if (changed.length === 0) return done(null)
    await updateNotified(
      q,
      key,
      told.map(one => one.id),
      true,
    )
    await updateNotified(
      q,
      key,
      people.filter(one => !told.includes(one)).map(one => one.id),
      false,
    )
    const detail = { told: told.length, whole: people.length }
    await audit(q, ctx, "meeting.notified", { kind: "meeting", id: input.meetingId }, detail)
    return done(null)
  })
}

import type { Writer } from "#db/client"
import { findMeeting, type Meeting } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { may, type Permission } from "~/people/permissions"
import { type RuleSnapshot, readSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"

/** The meeting, where the actor may do this in it. Refusals: forbidden to members, not_found to everyone else. */
export async function findMeetingFor(ctx: Ctx, meetingId: string, permission: Permission): Promise<Result<Meeting>> {
  if (!ctx.actor.accountId) return refuse("not_found")
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, meetingId)
  // A draft has no chamber yet, and no rule to be led by.
  if (!meeting?.ruleSnapshot) return refuse("not_found")
  return may(ctx.actor, permission, meeting) ? done(meeting) : refuse("forbidden")
}

/** Asks whether the actor may, then works under the meeting's lock on the meeting as it is then. */
export async function inMeeting<T>(
  ctx: Ctx,
  meetingId: string,
  permission: Permission,
  work: (q: Writer, meeting: Meeting) => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = await findMeetingFor(ctx, meetingId, permission)
  if (!allowed.ok) return allowed
  return ctx.db.tx(`meeting:${meetingId}`, async q => {
    const meeting = await findMeeting(q, ctx.community.id, meetingId)
    return meeting ? work(q, meeting) : refuse("not_found")
  })
}

/** The rule frozen with a convened meeting. */
export function frozenRuleOf(meeting: Pick<Meeting, "ruleSnapshot">): RuleSnapshot {
  if (!meeting.ruleSnapshot) throw new Error("a meeting without its rule was let into the chamber")
  return readSnapshot(meeting.ruleSnapshot)
}

export const meetingSubject = (meetingId: string) => ({ kind: "meeting", id: meetingId }) as const

export const stateChannel = (meetingId: string) => `meeting:${meetingId}`
export const countsChannel = (meetingId: string) => `meeting:${meetingId}:counts`

import type { Writer } from "#db/client"
import { decideTopicIn, unscheduleTopicsIn } from "~/agenda/topics"
import { decidesTopic, outcomeOfTopic } from "~/chamber/motions/rules"
import { listMotions } from "~/chamber/motions/store"
import { canCloseMeeting, canStart } from "~/chamber/rules"
import { listAgendaItems, type Meeting, updateMeetingState } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import type { Permission } from "~/people/permissions"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { countHeads } from "./attendance/attendance"
import { frozenRuleOf, inMeeting, meetingSubject, stateChannel } from "./meeting-access"
import { listRounds, type Round } from "./rounds/round-store"
import { endTurnIn, holdTurnIn } from "./speaking/turns"

async function moveMeeting(
  ctx: Ctx,
  meetingId: string,
  permission: Permission,
  work: (q: Writer, meeting: Meeting) => Promise<Result<null>>,
): Promise<Result<null>> {
  const result = await inMeeting(ctx, meetingId, permission, work)
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

/** 宣布开会. Refusals: meeting_not_checking_in, quorum_not_met { present, entitled, needed }. */
export const startMeeting = (ctx: Ctx, meetingId: string): Promise<Result<null>> =>
  moveMeeting(ctx, meetingId, "meeting:chair", async (q, meeting) => {
    if (meeting.state !== "checkIn") return refuse("meeting_not_checking_in")
    return beginSession(q, ctx, meeting, "meeting.started")
  })

/** 复会, when the quorum is there. Refusals: meeting_not_adjourned, quorum_not_met. */
export const resumeMeeting = (ctx: Ctx, meetingId: string): Promise<Result<null>> =>
  moveMeeting(ctx, meetingId, "meeting:chair", async (q, meeting) => {
    if (meeting.state !== "adjourned") return refuse("meeting_not_adjourned")
    return beginSession(q, ctx, meeting, "meeting.resumed")
  })

async function beginSession(q: Writer, ctx: Ctx, meeting: Meeting, action: string): Promise<Result<null>> {
  const headcount = await countHeads(q, ctx.community.id, meeting.id)
  const checked = canStart(meeting.state, frozenRuleOf(meeting), headcount)
  if (!checked.ok) return checked
  const startedAt = meeting.startedAt ?? ctx.now()
  const isMoved = await updateMeetingState(q, ctx.community.id, meeting.id, [meeting.state], "inSession", {
    startedAt,
    endReason: "",
  })
  if (!isMoved) return refuse("changed_meanwhile")
  await audit(q, ctx, action, meetingSubject(meeting.id), headcount)
  return done(null)
}

/** 休会, with its reason; whoever speaks goes on when it is resumed. Refusals: reason_missing, meeting_not_in_session, round_open, round_not_proclaimed. */
export async function adjournMeeting(ctx: Ctx, meetingId: string, reason: string): Promise<Result<null>> {
  const endReason = reason.trim()
  return moveMeeting(ctx, meetingId, "meeting:chair", async q => {
    if (!endReason) return refuse("reason_missing", { field: "reason" })
    const free = canCloseMeeting(await listRounds(q, ctx.community.id, meetingId))
    if (!free.ok) return free
    const isMoved = await updateMeetingState(q, ctx.community.id, meetingId, ["inSession"], "adjourned", { endReason })
    if (!isMoved) return refuse("meeting_not_in_session")
    await holdTurnIn(q, ctx, meetingId)
    await audit(q, ctx, "meeting.adjourned", meetingSubject(meetingId), { reason: endReason })
    return done(null)
  })
}

/**
 * 散会. A topic voted down is decided now, one on which nothing was decided goes back to those waiting for a meeting.
 * Refusals: meeting_not_in_session, round_open, round_not_proclaimed.
 */
export const closeMeeting = (ctx: Ctx, meetingId: string): Promise<Result<null>> =>
  moveMeeting(ctx, meetingId, "meeting:chair", async (q, meeting) => {
    const rounds = await listRounds(q, ctx.community.id, meetingId)
    const free = canCloseMeeting(rounds)
    if (!free.ok) return free
    const isMoved = await updateMeetingState(q, ctx.community.id, meetingId, ["inSession", "adjourned"], "closed", {
      closedAt: ctx.now(),
    })
    if (!isMoved) return refuse("meeting_not_in_session")
    await endTurnIn(q, ctx, meetingId)
    await settleTopics(q, ctx, meeting, rounds)
    await audit(q, ctx, "meeting.closed", meetingSubject(meetingId))
    return done(null)
  })

async function settleTopics(q: Writer, ctx: Ctx, meeting: Meeting, rounds: readonly Round[]): Promise<void> {
  const motions = new Map((await listMotions(q, ctx.community.id, meeting.id)).map(motion => [motion.id, motion]))
  const items = await listAgendaItems(q, ctx.community.id, meeting.id)
  const undecided: string[] = []
  for (const topicId of new Set(items.flatMap(item => item.topicId ?? []))) {
    const itemIds = new Set(items.filter(item => item.topicId === topicId).map(item => item.id))
    const decision = outcomeOfTopic(
      rounds.flatMap(round => {
        const motion = motions.get(round.motionId)
        if (!motion || !decidesTopic(motion) || !itemIds.has(motion.agendaItemId)) return []
        return [{ ...round, effect: motion.effect, returnOn: motion.returnOn }]
      }),
    )
    // What passed was given to its topic when it was proclaimed, and the topic may be on another agenda since.
    if (decision?.outcome === "notAgreed") await decideTopicIn(q, ctx, topicId, "notAgreed")
    else if (!decision) undecided.push(topicId)
  }
  if (undecided.length > 0) await unscheduleTopicsIn(q, ctx, undecided, meeting)
}

import type { Reader, Writer } from "#db/client"
import { listProxiesInForce } from "~/chamber/attendance/proxy-store"
import { canArrive, entering, movePresence, type PresenceMove } from "~/chamber/attendance/rules"
import {
  countPresences,
  findAttendance,
  insertAttendanceEvent,
  listAttendances,
  upsertAttendance,
} from "~/chamber/attendance/store"
import { countsChannel, inMeeting, meetingSubject } from "~/chamber/meeting-access"
import { listRecused } from "~/chamber/motions/recusal-store"
import type { Headcount } from "~/chamber/rules"
import { findMeeting, findParticipant, type Meeting, type Participant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import { type Ctx, type Seat, stranger } from "~/web/context"
import { endProxiesOfIn } from "./proxies"

type Means = "tablet" | "desk"

/** Inner step: how many of the entitled are in the room, or stood for by someone who is. */
export async function countHeads(q: Reader, communityId: string, meetingId: string): Promise<Headcount> {
  const rows = (await countPresences(q, communityId, meetingId)).filter(row => row.standing === "entitled")
  const sum = (wanted: typeof rows) => wanted.reduce((total, row) => total + row.count, 0)
  const stoodFor = await listProxiesInForce(q, communityId, meetingId)
  return { present: sum(rows.filter(row => row.presence === "present")) + stoodFor.length, entitled: sum(rows) }
}

/** Inner step: who has no vote on a motion: the recused, and who is stood for by one of them. */
export async function listBarred(
  q: Reader,
  communityId: string,
  meetingId: string,
  motionId: string,
): Promise<Set<string>> {
  const recused = await listRecused(q, communityId, motionId)
  if (recused.size === 0) return recused
  const theirs = (await listProxiesInForce(q, communityId, meetingId)).filter(proxy => recused.has(proxy.holderId))
  return new Set([...recused, ...theirs.map(proxy => proxy.principalId)])
}

/** Inner step: how many of those in the room, or stood for there, have no vote on a motion. */
export async function countRecusedHere(
  q: Reader,
  communityId: string,
  meetingId: string,
  motionId: string,
): Promise<number> {
  const barred = await listBarred(q, communityId, meetingId, motionId)
  if (barred.size === 0) return 0
  const rows = await listAttendances(q, communityId, meetingId)
  const stoodFor = new Set((await listProxiesInForce(q, communityId, meetingId)).map(proxy => proxy.principalId))
  const isCounted = (row: (typeof rows)[number]) => row.presence === "present" || stoodFor.has(row.participantId)
  return rows.filter(row => barred.has(row.participantId) && isCounted(row)).length
}

/** Inner step: how many may vote on a motion themselves. Of whom somebody stands for, only that one's hand is there. */
export async function countInPerson(
  q: Reader,
  communityId: string,
  meetingId: string,
  motionId: string,
): Promise<number> {
  const recused = await listRecused(q, communityId, motionId)
  const rows = await listAttendances(q, communityId, meetingId)
  return rows.filter(
    row => row.standing === "entitled" && row.presence === "present" && !recused.has(row.participantId),
  ).length
}

/** Inner step: one coming or going, with its event and audit row; whoever comes in is stood for no longer. Refusals of `canArrive` and `movePresence`. */
export async function movePresenceIn(
  q: Writer,
  ctx: Ctx,
  meeting: Meeting,
  participant: Participant,
  move: PresenceMove | "enter",
  how: { means: Means; reason?: string },
): Promise<Result<null>> {
  const open = canArrive(meeting.state)
  // Whoever cannot come may say so as soon as the notice is out.
  const isEarlyExcuse = move === "excuse" && meeting.state === "convened"
  if (!open.ok && !isEarlyExcuse) return open
  const earlier = await findAttendance(q, ctx.community.id, meeting.id, participant.id)
  const from = earlier?.presence ?? "absent"
  const moved = movePresence(from, move === "enter" ? entering(from) : move)
  if (!moved.ok) return moved
  const { to, kind } = moved.value
  const at = ctx.now()
  await upsertAttendance(q, {
    communityId: ctx.community.id,
    meetingId: meeting.id,
    participantId: participant.id,
    presence: to,
    firstArrivedAt: earlier?.firstArrivedAt ?? (to === "present" ? at : null),
    leftAt: to === "left" ? at : (earlier?.leftAt ?? null),
    reason: how.reason ?? "",
  })
  await insertAttendanceEvent(q, {
    communityId: ctx.community.id,
    id: ctx.newId(),
    meetingId: meeting.id,
    participantId: participant.id,
    kind,
    means: how.means,
    at,
    byName: how.means === "tablet" ? (ctx.actor.seat?.helper?.name ?? participant.name) : ctx.actor.name,
  })
  await audit(q, ctx, `attendance.${kind}`, meetingSubject(meeting.id), {
    participantId: participant.id,
    name: participant.name,
    means: how.means,
    ...(how.reason ? { reason: how.reason } : {}),
  })
  if (to === "present") await endProxiesOfIn(q, ctx, participant)
  return done(null)
}

async function moveAtDesk(
  ctx: Ctx,
  meetingId: string,
  participantId: string,
  move: PresenceMove | "enter",
  reason?: string,
): Promise<Result<null>> {
  const result = await inMeeting(ctx, meetingId, "meeting:desk", async (q, meeting) => {
    const participant = await findParticipant(q, ctx.community.id, participantId)
    if (!participant || participant.meetingId !== meetingId) return refuse("not_found")
    return movePresenceIn(q, ctx, meeting, participant, move, { means: "desk", reason })
  })
  if (result.ok) ctx.publish(countsChannel(meetingId))
  return result
}

/** What a tablet does is done by the seat, also where a member is signed in on it. */
export const asSeat = (ctx: Ctx, seat: Seat): Ctx => ({ ...ctx, actor: { ...stranger, seat } })

/** The desk checks someone in, or in again. Refusals: check_in_not_open, meeting_over, meeting_cancelled, already_present. */
export const checkInAtDesk = (ctx: Ctx, meetingId: string, participantId: string): Promise<Result<null>> =>
  moveAtDesk(ctx, meetingId, participantId, "enter")

/** 请假, with its reason; from the convening on. Refusals: reason_missing, has_been_present, meeting_over, meeting_cancelled. */
export async function markExcused(
  ctx: Ctx,
  meetingId: string,
  participantId: string,
  reason: string,
): Promise<Result<null>> {
  const why = reason.trim()
  return why ? moveAtDesk(ctx, meetingId, participantId, "excuse", why) : refuse("reason_missing", { field: "reason" })
}

/** 离会. A ballot already cast stays counted. Refusals: not_present, meeting_over. */
export const markLeft = (ctx: Ctx, meetingId: string, participantId: string): Promise<Result<null>> =>
  moveAtDesk(ctx, meetingId, participantId, "leave")

/** Back again. Refusals: not_left, already_present, meeting_over. */
export const markReturned = (ctx: Ctx, meetingId: string, participantId: string): Promise<Result<null>> =>
  moveAtDesk(ctx, meetingId, participantId, "return")

/** The delegate leaves, said on the own tablet. Refusals: not_seated, not_present, meeting_over. */
export const leaveEarly = (ctx: Ctx): Promise<Result<null>> => moveOwnSeat(ctx, "leave")

/** Back in the room, said on the own tablet. Refusals: not_seated, not_left, already_present, meeting_over. */
export const comeBack = (ctx: Ctx): Promise<Result<null>> => moveOwnSeat(ctx, "return")

async function moveOwnSeat(ctx: Ctx, move: PresenceMove): Promise<Result<null>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const result = await ctx.db.tx(`meeting:${seat.meetingId}`, async q => {
    const meeting = await findMeeting(q, ctx.community.id, seat.meetingId)
    const participant = await findParticipant(q, ctx.community.id, seat.participantId)
    if (!meeting || participant?.meetingId !== meeting.id) return refuse("not_seated")
    return movePresenceIn(q, asSeat(ctx, seat), meeting, participant, move, { means: "tablet" })
  })
  if (result.ok) ctx.publish(countsChannel(seat.meetingId))
  return result
}

import type { Reader } from "#db/client"
import type { Presence } from "#db/schema/chamber"
import { presenceNames } from "~/chamber/attendance/rules"
import { findAttendance } from "~/chamber/attendance/store"
import { canCast } from "~/chamber/rounds/rules"
import { findMeeting, findParticipant, listAgendaItems, type Meeting } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { type MeetingHead, readHead } from "./attendance/presence-view"
import { type MotionView, readItems } from "./motions/agenda-view"
import { findBallotFacts, findRound, listRounds, type Round } from "./rounds/round-store"
import { currentRound, type NamedChoice, type RoundView, readNamedChoices, viewRound } from "./rounds/round-view"

export type SeatHolder = {
  participantId: string
  name: string
  standing: "entitled" | "observer"
  presence: Presence
  presenceName: string
}

/** The motion of a round, with the item it stands under. */
export type Matter = {
  item: { agendaItemId: string; ordinal: number; title: string }
  motion: Omit<MotionView, "rounds" | "mayEdit" | "recused">
}

export type SeatView = {
  head: MeetingHead
  me: SeatHolder
  agenda: { ordinal: number; title: string }[]
  /**
   * What the tablet shows: to wait · to vote · that the vote was received · that this delegate must not vote on it · that it
   * goes on without this delegate (observer, or not present) · that the votes are being counted · the proclaimed result.
   */
  now:
    | { kind: "waiting" }
    | { kind: "vote" | "voted" | "recused" | "watching" | "counting"; roundId: string; secret: boolean; matter: Matter }
    | { kind: "result"; roundId: string; secret: boolean; matter: Matter; round: RoundView }
}

/** 代表平板上现在看到的. Refusal: not_seated. */
export async function readSeat(ctx: Ctx): Promise<Result<SeatView>> {
  const found = await findSeatPlace(ctx)
  if (!found.ok) return found
  const { meeting, me } = found.value
  const q = ctx.db.read
  const rounds = await listRounds(q, meeting.communityId, meeting.id)
  const agenda = (await listAgendaItems(q, meeting.communityId, meeting.id)).map(({ ordinal, title }) => ({
    ordinal,
    title,
  }))
  const view = { head: await readHead(q, meeting), me, agenda }
  const round = currentRound(rounds)
  const matter = round && (await readMatter(q, meeting, round))
  if (!round || !matter) return done({ ...view, now: { kind: "waiting" } })
  const shown = { roundId: round.id, secret: round.secret, matter }
  if (round.state === "proclaimed") return done({ ...view, now: { kind: "result", ...shown, round: viewRound(round) } })
  if (round.state === "closed") return done({ ...view, now: { kind: "counting", ...shown } })
  return done({ ...view, now: { kind: await kindOfOpen(q, meeting, me, round), ...shown } })
}

async function kindOfOpen(
  q: Reader,
  meeting: Meeting,
  me: SeatHolder,
  round: Round,
): Promise<"vote" | "voted" | "recused" | "watching"> {
  const facts = await findBallotFacts(q, meeting.communityId, {
    meetingId: meeting.id,
    roundId: round.id,
    participantId: me.participantId,
  })
  if (facts?.earlierRequestKey != null) return "voted"
  const isRecused = facts?.recusedAt != null
  if (isRecused) return "recused"
  return canCast({ ...me, roundState: round.state, isRecused }).ok ? "vote" : "watching"
}

export type BallotPaper = {
  head: MeetingHead
  me: SeatHolder
  roundId: string
  secret: boolean
  matter: Matter
  hasVoted: boolean
}

/**
 * What the delegate votes on, for the pages of choosing, checking and done. Once voted it is still shown, with `hasVoted`.
 * Refusals: not_seated, not_found, and those of `canCast`.
 */
export async function readBallotPaper(ctx: Ctx, roundId: string): Promise<Result<BallotPaper>> {
  const found = await findSeatPlace(ctx)
  if (!found.ok) return found
  const { meeting, me } = found.value
  const q = ctx.db.read
  const round = await findRound(q, ctx.community.id, roundId)
  if (!round || round.meetingId !== meeting.id) return refuse("not_found")
  const facts = await findBallotFacts(q, ctx.community.id, {
    meetingId: meeting.id,
    roundId,
    participantId: me.participantId,
  })
  const hasVoted = facts?.earlierRequestKey != null
  const checked = canCast({ ...me, roundState: round.state, isRecused: facts?.recusedAt != null })
  if (!checked.ok && !hasVoted) return checked
  const matter = await readMatter(q, meeting, round)
  if (!matter) return refuse("not_found")
  return done({ head: await readHead(q, meeting), me, roundId, secret: round.secret, matter, hasVoted })
}

export type RoundResultView = { head: MeetingHead; matter: Matter; round: RoundView; choices: NamedChoice[] | null }

/**
 * What a round came to: to chair, recorder and desk once it is closed, to seats and readers of records once it is proclaimed.
 * How each one voted in a named round is for those who read the record, not for tablets. Refusals: not_found, forbidden,
 * result_not_out.
 */
export async function readRoundResult(ctx: Ctx, roundId: string): Promise<Result<RoundResultView>> {
  const q = ctx.db.read
  const round = await findRound(q, ctx.community.id, roundId)
  const meeting = round && (await findMeeting(q, ctx.community.id, round.meetingId))
  if (!round || !meeting) return refuse("not_found")
  const isSeated = ctx.actor.seat?.meetingId === meeting.id
  if (!ctx.actor.accountId && !isSeated) return refuse("not_found")
  const [isAtDesk, isReader] = [may(ctx.actor, "meeting:desk", meeting), may(ctx.actor, "record:read", meeting)]
  if (!isAtDesk && !isReader && !isSeated) return refuse("forbidden")
  if (round.state === "open" || (round.state !== "proclaimed" && !isAtDesk)) return refuse("result_not_out")
  const matter = await readMatter(q, meeting, round)
  if (!matter) return refuse("not_found")
  const reader = isAtDesk ? "atCount" : "record"
  const choices = isAtDesk || isReader ? await readNamedChoices(q, meeting, round, matter.motion, reader) : null
  return done({ head: await readHead(q, meeting), matter, round: viewRound(round), choices })
}

async function readMatter(q: Reader, meeting: Meeting, round: Round): Promise<Matter | null> {
  for (const item of await readItems(q, meeting, [])) {
    const motion = item.motions.find(one => one.motionId === round.motionId)
    if (!motion) continue
    const { rounds: _, mayEdit: __, recused: ___, ...shown } = motion
    return { item: { agendaItemId: item.agendaItemId, ordinal: item.ordinal, title: item.title }, motion: shown }
  }
  return null
}

async function findSeatPlace(ctx: Ctx): Promise<Result<{ meeting: Meeting; me: SeatHolder }>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const q = ctx.db.read
  const meeting = await findMeeting(q, ctx.community.id, seat.meetingId)
  const participant = await findParticipant(q, ctx.community.id, seat.participantId)
  if (!meeting || participant?.meetingId !== meeting.id) return refuse("not_seated")
  const presence = (await findAttendance(q, ctx.community.id, meeting.id, participant.id))?.presence ?? "absent"
  const me = {
    participantId: participant.id,
    name: participant.name,
    standing: participant.standing,
    presence,
    presenceName: presenceNames[presence],
  }
  return done({ meeting, me })
}

import type { Reader } from "#db/client"
import type { Presence } from "#db/schema/chamber"
import { presenceNames } from "~/chamber/attendance/rules"
import { findAttendance } from "~/chamber/attendance/store"
import { canCast, canCorrect } from "~/chamber/rounds/rules"
import { findMeeting, findParticipant, type Meeting } from "~/convening/store"
import { sortByStrokes } from "~/law/names"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { type MeetingHead, readHead } from "./attendance/presence-view"
import { listProxiesInForce } from "./attendance/proxy-store"
import { frozenRuleOf } from "./meeting-access"
import { findVoter } from "./rounds/ballots"
import { readChallenges } from "./rounds/challenge-view"
import { findBallotFacts, findRound, type Round } from "./rounds/round-store"
import { currentRound, type NamedChoice, type RoundView, readNamedChoices, viewRound } from "./rounds/round-view"
import { readSeatSpeaking, type SeatSpeakingView } from "./speaking/seat-speaking"
import { type Matter, readMatter, readTable, type Table } from "./tablet-reads"

export type SeatHolder = {
  participantId: string
  name: string
  standing: "entitled" | "observer"
  presence: Presence
  presenceName: string
}

/** Somebody this delegate stands for. */
export type Principal = { participantId: string; name: string; hasVoted: boolean }

export type SeatView = {
  head: MeetingHead
  me: SeatHolder
  agenda: { ordinal: number; title: string }[]
  /** 现在进行的议程; null of a meeting without agenda. */
  itemInHand: { ordinal: number; title: string } | null
  speaking: SeatSpeakingView | null
  /**
   * What the tablet shows: to wait · to vote · that the vote was received · that this delegate must not vote on it · that it
   * goes on without this delegate (observer, or not present) · that the votes are being counted · the proclaimed result.
   */
  now:
    | { kind: "waiting" }
    | { kind: "vote" | "recused"; roundId: string; secret: boolean; matter: Matter }
    | { kind: "voted"; roundId: string; secret: boolean; matter: Matter; principals: Principal[]; mayChange: boolean }
    | { kind: "watching"; roundId: string; secret: boolean; matter: Matter; why: Refusal }
    | {
        kind: "counting"
        roundId: string
        secret: boolean
        matter: Matter
        mayChallenge: boolean
        /** The delegate's own 异议, the newest; the answer is null while it waits. */
        challenge: { groundName: string; answer: string | null } | null
      }
    | { kind: "result"; roundId: string; secret: boolean; matter: Matter; round: RoundView }
}

/** 代表平板上现在看到的. Refusal: not_seated. */
export async function readSeat(ctx: Ctx): Promise<Result<SeatView>> {
  const found = await findSeatPlace(ctx)
  if (!found.ok) return found
  const { table, me } = found.value
  const { meeting, rounds, itemInHand: item } = table
  const q = ctx.db.read
  const now = await readNow(q, meeting, me, rounds)
  return done({
    head: table.head,
    me,
    agenda: table.agenda.map(({ ordinal, title }) => ({ ordinal, title })),
    itemInHand: item && { ordinal: item.ordinal, title: item.title },
    // Nobody signs up to speak on the page that leads to the ballot.
    speaking: now.kind === "vote" ? null : await readSeatSpeaking(q, meeting, me.participantId, ctx.now()),
    now,
  })
}

async function readNow(
  q: Reader,
  meeting: Meeting,
  me: SeatHolder,
  rounds: readonly Round[],
): Promise<SeatView["now"]> {
  const round = currentRound(rounds)
  const matter = round && (await readMatter(q, meeting.communityId, meeting.id, round.motionId))
  if (!round || !matter) return { kind: "waiting" }
  const shown = { roundId: round.id, secret: round.secret, matter }
  if (round.state === "proclaimed") return { kind: "result", ...shown, round: viewRound(round) }
  if (round.state === "closed") {
    const own = (await readChallenges(q, round)).filter(one => one.participantId === me.participantId)
    const newest = own.toSorted((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime()).at(-1)
    const challenge = newest ? { groundName: newest.groundName, answer: newest.answer?.words ?? null } : null
    const mayChallenge = me.standing === "entitled" && challenge?.answer !== null
    return { kind: "counting", ...shown, mayChallenge, challenge }
  }
  return { ...shown, ...(await readOpen(q, meeting, me, round)) }
}

type OpenNow =
  | { kind: "vote" | "recused" }
  | { kind: "voted"; principals: Principal[]; mayChange: boolean }
  | { kind: "watching"; why: Refusal }

async function readOpen(q: Reader, meeting: Meeting, me: SeatHolder, round: Round): Promise<OpenNow> {
  const facts = await findBallotFacts(q, meeting.communityId, {
    meetingId: meeting.id,
    roundId: round.id,
    participantId: me.participantId,
  })
  if (facts?.earlierRequestKey != null)
    return {
      kind: "voted",
      principals: await readPrincipals(q, meeting, round.id, me.participantId),
      mayChange: canCorrect(frozenRuleOf(meeting), round).ok && !round.votingEndedAt && facts.paperSerial === null,
    }
  const isRecused = facts?.recusedAt != null
  if (isRecused) return { kind: "recused" }
  const may = canCast({ ...round, ...me, roundState: round.state, isRecused, holdsPaper: facts?.paperSerial != null })
  return may.ok ? { kind: "vote" } : { kind: "watching", why: may }
}

/** Those a delegate stands for in an open round, by name; without those who must not vote on it. */
async function readPrincipals(q: Reader, meeting: Meeting, roundId: string, holderId: string): Promise<Principal[]> {
  if (frozenRuleOf(meeting).proxies === "none") return []
  const proxies = await listProxiesInForce(q, meeting.communityId, meeting.id)
  const principals: Principal[] = []
  for (const { principalId } of proxies.filter(proxy => proxy.holderId === holderId)) {
    const key = { meetingId: meeting.id, roundId, participantId: principalId }
    const facts = await findBallotFacts(q, meeting.communityId, key)
    if (facts && !facts.recusedAt)
      principals.push({ participantId: principalId, name: facts.name, hasVoted: facts.earlierRequestKey !== null })
  }
  return sortByStrokes(principals, principal => principal.name)
}

export type BallotPaper = {
  head: MeetingHead
  me: SeatHolder
  /** Whose ballot it is: the seat's own, or that of somebody it stands for. */
  voter: { participantId: string; name: string; isPrincipal: boolean }
  roundId: string
  secret: boolean
  hasCodes: boolean
  matter: Matter
  hasVoted: boolean
  /** 改投: whether the rule lets a ballot of this round be changed before it is closed, and whether this one may be now. */
  isChangeable: boolean
  mayChange: boolean
  principals: Principal[]
  lastCallAt: Date | null
  countdownUntil: Date | null
  /** When this was read, by the server's clock. */
  readAt: Date
}

/**
 * What the delegate votes on, for the pages of choosing, checking and done. Once voted it is still shown, with `hasVoted`.
 * Refusals: not_seated, not_found, and those of `findVoter` and `canCast`.
 */
export async function readBallotPaper(
  ctx: Ctx,
  roundId: string,
  forParticipantId?: string,
): Promise<Result<BallotPaper>> {
  const found = await findSeatPlace(ctx)
  return found.ok ? paperOf(ctx, found.value, roundId, forParticipantId) : found
}

/**
 * The ballot a seat is to cast now: of the round that is open, its own. Refusals: already_voted, and those of
 * `readBallotPaper`.
 */
export async function readOpenBallot(ctx: Ctx): Promise<Result<BallotPaper>> {
  const found = await findSeatPlace(ctx)
  if (!found.ok) return found
  const round = currentRound(found.value.table.rounds)
  if (round?.state !== "open") return refuse("not_found")
  const paper = await paperOf(ctx, found.value, round.id)
  return paper.ok && paper.value.hasVoted ? refuse("already_voted") : paper
}

async function paperOf(
  ctx: Ctx,
  { table, me }: SeatPlace,
  roundId: string,
  forParticipantId?: string,
): Promise<Result<BallotPaper>> {
  const { meeting } = table
  const q = ctx.db.read
  const round = table.rounds.find(one => one.id === roundId)
  if (!round || !ctx.actor.seat) return refuse("not_found")
  const voter = await findVoter(q, ctx, ctx.actor.seat, { roundId, forParticipantId })
  if (!voter.ok) return voter
  const { participantId, facts } = voter.value
  const hasVoted = facts.earlierRequestKey !== null
  const may = canCast(facts)
  if (!may.ok && !hasVoted) return may
  const matter = await readMatter(q, meeting.communityId, meeting.id, round.motionId)
  if (!matter) return refuse("not_found")
  const isChangeable = canCorrect(frozenRuleOf(meeting), round).ok
  // What the principal cast before going is not the proxy's to change.
  const isForeign = voter.value.castById !== null && facts.earlierCastById !== voter.value.castById
  return done({
    head: table.head,
    me,
    voter: { participantId, name: facts.name, isPrincipal: participantId !== me.participantId },
    roundId,
    secret: round.secret,
    hasCodes: round.hasCodes,
    matter,
    hasVoted,
    isChangeable,
    mayChange: isChangeable && hasVoted && may.ok && !isForeign,
    principals: await readPrincipals(q, meeting, roundId, me.participantId),
    lastCallAt: round.lastCallAt,
    countdownUntil: round.countdownUntil,
    readAt: ctx.now(),
  })
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
  const matter = await readMatter(q, meeting.communityId, meeting.id, round.motionId)
  if (!matter) return refuse("not_found")
  const reader = isAtDesk ? "atCount" : "record"
  const choices = isAtDesk || isReader ? await readNamedChoices(q, meeting, round, matter.motion, reader) : null
  return done({ head: await readHead(q, meeting), matter, round: viewRound(round), choices })
}

type SeatPlace = { table: Table; me: SeatHolder }

async function findSeatPlace(ctx: Ctx): Promise<Result<SeatPlace>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const q = ctx.db.read
  const table = await readTable(q, ctx.community.id, seat.meetingId)
  const participant = await findParticipant(q, ctx.community.id, seat.participantId)
  if (!table || participant?.meetingId !== table.meeting.id) return refuse("not_seated")
  const presence = (await findAttendance(q, ctx.community.id, table.meeting.id, participant.id))?.presence ?? "absent"
  const me = {
    participantId: participant.id,
    name: participant.name,
    standing: participant.standing,
    presence,
    presenceName: presenceNames[presence],
  }
  return done({ table, me })
}

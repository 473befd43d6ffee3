import type { Reader } from "#db/client"
import { canCast, canCorrect } from "~/chamber/rounds/rules"
import { findMeeting, type Meeting } from "~/convening/store"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { type MeetingHead, readHead } from "./attendance/presence-view"
import { frozenRuleOf } from "./meeting-access"
import { listAnsweredFor, type OwnChallenge } from "./rounds/challenge-page"
import { findBallotFacts, findRound, type Round } from "./rounds/round-store"
import { currentRound, type NamedChoice, type RoundView, readNamedChoices, viewRound } from "./rounds/round-view"
import { findSeatPlace, type Principal, readPrincipals, type SeatHolder } from "./seat-place"
import { readSeatSpeaking, type SeatSpeakingView } from "./speaking/seat-speaking"
import { type Matter, readMatter } from "./tablet-reads"

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
        /** Those this seat stands for of whom nothing waits for its answer. */
        mayChallengeFor: { participantId: string; name: string }[]
        challenge: OwnChallenge | null
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
    const [own, ...others] = await listAnsweredFor(q, round, { ...me, id: me.participantId })
    return {
      kind: "counting",
      ...shown,
      mayChallenge: own?.mayRaise ?? false,
      mayChallengeFor: others.filter(one => one.mayRaise).map(({ participantId, name }) => ({ participantId, name })),
      challenge: own?.earlier ?? null,
    }
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
      principals: (await readPrincipals(q, meeting, round.id, [me.participantId])).get(me.participantId) ?? [],
      mayChange: canCorrect(frozenRuleOf(meeting), round).ok && !round.votingEndedAt && facts.paperSerial === null,
    }
  const isRecused = facts?.recusedAt != null
  if (isRecused) return { kind: "recused" }
  const may = canCast({ ...round, ...me, roundState: round.state, isRecused, holdsPaper: facts?.paperSerial != null })
  return may.ok ? { kind: "vote" } : { kind: "watching", why: may }
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

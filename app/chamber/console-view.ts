import type { Reader } from "#db/client"
import { countInPerson, countRecusedHere } from "~/chamber/attendance/attendance"
import { canCloseMeeting, canStart } from "~/chamber/rules"
import type { Meeting } from "~/convening/store"
import { done, type Refusal, type Result } from "~/law/result"
import type { Counts } from "~/law/tally"
import { may } from "~/people/permissions"
import { mayPutToVote } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import {
  countPeople,
  listPeople,
  type MeetingHead,
  type PersonHere,
  type Presences,
  readHead,
} from "./attendance/presence-view"
import { findMeetingFor, frozenRuleOf } from "./meeting-access"
import { type ItemView, readItems } from "./motions/agenda-view"
import { listMotions } from "./motions/store"
import { mayFallBack, type PaperSummary, readPaperSummary } from "./paper/summary"
import { readItemInHand, resultOnShow } from "./progress"
import { findNewestMove } from "./progress-store"
import { type ChallengeView, readChallenges } from "./rounds/challenge-view"
import { readCounts } from "./rounds/closing"
import { type OpeningView, viewOpening } from "./rounds/opening"
import { type ListedRound, listRounds, type Round } from "./rounds/round-store"
import { type NamedChoice, type RoundView, readNamedChoices, viewRound } from "./rounds/round-view"
import { type RunningRound, readRunningRound } from "./rounds/running-view"
import { readSpeaking, type SpeakingView } from "./speaking/speaking-view"

/** The round under way, with how far its papers or hands are. `paper` is null of a round on tablets alone. */
export type RunningView = RunningRound & { paper: PaperSummary | null; mayFallBack: boolean }

/** Closed, to be looked at and proclaimed or annulled. */
export type ClosedView = RoundView & {
  choices: NamedChoice[] | null
  /** The tie that the chair has to decide first; null otherwise. */
  awaitsCasting: Counts | null
  /** Each is answered before the result is proclaimed. */
  challenges: ChallengeView[]
  /** Who may raise one. */
  roll: { participantId: string; name: string }[]
}

/** What the chair needs of the speaking; the shares of each side stand on 发言台. */
export type ConsoleSpeakingView = Pick<SpeakingView, "now" | "next" | "queue"> & {
  statistics: Pick<SpeakingView["statistics"], "total">
}

export type ConsoleView = {
  head: MeetingHead
  presences: Presences
  /** The entitled who are neither here nor excused, while the meeting waits for them. */
  awaited: Pick<PersonHere, "participantId" | "name" | "capacityName">[]
  items: ItemView[]
  itemInHandId: string | null
  openRound: RunningView | null
  closedRound: ClosedView | null
  /** The proclaimed round whose result stands before the hall, until the chair goes on. */
  shownRoundId: string | null
  /** Null of a meeting without agenda. */
  speaking: ConsoleSpeakingView | null
  /** What the next steps would be answered: null where the step may be taken. */
  moves: { start: Refusal | null; close: Refusal | null }
  /** For each motion, in which manner a round may be opened on it. */
  opening: Record<string, OpeningView>
  /** False of a meeting that notes what is agreed and votes on nothing. */
  votes: boolean
  /** Whether the chair may also write at the recorder's desk. */
  mayRecord: boolean
}

const refusalOf = (result: Result<unknown>): Refusal | null => (result.ok ? null : result)

/** 主持台. Refusals: not_found, forbidden. */
export async function readConsole(ctx: Ctx, meetingId: string): Promise<Result<ConsoleView>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:chair")
  if (!found.ok) return found
  const meeting = found.value
  const q = ctx.db.read
  const people = await listPeople(q, meeting)
  const presences = countPeople(meeting, people)
  const rounds = await listRounds(q, meeting.communityId, meetingId)
  const items = await readItems(q, meeting, rounds)
  const open = rounds.find(round => round.state === "open")
  const closed = rounds.find(round => round.state === "closed")
  const itemInHand = await readItemInHand(q, meeting.communityId, meetingId)
  const shown = resultOnShow(rounds, await findNewestMove(q, meeting.communityId, meetingId))
  const rule = frozenRuleOf(meeting)
  return done({
    head: await readHead(q, meeting),
    presences,
    awaited: isWaiting(meeting) ? people.filter(isAwaited) : [],
    items,
    itemInHandId: itemInHand?.id ?? null,
    openRound: open ? await viewRunning(ctx, meeting, open, people) : null,
    closedRound: closed ? await viewClosed(ctx, meeting, closed, items) : null,
    shownRoundId: shown?.id ?? null,
    speaking: itemInHand && speakingOf(await readSpeaking(q, meeting, itemInHand.id, ctx.now())),
    moves: {
      start: refusalOf(canStart(meeting.state, rule, presences)),
      close: refusalOf(canCloseMeeting(rounds)),
    },
    opening: await viewOpenings(q, meeting, rounds, presences),
    votes: mayPutToVote(rule),
    mayRecord: may(ctx.actor, "meeting:record", meeting),
  })
}

const speakingOf = ({ now, next, queue, statistics }: SpeakingView): ConsoleSpeakingView => ({
  now,
  next,
  queue,
  statistics: { total: statistics.total },
})

const isWaiting = ({ state }: Meeting) => state === "checkIn" || state === "adjourned"
const isAwaited = ({ standing, presence, stoodForBy }: PersonHere) =>
  standing === "entitled" && (presence === "absent" || presence === "left") && stoodForBy === null

async function viewRunning(ctx: Ctx, meeting: Meeting, round: Round, people: readonly PersonHere[]) {
  const q = ctx.db.read
  return {
    ...(await readRunningRound(q, ctx, meeting, round, people)),
    paper: await readPaperSummary(q, round),
    mayFallBack: mayFallBack(round),
  }
}

async function viewClosed(ctx: Ctx, meeting: Meeting, round: Round, items: readonly ItemView[]): Promise<ClosedView> {
  const q = ctx.db.read
  const motion = items.flatMap(item => item.motions).find(one => one.motionId === round.motionId)!
  return {
    ...viewRound(round),
    choices: await readNamedChoices(q, meeting, round, motion, "atCount"),
    awaitsCasting: round.result ? null : await readCounts(q, ctx, round),
    challenges: await readChallenges(q, round),
    roll: (round.roll ?? []).map(({ participantId, name }) => ({ participantId, name })),
  }
}

async function viewOpenings(
  q: Reader,
  meeting: Meeting,
  rounds: readonly ListedRound[],
  headcount: Presences,
): Promise<Record<string, OpeningView>> {
  const motions = await listMotions(q, meeting.communityId, meeting.id)
  const rule = frozenRuleOf(meeting)
  const views: Record<string, OpeningView> = {}
  for (const motion of motions) {
    const recused = await countRecusedHere(q, meeting.communityId, meeting.id, motion.id)
    const inPerson = await countInPerson(q, meeting.communityId, meeting.id, motion.id)
    views[motion.id] = viewOpening({ meeting, rule, headcount, recused, inPerson, motion, motions, rounds })
  }
  return views
}

import type { Reader } from "#db/client"
import { canOpenRound } from "~/chamber/rounds/rules"
import { canCloseMeeting, canStart, mayRecord } from "~/chamber/rules"
import { listSpeeches } from "~/chamber/speaking/store"
import type { Meeting } from "~/convening/store"
import { done, type Refusal, type Result } from "~/law/result"
import { type Counts, type Mark, tally } from "~/law/tally"
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
import { type ItemView, type MotionView, readItems, type SpeechView } from "./motions/agenda-view"
import { listRecused } from "./motions/recusal-store"
import { readChoices } from "./rounds/counting"
import { hasRoundKey } from "./rounds/round-keys"
import { listRollParticipants, listRounds, type Round } from "./rounds/round-store"
import {
  type NamedChoice,
  type OpenRoundView,
  type RoundView,
  readNamedChoices,
  viewOpenRound,
  viewRound,
} from "./rounds/round-view"

export type NotVoted = Pick<PersonHere, "participantId" | "name" | "capacityName" | "organization">

export type ConsoleView = {
  head: MeetingHead
  presences: Presences
  /** The entitled who are neither here nor excused, while the meeting waits for them. */
  awaited: NotVoted[]
  items: ItemView[]
  speeches: SpeechView[]
  /** With who is present and has not voted. `keyIsLost`: this secret round can only be annulled. */
  openRound: (OpenRoundView & { notVoted: NotVoted[]; recusedNames: string[]; keyIsLost: boolean }) | null
  /** Closed, to be looked at and proclaimed or annulled. `awaitsCasting`: the tie that the chair has to decide first. */
  closedRound: (RoundView & { choices: NamedChoice[] | null; awaitsCasting: Counts | null }) | null
  /** What the next steps would be answered: null where the step may be taken. */
  moves: { start: Refusal | null; resume: Refusal | null; close: Refusal | null }
  /** For each motion, whether a round may be opened on it, named or secret. */
  opening: Record<string, { named: Refusal | null; secret: Refusal | null }>
  secretMinimum: number
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
  const rule = frozenRuleOf(meeting)
  const people = await listPeople(q, meeting)
  const presences = countPeople(meeting, people)
  const rounds = await listRounds(q, meeting.communityId, meetingId)
  const items = await readItems(q, meeting, rounds)
  const [open, closed] = [rounds.find(round => round.state === "open"), rounds.find(round => round.state === "closed")]
  const motions = items.flatMap(item => item.motions)
  const formOf = (round: Round) => motions.find(motion => motion.motionId === round.motionId)!
  const recusedHere = (motion: MotionView) =>
    motion.recused.filter(({ participantId }) =>
      people.some(one => one.participantId === participantId && one.presence === "present"),
    ).length
  const mayOpen = (motion: MotionView, secret: boolean) =>
    refusalOf(
      canOpenRound({
        state: meeting.state,
        rule,
        headcount: presences,
        recused: recusedHere(motion),
        secret,
        roundsOfMeeting: rounds,
        roundsOfMotion: rounds.filter(round => round.motionId === motion.motionId),
      }),
    )
  const start = refusalOf(canStart(meeting.state, rule, presences))
  return done({
    head: await readHead(q, meeting),
    presences,
    awaited: isWaiting(meeting) ? people.filter(isAwaited).map(nameOnly) : [],
    items,
    speeches: await listSpeeches(q, meeting.communityId, meetingId),
    openRound: open
      ? {
          ...(await viewOpenRound(q, open, presences.present)),
          notVoted: await listNotVoted(q, meeting, open, people),
          recusedNames: formOf(open).recused.map(one => one.name),
          keyIsLost: open.secret && !(await hasRoundKey(ctx.keyDir, open.id)),
        }
      : null,
    closedRound: closed
      ? {
          ...viewRound(closed),
          choices: await readNamedChoices(q, meeting, closed, formOf(closed), "atCount"),
          awaitsCasting: closed.result ? null : tally((await readChoices(q, ctx, closed)) as Mark[]),
        }
      : null,
    moves: { start, resume: start, close: refusalOf(canCloseMeeting(rounds)) },
    opening: Object.fromEntries(
      motions.map(motion => [motion.motionId, { named: mayOpen(motion, false), secret: mayOpen(motion, true) }]),
    ),
    secretMinimum: rule.secretMinimum,
    votes: mayPutToVote(rule),
    mayRecord: may(ctx.actor, "meeting:record", meeting),
  })
}

const isWaiting = ({ state }: Meeting) => state === "checkIn" || state === "adjourned"
const isAwaited = ({ standing, presence }: PersonHere) =>
  standing === "entitled" && (presence === "absent" || presence === "left")
const nameOnly = ({ participantId, name, capacityName, organization }: PersonHere): NotVoted => ({
  participantId,
  name,
  capacityName,
  organization,
})

/** Present, free to vote and without a ballot, by name, in secret rounds too: that someone voted is no secret, how is. */
async function listNotVoted(
  q: Reader,
  meeting: Meeting,
  round: Round,
  people: readonly PersonHere[],
): Promise<NotVoted[]> {
  const voted = new Set(await listRollParticipants(q, meeting.communityId, round.id))
  const recused = await listRecused(q, meeting.communityId, round.motionId)
  return people
    .filter(one => one.standing === "entitled" && one.presence === "present" && !voted.has(one.participantId))
    .filter(one => !recused.has(one.participantId))
    .map(nameOnly)
}

/** Who is present and has not voted in the open round; empty when none is open. Refusals: not_found, forbidden. */
export async function participantsNotVoted(ctx: Ctx, meetingId: string): Promise<Result<NotVoted[]>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:chair")
  if (!found.ok) return found
  const open = (await listRounds(ctx.db.read, ctx.community.id, meetingId)).find(round => round.state === "open")
  if (!open) return done([])
  return done(await listNotVoted(ctx.db.read, found.value, open, await listPeople(ctx.db.read, found.value)))
}

export type RecorderView = {
  head: MeetingHead
  presences: Presences
  items: ItemView[]
  speeches: SpeechView[]
  /** Who came and may be taken down as a speaker. */
  speakers: PersonHere[]
  speechLimit: { minutes: number; times: number }
  mayRecordSpeech: boolean
  mayPutMotion: boolean
  /** False of a meeting that notes what is agreed and votes on nothing. */
  votes: boolean
}

/** 记录台. Refusals: not_found, forbidden. */
export async function readRecorder(ctx: Ctx, meetingId: string): Promise<Result<RecorderView>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:record")
  if (!found.ok) return found
  const meeting = found.value
  const people = await listPeople(ctx.db.read, meeting)
  const rounds = await listRounds(ctx.db.read, meeting.communityId, meetingId)
  return done({
    head: await readHead(ctx.db.read, meeting),
    presences: countPeople(meeting, people),
    items: await readItems(ctx.db.read, meeting, rounds),
    speeches: await listSpeeches(ctx.db.read, meeting.communityId, meetingId),
    speakers: people.filter(person => person.firstArrivedAt !== null),
    speechLimit: frozenRuleOf(meeting).speechLimit,
    mayRecordSpeech: mayRecord(meeting.state),
    mayPutMotion: meeting.state === "inSession",
    votes: mayPutToVote(frozenRuleOf(meeting)),
  })
}

import type { Reader } from "#db/client"
import type { Meeting } from "~/convening/store"
import { done, type Refusal, type Result } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { type ItemView, type MotionView, readItems, type SpeechView } from "./agenda-view"
import { findMeetingFor, ruleOf } from "./meeting-access"
import { countPeople, listPeople, type MeetingHead, type PersonHere, type Presences, readHead } from "./presence-view"
import { hasRoundKey } from "./round-keys"
import { countRoll, listRollParticipants, listRounds, type Round } from "./round-store"
import { type NamedChoice, type RoundView, readNamedChoices, viewRound } from "./round-view"
import { canArrive, canCloseMeeting, canOpenRound, canStart, mayRecord } from "./rules"
import { listSpeeches } from "./store"

/** The round that is open: how many voted, never what. */
export type OpenRoundView = RoundView & { cast: number; present: number }
export type NotVoted = Pick<PersonHere, "participantId" | "name" | "capacityName" | "organization">

export type ConsoleView = {
  head: MeetingHead
  presences: Presences
  /** The entitled who are neither here nor excused, while the meeting waits for them. */
  awaited: NotVoted[]
  items: ItemView[]
  speeches: SpeechView[]
  /** With who is present and has not voted. `keyIsLost`: this secret round can only be annulled. */
  openRound: (OpenRoundView & { notVoted: NotVoted[]; keyIsLost: boolean }) | null
  /** Closed, to be looked at and proclaimed or annulled. */
  closedRound: (RoundView & { choices: NamedChoice[] | null }) | null
  /** What the next steps would be answered: null where the step may be taken. */
  moves: { start: Refusal | null; resume: Refusal | null; close: Refusal | null }
  /** For each motion, whether a round may be opened on it, named or secret. */
  opening: Record<string, { named: Refusal | null; secret: Refusal | null }>
  secretMinimum: number
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
  const rule = ruleOf(meeting)
  const people = await listPeople(q, meeting)
  const presences = countPeople(meeting, people)
  const rounds = await listRounds(q, meeting.communityId, meetingId)
  const items = await readItems(q, meeting, rounds)
  const [open, closed] = [rounds.find(round => round.state === "open"), rounds.find(round => round.state === "closed")]
  const mayOpen = (motion: MotionView, secret: boolean) =>
    refusalOf(
      canOpenRound({
        state: meeting.state,
        rule,
        headcount: presences,
        secret,
        roundsOfMeeting: rounds,
        roundsOfMotion: rounds.filter(round => round.motionId === motion.motionId),
      }),
    )
  const start = refusalOf(canStart(meeting.state, rule, presences))
  const motions = items.flatMap(item => item.motions)
  return done({
    head: await readHead(q, meeting),
    presences,
    awaited: isWaiting(meeting) ? people.filter(isAwaited).map(nameOnly) : [],
    items,
    speeches: await listSpeeches(q, meeting.communityId, meetingId),
    openRound: open
      ? {
          ...(await viewOpen(q, meeting, open, presences)),
          notVoted: await listNotVoted(q, meeting, open, people),
          keyIsLost: open.secret && !(await hasRoundKey(ctx.keyDir, open.id)),
        }
      : null,
    closedRound: closed ? { ...viewRound(closed), choices: await readNamedChoices(q, meeting, closed) } : null,
    moves: { start, resume: start, close: refusalOf(canCloseMeeting(rounds)) },
    opening: Object.fromEntries(
      motions.map(motion => [motion.motionId, { named: mayOpen(motion, false), secret: mayOpen(motion, true) }]),
    ),
    secretMinimum: rule.secretMinimum,
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

const viewOpen = async (q: Reader, meeting: Meeting, round: Round, { present }: Presences): Promise<OpenRoundView> => ({
  ...viewRound(round),
  cast: await countRoll(q, meeting.communityId, round.id),
  present,
})

/** Present and without a ballot, by name, in secret rounds too: that someone voted is no secret, how is. */
async function listNotVoted(
  q: Reader,
  meeting: Meeting,
  round: Round,
  people: readonly PersonHere[],
): Promise<NotVoted[]> {
  const voted = new Set(await listRollParticipants(q, meeting.communityId, round.id))
  return people
    .filter(one => one.standing === "entitled" && one.presence === "present" && !voted.has(one.participantId))
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

export type DeskView = {
  head: MeetingHead
  presences: Presences
  people: PersonHere[]
  mayOpenCheckIn: boolean
  /** Whether comings and goings are taken down now. */
  mayCheckIn: boolean
}

/** 签到台. Refusals: not_found, forbidden. */
export async function readDesk(ctx: Ctx, meetingId: string): Promise<Result<DeskView>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:desk")
  if (!found.ok) return found
  const people = await listPeople(ctx.db.read, found.value)
  return done({
    head: await readHead(ctx.db.read, found.value),
    presences: countPeople(found.value, people),
    people,
    mayOpenCheckIn: found.value.state === "convened",
    mayCheckIn: canArrive(found.value.state).ok,
  })
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
    speechLimit: ruleOf(meeting).speechLimit,
    mayRecordSpeech: mayRecord(meeting.state),
    mayPutMotion: meeting.state === "inSession",
  })
}

export type ScreenView = {
  head: MeetingHead
  presences: Presences
  items: Pick<ItemView, "agendaItemId" | "ordinal" | "title">[]
  now:
    | { kind: "waiting" }
    | { kind: "discussing"; item: ScreenItem; motion: MotionView }
    | { kind: "voting"; item: ScreenItem; motion: MotionView; round: OpenRoundView }
    | { kind: "counting"; item: ScreenItem; motion: MotionView; round: Omit<RoundView, "result"> }
    | { kind: "result"; item: ScreenItem; motion: MotionView; round: RoundView }
}
type ScreenItem = Pick<ItemView, "agendaItemId" | "ordinal" | "title">

/** 大屏: who is here, what is voted on, the proclaimed result; no name with a choice. Refusals: not_found, forbidden. */
export async function readScreen(ctx: Ctx, meetingId: string): Promise<Result<ScreenView>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:screen")
  if (!found.ok) return found
  const meeting = found.value
  const q = ctx.db.read
  const presences = countPeople(meeting, await listPeople(q, meeting))
  const rounds = await listRounds(q, meeting.communityId, meetingId)
  const items = await readItems(q, meeting, rounds)
  return done({
    head: await readHead(q, meeting),
    presences,
    items: items.map(({ agendaItemId, ordinal, title }) => ({ agendaItemId, ordinal, title })),
    now: await showNow(q, meeting, rounds, items, presences),
  })
}

async function showNow(
  q: Reader,
  meeting: Meeting,
  rounds: readonly Round[],
  items: readonly ItemView[],
  presences: Presences,
): Promise<ScreenView["now"]> {
  if (meeting.state !== "inSession") return { kind: "waiting" }
  const round = currentRound(rounds)
  const places = items.flatMap(({ agendaItemId, ordinal, title, motions }) =>
    motions.map(motion => ({ item: { agendaItemId, ordinal, title }, motion })),
  )
  const discussed = findDiscussed(places, round)
  if (discussed) return { kind: "discussing", ...discussed }
  const place = round && places.find(one => one.motion.motionId === round.motionId)
  if (!round || !place) return { kind: "waiting" }
  const { item } = place
  // The hall learns a result when it is proclaimed, not when it is counted.
  const motion = { ...place.motion, rounds: place.motion.rounds.map(withoutEarlyResult) }
  if (round.state === "open")
    return { kind: "voting", item, motion, round: await viewOpen(q, meeting, round, presences) }
  if (round.state === "closed") return { kind: "counting", item, motion, round: withoutEarlyResult(viewRound(round)) }
  return { kind: "result", item, motion, round: viewRound(round) }
}

type Place = { item: ScreenItem; motion: MotionView }

/** The motion talked over, while none is voted on. A proclaimed result stands until a motion is put, or opened in vain, after it. */
function findDiscussed(places: readonly Place[], round: Round | undefined): Place | undefined {
  if (round && round.state !== "proclaimed") return undefined
  const waiting = places.filter(({ motion }) => motion.rounds.every(one => one.state === "annulled"))
  const since = round?.proclaimedAt
  if (!since) return waiting[0]
  return waiting.findLast(({ motion }) => (motion.rounds.at(-1)?.openedAt ?? motion.putAt) > since)
}

const withoutEarlyResult = (round: RoundView): RoundView =>
  round.state === "proclaimed" ? round : { ...round, result: null }

/** What the hall is about now: the open round, the one being counted, or the last proclaimed. */
export function currentRound(rounds: readonly Round[]): Round | undefined {
  const going = rounds.find(round => round.state === "open") ?? rounds.find(round => round.state === "closed")
  if (going) return going
  const proclaimed = rounds.filter(round => round.state === "proclaimed")
  return proclaimed.toSorted((a, b) => (b.proclaimedAt?.getTime() ?? 0) - (a.proclaimedAt?.getTime() ?? 0))[0]
}

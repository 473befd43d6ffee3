import type { Reader } from "#db/client"
import type { Stance } from "#db/schema/chamber-speaking"
import { frozenRuleOf } from "~/chamber/meeting-access"
import type { Meeting } from "~/convening/store"
import { type MotionInHand, readMotionInHand } from "./motion-in-hand"
import {
  type Clock,
  clockOf,
  limitSecondsOf,
  orderQueue,
  type SpeakingKind,
  type SpeechLimit,
  sideWords,
  type TurnEvent,
} from "./rules"
import { capacityNameOf, type SpeakingStatistics, statisticsOf } from "./statistics"
import { listRequests, listTurnEvents, listTurnsWithGist, type RequestRow } from "./turn-store"

type Who = {
  requestId: string
  participantId: string
  name: string
  /** 居民, 物业, … or 列席. */
  capacityName: string
  organization: string
  kind: SpeakingKind
  stance: Stance
  /** 赞成 …, of a point of order 程序问题. */
  stanceName: string
  /** On which motion, by its number in the meeting; null where none stood. */
  motionOrdinal: number | null
}

/** Who has the word, and what the clock said when it was read; see `SpeakerClock`. */
export type SpeakerNow = Who & {
  agendaItemId: string
  limitSeconds: number
  spokenMs: number
  isPaused: boolean
  /** Which time on this motion it is, and how often the rule grants; of a point of order 0, it counts as none. */
  nth: number
  mostTimes: number
  /** Of a point of order: whom it interrupted, who has the word afterwards. */
  holds: string | null
  /** The server's time of reading, in milliseconds: what a page reckons on from. */
  readAt: number
}

export type QueuedSpeaker = Who & {
  /** From 1, in the order of calling. */
  place: number
  /** How often this person has spoken on the motion in hand. */
  times: number
  /** Nobody is called who has left the room. */
  isHere: boolean
  beyondLimit: boolean
}

export type SpokenTurn = Who & {
  /** On the motion in hand, or where none stands, while none stood: with these the times are counted. */
  isOnMotionInHand: boolean
  beganAt: Date
  seconds: number
  /** Over the time limit by so many seconds; 0 within it. */
  overSeconds: number
  hasGist: boolean
}

export type SpeakingView = {
  agendaItemId: string
  /** What is talked over on the item; null where no motion stands. */
  motion: MotionInHand | null
  /** Of the whole meeting: one speaks at a time, whichever item is looked at. */
  now: SpeakerNow | null
  queue: QueuedSpeaker[]
  /** Whoever is called next: the first of the queue who is in the room. */
  next: QueuedSpeaker | null
  /** In the order of speaking. */
  spoken: SpokenTurn[]
  limit: SpeechLimit
  /** Of the item. */
  statistics: SpeakingStatistics
  /** Of the motion in hand; where none stands, of what was said on the item while none stood. */
  ofMotion: SpeakingStatistics
  /** Of all items. */
  whole: SpeakingStatistics
}

export type Turn = { row: RequestRow; clock: Clock }

const whoOf = (row: RequestRow): Who => ({
  requestId: row.requestId,
  participantId: row.participantId,
  name: row.name,
  capacityName: capacityNameOf(row),
  organization: row.organization,
  kind: row.kind,
  stance: row.stance,
  stanceName: sideWords(row.kind, row.stance),
  motionOrdinal: row.motionOrdinal,
})

/** Every turn of the meeting that was begun and not put back, an interrupted one too, in the order of speaking. */
export async function listTurns(
  q: Reader,
  meeting: Meeting,
  requests: readonly RequestRow[],
  now: Date,
): Promise<Turn[]> {
  const begun = requests.filter(row => row.state === "speaking" || row.state === "held" || row.state === "done")
  if (begun.length === 0) return []
  const limit = frozenRuleOf(meeting).speechLimit
  const events = new Map<string, TurnEvent[]>()
  for (const event of await listTurnEvents(q, meeting.communityId, meeting.id))
    events.set(event.requestId, [...(events.get(event.requestId) ?? []), event])
  return begun
    .flatMap(row => {
      const clock = clockOf(events.get(row.requestId) ?? [], limitSecondsOf(row.kind, limit), now)
      return clock ? [{ row, clock }] : []
    })
    .toSorted((a, b) => a.clock.beganAt.getTime() - b.clock.beganAt.getTime())
}

export type QueueView = Pick<SpeakingView, "now" | "queue" | "limit" | "motion"> & {
  /** Everything ever asked for in the meeting, and what came of it. */
  requests: RequestRow[]
  turns: Turn[]
}

/** Who speaks and who is next: as much as a tablet needs. Whoever calls has asked whether the reader may. */
export async function readQueue(q: Reader, meeting: Meeting, agendaItemId: string, now: Date): Promise<QueueView> {
  const limit = frozenRuleOf(meeting).speechLimit
  const requests = await listRequests(q, meeting.communityId, meeting.id)
  const turns = await listTurns(q, meeting, requests, now)
  const speaking = turns.find(({ row }) => row.state === "speaking")
  const motion = await readMotionInHand(q, meeting.communityId, meeting.id, agendaItemId)
  const onMotion = turnsOn(turns, agendaItemId, motion)
  return {
    now: speaking ? speakerNow(speaking, turns, limit, now) : null,
    queue: queueOf(requests, onMotion, agendaItemId),
    motion,
    limit,
    requests,
    turns,
  }
}

/** 发言: who speaks, who is next, who has spoken on this item. Whoever calls has asked whether the reader may. */
export async function readSpeaking(
  q: Reader,
  meeting: Meeting,
  agendaItemId: string,
  now: Date,
): Promise<SpeakingView> {
  const { turns, queue, limit, motion, now: speaker } = await readQueue(q, meeting, agendaItemId, now)
  const withGist = await listTurnsWithGist(q, meeting.communityId, meeting.id)
  const ofItem = turns.filter(({ row }) => row.agendaItemId === agendaItemId)
  const onMotion = turnsOn(turns, agendaItemId, motion)
  return {
    agendaItemId,
    motion,
    now: speaker,
    queue,
    next: queue.find(one => one.isHere) ?? null,
    spoken: ofItem
      .filter(({ row }) => row.state === "done")
      .map(({ row, clock }) => ({
        ...whoOf(row),
        isOnMotionInHand: onMotion.some(turn => turn.row === row),
        beganAt: clock.beganAt,
        seconds: Math.round(clock.spokenMs / 1000),
        overSeconds: Math.max(0, Math.round(-(clock.remainingMs ?? 0) / 1000)),
        hasGist: withGist.has(row.requestId),
      })),
    limit,
    statistics: statisticsOf(ofItem.map(factOf)),
    ofMotion: statisticsOf(onMotion.map(factOf)),
    whole: statisticsOf(turns.map(factOf)),
  }
}

const turnsOn = (turns: readonly Turn[], agendaItemId: string, motion: MotionInHand | null): Turn[] =>
  turns.filter(({ row }) => row.agendaItemId === agendaItemId && row.motionId === (motion?.motionId ?? null))

export const factOf = ({ row, clock }: Turn) => ({ ...row, spokenMs: clock.spokenMs })

function queueOf(requests: readonly RequestRow[], turns: readonly Turn[], agendaItemId: string): QueuedSpeaker[] {
  const waiting = requests
    .filter(row => row.agendaItemId === agendaItemId && row.state === "waiting")
    .map(row => ({ ...row, requestedAt: row.requestedAt.getTime() }))
  const said = turns.map(({ row }) => row)
  return orderQueue(waiting, said).map((row, at) => ({
    ...whoOf({ ...row, requestedAt: new Date(row.requestedAt) }),
    place: at + 1,
    times: said.filter(one => one.participantId === row.participantId && one.kind === "speech").length,
    isHere: row.presence === "present",
    beyondLimit: row.beyondLimit,
  }))
}

const speakerNow = ({ row, clock }: Turn, turns: readonly Turn[], limit: SpeechLimit, now: Date): SpeakerNow => ({
  ...whoOf(row),
  agendaItemId: row.agendaItemId,
  limitSeconds: limitSecondsOf(row.kind, limit),
  spokenMs: clock.spokenMs,
  isPaused: clock.isPaused,
  nth: row.kind === "speech" ? turns.filter(turn => isSameTimes(turn.row, row)).length : 0,
  mostTimes: limit.times,
  holds: turns.find(turn => turn.row.state === "held")?.row.name ?? null,
  readAt: now.getTime(),
})

/** Speeches of one person that count together, in the order of speaking: this one is the last begun. */
const isSameTimes = (one: RequestRow, other: RequestRow): boolean =>
  one.kind === "speech" &&
  one.participantId === other.participantId &&
  one.agendaItemId === other.agendaItemId &&
  one.motionId === other.motionId

import type { Reader } from "#db/client"
import type { Stance } from "#db/schema/chamber-speaking"
import { frozenRuleOf } from "~/chamber/meeting-access"
import type { Meeting } from "~/convening/store"
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
}

/** Who has the word, and what the clock said when it was read; see `SpeakerClock`. */
export type SpeakerNow = Who & {
  agendaItemId: string
  /** Null of a point of order: nothing limits it. */
  limitSeconds: number | null
  spokenMs: number
  isPaused: boolean
  /** The server's time of reading, in milliseconds: what a page reckons on from. */
  readAt: number
}

export type QueuedSpeaker = Who & {
  /** From 1, in the order of calling. */
  place: number
  /** How often this person has spoken on the item. */
  times: number
  /** Nobody is called who has left the room. */
  isHere: boolean
  beyondLimit: boolean
}

export type SpokenTurn = Who & {
  beganAt: Date
  seconds: number
  /** Over the time limit by so many seconds; 0 within it. */
  overSeconds: number
  hasGist: boolean
}

export type SpeakingView = {
  agendaItemId: string
  /** Of the whole meeting: one speaks at a time, whichever item is looked at. */
  now: SpeakerNow | null
  queue: QueuedSpeaker[]
  /** Whoever is called next: the first of the queue who is in the room. */
  next: QueuedSpeaker | null
  /** In the order of speaking. */
  spoken: SpokenTurn[]
  limit: SpeechLimit
  statistics: SpeakingStatistics
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
})

/** Every turn of the meeting that was begun and not put back, in the order of speaking. */
export async function listTurns(
  q: Reader,
  meeting: Meeting,
  requests: readonly RequestRow[],
  now: Date,
): Promise<Turn[]> {
  const begun = requests.filter(row => row.state === "speaking" || row.state === "done")
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

export type QueueView = Pick<SpeakingView, "now" | "queue" | "limit"> & {
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
  const ofItem = turns.filter(({ row }) => row.agendaItemId === agendaItemId)
  return {
    now: speaking ? speakerNow(speaking, limit, now) : null,
    queue: queueOf(requests, ofItem, agendaItemId),
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
  const { turns, queue, limit, now: speaker } = await readQueue(q, meeting, agendaItemId, now)
  const withGist = await listTurnsWithGist(q, meeting.communityId, meeting.id)
  const ofItem = turns.filter(({ row }) => row.agendaItemId === agendaItemId)
  return {
    agendaItemId,
    now: speaker,
    queue,
    next: queue.find(one => one.isHere) ?? null,
    spoken: ofItem
      .filter(({ row }) => row.state === "done")
      .map(({ row, clock }) => ({
        ...whoOf(row),
        beganAt: clock.beganAt,
        seconds: Math.round(clock.spokenMs / 1000),
        overSeconds: Math.max(0, Math.round(-(clock.remainingMs ?? 0) / 1000)),
        hasGist: withGist.has(row.requestId),
      })),
    limit,
    statistics: statisticsOf(ofItem.map(factOf)),
    whole: statisticsOf(turns.map(factOf)),
  }
}

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

const speakerNow = ({ row, clock }: Turn, limit: SpeechLimit, now: Date): SpeakerNow => ({
  ...whoOf(row),
  agendaItemId: row.agendaItemId,
  limitSeconds: limitSecondsOf(row.kind, limit),
  spokenMs: clock.spokenMs,
  isPaused: clock.isPaused,
  readAt: now.getTime(),
})

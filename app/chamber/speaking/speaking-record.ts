import type { Reader } from "#db/client"
import type { Stance } from "#db/schema/chamber-speaking"
import { listMotions } from "~/chamber/motions/store"
import { findMeeting, listAgendaItems } from "~/convening/store"
import { type SpeakingKind, sideWords } from "./rules"
import { factOf, listTurns } from "./speaking-view"
import { capacityNameOf, type SpeakingStatistics, statisticsOf } from "./statistics"
import { listRequests } from "./turn-store"

/** One turn at the clock, as the record keeps it. */
export type RecordedTurn = {
  requestId: string
  agendaItemId: string
  /** The motion that stood when this one asked; null where none did. */
  motionId: string | null
  participantId: string
  name: string
  capacityName: string
  kind: SpeakingKind
  stance: Stance
  stanceName: string
  beganAt: Date
  /** Null while it goes on. */
  endedAt: Date | null
  seconds: number
}

/** Who spoke how often and how long: of the whole meeting, of each item in the order of the agenda, and of each motion. */
export type SpeakingRecord = {
  turns: RecordedTurn[]
  whole: SpeakingStatistics
  items: { agendaItemId: string; statistics: SpeakingStatistics }[]
  /** In the order of their numbers. */
  motions: { motionId: string; statistics: SpeakingStatistics }[]
}

/** 发言计时, for minutes and record. Whoever calls has asked whether the reader may. `now` only matters while someone speaks. */
export async function speakingRecordOf(
  q: Reader,
  communityId: string,
  meetingId: string,
  now = new Date(0),
): Promise<SpeakingRecord> {
  const meeting = await findMeeting(q, communityId, meetingId)
  if (!meeting?.ruleSnapshot) return { turns: [], whole: statisticsOf([]), items: [], motions: [] }
  const turns = await listTurns(q, meeting, await listRequests(q, communityId, meetingId), now)
  const agenda = await listAgendaItems(q, communityId, meetingId)
  const motions = await listMotions(q, communityId, meetingId)
  const ofMotion = (id: string) => turns.filter(({ row }) => row.motionId === id).map(factOf)
  const ofItem = (id: string) => turns.filter(({ row }) => row.agendaItemId === id).map(factOf)
  return {
    turns: turns.map(({ row, clock }) => ({
      requestId: row.requestId,
      agendaItemId: row.agendaItemId,
      motionId: row.motionId,
      participantId: row.participantId,
      name: row.name,
      capacityName: capacityNameOf(row),
      kind: row.kind,
      stance: row.stance,
      stanceName: sideWords(row.kind, row.stance),
      beganAt: clock.beganAt,
      endedAt: clock.endedAt,
      seconds: Math.round(clock.spokenMs / 1000),
    })),
    whole: statisticsOf(turns.map(factOf)),
    items: agenda.map(({ id }) => ({ agendaItemId: id, statistics: statisticsOf(ofItem(id)) })),
    motions: motions.map(({ id }) => ({ motionId: id, statistics: statisticsOf(ofMotion(id)) })),
  }
}

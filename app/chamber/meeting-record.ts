import type { Reader } from "#db/client"
import type { FrozenRoll } from "#db/schema/chamber-rounds"
import { type AttendanceEvent, listAttendanceEvents } from "~/chamber/attendance/store"
import { listSpeeches } from "~/chamber/speaking/store"
import { findMeeting, type Meeting } from "~/convening/store"
import type { RuleSnapshot } from "~/rulebook/rules"
import {
  countPeople,
  listPeople,
  type MeetingHead,
  type PersonHere,
  type Presences,
  readHead,
} from "./attendance/presence-view"
import { frozenRuleOf } from "./meeting-access"
import { type ItemView, type MotionView, readItems, type SpeechView } from "./motions/agenda-view"
import { type RecordedDissent, type RecordedVersion, readMotionHistories } from "./motions/motion-history"
import { listRounds } from "./rounds/round-store"
import { type NamedChoice, type RoundView, readNamedChoices } from "./rounds/round-view"
import { type SpeakingRecord, speakingRecordOf } from "./speaking/speaking-record"

/** A round with everything recorded of it. `choices` is null where its publicity keeps them from readers of the record. */
export type RecordedRound = RoundView & { ruleHash: string; roll: FrozenRoll | null; choices: NamedChoice[] | null }
/** A motion with every wording it had, and the opinions that were held against it with their explanation. */
export type RecordedMotion = Omit<MotionView, "rounds" | "mayEdit"> & {
  rounds: RecordedRound[]
  versions: RecordedVersion[]
  dissents: RecordedDissent[]
}
export type RecordedItem = Omit<ItemView, "motions" | "proposals"> & {
  speeches: SpeechView[]
  motions: RecordedMotion[]
}

/** Everything recorded of a meeting: what minutes and resolutions are drawn from, nothing typed twice. */
export type MeetingRecord = {
  meeting: Meeting
  head: MeetingHead
  rule: RuleSnapshot
  presences: Presences
  /** `firstArrivedAt` tells who came at all, also those who left before the end. */
  people: PersonHere[]
  events: AttendanceEvent[]
  items: RecordedItem[]
  /** 发言计时: who spoke how often and how long. */
  speaking: SpeakingRecord
}

/** Null where there is no such meeting, or it was never convened. Whoever calls has asked whether the reader may. */
export async function readMeetingRecord(
  q: Reader,
  communityId: string,
  meetingId: string,
): Promise<MeetingRecord | null> {
  const meeting = await findMeeting(q, communityId, meetingId)
  if (!meeting?.ruleSnapshot) return null
  const people = await listPeople(q, meeting)
  const rounds = await listRounds(q, communityId, meetingId)
  const speeches = await listSpeeches(q, communityId, meetingId)
  const { versionsOf, dissentsOf } = await readMotionHistories(q, communityId, meetingId)
  const recorded = new Map<string, Omit<RecordedRound, keyof RoundView>>()
  const items = await readItems(q, meeting, rounds)
  const forms = new Map(items.flatMap(item => item.motions).map(motion => [motion.motionId, motion]))
  for (const round of rounds) {
    const choices = await readNamedChoices(q, meeting, round, forms.get(round.motionId)!, "record")
    recorded.set(round.id, { ruleHash: round.ruleHash, roll: round.state === "open" ? null : round.roll, choices })
  }
  return {
    meeting,
    head: await readHead(q, meeting),
    rule: frozenRuleOf(meeting),
    presences: countPeople(meeting, people),
    people,
    events: await listAttendanceEvents(q, communityId, meetingId),
    speaking: await speakingRecordOf(q, communityId, meetingId),
    items: items.map(({ motions, proposals: _, ...item }) => ({
      ...item,
      speeches: speeches.filter(speech => speech.agendaItemId === item.agendaItemId),
      motions: motions.map(({ rounds: own, mayEdit: __, ...motion }) => ({
        ...motion,
        versions: versionsOf(motion.motionId),
        dissents: dissentsOf(motion.motionId),
        rounds: own.map(round => ({ ...round, ...recorded.get(round.roundId)! })),
      })),
    })),
  }
}

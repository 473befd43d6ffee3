import { mayRecord } from "~/chamber/rules"
import { type GistOwed, listGistsOwed } from "~/chamber/speaking/gists"
import { listSpeeches } from "~/chamber/speaking/store"
import { done, type Result } from "~/law/result"
import { listHigherProcedures, type ProcedureKey } from "~/rulebook/routing"
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
import { type ItemView, readItems, type SpeechView } from "./motions/agenda-view"
import { readItemInHand } from "./progress"
import { listRounds } from "./rounds/round-store"

export type RecorderView = {
  head: MeetingHead
  presences: Presences
  items: ItemView[]
  speeches: SpeechView[]
  /** Who came and may be taken down as a speaker. */
  speakers: PersonHere[]
  /** What the meeting is at; null of a meeting without agenda. */
  itemInHandId: string | null
  /** Turns at the clock that nobody took down yet. */
  owed: GistOwed[]
  /** Who may move something: whoever is entitled to vote. */
  movers: PersonHere[]
  /** Which procedures a matter may be taken up to from here. */
  higher: readonly ProcedureKey[]
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
    itemInHandId: (await readItemInHand(ctx.db.read, meeting.communityId, meetingId))?.id ?? null,
    owed: await listGistsOwed(ctx.db.read, meeting.communityId, meetingId),
    movers: people.filter(person => person.standing === "entitled"),
    higher: listHigherProcedures(meeting.preset),
    speechLimit: frozenRuleOf(meeting).speechLimit,
    mayRecordSpeech: mayRecord(meeting.state),
    mayPutMotion: meeting.state === "inSession",
    votes: mayPutToVote(frozenRuleOf(meeting)),
  })
}

import { listPeople, type MeetingHead, type PersonHere, readHead } from "~/chamber/attendance/presence-view"
import { findMeetingFor } from "~/chamber/meeting-access"
import { readItemInHand } from "~/chamber/progress"
import { done, type Result } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { type GistOwed, listGistsOwed } from "./gists"
import { readSpeaking, type SpeakingView } from "./speaking-view"

export type SpeakingDeskView = {
  head: MeetingHead
  item: { agendaItemId: string; ordinal: number; title: string } | null
  speaking: SpeakingView | null
  /** In the room, not at the clock: who may be entered. */
  people: Pick<PersonHere, "participantId" | "name" | "capacityName" | "standing">[]
  /** In the room, and silent on this item so far. */
  silent: string[]
  owed: GistOwed[]
  /** Only the chair lets someone speak once more than the rule grants. */
  mayGrant: boolean
  mayRecord: boolean
}

/** 发言台. Refusals: not_found, forbidden. */
export async function readSpeakingDesk(ctx: Ctx, meetingId: string): Promise<Result<SpeakingDeskView>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:desk")
  if (!found.ok) return found
  const [q, meeting] = [ctx.db.read, found.value]
  const item = await readItemInHand(q, meeting.communityId, meetingId)
  const speaking = item && (await readSpeaking(q, meeting, item.id, ctx.now()))
  const here = (await listPeople(q, meeting)).filter(person => person.presence === "present")
  const heard = new Set(speaking?.statistics.people.filter(one => one.times > 0).map(one => one.participantId))
  return done({
    head: await readHead(q, meeting),
    item: item && { agendaItemId: item.id, ordinal: item.ordinal, title: item.title },
    speaking,
    people: here.map(({ participantId, name, capacityName, standing }) => ({
      participantId,
      name,
      capacityName,
      standing,
    })),
    silent: here.filter(one => one.standing === "entitled" && !heard.has(one.participantId)).map(one => one.name),
    owed: await listGistsOwed(q, meeting.communityId, meetingId),
    mayGrant: may(ctx.actor, "meeting:chair", meeting),
    mayRecord: may(ctx.actor, "meeting:record", meeting),
  })
}

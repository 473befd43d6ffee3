import { canArrive } from "~/chamber/attendance/rules"
import { findMeetingFor } from "~/chamber/meeting-access"
import { done, type Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { countPeople, listPeople, type MeetingHead, type PersonHere, type Presences, readHead } from "./presence-view"

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

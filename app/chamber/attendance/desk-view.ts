import { canArrive } from "~/chamber/attendance/rules"
import { findMeetingFor, frozenRuleOf } from "~/chamber/meeting-access"
import { done, type Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { countPeople, listPeople, type MeetingHead, type PersonHere, type Presences, readHead } from "./presence-view"
import { type DeskSignatures, readDeskSignatures } from "./signature-view"

export type DeskView = {
  head: MeetingHead
  presences: Presences
  people: PersonHere[]
  mayOpenCheckIn: boolean
  /** Whether comings and goings are taken down now. */
  mayCheckIn: boolean
  /** Whether a delegate's seat may be opened for them on this device. */
  mayHelp: boolean
  /** Whether the frozen rule knows proxies. */
  knowsProxies: boolean
  signatures: DeskSignatures
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
    mayHelp: canArrive(found.value.state).ok,
    knowsProxies: frozenRuleOf(found.value).proxies !== "none",
    signatures: await readDeskSignatures(ctx.db.read, found.value),
  })
}

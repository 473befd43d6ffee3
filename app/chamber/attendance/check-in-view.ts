import { canArrive } from "~/chamber/attendance/rules"
import { findMeeting } from "~/convening/store"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { whoseCode } from "./check-in"
import { type MeetingHead, readHead } from "./presence-view"

export type CheckInView = {
  head: MeetingHead
  /** Whose code the QR carried; null when none was given, or it was wrong. */
  who: { name: string; organization: string } | null
  /** Why nobody can check in now, or what was wrong with the code. */
  problem: Refusal | null
}

/** 平板签到, before anyone sits: the meeting's name, and whose code it is. Refusal: not_found. */
export async function readCheckIn(
  ctx: Ctx,
  input: { meetingId: string; code: string; address: string },
): Promise<Result<CheckInView>> {
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, input.meetingId)
  if (!meeting || meeting.state === "draft") return refuse("not_found")
  const head = await readHead(ctx.db.read, meeting)
  const open = canArrive(meeting.state)
  if (!open.ok) return done({ head, who: null, problem: open })
  if (!input.code) return done({ head, who: null, problem: null })
  const found = await whoseCode(ctx, input)
  return done({ head, who: found.ok ? found.value : null, problem: found.ok ? null : found })
}

import type { Presence } from "#db/schema/chamber"
import type { MeetingState } from "#db/schema/convening"
import { done, type Result, refuse } from "~/law/result"

export const presenceNames: Record<Presence, string> = {
  absent: "未到",
  excused: "请假",
  present: "在场",
  left: "已离会",
}

/** Whoever enters the room may do so while one may still take part. Refusals say whether it is too early or too late. */
export function canArrive(state: MeetingState): Result<null> {
  if (state === "checkIn" || state === "inSession" || state === "adjourned") return done(null)
  if (state === "convened") return refuse("check_in_not_open")
  if (state === "cancelled") return refuse("meeting_cancelled")
  return state === "draft" ? refuse("not_found") : refuse("meeting_over")
}

const presenceMoves = {
  arrive: { from: ["absent", "excused"], to: "present", kind: "arrived" },
  return: { from: ["left"], to: "present", kind: "returned" },
  leave: { from: ["present"], to: "left", kind: "left" },
  excuse: { from: ["absent"], to: "excused", kind: "excused" },
} as const satisfies Record<string, { from: readonly Presence[]; to: Presence; kind: string }>

export type PresenceMove = keyof typeof presenceMoves

/** What a coming or going makes of someone's presence. Refusals: already_present, not_present, has_been_present. */
export function movePresence(from: Presence, move: PresenceMove): Result<(typeof presenceMoves)[PresenceMove]> {
  const found = presenceMoves[move]
  if ((found.from as readonly Presence[]).includes(from)) return done(found)
  if (move === "leave") return refuse("not_present")
  if (move === "excuse") return refuse("has_been_present")
  return refuse(from === "present" ? "already_present" : "not_left")
}

/** Entering is arriving the first time and returning later. */
export const entering = (from: Presence): PresenceMove => (from === "left" ? "return" : "arrive")

import type { Presence } from "#db/schema/chamber"
import { formatTime } from "~/law/civil-date"

export type ComingAndGoing = { presence: Presence; firstArrivedAt: Date | null; leftAt: Date | null }
export type MeetingHours = { startsAt: Date | null; startedAt: Date | null; closedAt: Date | null }

/** Late is who came after the meeting had begun, and after the hour it was called for: an early beginning makes nobody late. */
export function isLate({ firstArrivedAt }: ComingAndGoing, { startsAt, startedAt }: MeetingHours): boolean {
  if (!firstArrivedAt || !startedAt) return false
  return firstArrivedAt > startedAt && (!startsAt || firstArrivedAt > startsAt)
}

/** Gone before the end of a meeting that had begun. */
export const isEarly = ({ presence, leftAt }: ComingAndGoing, { startedAt, closedAt }: MeetingHours): boolean =>
  presence === "left" &&
  leftAt !== null &&
  startedAt !== null &&
  leftAt >= startedAt &&
  (!closedAt || leftAt < closedAt)

/** 09:12迟到，10:40早退: what the desk says of someone who came. */
export function deskWords(one: ComingAndGoing, hours: MeetingHours): string {
  const words: string[] = []
  if (one.firstArrivedAt) words.push(`${formatTime(one.firstArrivedAt)}${isLate(one, hours) ? "迟到" : "签到"}`)
  if (one.presence === "left" && one.leftAt)
    words.push(`${formatTime(one.leftAt)}${isEarly(one, hours) ? "早退" : "离会"}`)
  return words.join("，")
}

/** 09:12到会，10:40离会: what the minutes say, and only of who came late or left before the end; empty otherwise. */
export function recordWords(one: ComingAndGoing, hours: MeetingHours): string {
  const words: string[] = []
  if (one.firstArrivedAt && isLate(one, hours)) words.push(`${formatTime(one.firstArrivedAt)}到会`)
  if (one.leftAt && isEarly(one, hours)) words.push(`${formatTime(one.leftAt)}离会`)
  return words.join("，")
}

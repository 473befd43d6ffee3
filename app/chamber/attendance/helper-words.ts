import { done, type Result, refuse } from "~/law/result"
import type { Seat } from "~/web/context"

/** Why someone is helped; what is none of these is written out. */
export const helperReasons = {
  sight: "视力不便",
  hand: "手不便",
  reading: "不识字或看不懂",
  device: "不会用平板",
  other: "其他",
} as const

export const longestHelperReason = 50

/** The reason in words. Refusals: helper_reason_missing, helper_reason_unknown, text_too_long. */
export function helperReasonOf({ reason, words = "" }: { reason: string; words?: string }): Result<string> {
  if (!reason) return refuse("helper_reason_missing", { field: "reason" })
  if (!Object.hasOwn(helperReasons, reason)) return refuse("helper_reason_unknown", { field: "reason" })
  if (reason !== "other") return done(helperReasons[reason as keyof typeof helperReasons])
  const own = words.trim()
  if (!own) return refuse("helper_reason_unknown", { field: "words" })
  return own.length > longestHelperReason
    ? refuse("text_too_long", { field: "words", longest: longestHelperReason })
    : done(own)
}

/** 由乙二代操作（视力不便）: what every page of a seat says that someone of the staff opened; null where nobody helps. */
export const helperLineOf = (seat: Pick<Seat, "helper"> | null): string | null =>
  seat?.helper ? `由${seat.helper.name}代操作（${seat.helper.reason}）` : null

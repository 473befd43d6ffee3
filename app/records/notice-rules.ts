import type { EditionKind } from "#db/schema/records"
import { addDays, type CivilDate, daysBetween, isRealDate } from "~/law/civil-date"
import { lastDayOfPeriod } from "~/law/day-counting"
import { done, type Result, refuse } from "~/law/result"
import type { RuleSnapshot } from "~/rulebook/rules"

/** What has to hang how long: the last day, the days demanded, and where that is written. */
export type NoticePeriodPosted = { until: CivilDate; days: number; article: string }

/** How far back a posting may be entered that was forgotten. */
const daysBack = 30
/**
 * An objection is owed its answer within three days: 四议两公开 practice and 本社区议事规则, no law sets a time.
 * Counted by 民法典第201、203条.
 */
export const objectionDays = 3

/**
 * A result hangs as long as the rule frozen with its meeting says (居委会组织法第34条: 不少于十五日), the day of posting not
 * counted (民法典第201条), a last day on a holiday moved on (第203条). A meeting's announcement hangs until the meeting.
 */
export function periodPosted(
  kind: EditionKind,
  rule: Pick<RuleSnapshot, "noticeBoardDays" | "notice" | "citations">,
  postedOn: CivilDate,
  meetingOn: CivilDate | null,
): NoticePeriodPosted {
  if (kind === "convocation")
    return { until: meetingOn ?? postedOn, days: rule.notice.days, article: rule.notice.article }
  const days = rule.noticeBoardDays
  return { until: lastDayOfPeriod(postedOn, days), days, article: rule.citations.noticeBoardDays }
}

export type PostingFacts = {
  kind: EditionKind
  postedOn: string
  today: CivilDate
  releasedOn: CivilDate
  meetingOn: CivilDate | null
}

/** Refusals: posted_on_not_real, posted_in_future, posted_before_release, posted_too_long_ago, meeting_held_already. */
export function canPost({ kind, postedOn, today, releasedOn, meetingOn }: PostingFacts): Result<null> {
  const field = "postedOn"
  if (!isRealDate(postedOn)) return refuse("posted_on_not_real", { field })
  if (postedOn > today) return refuse("posted_in_future", { field })
  if (postedOn < releasedOn) return refuse("posted_before_release", { field, releasedOn })
  if (postedOn < addDays(today, -daysBack)) return refuse("posted_too_long_ago", { field, days: daysBack })
  if (kind === "convocation" && meetingOn !== null && postedOn > meetingOn)
    return refuse("meeting_held_already", { field })
  return done(null)
}

/** It has hung long enough when it comes down after its last day. */
export const isEndedEarly = (endedOn: CivilDate, until: CivilDate): boolean => endedOn <= until

/** Refusals: ended_on_not_real, ended_before_posted, ended_in_future, early_end_reason_missing. */
export function canEnd(
  notice: { postedOn: CivilDate; until: CivilDate },
  { endedOn, reason, today }: { endedOn: string; reason: string; today: CivilDate },
): Result<{ isEarly: boolean }> {
  const field = "endedOn"
  if (!isRealDate(endedOn)) return refuse("ended_on_not_real", { field })
  if (endedOn < notice.postedOn) return refuse("ended_before_posted", { field })
  if (endedOn > today) return refuse("ended_in_future", { field })
  const isEarly = isEndedEarly(endedOn, notice.until)
  if (isEarly && reason.trim() === "")
    return refuse("early_end_reason_missing", { field: "reason", until: notice.until })
  return done({ isEarly })
}

/** Days that are still to come, the last one included; 0 on the last day and after it. */
export const daysLeft = (until: CivilDate, today: CivilDate): number => Math.max(0, daysBetween(today, until))

/** Objections are received while the notice hangs, its last day included. */
export const takesObjections = (
  notice: { postedOn: CivilDate; until: CivilDate; endedOn: CivilDate | null },
  today: CivilDate,
): boolean => notice.endedOn === null && notice.postedOn <= today && today <= notice.until

export type PrintedSheet = { id: string; kind: string; printedOn: CivilDate }
/** `to` is the day it came down or gave way to a newer print; null while it hangs. */
export type Hanging = { documentId: string; kind: string; from: CivilDate; to: CivilDate | null }

/**
 * Which printed sheet hung from when to when: the one printed last when the notice went up, and each printed while it hung
 * in place of the one before. Of those printed on one day only the last went up. `sheets` oldest first.
 */
export function hangingsOf(
  notice: { postedOn: CivilDate; endedOn: CivilDate | null },
  sheets: readonly PrintedSheet[],
): Hanging[] {
  const kinds = [...new Set(sheets.map(sheet => sheet.kind))]
  return kinds.flatMap(kind => {
    const starts = sheets
      .filter(sheet => sheet.kind === kind && (notice.endedOn === null || sheet.printedOn <= notice.endedOn))
      .map(({ id, printedOn }) => ({ id, from: printedOn > notice.postedOn ? printedOn : notice.postedOn }))
    return starts
      .filter(({ from }, at) => starts[at + 1]?.from !== from)
      .map(({ id, from }, at, kept) => ({ documentId: id, kind, from, to: kept[at + 1]?.from ?? notice.endedOn }))
  })
}

import type { PartyOpinion } from "#db/schema/agenda"
import { type CivilDate, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import type { PartyReviewEntry } from "./party-reviews"

export const partyOpinionNames: Record<PartyOpinion, string> = {
  agreed: "同意",
  agreedWithChanges: "修改后同意",
  notAgreed: "不同意",
}

export const partyReviewFieldNames = ["heldOn", "organization", "entitled", "present", "opinion", "summary"] as const

/** 重要事项: the party organization has to study it and has not agreed yet. */
export const owesStudy = (
  routing: { isImportant: boolean } | undefined,
  review: { opinion: PartyOpinion } | undefined,
): boolean => (routing?.isImportant ?? false) && (!review || review.opinion === "notAgreed")

/**
 * Refusals: study_date_wrong, study_in_future, study_incomplete { field }, study_attendance_wrong (nobody, or more than belong
 * to it).
 */
export function checkPartyReview(entry: PartyReviewEntry, today: CivilDate): Result<PartyReviewEntry> {
  if (!isRealDate(entry.heldOn)) return refuse("study_date_wrong", { field: "heldOn" })
  if (entry.heldOn > today) return refuse("study_in_future", { field: "heldOn" })
  const { heldOn, entitled, present, opinion } = entry
  const said = { organization: entry.organization.trim(), summary: entry.summary.trim() }
  const missing = (["organization", "summary"] as const).find(field => !said[field])
  if (missing) return refuse("study_incomplete", { field: missing })
  if (present < 1 || present > entitled) return refuse("study_attendance_wrong", { field: "present" })
  return done({ heldOn, entitled, present, opinion, ...said })
}

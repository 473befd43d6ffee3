import type { agendaHandlings, MeetingState } from "#db/schema/convening"
import type { draftStates, MinutesWording, ResolutionWording } from "#db/schema/records"
import { isRealDate } from "~/law/civil-date"

export type DraftState = (typeof draftStates)[number]

export const draftStateNames: Record<DraftState, string> = { draft: "草稿", approved: "已核准" }

/** What keeps a paper from being approved; the code has its sentence in refusals.ts, `field` names the place to mend. */
export type Problem = { code: string; detail: { field?: string; [fact: string]: unknown } }

/** Papers are drawn up of a meeting that is over, so that nothing can be added to it behind their back. */
export const isOver = (state: MeetingState): boolean => ["closed", "minuted", "archived"].includes(state)

/** One moment only: when the minutes are approved. Later corrections are a new paper. */
export const mayApproveMinutes = (state: MeetingState): boolean => state === "closed"

/** Minutes of an earlier meeting are confirmed at a later one that has begun, and noted until its own are approved. */
export const mayConfirmAt = (state: MeetingState): boolean => ["inSession", "adjourned", "closed"].includes(state)

/** What its minutes say is fixed: nothing that happened at the meeting can be added. */
export const isMinuted = (state: MeetingState): boolean => ["minuted", "archived"].includes(state)

/** The names of the fields of the editing form, in one place: the form, its reading and its errors agree on them. */
export const minutesField = {
  gist: (item: number) => `gist-${item}`,
  dissent: (item: number) => `dissent-${item}`,
  decision: (part: "content" | "quantity" | "handler" | "dueOn", item: number, row: number) => `${part}-${item}-${row}`,
}

export type AgendaForApproval = {
  title: string
  handling: (typeof agendaHandlings)[number]
  /** Whether a motion of this item was passed. */
  passed: boolean
}

/** What still stands between a draft and its approval, in the order of the page. */
export function minutesProblems(
  meetingState: MeetingState,
  wording: MinutesWording,
  agenda: readonly AgendaForApproval[],
  missingCharacters: readonly string[],
): Problem[] {
  const problems: Problem[] = []
  if (!mayApproveMinutes(meetingState)) problems.push({ code: "meeting_not_over", detail: {} })
  if (wording.opening.trim() === "") problems.push({ code: "opening_missing", detail: { field: "opening" } })
  for (const [index, item] of wording.items.entries()) {
    const about = agenda[index]
    const where = { item: index + 1, title: about?.title ?? "" }
    const isBare = item.gist.trim() === "" && item.decisions.length === 0
    if (about && about.handling !== "report" && isBare)
      problems.push({ code: "discussion_missing", detail: { ...where, field: minutesField.gist(index) } })
    if (about?.passed && item.decisions.length === 0)
      problems.push({ code: "decision_missing", detail: { ...where, field: minutesField.gist(index) } })
    problems.push(
      ...itemProblems(item.decisions, where, (part, row) => minutesField.decision(part, index, row), "decision"),
    )
  }
  return [...problems, ...characterProblems(missingCharacters)]
}

/**
 * A resolution needs a title, what it rests on and at least one item; its vote is not worded but counted, and its conditions
 * are those `voted` on: their punctuation may be mended, nothing else.
 */
export function resolutionProblems(
  meetingState: MeetingState,
  wording: ResolutionWording,
  missingCharacters: readonly string[],
  voted: readonly string[],
): Problem[] {
  const problems: Problem[] = []
  if (!isOver(meetingState)) problems.push({ code: "meeting_not_over", detail: {} })
  if (wording.title.trim() === "") problems.push({ code: "paper_title_missing", detail: { field: "title" } })
  if (wording.preamble.trim() === "") problems.push({ code: "preamble_missing", detail: { field: "preamble" } })
  if (bareWords(wording.conditions ?? []) !== bareWords(voted))
    problems.push({ code: "conditions_not_as_voted", detail: { voted, field: "conditions" } })
  if (wording.items.length === 0) problems.push({ code: "items_missing", detail: { field: "preamble" } })
  problems.push(...itemProblems(wording.items, {}, (part, row) => resolutionField(part, row), "item"))
  return [...problems, ...characterProblems(missingCharacters)]
}

const bareWords = (clauses: readonly string[]): string =>
  clauses.map(clause => clause.normalize("NFKC").replace(/[\p{P}\s]/gu, "")).join("\n")

export const resolutionField = (part: "content" | "quantity" | "handler" | "dueOn", row: number) => `${part}-${row}`

function itemProblems(
  items: readonly { content: string; dueOn: string }[],
  where: Record<string, unknown>,
  fieldOf: (part: "content" | "dueOn", row: number) => string,
  kind: "decision" | "item",
): Problem[] {
  return items.flatMap((item, row) => [
    ...(item.content.trim() === ""
      ? [{ code: `${kind}_content_missing`, detail: { ...where, row: row + 1, field: fieldOf("content", row) } }]
      : []),
    ...(item.dueOn !== "" && !isRealDate(item.dueOn)
      ? [{ code: "due_date_not_real", detail: { ...where, text: item.dueOn, field: fieldOf("dueOn", row) } }]
      : []),
  ])
}

const characterProblems = (characters: readonly string[]): Problem[] =>
  characters.length > 0 ? [{ code: "wording_unprintable", detail: { characters } }] : []

/** What differs between two wordings, field by field: what the second editor is shown. `now` is what is stored. */
export function changesBetween(
  typed: Record<string, string>,
  stored: Record<string, string>,
): { label: string; now: string }[] {
  const labels = [...new Set([...Object.keys(stored), ...Object.keys(typed)])]
  return labels
    .filter(label => (stored[label] ?? "").trim() !== (typed[label] ?? "").trim())
    .map(label => ({ label, now: stored[label]?.trim() || "空" }))
}

/** A wording as named lines, for comparing and for showing. */
export function minutesLines(wording: MinutesWording): Record<string, string> {
  const lines: Record<string, string> = { 开头: wording.opening }
  for (const [index, item] of wording.items.entries()) {
    lines[`第${index + 1}项讨论情况`] = item.gist
    lines[`第${index + 1}项不同意见`] = item.dissent
    lines[`第${index + 1}项议定事项`] = linesOfItems(item.decisions)
  }
  return { ...lines, 结尾: wording.closing }
}

export const resolutionLines = (wording: ResolutionWording): Record<string, string> => ({
  标题: wording.title,
  依据: wording.preamble,
  附带条件: (wording.conditions ?? []).join("；"),
  落实要求: linesOfItems(wording.items),
  经费: wording.money ?? "",
})

const linesOfItems = (items: readonly { content: string; quantity?: string; handler: string; dueOn: string }[]) =>
  items.map(item => [item.content, item.quantity, item.handler, item.dueOn].filter(Boolean).join("，")).join("；")

import type { TopicState, topicOutcomes } from "#db/schema/agenda"
import type { IssueState, Triage } from "#db/schema/intake"
import { ordinalInChinese } from "~/law/chinese-numbers"
import { type CivilDate, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"

export type TopicOutcome = (typeof topicOutcomes)[number]

/**
 * What may follow what. A topic whose meeting is cancelled is prepared again; a decided one opens its next proposal when the
 * one before is blocked or was not agreed on; one that needs fieldwork first is prepared again when the fieldwork is recorded.
 */
const following: Record<TopicState, readonly TopicState[]> = {
  proposed: ["prepared"],
  prepared: ["scheduled"],
  scheduled: ["prepared", "decided", "fieldwork"],
  decided: ["proposed"],
  fieldwork: ["prepared"],
}

export const mayTopicFollow = (from: TopicState, to: TopicState): boolean => following[from].includes(to)

/** Where a topic may come from. */
export const statesBefore = (to: TopicState): TopicState[] =>
  (Object.keys(following) as TopicState[]).filter(from => mayTopicFollow(from, to))

export const topicStateNames: Record<TopicState, string> = {
  proposed: "待写方案",
  prepared: "已备好",
  scheduled: "已排会",
  decided: "已议决",
  fieldwork: "待调研",
}

export const topicOutcomeNames: Record<TopicOutcome, string> = {
  agreed: "同意",
  agreedWithConditions: "附条件同意",
  needsFieldwork: "先调研再定",
  notAgreed: "未同意",
  escalated: "提交更高程序",
}

/** 第二个方案. */
export const proposalName = (ordinal: number): string => ordinalInChinese(ordinal, "个方案")

/** 方案第2稿 of a topic's first, 第二个方案第1稿 of a later one. */
export const wordingName = ({ ordinal, version }: { ordinal: number; version: number }): string =>
  `${ordinal > 1 ? proposalName(ordinal) : "方案"}第${version}稿`

/** Where the topic stands once the meeting came to this; what is escalated to a procedure is prepared again instead. */
export const stateAfter = (outcome: TopicOutcome): TopicState =>
  outcome === "needsFieldwork" ? "fieldwork" : "decided"

const opensNext: readonly (TopicOutcome | null)[] = ["agreed", "agreedWithConditions", "notAgreed"]

/** What was agreed on may turn out impossible to carry out; for what was not agreed on (one owner refuses) there may be another way. */
export const mayOpenNext = (topic: { state: TopicState; outcome: TopicOutcome | null }): boolean =>
  topic.state === "decided" && opensNext.includes(topic.outcome)

export const fieldworkFieldNames = ["doneOn", "place", "participants", "findings"] as const
export type FieldworkEntry = { doneOn: CivilDate; place: string; participants: string; findings: string }

/** Refusals: fieldwork_date_wrong, fieldwork_in_future, fieldwork_incomplete { field }. */
export function checkFieldwork(entry: FieldworkEntry, today: CivilDate): Result<FieldworkEntry> {
  if (!isRealDate(entry.doneOn)) return refuse("fieldwork_date_wrong", { field: "doneOn" })
  if (entry.doneOn > today) return refuse("fieldwork_in_future", { field: "doneOn" })
  const said = {
    place: entry.place.trim(),
    participants: entry.participants.trim(),
    findings: entry.findings.trim(),
  }
  const missing = (["place", "participants", "findings"] as const).find(field => !said[field])
  return missing ? refuse("fieldwork_incomplete", { field: missing }) : done({ doneOn: entry.doneOn, ...said })
}

/** Only what was sorted as 协商 becomes a topic; what was merged goes there with the issue it was merged into. */
export const isForDeliberation = (issue: {
  state: IssueState
  triage: Triage | null
  mergedIntoId: string | null
}): boolean => issue.state === "sorted" && issue.triage === "deliberate" && issue.mergedIntoId === null

/** The notice carries one wording: from then on it stands still, and the meeting itself may amend it. */
export const mayReword = (state: TopicState): boolean => state === "proposed" || state === "prepared"

/** The words of a proposal, as they are compared and kept. */
export type ProposalWording = {
  /** 做什么. */
  content: string
  /** Null where no money is spent. */
  budgetFen: number | null
  /** 谁出钱. */
  funding: string
  /** 谁来办. */
  handler: string
  /** 何时办完; null where open. */
  dueOn: string | null
}

export const isSameWording = (a: ProposalWording, b: ProposalWording): boolean =>
  a.content === b.content &&
  a.budgetFen === b.budgetFen &&
  a.funding === b.funding &&
  a.handler === b.handler &&
  a.dueOn === b.dueOn

const mostFen = 1_000_000_000_000

/**
 * 元 as people type them (48000, 4.8万 is refused, 1,234.5, ￥486000.00) in whole fen, never through a float.
 * Empty is null: no money is spent.
 */
export function parseYuan(text: string): { ok: true; fen: number | null } | { ok: false } {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s,，]/g, "")
    .replace(/^[¥￥]/, "")
    .replace(/元$/, "")
  if (plain === "") return { ok: true, fen: null }
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!match) return { ok: false }
  const fen = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"))
  return fen <= mostFen ? { ok: true, fen } : { ok: false }
}

/** As it is typed again: 486000 or 486000.50. */
export function yuanText(fen: number | null): string {
  if (fen === null) return ""
  const rest = fen % 100
  const yuan = (fen - rest) / 100
  return rest === 0 ? String(yuan) : `${yuan}.${String(rest).padStart(2, "0")}`
}

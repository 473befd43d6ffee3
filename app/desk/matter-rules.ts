import type { TopicState } from "#db/schema/agenda"
import type { MeetingState } from "#db/schema/convening"
import type { TaskState } from "#db/schema/followup"
import type { IssueState, Triage } from "#db/schema/intake"
import type { TopicOutcome } from "~/agenda/rules"
import { type ChaseDue, isCarriedOut } from "~/followup/rules"
import type { CivilDate } from "~/law/civil-date"
import type { NextOfPrepared } from "./prepared-topics"

/** A passed motion and what became of it: its resolution, the public edition of that, and the posting of that. */
export type MatterPaper = {
  roundId: string
  meetingId: string
  resolutionId: string | null
  state: "toDraft" | "draft" | "approved"
  /** How many items the resolution has, and how many of them are in somebody's hands. */
  items: number
  assigned: number
  edition: { id: string; state: "draft" | "released" | "withdrawn" } | null
  notice: { id: string; postedOn: CivilDate; until: CivilDate; endedOn: CivilDate | null } | null
}

export type MatterTask = {
  id: string
  state: TaskState
  content: string
  handler: string
  dueOn: CivilDate
  doneOn: CivilDate | null
  inspectedOn: CivilDate | null
  recheckOn: CivilDate | null
  isRechecked: boolean
  resolutionId: string | null
  /** Whether it is to be chased now, or was and has still time; null while it is not late. */
  chase: ChaseDue | null
}

export type MatterMeeting = {
  id: string
  title: string
  state: MeetingState
  /** The day it was held, or is to be held. */
  day: CivilDate | null
}

/** What the rooms know of one matter, gathered: an issue and everything that came of it. */
export type MatterFacts = {
  issue: {
    id: string
    title: string
    state: IssueState
    triage: Triage | null
    reportedOn: CivilDate
    acceptedOn: CivilDate | null
    answerDueOn: CivilDate | null
    answeredOn: CivilDate | null
  }
  topic: {
    id: string
    state: TopicState
    outcome: TopicOutcome | null
    createdOn: CivilDate
    returnOn: CivilDate | null
    /** Once its proposal is written; null before and after, and in lists. */
    waitsFor: NextOfPrepared | null
    /** The 书面表决 it waits for; null where it goes to a meeting, and in lists. */
    poll: { id: string; title: string; closesOn: CivilDate | null } | null
  } | null
  meetings: MatterMeeting[]
  /** Of the last meeting that passed something; those of a proposal that was blocked are history. */
  papers: MatterPaper[]
  tasks: MatterTask[]
}

const agreed: readonly (TopicOutcome | null)[] = ["agreed", "agreedWithConditions"]

/** Something was agreed on and has to be published and carried out. */
export const isAgreed = ({ topic }: MatterFacts): boolean =>
  topic?.state === "decided" && agreed.includes(topic.outcome)

/** Papers are approved, each item is in somebody's hands, and every task is inspected; or nothing had to be done. */
function isDone({ papers, tasks }: MatterFacts): boolean {
  // A 书面表决 leaves no resolution: its matter is handed out as it is.
  if (papers.length === 0) return tasks.length > 0 && isCarriedOut(tasks)
  if (papers.some(paper => paper.state !== "approved" || paper.assigned < paper.items)) return false
  return tasks.length === 0 || isCarriedOut(tasks)
}

/**
 * Whether its proposers are to be given the final answer now: what was decided is carried out, or there is nothing to carry
 * out. 即办, 转办 and 微心愿 without a task are answered by whoever sees to them.
 */
export function isToBeAnswered(facts: MatterFacts): boolean {
  const { issue, topic, tasks } = facts
  if (issue.state !== "sorted") return false
  if (issue.triage !== "deliberate") return tasks.length === 0 || isCarriedOut(tasks)
  if (topic?.state !== "decided") return false
  return !isAgreed(facts) || isDone(facts)
}

/** Hangs still, or was taken down; the days demanded have passed when it hung to its end. */
export const isPostingOver = (paper: MatterPaper, today: CivilDate): boolean =>
  paper.notice !== null && (paper.notice.endedOn !== null || paper.notice.until < today)

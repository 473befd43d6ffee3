import { type CivilDate, daysBetween } from "~/law/civil-date"
import { dayWord, shortDate } from "./day-words"
import { isAgreed, isPostingOver, isToBeAnswered, type MatterFacts } from "./matter-rules"

/** A step as it is drawn. */
export type MatterStep = { label: string; note?: string; state: "done" | "now" | "todo" }

type Stage = { label: string; isDone: boolean; note: string }

/**
 * 收集, 受理 … 答复: where a matter stands, only with the steps it has; the first that is not done is the present one. What
 * was closed stands at none: works that go on are those of the other issues of its topic.
 */
export function stepsOfMatter(facts: MatterFacts, today: CivilDate): MatterStep[] {
  const stages = stagesOf(facts, today)
  const now = facts.issue.state === "closed" ? -1 : stages.findIndex(stage => !stage.isDone)
  return stages.map(({ label, isDone, note }, at) => ({
    label,
    ...(note ? { note } : {}),
    state: isDone ? "done" : at === now ? "now" : "todo",
  }))
}

function stagesOf(facts: MatterFacts, today: CivilDate): Stage[] {
  const { issue, topic } = facts
  const day = (date: CivilDate | null | undefined) => (date ? shortDate(date, today) : "")
  const collected: Stage = { label: "收集", isDone: true, note: day(issue.reportedOn) }
  const accepted: Stage = { label: "受理", isDone: issue.state !== "reported", note: day(issue.acceptedOn) }
  const answered: Stage = {
    label: "答复",
    isDone: issue.state === "closed",
    note: issue.state === "closed" ? day(issue.answeredOn) : dueNote(issue.answerDueOn, today),
  }
  if (issue.state === "reported" || issue.state === "accepted")
    return [collected, accepted, { label: "分类", isDone: false, note: "" }, answered]
  if (issue.triage === "decline") return [collected, accepted, answered]
  if (issue.triage !== "deliberate") {
    const works = facts.tasks.length > 0 ? workStages(facts, today) : []
    return [collected, accepted, ...works, answered]
  }
  return [
    collected,
    accepted,
    { label: "议题", isDone: isOnAgenda(facts), note: day(topic?.createdOn) },
    { label: "会议", isDone: topic?.state === "decided", note: meetingNote(facts, today) },
    // What was not agreed on is neither published as a resolution nor carried out.
    ...(topic?.state === "decided" && !isAgreed(facts)
      ? []
      : [
          {
            label: "公示",
            isDone: facts.papers.length > 0 && facts.papers.every(paper => isPostingOver(paper, today)),
            note: postingNote(facts, today),
          },
          ...(hasNothingToDo(facts) ? [] : workStages(facts, today)),
        ]),
    answered,
  ]
}

const isOnAgenda = ({ topic }: MatterFacts) =>
  topic?.state === "scheduled" || topic?.state === "fieldwork" || topic?.state === "decided"

const hasNothingToDo = ({ papers, tasks }: MatterFacts) =>
  papers.length > 0 && tasks.length === 0 && papers.every(paper => paper.state === "approved" && paper.items === 0)

function workStages({ papers, tasks }: MatterFacts, today: CivilDate): Stage[] {
  const standing = tasks.filter(task => task.state !== "replaced")
  const assigned = papers.every(paper => paper.assigned >= paper.items)
  const isFinished = (task: { state: string }) => ["done", "inspected", "satisfied"].includes(task.state)
  const finished = standing.filter(isFinished)
  const inspected = standing.filter(task => task.state === "inspected" || task.state === "satisfied")
  const whole = Math.max(
    standing.length,
    papers.reduce((sum, paper) => sum + paper.items, 0),
  )
  const last = (days: (CivilDate | null)[]) =>
    days
      .filter(one => one !== null)
      .toSorted()
      .at(-1)
  const noteOf = (done: number, lastDay: CivilDate | undefined) =>
    whole === 0 ? "" : done === whole && lastDay ? shortDate(lastDay, today) : done > 0 ? `${done}/${whole}项` : ""
  const isAll = (count: number) => standing.length > 0 && assigned && count === standing.length
  const blocked = standing.some(task => task.state === "blocked")
  return [
    {
      label: "办理",
      isDone: isAll(finished.length),
      note: blocked ? "受阻" : noteOf(finished.length, last(finished.map(task => task.doneOn))),
    },
    {
      label: "验收",
      isDone: isAll(inspected.length),
      note: noteOf(inspected.length, last(inspected.map(task => task.inspectedOn))),
    },
  ]
}

function dueNote(dueOn: CivilDate | null, today: CivilDate): string {
  if (!dueOn) return ""
  const ahead = daysBetween(today, dueOn)
  if (ahead < 0) return `逾期${-ahead}天`
  return ahead === 0 ? "今天到期" : ahead === 1 ? "明天到期" : `${shortDate(dueOn, today)}到期`
}

function meetingNote({ meetings, topic }: MatterFacts, today: CivilDate): string {
  if (topic?.state === "fieldwork") return "先调研"
  const held = meetings.filter(meeting => ["closed", "minuted", "archived"].includes(meeting.state))
  if (held.length > 1) return `开了${held.length}次`
  const day = (held[0] ?? meetings.findLast(meeting => meeting.state !== "cancelled"))?.day
  return day ? shortDate(day, today) : ""
}

function postingNote({ papers }: MatterFacts, today: CivilDate): string {
  const notice = papers.find(paper => paper.notice)?.notice
  if (!notice) return ""
  if (notice.endedOn) return `${shortDate(notice.endedOn, today)}撤下`
  const left = daysBetween(today, notice.until)
  return left < 0 ? "期满" : `还有${left}天`
}

/** Where an open matter stands, in a word or two, for a list. */
export function stepWord(facts: MatterFacts, today: CivilDate): string {
  const { issue, topic, meetings, tasks } = facts
  if (issue.state === "reported") return "待受理"
  if (issue.state === "accepted") return "待分类"
  if (tasks.some(task => task.state === "blocked")) return "办理受阻"
  if (topic?.state === "fieldwork") return "先调研"
  if (topic?.state === "scheduled") {
    const day = meetings.findLast(meeting => meeting.state !== "cancelled")?.day
    return day ? `${dayWord(day, today)}开会` : "已排会"
  }
  if (issue.triage === "deliberate" && topic?.state !== "decided") return topic ? "备方案" : "待提议题"
  if (isToBeAnswered(facts)) return tasks.length > 0 ? "办完待答复" : "待答复"
  if (tasks.some(task => task.state === "done")) return "待验收"
  return tasks.length > 0 ? "办理中" : "已议决"
}

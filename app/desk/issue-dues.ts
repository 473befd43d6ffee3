import { type CivilDate, daysBetween } from "~/law/civil-date"
import { dueWords } from "./day-words"
import { type DueMatter, duesOfPile, type Pile } from "./due-matter"

/** An open issue that stands alone, and what its matter waits for. */
export type DeskIssue = {
  id: string
  title: string
  number: string
  reporter: string
  state: "reported" | "accepted" | "sorted"
  reportedOn: CivilDate
  /** The day of the next answer; null where none was set. */
  answerDueOn: CivilDate | null
  handler: string
  /** What was decided is carried out, or there is nothing to carry out: its proposers are to be told. */
  isToBeAnswered: boolean
  /** A task of it was inspected: what to tell is known. */
  isCarriedOut: boolean
  /** Where the matter stands, in a word or two, and what comes next. */
  step: string
  next: string
}

const issueAt = (id: string) => `/issues/${id}`

const pileOf = (issues: readonly DeskIssue[]): Pile => {
  const [first] = issues
  return {
    count: issues.length,
    first: first ? { id: first.id, title: first.title, since: first.reportedOn, dueOn: first.answerDueOn } : null,
  }
}

/** New issues to accept and accepted ones to sort: each owes its proposer the first answer. `issues` come by due day. */
export function duesOfSorting(issues: readonly DeskIssue[], today: CivilDate): DueMatter[] {
  const of = (state: DeskIssue["state"]) => pileOf(issues.filter(issue => issue.state === state))
  return [
    ...duesOfPile(
      of("reported"),
      today,
      {
        key: "reported",
        one: "受理并分类",
        many: count => `${count}条新问题等待受理`,
        action: "去受理",
        due: "受理答复时限",
      },
      { one: issueAt, many: "/issues?tab=reported" },
    ),
    ...duesOfPile(
      of("accepted"),
      today,
      {
        key: "accepted",
        one: "分类",
        many: count => `${count}条已受理的问题等待分类`,
        action: "去分类",
        due: "受理答复时限",
      },
      { one: id => `/issues/${id}/sort`, many: "/issues?tab=accepted" },
    ),
  ]
}

/** Steps that lie on the desk as rows of their own: the same matter is not shown twice. */
const ownRows = ["督办", "验收", "换一个方案", "交办"]

/**
 * Sorted issues: those whose proposers are to be answered, and those whose day has come though the matter is not done. A
 * matter that goes its way in time is no row.
 */
export function duesOfAnswering(issues: readonly DeskIssue[], today: CivilDate): DueMatter[] {
  return issues
    .filter(issue => issue.state === "sorted")
    .flatMap((issue): DueMatter[] => {
      const when = issue.answerDueOn
        ? dueWords(issue.answerDueOn, today, "答复时限")
        : { when: "待答复", whenNote: "没有定时限", late: false, dueOn: null }
      if (issue.isToBeAnswered)
        return [
          {
            key: `answer ${issue.id}`,
            ...when,
            // What is done is answered now, not on its last day.
            ...(issue.isCarriedOut && !when.late ? { dueOn: today, when: "今天", whenNote: "已经办完" } : {}),
            title: `答复提出人：${issue.title}`,
            reasons: [
              issue.isCarriedOut ? "已验收，只差答复" : issue.handler && `${issue.handler}在办`,
              issue.reporter,
              issue.number,
            ],
            to: `${issueAt(issue.id)}#field-content`,
            action: "写答复",
          },
        ]
      if (!issue.answerDueOn || issue.answerDueOn > today || ownRows.includes(issue.next)) return []
      return [
        {
          key: `overdue ${issue.id}`,
          ...when,
          title: `答复时限到了：${issue.title}`,
          reasons: [issue.step, issue.next && `下一步：${issue.next}`, issue.reporter],
          to: `/matters/${issue.id}`,
          action: "看全过程",
        },
      ]
    })
}

export type UnansweredRow = {
  id: string
  title: string
  reporter: string
  step: string
  waitedDays: number
  dueOn: CivilDate | null
  isLate: boolean
}

/** 还没有答复的问题: the first of them by due day, and how many there are. */
export function unansweredTable(
  issues: readonly DeskIssue[],
  today: CivilDate,
): { rows: UnansweredRow[]; total: number } {
  return {
    total: issues.length,
    rows: issues.slice(0, 6).map(issue => ({
      id: issue.id,
      title: issue.title,
      reporter: issue.reporter,
      step: issue.step,
      waitedDays: Math.max(0, daysBetween(issue.reportedOn, today)),
      dueOn: issue.answerDueOn,
      isLate: issue.answerDueOn !== null && issue.answerDueOn < today,
    })),
  }
}

import type { Reader } from "#db/client"
import type { IssueState, SatisfactionLevel } from "#db/schema/intake"
import { type CivilDate, civilDateOf, instantOf } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import { firstAnswerOwedSince, nextAnswerDueOn } from "./answer-periods"
import { countLate, countReopenedUnsorted, countStates, listLevels } from "./answering-store"
import { withAllVoices } from "./merging-store"
import { type Issue, type IssueFilter, listAllIssues } from "./store"

export type AnsweringFigures = {
  received: number
  /** Had their first answer. */
  answeredFirst: number
  closed: number
  /** Still without the final answer they are owed; merged ones count, each has a proposer. */
  unanswered: number
  /** Of the unanswered: those whose answer is overdue. */
  late: number
  /** What was last said of each issue that was rated. */
  satisfied: Record<SatisfactionLevel, number>
}

/** 事事有答复: figures only, of everything or of what was reported since a day. For anyone: asks no permission. */
export async function countAnswering(
  ctx: Pick<Ctx, "db" | "community" | "now">,
  { since }: { since?: CivilDate } = {},
): Promise<AnsweringFigures> {
  const { read } = ctx.db
  const communityId = ctx.community.id
  const today = civilDateOf(ctx.now())
  const registeredBefore = instantOf(firstAnswerOwedSince(today))
  const [states, reopened, late, levels] = await Promise.all([
    countStates(read, communityId, since),
    countReopenedUnsorted(read, communityId, since),
    countLate(read, communityId, since, { today, registeredBefore }),
    listLevels(read, communityId, since),
  ])
  const of = (...wanted: IssueState[]) =>
    states.filter(row => wanted.includes(row.state)).reduce((sum, row) => sum + row.count, 0)
  const received = of("reported", "accepted", "sorted", "closed")
  const satisfied: Record<SatisfactionLevel, number> = { satisfied: 0, mostly: 0, dissatisfied: 0, unresolved: 0 }
  for (const level of new Map(levels.map(row => [row.issueId, row.level])).values()) satisfied[level] += 1
  return {
    received,
    answeredFirst: of("sorted", "closed") + reopened,
    closed: of("closed"),
    unanswered: received - of("closed"),
    late,
    satisfied,
  }
}

export type UnansweredIssue = Issue & { isLate: boolean }

/**
 * Open issues, the one owed an answer first in front; `answerDueOn` is the day of the next answer (受理答复 until it is
 * sorted, 办结答复 from then on), null where no day was set. Those that were merged stand behind their head: answering it
 * answers them, and their voices are counted with it. For later rooms: asks no permission.
 */
export async function listUnanswered(
  q: Reader,
  communityId: string,
  today: CivilDate,
  filter: Omit<IssueFilter, "state" | "merged"> = {},
): Promise<UnansweredIssue[]> {
  const open = await listAllIssues(q, communityId, { ...filter, state: "open", merged: false })
  const counted = await withAllVoices(q, communityId, open)
  const last = "9999-12-31"
  return counted
    .map(issue => {
      const answerDueOn = nextAnswerDueOn(issue, civilDateOf(issue.createdAt))
      return { ...issue, answerDueOn, isLate: answerDueOn !== null && answerDueOn < today }
    })
    .sort((a, b) => compareText(a.answerDueOn ?? last, b.answerDueOn ?? last))
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

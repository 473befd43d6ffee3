import { isCarriedOut } from "~/followup/rules"
import { listUnanswered } from "~/intake/answering"
import { formatIssueNumber } from "~/intake/issue-number"
import { civilDateOf } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import type { DeskIssue } from "./issue-dues"
import { readMatterFacts } from "./matter-facts"
import { nextOfMatter } from "./matter-next"
import { isToBeAnswered } from "./matter-rules"
import { stepWord } from "./matter-steps"

/** Every open issue that stands alone, the one owed an answer first in front. Asks no permission. */
export async function readOpenIssues(ctx: Ctx): Promise<DeskIssue[]> {
  const today = civilDateOf(ctx.now())
  const open = await listUnanswered(ctx.db.read, ctx.community.id, today)
  const facts = await readMatterFacts(ctx, open, { withDays: false })
  return open.flatMap(issue => {
    const matter = facts.get(issue.id)
    if (!matter || issue.state === "closed") return []
    return [
      {
        id: issue.id,
        title: issue.title,
        number: formatIssueNumber(ctx, issue),
        reporter: reporterOf(issue.reporterName, issue.supporterCount),
        state: issue.state,
        reportedOn: issue.reportedOn,
        answerDueOn: issue.answerDueOn,
        handler: issue.handler,
        isToBeAnswered: isToBeAnswered(matter),
        isCarriedOut: isCarriedOut(matter.tasks),
        step: stepWord(matter, today),
        next: nextOfMatter(matter)?.title ?? "",
      },
    ]
  })
}

const reporterOf = (name: string, voices: number) => `${name || "居民"}${voices > 1 ? `等${voices}人` : ""}`

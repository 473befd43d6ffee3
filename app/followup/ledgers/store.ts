import { and, asc, count, eq, gte, isNotNull, lt, lte } from "drizzle-orm"
import type { Reader } from "#db/client"
import { tasks } from "#db/schema/followup"
import { answers, issues, type Triage } from "#db/schema/intake"
import { addDays, instantOf } from "~/law/civil-date"
import type { LedgerPeriod } from "./kinds"

const reportedIn = (communityId: string, { from, to }: LedgerPeriod, triage?: Triage) =>
  and(
    eq(issues.communityId, communityId),
    gte(issues.reportedOn, from),
    lte(issues.reportedOn, to),
    triage ? eq(issues.triage, triage) : undefined,
  )

/** What was reported in a period, merged ones too, in the order of the numbers; telephones are not read. */
export const listIssuesOfPeriod = (q: Reader, communityId: string, period: LedgerPeriod, triage?: Triage) =>
  q
    .select({
      id: issues.id,
      year: issues.year,
      sequence: issues.sequence,
      channel: issues.channel,
      title: issues.title,
      content: issues.content,
      place: issues.place,
      gridId: issues.gridId,
      reporterName: issues.reporterName,
      reportedOn: issues.reportedOn,
      collectorName: issues.collectorName,
      state: issues.state,
      triage: issues.triage,
      handler: issues.handler,
      answerDueOn: issues.answerDueOn,
      mergedIntoId: issues.mergedIntoId,
      createdAt: issues.createdAt,
    })
    .from(issues)
    .where(reportedIn(communityId, period, triage))
    .orderBy(asc(issues.year), asc(issues.sequence))
export type LedgerIssue = Awaited<ReturnType<typeof listIssuesOfPeriod>>[number]

/** The answers to these, in the order in which they were given. */
export const listAnswersOfPeriod = (q: Reader, communityId: string, period: LedgerPeriod, triage?: Triage) =>
  q
    .select({
      issueId: answers.issueId,
      kind: answers.kind,
      content: answers.content,
      answeredAt: answers.answeredAt,
    })
    .from(answers)
    .innerJoin(issues, and(eq(issues.communityId, answers.communityId), eq(issues.id, answers.issueId)))
    .where(reportedIn(communityId, period, triage))
    .orderBy(asc(answers.answeredAt), asc(answers.id))
export type LedgerAnswer = Awaited<ReturnType<typeof listAnswersOfPeriod>>[number]

/** 合并数: how many issues were merged into each; those without any are left out. */
export async function countMerged(q: Reader, communityId: string): Promise<Map<string, number>> {
  const rows = await q
    .select({ headId: issues.mergedIntoId, count: count() })
    .from(issues)
    .where(and(eq(issues.communityId, communityId), isNotNull(issues.mergedIntoId)))
    .groupBy(issues.mergedIntoId)
  return new Map(rows.map(row => [row.headId!, row.count]))
}

/** Tasks handed out in a period, in the order of the numbers. */
export const listTasksOfPeriod = (q: Reader, communityId: string, { from, to }: LedgerPeriod) =>
  q
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.communityId, communityId),
        gte(tasks.createdAt, instantOf(from)),
        lt(tasks.createdAt, instantOf(addDays(to, 1))),
      ),
    )
    .orderBy(asc(tasks.year), asc(tasks.sequence))

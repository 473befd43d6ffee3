import { and, asc, desc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { answers, satisfactions } from "#db/schema/intake"
import type { Answer, IssueKey } from "./store"

export type Satisfaction = typeof satisfactions.$inferSelect

export const insertSatisfaction = (q: Writer, row: Satisfaction) => q.insert(satisfactions).values(row)

/** The final answer the proposer was last given; null before there was one. */
export async function findFinalAnswer(q: Reader, key: IssueKey): Promise<Answer | null> {
  const [row] = await q
    .select()
    .from(answers)
    .where(and(eq(answers.communityId, key.communityId), eq(answers.issueId, key.issueId), eq(answers.kind, "final")))
    .orderBy(desc(answers.answeredAt), desc(answers.id))
    .limit(1)
  return row ?? null
}

/** In the order in which they were said. */
export const listSatisfactions = (q: Reader, key: IssueKey): Promise<Satisfaction[]> =>
  q
    .select()
    .from(satisfactions)
    .where(and(eq(satisfactions.communityId, key.communityId), eq(satisfactions.issueId, key.issueId)))
    .orderBy(asc(satisfactions.recordedAt), asc(satisfactions.id))

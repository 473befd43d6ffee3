import { listDeliberateIssues, listTopics, listTopicsOfIssues } from "~/agenda/store"
import { civilDateOf } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import type { Pile } from "./due-matter"
import { type NextOfPrepared, sortPrepared } from "./prepared-topics"
import type { DeskTopics } from "./topic-dues"

const pileOf = <T extends { id: string; title: string }>(rows: readonly T[], since: (row: T) => string): Pile => ({
  count: rows.length,
  first: rows[0] ? { id: rows[0].id, title: rows[0].title, since: since(rows[0]) } : null,
})

/** Issues in no topic, topics without a proposal, in fieldwork, or ready with what is still owed; the oldest first. */
export async function readTopics(ctx: Ctx): Promise<DeskTopics> {
  const { read } = ctx.db
  const communityId = ctx.community.id
  const topics = (await listTopics(read, communityId)).reverse()
  const issues = await listDeliberateIssues(read, communityId)
  const pairs = await listTopicsOfIssues(
    read,
    communityId,
    issues.map(issue => issue.id),
  )
  const taken = new Set(pairs.map(pair => pair.issueId))
  const madeOn = (topic: { createdAt: Date }) => civilDateOf(topic.createdAt)
  const inState = (state: string) => topics.filter(topic => topic.state === state)
  const prepared = await sortPrepared(ctx, inState("prepared"))
  const ofNext = (next: NextOfPrepared) =>
    pileOf(
      prepared.filter(one => one.next === next).map(one => one.topic),
      madeOn,
    )
  return {
    toTakeUp: pileOf(
      issues.filter(issue => !taken.has(issue.id)),
      issue => issue.reportedOn,
    ),
    toPropose: pileOf(inState("proposed"), madeOn),
    toRoute: ofNext("route"),
    toStudy: ofNext("study"),
    toPoll: ofNext("poll"),
    ready: ofNext("convene"),
    fieldwork: inState("fieldwork").map(({ id, title, returnOn }) => ({ topicId: id, title, returnOn })),
  }
}

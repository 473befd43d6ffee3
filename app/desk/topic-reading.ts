import { owesStudy } from "~/agenda/party-review-rules"
import {
  listDeliberateIssues,
  listPartyReviews,
  listRoutings,
  listTopics,
  listTopicsOfIssues,
  type Topic,
} from "~/agenda/store"
import { civilDateOf } from "~/law/civil-date"
import { listPollsIn } from "~/polling/store"
import { isPollPresetKey } from "~/rulebook/poll-presets"
import type { Ctx } from "~/web/context"
import type { Pile } from "./due-matter"
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

type NextOfPrepared = "route" | "study" | "poll" | "convene" | "drafted"

/** What each topic with a proposal waits for; one that stands in the draft of a poll waits there. */
async function sortPrepared(ctx: Ctx, prepared: readonly Topic[]): Promise<{ topic: Topic; next: NextOfPrepared }[]> {
  const { read } = ctx.db
  const communityId = ctx.community.id
  const ids = prepared.map(topic => topic.id)
  const routings = await listRoutings(read, communityId, ids)
  const reviews = await listPartyReviews(read, communityId, ids)
  const isPolled = [...routings.values()].some(routing => isPollPresetKey(routing.procedure))
  const drafted = isPolled ? (await listPollsIn(read, communityId, ["draft"])).map(poll => poll.topicId) : []
  return prepared.map(topic => {
    const routing = routings.get(topic.id)
    if (!routing) return { topic, next: "route" }
    if (owesStudy(routing, reviews.get(topic.id))) return { topic, next: "study" }
    if (!isPollPresetKey(routing.procedure)) return { topic, next: "convene" }
    return { topic, next: drafted.includes(topic.id) ? "drafted" : "poll" }
  })
}

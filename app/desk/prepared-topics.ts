import { owesStudy } from "~/agenda/party-review-rules"
import { listPartyReviews, listRoutings, type Topic } from "~/agenda/store"
import { listPollsIn } from "~/polling/store"
import { isPollPresetKey } from "~/rulebook/poll-presets"
import type { Ctx } from "~/web/context"

/** What a topic with a proposal waits for; `drafted`: it stands in the draft of a poll. */
export type NextOfPrepared = "route" | "study" | "poll" | "convene" | "drafted"

/** What each of these topics, all of them prepared, waits for. */
export async function sortPrepared(
  ctx: Ctx,
  prepared: readonly Topic[],
): Promise<{ topic: Topic; next: NextOfPrepared }[]> {
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

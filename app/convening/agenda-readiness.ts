import type { Reader } from "#db/client"
import { missingChainStep } from "~/agenda/chain-rules"
import { listChainRecords } from "~/agenda/chain-store"
import { listPartyReviews, listRoutings, listTopicsById, listWordingsInForce, type Proposal } from "~/agenda/store"
import type { ProcedureKey } from "~/rulebook/routing"
import type { AgendaFacts } from "./agenda-rules"
import { type AgendaItem, listAgendaItems } from "./store"

/** The agenda with what its topics' procedures demand. `judgedBy` names the judgements and studies it was read from. */
export async function gatherAgenda(
  q: Reader,
  communityId: string,
  meetingId: string,
): Promise<{ items: AgendaItem[]; inForce: Map<string, Proposal>; agenda: AgendaFacts[]; judgedBy: string }> {
  const items = await listAgendaItems(q, communityId, meetingId)
  const topicIds = items.flatMap(item => item.topicId ?? [])
  const topics = new Map((await listTopicsById(q, communityId, topicIds)).map(topic => [topic.id, topic]))
  const inForce = await listWordingsInForce(q, communityId, topicIds)
  const routings = await listRoutings(q, communityId, topicIds)
  const reviews = await listPartyReviews(q, communityId, topicIds)
  const chains = await listChainRecords(q, communityId, topicIds)
  const agenda = items.map(({ title, minutes, handling, topicId }): AgendaFacts => {
    const common = { title, minutes, handling }
    const topic = topicId ? topics.get(topicId) : undefined
    if (!topic) return { ...common, topic: null }
    const routing = routings.get(topic.id)
    return {
      ...common,
      topic: {
        isReady: topic.state === "prepared" && inForce.has(topic.id),
        procedure: routing ? (routing.procedure as ProcedureKey) : null,
        isImportant: routing?.isImportant ?? false,
        partyOpinion: reviews.get(topic.id)?.opinion ?? null,
        missingStep: missingChainStep(chains.get(topic.id) ?? [], topic.proposalOrdinal),
      },
    }
  })
  return { items, inForce, agenda, judgedBy: await judgedBy(q, communityId, topicIds) }
}

/** Which judgement and which study each topic stands on now. */
export async function judgedBy(q: Reader, communityId: string, topicIds: readonly string[]): Promise<string> {
  const routings = await listRoutings(q, communityId, topicIds)
  const reviews = await listPartyReviews(q, communityId, topicIds)
  return topicIds.map(id => `${routings.get(id)?.id} ${reviews.get(id)?.id}`).join()
}

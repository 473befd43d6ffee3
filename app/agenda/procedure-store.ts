import { and, desc, eq, inArray } from "drizzle-orm"
import type { Reader } from "#db/client"
import { partyReviews, routings } from "#db/schema/agenda"
import type { PartyReview, Routing } from "./store"

/** Every judgement on a topic, the newest first. */
export const listAllRoutings = (q: Reader, communityId: string, topicId: string): Promise<Routing[]> =>
  q
    .select()
    .from(routings)
    .where(and(eq(routings.communityId, communityId), eq(routings.topicId, topicId)))
    .orderBy(desc(routings.routedAt), desc(routings.id))

/** Every study of these topics, of whatever proposal, the newest first: what a meeting had before it is among them. */
export const listAllPartyReviews = (
  q: Reader,
  communityId: string,
  topicIds: readonly string[],
): Promise<PartyReview[]> =>
  topicIds.length === 0
    ? Promise.resolve([])
    : q
        .select()
        .from(partyReviews)
        .where(and(eq(partyReviews.communityId, communityId), inArray(partyReviews.topicId, [...topicIds])))
        .orderBy(desc(partyReviews.recordedAt), desc(partyReviews.id))

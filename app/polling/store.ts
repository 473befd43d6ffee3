import { and, asc, count, desc, eq, inArray } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { persons } from "#db/schema/people"
import { organizations } from "#db/schema/people-organizations"
import { type PollState, pollCounts, polls, pollVoters } from "#db/schema/polling"

export type Poll = typeof polls.$inferSelect
export type PollVoter = typeof pollVoters.$inferSelect
export type PollCount = typeof pollCounts.$inferSelect

export async function findPoll(q: Reader, communityId: string, pollId: string): Promise<Poll | null> {
  const [row] = await q
    .select()
    .from(polls)
    .where(and(eq(polls.communityId, communityId), eq(polls.id, pollId)))
  return row ?? null
}

/** Newest first. */
export const listPolls = (q: Reader, communityId: string): Promise<Poll[]> =>
  q.select().from(polls).where(eq(polls.communityId, communityId)).orderBy(desc(polls.createdAt), desc(polls.id))

export const listPollsIn = (q: Reader, communityId: string, states: readonly PollState[]): Promise<Poll[]> =>
  q
    .select()
    .from(polls)
    .where(and(eq(polls.communityId, communityId), inArray(polls.state, [...states])))
    .orderBy(asc(polls.createdAt), asc(polls.id))

export const listPollsOfTopic = (q: Reader, communityId: string, topicId: string): Promise<Poll[]> =>
  q
    .select()
    .from(polls)
    .where(and(eq(polls.communityId, communityId), eq(polls.topicId, topicId)))
    .orderBy(asc(polls.createdAt), asc(polls.id))

export const insertPoll = (q: Writer, row: typeof polls.$inferInsert) => q.insert(polls).values(row)

/** Guarded by the version the editor saw; a draft only. */
export async function updateDraft(
  q: Writer,
  key: { communityId: string; pollId: string; version: number },
  set: Partial<Poll>,
): Promise<boolean> {
  const changed = await q
    .update(polls)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(polls.communityId, key.communityId),
        eq(polls.id, key.pollId),
        eq(polls.version, key.version),
        eq(polls.state, "draft"),
      ),
    )
    .returning({ id: polls.id })
  return changed.length === 1
}

/** Guarded by state: moves it if it is where it may come from, and says whether it did. */
export async function movePoll(
  q: Writer,
  communityId: string,
  pollId: string,
  from: readonly PollState[],
  set: Partial<Poll> & { state: PollState },
): Promise<boolean> {
  const changed = await q
    .update(polls)
    .set(set)
    .where(and(eq(polls.communityId, communityId), eq(polls.id, pollId), inArray(polls.state, [...from])))
    .returning({ id: polls.id })
  return changed.length === 1
}

export async function insertVoters(q: Writer, rows: readonly (typeof pollVoters.$inferInsert)[]): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(pollVoters).values(chunk)
}

/** In the order of 票号. */
export const listVoters = (q: Reader, communityId: string, pollId: string): Promise<PollVoter[]> =>
  q
    .select()
    .from(pollVoters)
    .where(and(eq(pollVoters.communityId, communityId), eq(pollVoters.pollId, pollId)))
    .orderBy(asc(pollVoters.ordinal))

/** Of each of these polls that has a roll: how many stand on it, and to how many the paper was delivered. */
export const countRolls = (q: Reader, communityId: string, pollIds: readonly string[]) =>
  pollIds.length === 0
    ? Promise.resolve([])
    : q
        .select({ pollId: pollVoters.pollId, voters: count(), delivered: count(pollVoters.deliveredOn) })
        .from(pollVoters)
        .where(and(eq(pollVoters.communityId, communityId), inArray(pollVoters.pollId, [...pollIds])))
        .groupBy(pollVoters.pollId)

export async function findVoter(
  q: Reader,
  communityId: string,
  pollId: string,
  ordinal: number,
): Promise<PollVoter | null> {
  const [row] = await q
    .select()
    .from(pollVoters)
    .where(and(eq(pollVoters.communityId, communityId), eq(pollVoters.pollId, pollId), eq(pollVoters.ordinal, ordinal)))
  return row ?? null
}

export type Delivery = Pick<PollVoter, "deliveredOn" | "deliveryMeans" | "deliveredTo" | "deliveredBy">

export const updateDelivery = (
  q: Writer,
  communityId: string,
  pollId: string,
  voterIds: readonly string[],
  delivery: Delivery,
) =>
  q
    .update(pollVoters)
    .set(delivery)
    .where(
      and(
        eq(pollVoters.communityId, communityId),
        eq(pollVoters.pollId, pollId),
        inArray(pollVoters.id, [...voterIds]),
      ),
    )

/** The rounds counted by hand, the first one first. */
export const listCounts = (q: Reader, communityId: string, pollId: string): Promise<PollCount[]> =>
  q
    .select()
    .from(pollCounts)
    .where(and(eq(pollCounts.communityId, communityId), eq(pollCounts.pollId, pollId)))
    .orderBy(asc(pollCounts.ordinal))

/** Of these polls together: who entered which rounds, and whether they were checked. */
export const listCountsOf = (q: Reader, communityId: string, pollIds: readonly string[]) =>
  pollIds.length === 0
    ? Promise.resolve([])
    : q
        .select({
          pollId: pollCounts.pollId,
          enteredByAccountId: pollCounts.enteredByAccountId,
          checkedAt: pollCounts.checkedAt,
        })
        .from(pollCounts)
        .where(and(eq(pollCounts.communityId, communityId), inArray(pollCounts.pollId, [...pollIds])))

export const insertCount = (q: Writer, row: typeof pollCounts.$inferInsert) => q.insert(pollCounts).values(row)

/** Guarded by the version; a count that was checked stands. */
export async function updateCount(
  q: Writer,
  key: { communityId: string; pollId: string; ordinal: number; version: number },
  set: Partial<PollCount>,
): Promise<boolean> {
  const changed = await q
    .update(pollCounts)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(pollCounts.communityId, key.communityId),
        eq(pollCounts.pollId, key.pollId),
        eq(pollCounts.ordinal, key.ordinal),
        eq(pollCounts.version, key.version),
      ),
    )
    .returning({ ordinal: pollCounts.ordinal })
  return changed.length === 1
}

/** Those of these names, for candidates; the telephone tells two of one name apart. */
export const listPersonsNamed = (q: Reader, communityId: string, names: readonly string[]) =>
  names.length === 0
    ? Promise.resolve([])
    : q
        .select({ id: persons.id, name: persons.name, phone: persons.phone })
        .from(persons)
        .where(and(eq(persons.communityId, communityId), inArray(persons.name, [...names])))

export async function findOrganizationName(q: Reader, communityId: string, id: string): Promise<string | null> {
  const [row] = await q
    .select({ name: organizations.name })
    .from(organizations)
    .where(and(eq(organizations.communityId, communityId), eq(organizations.id, id)))
  return row?.name ?? null
}

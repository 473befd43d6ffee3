import { and, asc, eq, inArray } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { chainRecords } from "#db/schema/agenda"
import type { ChainRecord } from "./chain-rules"

export const insertChainRecord = (q: Writer, row: ChainRecord) => q.insert(chainRecords).values(row)

/** Every record of each topic's 四议两公开, of all its proposals, in the order they were recorded; none has no entry. */
export async function listChainRecords(
  q: Reader,
  communityId: string,
  topicIds: readonly string[],
): Promise<Map<string, ChainRecord[]>> {
  const byTopic = new Map<string, ChainRecord[]>()
  if (topicIds.length === 0) return byTopic
  const records = await q
    .select()
    .from(chainRecords)
    .where(and(eq(chainRecords.communityId, communityId), inArray(chainRecords.topicId, [...topicIds])))
    .orderBy(asc(chainRecords.recordedAt), asc(chainRecords.id))
  for (const record of records) byTopic.set(record.topicId, [...(byTopic.get(record.topicId) ?? []), record])
  return byTopic
}

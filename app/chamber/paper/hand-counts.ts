import type { Reader } from "#db/client"
import { type HandCount, listHandCounts, listOfficers } from "./officer-store"

/** The newest count of each counter who holds the office now. */
export async function newestHandCounts(q: Reader, communityId: string, roundId: string): Promise<HandCount[]> {
  const officers = await listOfficers(q, communityId, roundId)
  const counts = await listHandCounts(q, communityId, roundId)
  return officers
    .filter(officer => officer.office === "counter")
    .flatMap(officer => counts.findLast(one => one.counterId === officer.participantId) ?? [])
}

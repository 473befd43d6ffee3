import { and, eq, inArray, isNotNull, or } from "drizzle-orm"
import type { Reader } from "#db/client"
import { meetingProxies, signatures } from "#db/schema/chamber"
import { roundChallenges } from "#db/schema/chamber-challenges"
import { dissents } from "#db/schema/chamber-motions"
import { paperBallots, roundOfficers } from "#db/schema/chamber-paper"
import { rollEntries } from "#db/schema/chamber-rounds"
import { speakingRequests } from "#db/schema/chamber-speaking"

// The desk reads what the chamber wrote, and writes nothing.

/**
 * What a person left behind in the meetings they were called to, beside speeches and votes: how often of each kind. How they
 * voted is asked of no table.
 */
export async function countChamberTraces(q: Reader, communityId: string, ids: string[]) {
  if (ids.length === 0) return []
  type Traced =
    | typeof signatures
    | typeof speakingRequests
    | typeof dissents
    | typeof roundChallenges
    | typeof paperBallots
    | typeof roundOfficers
  const of = (table: Traced) =>
    q.$count(table, and(eq(table.communityId, communityId), inArray(table.participantId, ids)))
  const entrusted = and(
    eq(meetingProxies.communityId, communityId),
    or(inArray(meetingProxies.principalId, ids), inArray(meetingProxies.holderId, ids)),
  )
  const castByProxy = and(
    eq(rollEntries.communityId, communityId),
    inArray(rollEntries.participantId, ids),
    isNotNull(rollEntries.castById),
  )
  const traces = [
    { label: "平板上的签名", count: await of(signatures) },
    { label: "发言登记", count: await of(speakingRequests) },
    { label: "不同意见", count: await of(dissents) },
    { label: "对计票的异议", count: await of(roundChallenges) },
    { label: "领取的纸质票", count: await of(paperBallots) },
    { label: "担任计票人或监票人", count: await of(roundOfficers) },
    { label: "委托登记", count: await q.$count(meetingProxies, entrusted) },
    { label: "由他人代投的票", count: await q.$count(rollEntries, castByProxy) },
  ]
  return traces.filter(trace => trace.count > 0)
}

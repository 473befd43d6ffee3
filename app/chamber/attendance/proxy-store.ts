import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { attendances, meetingProxies } from "#db/schema/chamber"

export type MeetingProxy = typeof meetingProxies.$inferSelect

/**
 * Who is stood for now, and by whom: recorded, not ended, and the holder is in the room. Each of them counts as present.
 * A principal who is in the room has no proxy: coming in ends it.
 */
export async function listProxiesInForce(
  q: Reader,
  communityId: string,
  meetingId: string,
): Promise<{ principalId: string; holderId: string }[]> {
  return q
    .select({ principalId: meetingProxies.principalId, holderId: meetingProxies.holderId })
    .from(meetingProxies)
    .innerJoin(
      attendances,
      and(
        eq(attendances.communityId, meetingProxies.communityId),
        eq(attendances.meetingId, meetingProxies.meetingId),
        eq(attendances.participantId, meetingProxies.holderId),
        eq(attendances.presence, "present"),
      ),
    )
    .where(
      and(
        eq(meetingProxies.communityId, communityId),
        eq(meetingProxies.meetingId, meetingId),
        isNull(meetingProxies.revokedAt),
      ),
    )
    .orderBy(asc(meetingProxies.id))
}

/** Who stands for a principal now; null when nobody does, or the holder is not in the room. */
export async function findHolderId(
  q: Reader,
  communityId: string,
  meetingId: string,
  principalId: string,
): Promise<string | null> {
  const inForce = await listProxiesInForce(q, communityId, meetingId)
  return inForce.find(proxy => proxy.principalId === principalId)?.holderId ?? null
}

/** Every proxy of a meeting in the order recorded, the ended ones too. */
export const listProxies = (q: Reader, communityId: string, meetingId: string): Promise<MeetingProxy[]> =>
  q
    .select()
    .from(meetingProxies)
    .where(and(eq(meetingProxies.communityId, communityId), eq(meetingProxies.meetingId, meetingId)))
    .orderBy(asc(meetingProxies.id))

export const insertProxy = (q: Writer, row: MeetingProxy) => q.insert(meetingProxies).values(row)

/** Guarded: ends only those that still hold. Returns how many it ended. */
export async function updateProxiesRevoked(
  q: Writer,
  communityId: string,
  proxyIds: readonly string[],
  revoked: { revokedAt: Date; revokedBy: string },
): Promise<number> {
  if (proxyIds.length === 0) return 0
  const ended = await q
    .update(meetingProxies)
    .set(revoked)
    .where(
      and(
        eq(meetingProxies.communityId, communityId),
        inArray(meetingProxies.id, [...proxyIds]),
        isNull(meetingProxies.revokedAt),
      ),
    )
    .returning({ id: meetingProxies.id })
  return ended.length
}

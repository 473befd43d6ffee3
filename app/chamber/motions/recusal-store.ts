import { and, asc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { given, keptQuery, unnamed } from "#db/prepared"
import { motions, recusals } from "#db/schema/chamber-motions"
import { participants } from "#db/schema/convening"

export type Recusal = typeof recusals.$inferSelect

/** False when this one was barred already. */
export async function insertRecusal(q: Writer, row: Recusal): Promise<boolean> {
  const inserted = await q.insert(recusals).values(row).onConflictDoNothing().returning({ id: recusals.participantId })
  return inserted.length === 1
}

const recusalsOfMeeting = keptQuery((q: Reader) =>
  q
    .select({
      motionId: recusals.motionId,
      participantId: recusals.participantId,
      name: participants.name,
      reason: recusals.reason,
    })
    .from(recusals)
    .innerJoin(motions, and(eq(motions.communityId, recusals.communityId), eq(motions.id, recusals.motionId)))
    .innerJoin(
      participants,
      and(eq(participants.communityId, recusals.communityId), eq(participants.id, recusals.participantId)),
    )
    .where(and(eq(recusals.communityId, given("communityId")), eq(motions.meetingId, given("meetingId"))))
    .orderBy(asc(recusals.recordedAt), asc(recusals.participantId))
    .prepare(unnamed),
)

/** Who must not vote on which motion of a meeting, in the order in which it was said. */
export const listRecusals = async (q: Reader, communityId: string, meetingId: string) =>
  recusalsOfMeeting(q).execute({ communityId, meetingId })

/** Of one motion. */
export async function listRecused(q: Reader, communityId: string, motionId: string): Promise<Set<string>> {
  const rows = await q
    .select({ participantId: recusals.participantId })
    .from(recusals)
    .where(and(eq(recusals.communityId, communityId), eq(recusals.motionId, motionId)))
  return new Set(rows.map(row => row.participantId))
}

import { and, asc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { given, keptQuery, unnamed } from "#db/prepared"
import { dissents, motions, motionVersions, recommendations } from "#db/schema/chamber-motions"
import { participants } from "#db/schema/convening"

export type Motion = typeof motions.$inferSelect
export type MotionVersion = typeof motionVersions.$inferSelect
export type Recommendation = typeof recommendations.$inferSelect
export type Dissent = typeof dissents.$inferSelect

const motionsOfMeeting = keptQuery((q: Reader) =>
  q
    .select()
    .from(motions)
    .where(and(eq(motions.communityId, given("communityId")), eq(motions.meetingId, given("meetingId"))))
    .orderBy(asc(motions.ordinal))
    .prepare(unnamed),
)

export const listMotions = async (q: Reader, communityId: string, meetingId: string): Promise<Motion[]> =>
  motionsOfMeeting(q).execute({ communityId, meetingId })

export async function findMotion(q: Reader, communityId: string, motionId: string): Promise<Motion | null> {
  const [row] = await q
    .select()
    .from(motions)
    .where(and(eq(motions.communityId, communityId), eq(motions.id, motionId)))
  return row ?? null
}

export const insertMotion = (q: Writer, row: Motion) => q.insert(motions).values(row)

export type MotionText = Pick<
  Motion,
  "content" | "proposalId" | "effect" | "conditions" | "returnOn" | "escalateTo" | "options" | "seats"
>

/** Guarded by version: false when someone else was first. */
export async function updateMotion(
  q: Writer,
  key: { communityId: string; id: string; version: number },
  set: Partial<MotionText & Pick<Motion, "moverId">>,
): Promise<boolean> {
  const changed = await q
    .update(motions)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(motions.communityId, key.communityId), eq(motions.id, key.id), eq(motions.version, key.version)))
    .returning({ id: motions.id })
  return changed.length === 1
}

/** Guarded: a motion is withdrawn or taken over once. */
export async function updateMotionStanding(
  q: Writer,
  communityId: string,
  motionId: string,
  set: Pick<Motion, "standing" | "standingReason">,
): Promise<boolean> {
  const changed = await q
    .update(motions)
    .set(set)
    .where(and(eq(motions.communityId, communityId), eq(motions.id, motionId), eq(motions.standing, "standing")))
    .returning({ id: motions.id })
  return changed.length === 1
}

export const insertMotionVersion = (q: Writer, row: MotionVersion) => q.insert(motionVersions).values(row)

/** Every wording of every motion of a meeting, the first one first. */
export async function listMotionVersions(q: Reader, communityId: string, meetingId: string): Promise<MotionVersion[]> {
  const rows = await q
    .select({ version: motionVersions })
    .from(motionVersions)
    .innerJoin(
      motions,
      and(eq(motions.communityId, motionVersions.communityId), eq(motions.id, motionVersions.motionId)),
    )
    .where(and(eq(motionVersions.communityId, communityId), eq(motions.meetingId, meetingId)))
    .orderBy(asc(motions.ordinal), asc(motionVersions.version))
  return rows.map(row => row.version)
}

export const insertRecommendation = (q: Writer, row: Recommendation) => q.insert(recommendations).values(row)

const recommendationsOfMeeting = keptQuery((q: Reader) =>
  q
    .select({ recommendation: recommendations })
    .from(recommendations)
    .innerJoin(
      motions,
      and(eq(motions.communityId, recommendations.communityId), eq(motions.id, recommendations.motionId)),
    )
    .where(and(eq(recommendations.communityId, given("communityId")), eq(motions.meetingId, given("meetingId"))))
    .orderBy(asc(recommendations.recordedAt), asc(recommendations.id))
    .prepare(unnamed),
)

/** In the order in which they came. */
export async function listRecommendations(
  q: Reader,
  communityId: string,
  meetingId: string,
): Promise<Recommendation[]> {
  const rows = await recommendationsOfMeeting(q).execute({ communityId, meetingId })
  return rows.map(row => row.recommendation)
}

const moversOfMeeting = keptQuery((q: Reader) =>
  q
    .select({ motionId: motions.id, name: participants.name })
    .from(motions)
    .innerJoin(
      participants,
      and(eq(participants.communityId, motions.communityId), eq(participants.id, motions.moverId)),
    )
    .where(and(eq(motions.communityId, given("communityId")), eq(motions.meetingId, given("meetingId"))))
    .prepare(unnamed),
)

/** Who moved what: the names of those at the table who put a motion or an amendment. */
export const listMovers = async (q: Reader, communityId: string, meetingId: string) =>
  moversOfMeeting(q).execute({ communityId, meetingId })

export const insertDissent = (q: Writer, row: Dissent) => q.insert(dissents).values(row)

export async function findDissent(q: Reader, communityId: string, dissentId: string): Promise<Dissent | null> {
  const [row] = await q
    .select()
    .from(dissents)
    .where(and(eq(dissents.communityId, communityId), eq(dissents.id, dissentId)))
  return row ?? null
}

/** In the order in which they were taken down. */
export async function listDissents(q: Reader, communityId: string, meetingId: string): Promise<Dissent[]> {
  const rows = await q
    .select({ dissent: dissents })
    .from(dissents)
    .innerJoin(motions, and(eq(motions.communityId, dissents.communityId), eq(motions.id, dissents.motionId)))
    .where(and(eq(dissents.communityId, communityId), eq(motions.meetingId, meetingId)))
    .orderBy(asc(dissents.recordedAt), asc(dissents.id))
  return rows.map(row => row.dissent)
}

/** Guarded by version: false when someone else was first. */
export async function updateDissent(
  q: Writer,
  key: { communityId: string; id: string; version: number },
  set: Pick<Dissent, "explanation" | "explainedBy">,
): Promise<boolean> {
  const changed = await q
    .update(dissents)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(dissents.communityId, key.communityId), eq(dissents.id, key.id), eq(dissents.version, key.version)))
    .returning({ id: dissents.id })
  return changed.length === 1
}

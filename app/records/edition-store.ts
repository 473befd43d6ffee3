import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { blockedProposals, proposals, topicIssues } from "#db/schema/agenda"
import { motions } from "#db/schema/chamber-motions"
import { rounds } from "#db/schema/chamber-rounds"
import { agendaItems } from "#db/schema/convening"
import { issues, supports } from "#db/schema/intake"
import { type EditionKind, publicEditions, resolutions } from "#db/schema/records"
import type { Resolution } from "./store"

export type Edition = typeof publicEditions.$inferSelect

export const insertEdition = (q: Writer, row: typeof publicEditions.$inferInsert) =>
  q.insert(publicEditions).values(row)

export async function findEdition(q: Reader, communityId: string, editionId: string): Promise<Edition | null> {
  const [row] = await q
    .select()
    .from(publicEditions)
    .where(and(eq(publicEditions.communityId, communityId), eq(publicEditions.id, editionId)))
  return row ?? null
}

/** Every edition of the community, the newest first. */
export const listEditions = (q: Reader, communityId: string): Promise<Edition[]> =>
  q
    .select()
    .from(publicEditions)
    .where(eq(publicEditions.communityId, communityId))
    .orderBy(desc(publicEditions.createdAt), desc(publicEditions.id))

/** Every edition of some subjects of one kind, the newest version of each first. */
export const listEditionsOf = (
  q: Reader,
  communityId: string,
  kind: EditionKind,
  subjectIds: readonly string[],
): Promise<Edition[]> =>
  subjectIds.length === 0
    ? Promise.resolve([])
    : q
        .select()
        .from(publicEditions)
        .where(
          and(
            eq(publicEditions.communityId, communityId),
            eq(publicEditions.kind, kind),
            inArray(publicEditions.subjectId, [...subjectIds]),
          ),
        )
        .orderBy(desc(publicEditions.version))

/** Every edition about a meeting or what it decided, in the order drawn up. */
export const listEditionsOfMeeting = (q: Reader, communityId: string, meetingId: string): Promise<Edition[]> =>
  q
    .select()
    .from(publicEditions)
    .where(and(eq(publicEditions.communityId, communityId), eq(publicEditions.meetingId, meetingId)))
    .orderBy(asc(publicEditions.createdAt), asc(publicEditions.id))

type EditionKey = { communityId: string; id: string; revision: number }
type EditionChange = Partial<
  Pick<
    Edition,
    "state" | "marks" | "authorAccountId" | "authorName" | "reason" | "year" | "sequence" | "releasedAt" | "releasedBy"
  >
>

/** Guarded by revision and state: false when someone else changed it first. Of a released edition only its withdrawal. */
export async function updateEdition(
  q: Writer,
  key: EditionKey,
  from: Edition["state"],
  set: EditionChange,
): Promise<boolean> {
  const changed = await q
    .update(publicEditions)
    .set({ ...set, revision: key.revision + 1 })
    .where(
      and(
        eq(publicEditions.communityId, key.communityId),
        eq(publicEditions.id, key.id),
        eq(publicEditions.revision, key.revision),
        eq(publicEditions.state, from),
      ),
    )
    .returning({ id: publicEditions.id })
  return changed.length === 1
}

export async function findResolutionById(q: Reader, communityId: string, id: string): Promise<Resolution | null> {
  const [row] = await q
    .select()
    .from(resolutions)
    .where(and(eq(resolutions.communityId, communityId), eq(resolutions.id, id)))
  return row ?? null
}

/** Every approved resolution, the newest first. */
export const listApprovedResolutions = (q: Reader, communityId: string): Promise<Resolution[]> =>
  q
    .select()
    .from(resolutions)
    .where(and(eq(resolutions.communityId, communityId), eq(resolutions.state, "approved")))
    .orderBy(desc(resolutions.year), desc(resolutions.sequence))

/** What the passing of the motion behind each resolution means for its topic. */
export const listEffects = (q: Reader, communityId: string, resolutionIds: readonly string[]) =>
  resolutionIds.length === 0
    ? Promise.resolve([])
    : q
        .select({ resolutionId: resolutions.id, roundId: resolutions.roundId, effect: motions.effect })
        .from(resolutions)
        .innerJoin(rounds, and(eq(rounds.communityId, resolutions.communityId), eq(rounds.id, resolutions.roundId)))
        .innerJoin(motions, and(eq(motions.communityId, rounds.communityId), eq(motions.id, rounds.motionId)))
        .where(and(eq(resolutions.communityId, communityId), inArray(resolutions.id, [...resolutionIds])))

/**
 * Which approved resolutions are on a proposal that was blocked and gave way to the next one of its topic. Where a motion
 * names no proposal, it is on the one its meeting was called with.
 */
export async function listBlockedResolutionIds(q: Reader, communityId: string): Promise<string[]> {
  const ofMotion = or(
    eq(proposals.id, motions.proposalId),
    and(isNull(motions.proposalId), eq(proposals.id, agendaItems.proposalId)),
  )
  const rows = await q
    .select({ id: resolutions.id })
    .from(resolutions)
    .innerJoin(rounds, and(eq(rounds.communityId, resolutions.communityId), eq(rounds.id, resolutions.roundId)))
    .innerJoin(motions, and(eq(motions.communityId, rounds.communityId), eq(motions.id, rounds.motionId)))
    .innerJoin(
      agendaItems,
      and(eq(agendaItems.communityId, motions.communityId), eq(agendaItems.id, motions.agendaItemId)),
    )
    .innerJoin(proposals, and(eq(proposals.communityId, motions.communityId), ofMotion))
    .innerJoin(
      blockedProposals,
      and(
        eq(blockedProposals.communityId, proposals.communityId),
        eq(blockedProposals.topicId, proposals.topicId),
        eq(blockedProposals.ordinal, proposals.ordinal),
      ),
    )
    .where(and(eq(resolutions.communityId, communityId), eq(resolutions.state, "approved")))
  return rows.map(row => row.id)
}

/** Whoever spoke up about these topics: the proposers of their issues, of those merged into them, and who joined. */
export async function listReporterNames(
  q: Reader,
  communityId: string,
  topicIds: readonly string[],
): Promise<string[]> {
  if (topicIds.length === 0) return []
  const own = await q
    .select({ id: issues.id, name: issues.reporterName })
    .from(topicIssues)
    .innerJoin(issues, and(eq(issues.communityId, topicIssues.communityId), eq(issues.id, topicIssues.issueId)))
    .where(and(eq(topicIssues.communityId, communityId), inArray(topicIssues.topicId, [...topicIds])))
    .orderBy(asc(issues.id))
  if (own.length === 0) return []
  const heads = own.map(one => one.id)
  const merged = await q
    .select({ id: issues.id, name: issues.reporterName })
    .from(issues)
    .where(and(eq(issues.communityId, communityId), inArray(issues.mergedIntoId, heads)))
  const joined = await q
    .select({ name: supports.name })
    .from(supports)
    .where(and(eq(supports.communityId, communityId), inArray(supports.issueId, [...heads, ...merged.map(m => m.id)])))
  return [...own, ...merged, ...joined].map(one => one.name)
}

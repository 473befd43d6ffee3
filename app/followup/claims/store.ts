import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { type ClaimState, claims, resources } from "#db/schema/followup-claims"
import { answers, issues } from "#db/schema/intake"
import { civilDateOf } from "~/law/civil-date"
import type { WishFacts } from "./rules"

export type Resource = typeof resources.$inferSelect
export type Claim = typeof claims.$inferSelect

type Key = { communityId: string; id: string }

export async function findResource(q: Reader, communityId: string, id: string): Promise<Resource | null> {
  const [row] = await q
    .select()
    .from(resources)
    .where(and(eq(resources.communityId, communityId), eq(resources.id, id)))
  return row ?? null
}

/** In the order of their numbers. */
export const listResources = (q: Reader, communityId: string): Promise<Resource[]> =>
  q
    .select()
    .from(resources)
    .where(eq(resources.communityId, communityId))
    .orderBy(asc(resources.year), asc(resources.sequence))

export const insertResource = (q: Writer, row: Resource) => q.insert(resources).values(row)

/** Guarded by version. */
export async function updateResource(
  q: Writer,
  key: Key & { version: number },
  set: Partial<Omit<Resource, "communityId" | "id" | "version">>,
): Promise<boolean> {
  const changed = await q
    .update(resources)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(eq(resources.communityId, key.communityId), eq(resources.id, key.id), eq(resources.version, key.version)),
    )
    .returning({ id: resources.id })
  return changed.length === 1
}

export async function findClaim(q: Reader, communityId: string, id: string): Promise<Claim | null> {
  const [row] = await q
    .select()
    .from(claims)
    .where(and(eq(claims.communityId, communityId), eq(claims.id, id)))
  return row ?? null
}

/** In the order of their numbers; those of one wish, or of one resource, when it is named. */
export const listClaims = (
  q: Reader,
  communityId: string,
  of: { issueId?: string; resourceId?: string } = {},
): Promise<Claim[]> =>
  q
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.communityId, communityId),
        of.issueId ? eq(claims.issueId, of.issueId) : undefined,
        of.resourceId ? eq(claims.resourceId, of.resourceId) : undefined,
      ),
    )
    .orderBy(asc(claims.year), asc(claims.sequence))

export const insertClaim = (q: Writer, row: Claim) => q.insert(claims).values(row)

/** Guarded by state and version: false when somebody moved it meanwhile. */
export async function moveClaim(
  q: Writer,
  claim: Pick<Claim, "communityId" | "id" | "version">,
  from: readonly ClaimState[],
  set: Partial<Omit<Claim, "communityId" | "id" | "version">>,
): Promise<boolean> {
  const moved = await q
    .update(claims)
    .set({ ...set, version: claim.version + 1 })
    .where(
      and(
        eq(claims.communityId, claim.communityId),
        eq(claims.id, claim.id),
        eq(claims.version, claim.version),
        inArray(claims.state, [...from]),
      ),
    )
    .returning({ id: claims.id })
  return moved.length === 1
}

const wishView = {
  id: issues.id,
  year: issues.year,
  sequence: issues.sequence,
  title: issues.title,
  content: issues.content,
  place: issues.place,
  state: issues.state,
  triage: issues.triage,
  mergedIntoId: issues.mergedIntoId,
  reportedOn: issues.reportedOn,
  answerDueOn: issues.answerDueOn,
}
type WishRow = Pick<typeof issues.$inferSelect, keyof typeof wishView>
export type Wish = WishRow & WishFacts

export async function findWish(q: Reader, communityId: string, issueId: string): Promise<Wish | null> {
  const rows = await q
    .select(wishView)
    .from(issues)
    .where(and(eq(issues.communityId, communityId), eq(issues.id, issueId)))
  return (await withAnswers(q, communityId, rows))[0] ?? null
}

/** Open wishes that stand alone, in the order of their numbers. */
export const listOpenWishes = async (q: Reader, communityId: string): Promise<Wish[]> =>
  withAnswers(
    q,
    communityId,
    await q
      .select(wishView)
      .from(issues)
      .where(
        and(
          eq(issues.communityId, communityId),
          eq(issues.state, "sorted"),
          eq(issues.triage, "wish"),
          isNull(issues.mergedIntoId),
        ),
      )
      .orderBy(asc(issues.year), asc(issues.sequence)),
  )

/** What claims are of, by id. */
export async function listWishesById(q: Reader, communityId: string, ids: readonly string[]): Promise<WishRow[]> {
  const found: WishRow[] = []
  for (const chunk of inChunks([...new Set(ids)]))
    found.push(
      ...(await q
        .select(wishView)
        .from(issues)
        .where(and(eq(issues.communityId, communityId), inArray(issues.id, chunk)))),
    )
  return found
}

async function withAnswers(q: Reader, communityId: string, rows: readonly WishRow[]): Promise<Wish[]> {
  const last = new Map<string, Date>()
  for (const chunk of inChunks(rows.map(row => row.id))) {
    const given = await q
      .select({ issueId: answers.issueId, answeredAt: answers.answeredAt })
      .from(answers)
      .where(and(eq(answers.communityId, communityId), eq(answers.kind, "final"), inArray(answers.issueId, chunk)))
      .orderBy(desc(answers.answeredAt))
    for (const { issueId, answeredAt } of given) if (!last.has(issueId)) last.set(issueId, answeredAt)
  }
  return rows.map(row => {
    const answeredAt = last.get(row.id)
    return { ...row, answeredOn: answeredAt ? civilDateOf(answeredAt) : null }
  })
}

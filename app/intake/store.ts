import { and, asc, count, desc, eq, gte, inArray, isNull, like, ne, type SQL, sql, sum } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { answers, type Channel, type IssueState, issues, supports, type Triage } from "#db/schema/intake"

export type Issue = typeof issues.$inferSelect
export type NewIssue = typeof issues.$inferInsert
export type Support = typeof supports.$inferSelect
export type Answer = typeof answers.$inferSelect

export type IssueKey = { communityId: string; issueId: string }

export const isIssue = (key: IssueKey) => and(eq(issues.communityId, key.communityId), eq(issues.id, key.issueId))

export async function findIssue(q: Reader, key: IssueKey): Promise<Issue | null> {
  const [row] = await q.select().from(issues).where(isIssue(key))
  return row ?? null
}

export async function insertIssues(q: Writer, rows: readonly NewIssue[]): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(issues).values(chunk)
}

/** Guarded by version: returns whether the issue was as the caller knew it. */
export async function updateIssue(
  q: Writer,
  key: IssueKey & { version: number },
  set: Partial<Omit<NewIssue, "communityId" | "id" | "version">>,
): Promise<boolean> {
  const changed = await q
    .update(issues)
    .set({ ...set, version: key.version + 1 })
    .where(and(isIssue(key), eq(issues.version, key.version)))
    .returning({ id: issues.id })
  return changed.length === 1
}

type Move = Partial<
  Pick<NewIssue, "triage" | "triageReason" | "handler" | "answerDueOn" | "mergedIntoId" | "reopenedCount">
> & { state: IssueState }

/**
 * Guarded by state, and by what it is merged into (null: it stands alone): returns whether the issue stood where the
 * move begins. PostgreSQL asks the guard again after waiting, so of two moves at once one finds nothing.
 */
export async function moveIssue(
  q: Writer,
  key: IssueKey,
  from: { state: IssueState; mergedIntoId: string | null },
  set: Move,
): Promise<boolean> {
  const { mergedIntoId } = from
  const moved = await q
    .update(issues)
    .set({ ...set, version: sql`${issues.version} + 1` })
    .where(
      and(
        isIssue(key),
        eq(issues.state, from.state),
        mergedIntoId === null ? isNull(issues.mergedIntoId) : eq(issues.mergedIntoId, mergedIntoId),
      ),
    )
    .returning({ id: issues.id })
  return moved.length === 1
}

/** One row each, and the count beside them. The version stays: an edit under way is not disturbed by another voice. */
export async function insertSupports(q: Writer, rows: readonly Support[]): Promise<void> {
  const joined = new Map<string, number>()
  for (const row of rows) joined.set(row.issueId, (joined.get(row.issueId) ?? 0) + 1)
  for (const chunk of inChunks(rows)) await q.insert(supports).values(chunk)
  for (const [issueId, more] of joined) {
    await q
      .update(issues)
      .set({ supporterCount: sql`${issues.supporterCount} + ${more}` })
      .where(isIssue({ communityId: rows[0]!.communityId, issueId }))
  }
}

export const listSupports = (q: Reader, key: IssueKey): Promise<Support[]> =>
  q
    .select()
    .from(supports)
    .where(and(eq(supports.communityId, key.communityId), eq(supports.issueId, key.issueId)))
    .orderBy(asc(supports.createdAt), asc(supports.id))

export const insertAnswer = (q: Writer, row: Answer) => q.insert(answers).values(row)

export const listAnswers = (q: Reader, key: IssueKey): Promise<Answer[]> =>
  q
    .select()
    .from(answers)
    .where(and(eq(answers.communityId, key.communityId), eq(answers.issueId, key.issueId)))
    .orderBy(asc(answers.answeredAt), asc(answers.id))

export type IssueFilter = {
  words?: readonly string[]
  gridId?: string
  channel?: Channel
  triage?: Triage
  /** open is whatever is not closed. */
  state?: IssueState | "open"
  /** false leaves out what was merged into another one. */
  merged?: false
}

function matching(
  communityId: string,
  { words = [], gridId, channel, triage, state, merged }: IssueFilter,
): SQL | undefined {
  return and(
    eq(issues.communityId, communityId),
    // Words hold letters and digits only: nothing in them means anything to LIKE.
    ...words.map(word => like(issues.searchText, `%${word}%`)),
    gridId ? eq(issues.gridId, gridId) : undefined,
    channel ? eq(issues.channel, channel) : undefined,
    triage ? eq(issues.triage, triage) : undefined,
    state === "open" ? ne(issues.state, "closed") : state ? eq(issues.state, state) : undefined,
    merged === false ? isNull(issues.mergedIntoId) : undefined,
  )
}

/** The latest first. */
export const listIssueRows = (
  q: Reader,
  communityId: string,
  filter: IssueFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Issue[]> =>
  q
    .select()
    .from(issues)
    .where(matching(communityId, filter))
    .orderBy(desc(issues.year), desc(issues.sequence))
    .limit(limit)
    .offset(offset)

export const countIssuesByState = (q: Reader, communityId: string, filter: IssueFilter) =>
  q
    .select({ state: issues.state, count: count() })
    .from(issues)
    .where(matching(communityId, filter))
    .groupBy(issues.state)

/** In the order of their numbers. */
export const listAllIssues = (q: Reader, communityId: string, filter: IssueFilter = {}): Promise<Issue[]> =>
  q.select().from(issues).where(matching(communityId, filter)).orderBy(asc(issues.year), asc(issues.sequence))

export async function listIssuesById(q: Reader, communityId: string, ids: readonly string[]): Promise<Issue[]> {
  const found: Issue[] = []
  for (const chunk of inChunks([...new Set(ids)]))
    found.push(
      ...(await q
        .select()
        .from(issues)
        .where(and(eq(issues.communityId, communityId), inArray(issues.id, chunk)))
        .orderBy(asc(issues.year), asc(issues.sequence))),
    )
  return found
}

/** Every write on an issue changes this text: how many there are, their versions, and the voices that joined. */
export async function issuesBasis(q: Reader, communityId: string): Promise<string> {
  const [row] = await q
    .select({ count: count(), versions: sum(issues.version), voices: sum(issues.supporterCount) })
    .from(issues)
    .where(eq(issues.communityId, communityId))
  return `${row!.count}/${row!.versions ?? 0}/${row!.voices ?? 0}`
}

/** Which of these codes an issue has already. */
export async function listTakenFollowCodes(
  q: Reader,
  communityId: string,
  codes: readonly string[],
): Promise<string[]> {
  const taken: string[] = []
  for (const chunk of inChunks(codes)) {
    const rows = await q
      .select({ code: issues.followCode })
      .from(issues)
      .where(and(eq(issues.communityId, communityId), inArray(issues.followCode, chunk)))
    taken.push(...rows.map(row => row.code!))
  }
  return taken
}

/** What a resident sent in with these very words since then: a second click sends them again. */
export async function findSameBoardReport(
  q: Reader,
  communityId: string,
  entry: Pick<Issue, "content" | "place" | "reporterName" | "reporterPhone">,
  since: Date,
): Promise<Issue | null> {
  const [row] = await q
    .select()
    .from(issues)
    .where(
      and(
        eq(issues.communityId, communityId),
        eq(issues.channel, "board"),
        eq(issues.content, entry.content),
        eq(issues.place, entry.place),
        eq(issues.reporterName, entry.reporterName),
        eq(issues.reporterPhone, entry.reporterPhone),
        gte(issues.createdAt, since),
      ),
    )
  return row ?? null
}

/** By what its proposer follows it by. */
export async function findIssueByFollowCode(q: Reader, communityId: string, code: string): Promise<Issue | null> {
  const [row] = await q
    .select()
    .from(issues)
    .where(and(eq(issues.communityId, communityId), eq(issues.followCode, code)))
  return row ?? null
}

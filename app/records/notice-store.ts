import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { notices, objections, publicEditions } from "#db/schema/records"
import type { Edition } from "./edition-store"

export type Notice = typeof notices.$inferSelect
export type Objection = typeof objections.$inferSelect
export type PostedNotice = { notice: Notice; edition: Edition }

export const insertNotice = (q: Writer, row: typeof notices.$inferInsert) => q.insert(notices).values(row)

const withEdition = (q: Reader) =>
  q
    .select({ notice: notices, edition: publicEditions })
    .from(notices)
    .innerJoin(
      publicEditions,
      and(eq(publicEditions.communityId, notices.communityId), eq(publicEditions.id, notices.editionId)),
    )

/** A notice with the edition that hangs. */
export async function findPostedNotice(q: Reader, communityId: string, noticeId: string): Promise<PostedNotice | null> {
  const [row] = await withEdition(q).where(and(eq(notices.communityId, communityId), eq(notices.id, noticeId)))
  return row ?? null
}

/** Every notice with its edition, the last posted first. */
export const listNotices = (q: Reader, communityId: string): Promise<PostedNotice[]> =>
  withEdition(q).where(eq(notices.communityId, communityId)).orderBy(desc(notices.postedOn), desc(notices.id))

export async function findNoticeOfEdition(q: Reader, communityId: string, editionId: string): Promise<Notice | null> {
  const [row] = await q
    .select()
    .from(notices)
    .where(and(eq(notices.communityId, communityId), eq(notices.editionId, editionId)))
  return row ?? null
}

/** Guarded: false when it came down before. */
export async function updateNoticeEnded(
  q: Writer,
  key: { communityId: string; id: string; version: number },
  set: Pick<Notice, "endReason" | "endedBy"> & { endedOn: string },
): Promise<boolean> {
  const changed = await q
    .update(notices)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(notices.communityId, key.communityId), eq(notices.id, key.id), isNull(notices.endedOn)))
    .returning({ id: notices.id })
  return changed.length === 1
}

export const insertObjection = (q: Writer, row: typeof objections.$inferInsert) => q.insert(objections).values(row)

export async function findObjection(q: Reader, communityId: string, objectionId: string): Promise<Objection | null> {
  const [row] = await q
    .select()
    .from(objections)
    .where(and(eq(objections.communityId, communityId), eq(objections.id, objectionId)))
  return row ?? null
}

export async function findObjectionByCode(q: Reader, communityId: string, code: string): Promise<Objection | null> {
  const [row] = await q
    .select()
    .from(objections)
    .where(and(eq(objections.communityId, communityId), eq(objections.followCode, code)))
  return row ?? null
}

/** In the order they came. */
export const listObjections = (q: Reader, communityId: string, noticeIds: readonly string[]): Promise<Objection[]> =>
  noticeIds.length === 0
    ? Promise.resolve([])
    : q
        .select()
        .from(objections)
        .where(and(eq(objections.communityId, communityId), inArray(objections.noticeId, [...noticeIds])))
        .orderBy(asc(objections.receivedAt), asc(objections.id))

/** Objections that nobody answered yet, the most pressing first. */
export const listOpenObjections = (q: Reader, communityId: string): Promise<Objection[]> =>
  q
    .select()
    .from(objections)
    .where(and(eq(objections.communityId, communityId), isNull(objections.answeredAt)))
    .orderBy(asc(objections.dueOn), asc(objections.id))

/** Guarded: false when it was answered before. */
export async function updateObjectionAnswered(
  q: Writer,
  communityId: string,
  objectionId: string,
  set: { answer: string; answeredAt: Date; answeredBy: string },
): Promise<boolean> {
  const changed = await q
    .update(objections)
    .set(set)
    .where(and(eq(objections.communityId, communityId), eq(objections.id, objectionId), isNull(objections.answeredAt)))
    .returning({ id: objections.id })
  return changed.length === 1
}

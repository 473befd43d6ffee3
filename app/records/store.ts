import { and, asc, desc, eq, inArray, ne, notInArray } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { motions } from "#db/schema/chamber-motions"
import { rounds } from "#db/schema/chamber-rounds"
import { meetings, venues } from "#db/schema/convening"
import { persons } from "#db/schema/people"
import { type MinutesWording, minutes, type ResolutionWording, resolutions } from "#db/schema/records"
import { documents, type SubjectKind } from "#db/schema/registry"
import { setAsideRoundIds } from "~/chamber/rounds/correction-store"

export type Minutes = typeof minutes.$inferSelect
export type Resolution = typeof resolutions.$inferSelect

export async function findMinutes(q: Reader, communityId: string, meetingId: string): Promise<Minutes | null> {
  const [row] = await q
    .select()
    .from(minutes)
    .where(and(eq(minutes.communityId, communityId), eq(minutes.meetingId, meetingId)))
  return row ?? null
}

export const insertMinutes = (q: Writer, row: typeof minutes.$inferInsert) => q.insert(minutes).values(row)

type Key = { communityId: string; id: string; version: number }

/** Guarded by version and state: false when someone else saved or approved it first. */
export async function updateMinutesWording(q: Writer, key: Key, wording: MinutesWording): Promise<boolean> {
  const changed = await q
    .update(minutes)
    .set({ wording, version: key.version + 1 })
    .where(
      and(
        eq(minutes.communityId, key.communityId),
        eq(minutes.id, key.id),
        eq(minutes.version, key.version),
        eq(minutes.state, "draft"),
      ),
    )
    .returning({ id: minutes.id })
  return changed.length === 1
}

export type Approval = { year: number; sequence: number; approvedAt: Date; approvedBy: string }

export async function updateMinutesApproved(q: Writer, key: Key, approval: Approval): Promise<boolean> {
  const changed = await q
    .update(minutes)
    .set({ ...approval, state: "approved", version: key.version + 1 })
    .where(
      and(
        eq(minutes.communityId, key.communityId),
        eq(minutes.id, key.id),
        eq(minutes.version, key.version),
        eq(minutes.state, "draft"),
      ),
    )
    .returning({ id: minutes.id })
  return changed.length === 1
}

export async function findResolution(q: Reader, communityId: string, roundId: string): Promise<Resolution | null> {
  const [row] = await q
    .select()
    .from(resolutions)
    .where(and(eq(resolutions.communityId, communityId), eq(resolutions.roundId, roundId)))
  return row ?? null
}

export const insertResolution = (q: Writer, row: typeof resolutions.$inferInsert) => q.insert(resolutions).values(row)

export async function updateResolutionWording(q: Writer, key: Key, wording: ResolutionWording): Promise<boolean> {
  const changed = await q
    .update(resolutions)
    .set({ wording, version: key.version + 1 })
    .where(
      and(
        eq(resolutions.communityId, key.communityId),
        eq(resolutions.id, key.id),
        eq(resolutions.version, key.version),
        eq(resolutions.state, "draft"),
      ),
    )
    .returning({ id: resolutions.id })
  return changed.length === 1
}

export async function updateResolutionApproved(q: Writer, key: Key, approval: Approval): Promise<boolean> {
  const changed = await q
    .update(resolutions)
    .set({ ...approval, state: "approved", version: key.version + 1 })
    .where(
      and(
        eq(resolutions.communityId, key.communityId),
        eq(resolutions.id, key.id),
        eq(resolutions.version, key.version),
        eq(resolutions.state, "draft"),
      ),
    )
    .returning({ id: resolutions.id })
  return changed.length === 1
}

/** Meetings that are over, the latest first: each owes its papers. */
export const listMeetingsOver = (q: Reader, communityId: string) =>
  q
    .select()
    .from(meetings)
    .where(and(eq(meetings.communityId, communityId), inArray(meetings.state, ["closed", "minuted", "archived"])))
    .orderBy(desc(meetings.createdAt), desc(meetings.id))

export const listMinutes = (q: Reader, communityId: string, meetingIds: string[]): Promise<Minutes[]> =>
  q
    .select()
    .from(minutes)
    .where(and(eq(minutes.communityId, communityId), inArray(minutes.meetingId, meetingIds)))

export const listResolutions = (q: Reader, communityId: string, meetingIds: string[]): Promise<Resolution[]> =>
  q
    .select()
    .from(resolutions)
    .where(and(eq(resolutions.communityId, communityId), inArray(resolutions.meetingId, meetingIds)))
    .orderBy(asc(resolutions.id))

/** Proclaimed rounds of some meetings that were not set aside, amendments apart, with the motion they were about, in order. */
export const listProclaimedRounds = (q: Reader, communityId: string, meetingIds: string[]) =>
  q
    .select({ round: rounds, motion: { id: motions.id, content: motions.content, ordinal: motions.ordinal } })
    .from(rounds)
    .innerJoin(motions, and(eq(motions.communityId, rounds.communityId), eq(motions.id, rounds.motionId)))
    .where(
      and(
        eq(rounds.communityId, communityId),
        inArray(rounds.meetingId, meetingIds),
        eq(rounds.state, "proclaimed"),
        ne(motions.kind, "amendment"),
        notInArray(rounds.id, setAsideRoundIds(q, communityId)),
      ),
    )
    .orderBy(asc(motions.ordinal), asc(rounds.ordinal))

/** Columns that lie before the bytes: for any behind them the database reads through the whole file. */
const exportedView = { id: documents.id, subjectId: documents.subjectId, version: documents.version }

/** Sheets exported of some papers, the newest version first, without their bytes. */
export const listExported = (q: Reader, communityId: string, subjectKind: SubjectKind, subjectIds: string[]) =>
  q
    .select(exportedView)
    .from(documents)
    .where(
      and(
        eq(documents.communityId, communityId),
        eq(documents.format, "pdf"),
        // The short form of minutes is filed beside them and is not a version of theirs.
        ne(documents.kind, "briefMinutes"),
        eq(documents.subjectKind, subjectKind),
        inArray(documents.subjectId, subjectIds),
      ),
    )
    .orderBy(desc(documents.version))
export type Exported = Awaited<ReturnType<typeof listExported>>[number]

export async function findVenue(q: Reader, communityId: string, venueId: string) {
  const [row] = await q
    .select({ name: venues.name, address: venues.address })
    .from(venues)
    .where(and(eq(venues.communityId, communityId), eq(venues.id, venueId)))
  return row ?? null
}

export const listPersonNames = (q: Reader, communityId: string, personIds: string[]) =>
  q
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(and(eq(persons.communityId, communityId), inArray(persons.id, personIds)))

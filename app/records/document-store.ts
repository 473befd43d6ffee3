import { and, eq } from "drizzle-orm"
import type { Reader } from "#db/client"
import { rounds } from "#db/schema/chamber-rounds"
import { meetings } from "#db/schema/convening"
import { minutes, resolutions } from "#db/schema/records"
import type { SubjectKind } from "#db/schema/registry"

const offices = { chairPersonId: meetings.chairPersonId, recorderPersonId: meetings.recorderPersonId }

/** Chair and recorder of the meeting a sheet belongs to; null where it belongs to none. */
export async function findOfficesOf(
  q: Reader,
  communityId: string,
  { subjectKind, subjectId }: { subjectKind: SubjectKind; subjectId: string },
) {
  const meetingId = await findMeetingIdOf(q, communityId, subjectKind, subjectId)
  if (!meetingId) return null
  const [row] = await q
    .select(offices)
    .from(meetings)
    .where(and(eq(meetings.communityId, communityId), eq(meetings.id, meetingId)))
  return row ?? null
}

async function findMeetingIdOf(q: Reader, communityId: string, kind: SubjectKind, id: string): Promise<string | null> {
  if (kind === "meeting") return id
  const paper = kind === "minutes" ? minutes : kind === "resolution" ? resolutions : kind === "round" ? rounds : null
  if (!paper) return null
  const [row] = await q
    .select({ meetingId: paper.meetingId })
    .from(paper)
    .where(and(eq(paper.communityId, communityId), eq(paper.id, id)))
  return row?.meetingId ?? null
}

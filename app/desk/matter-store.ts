import { and, asc, desc, eq, gte, inArray, ne, notInArray } from "drizzle-orm"
import type { Reader } from "#db/client"
import { motions } from "#db/schema/chamber-motions"
import { rounds } from "#db/schema/chamber-rounds"
import { agendaItems, meetings } from "#db/schema/convening"
import { tasks } from "#db/schema/followup"
import { answers, issues } from "#db/schema/intake"
import { notices, publicEditions, resolutions } from "#db/schema/records"
import { documents, documentWithdrawals, type SubjectKind } from "#db/schema/registry"
import { setAsideRoundIds } from "~/chamber/rounds/correction-store"

// The desk reads what the rooms above it wrote, and writes nothing.

const none = Promise.resolve([])

/** Meetings whose agenda held one of these topics, drafts left out, in the order they were convened. */
export const listMeetingsOfTopics = (q: Reader, communityId: string, topicIds: readonly string[]) =>
  topicIds.length === 0
    ? none
    : q
        .select({
          topicId: agendaItems.topicId,
          id: meetings.id,
          title: meetings.title,
          state: meetings.state,
          startsAt: meetings.startsAt,
          startedAt: meetings.startedAt,
          closedAt: meetings.closedAt,
          chairPersonId: meetings.chairPersonId,
          recorderPersonId: meetings.recorderPersonId,
        })
        .from(agendaItems)
        .innerJoin(
          meetings,
          and(eq(meetings.communityId, agendaItems.communityId), eq(meetings.id, agendaItems.meetingId)),
        )
        .where(
          and(
            eq(agendaItems.communityId, communityId),
            inArray(agendaItems.topicId, [...topicIds]),
            ne(meetings.state, "draft"),
          ),
        )
        .orderBy(asc(meetings.createdAt), asc(meetings.id))

/** Proclaimed rounds of motions about these topics, in order; the last one of a motion is the one that stands. */
export const listRoundsOfTopics = (q: Reader, communityId: string, topicIds: readonly string[]) =>
  topicIds.length === 0
    ? none
    : q
        .select({
          topicId: agendaItems.topicId,
          meetingId: motions.meetingId,
          motionId: motions.id,
          motion: motions.content,
          effect: motions.effect,
          roundId: rounds.id,
          result: rounds.result,
        })
        .from(agendaItems)
        .innerJoin(
          motions,
          and(eq(motions.communityId, agendaItems.communityId), eq(motions.agendaItemId, agendaItems.id)),
        )
        .innerJoin(rounds, and(eq(rounds.communityId, motions.communityId), eq(rounds.motionId, motions.id)))
        .where(
          and(
            eq(agendaItems.communityId, communityId),
            inArray(agendaItems.topicId, [...topicIds]),
            eq(rounds.state, "proclaimed"),
            notInArray(rounds.id, setAsideRoundIds(q, communityId)),
          ),
        )
        .orderBy(asc(rounds.openedAt), asc(rounds.id))

/** Resolutions of these rounds. */
export const listResolutionsOfRounds = (q: Reader, communityId: string, roundIds: readonly string[]) =>
  roundIds.length === 0
    ? none
    : q
        .select({
          id: resolutions.id,
          roundId: resolutions.roundId,
          state: resolutions.state,
          wording: resolutions.wording,
        })
        .from(resolutions)
        .where(and(eq(resolutions.communityId, communityId), inArray(resolutions.roundId, [...roundIds])))

/** Public editions of these resolutions, each with its notice if it was posted; the newest version first. */
export const listEditionsOfResolutions = (q: Reader, communityId: string, resolutionIds: readonly string[]) =>
  resolutionIds.length === 0
    ? none
    : q
        .select({
          id: publicEditions.id,
          resolutionId: publicEditions.subjectId,
          state: publicEditions.state,
          noticeId: notices.id,
          postedOn: notices.postedOn,
          until: notices.until,
          endedOn: notices.endedOn,
        })
        .from(publicEditions)
        .leftJoin(
          notices,
          and(eq(notices.communityId, publicEditions.communityId), eq(notices.editionId, publicEditions.id)),
        )
        .where(
          and(
            eq(publicEditions.communityId, communityId),
            eq(publicEditions.kind, "resolution"),
            inArray(publicEditions.subjectId, [...resolutionIds]),
          ),
        )
        .orderBy(desc(publicEditions.version))

/** Tasks made of these issues or of topics they are in, in the order of their numbers. */
export async function listTasksOfMatters(
  q: Reader,
  communityId: string,
  { issueIds, topicIds }: { issueIds: readonly string[]; topicIds: readonly string[] },
) {
  const own = (column: typeof tasks.issueId | typeof tasks.topicId, ids: readonly string[]) =>
    ids.length === 0
      ? none
      : q
          .select()
          .from(tasks)
          .where(and(eq(tasks.communityId, communityId), inArray(column, [...ids])))
          .orderBy(asc(tasks.year), asc(tasks.sequence))
  const found = [...(await own(tasks.topicId, topicIds)), ...(await own(tasks.issueId, issueIds))]
  return [...new Map(found.map(task => [task.id, task])).values()]
}

/** Sheets printed of some subjects, without their bytes; the newest version of each first. */
export const listSheets = (q: Reader, communityId: string, subjectKind: SubjectKind, subjectIds: readonly string[]) =>
  subjectIds.length === 0
    ? none
    : q
        .select({
          id: documents.id,
          kind: documents.kind,
          subjectId: documents.subjectId,
          title: documents.title,
          number: documents.number,
          version: documents.version,
          createdAt: documents.createdAt,
          withdrawnAt: documentWithdrawals.withdrawnAt,
        })
        .from(documents)
        .leftJoin(
          documentWithdrawals,
          and(
            eq(documentWithdrawals.communityId, documents.communityId),
            eq(documentWithdrawals.documentId, documents.id),
          ),
        )
        .where(
          and(
            eq(documents.communityId, communityId),
            // Its Word file is the same paper once more.
            eq(documents.format, "pdf"),
            eq(documents.subjectKind, subjectKind),
            inArray(documents.subjectId, [...subjectIds]),
          ),
        )
        .orderBy(desc(documents.version), asc(documents.id))

/** When each closed issue reported since a day was spoken of, and when it had its last final answer. */
export async function listClosings(q: Reader, communityId: string, since: string) {
  const given = await q
    .select({ id: issues.id, reportedOn: issues.reportedOn, answeredAt: answers.answeredAt })
    .from(issues)
    .innerJoin(
      answers,
      and(eq(answers.communityId, issues.communityId), eq(answers.issueId, issues.id), eq(answers.kind, "final")),
    )
    .where(and(eq(issues.communityId, communityId), eq(issues.state, "closed"), gte(issues.reportedOn, since)))
    .orderBy(asc(answers.answeredAt))
  return [...new Map(given.map(one => [one.id, one])).values()]
}

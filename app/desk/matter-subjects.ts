import type { ClaimOfMatter } from "~/followup/claims/of-matters"
import type { IssueView } from "~/intake/issue-views"
import { civilDateOf } from "~/law/civil-date"
import { may } from "~/people/permissions"
import { listMinutes } from "~/records/store"
import { listPhotos, type PhotoStage } from "~/registry/photo-store"
import type { Ctx } from "~/web/context"
import { shortDate } from "./day-words"
import type { LifeSubject } from "./matter-life"
import type { MatterFacts } from "./matter-rules"
import {
  listEditionsOfResolutions,
  listMeetingsOfTopics,
  listResolutionsOfRounds,
  listRoundsOfTopics,
  listSheets,
} from "./matter-store"

/** Everything that belongs to a matter, with the page of each for whoever may open it, and the motions about its topic. */
export async function readSubjects(
  ctx: Ctx,
  issue: IssueView,
  facts: MatterFacts,
  claims: readonly Pick<ClaimOfMatter, "claimId">[],
) {
  const q = ctx.db.read
  const communityId = ctx.community.id
  const topicIds = facts.topic ? [facts.topic.id] : []
  const [meetings, rounds] = await Promise.all([
    listMeetingsOfTopics(q, communityId, topicIds),
    listRoundsOfTopics(q, communityId, topicIds),
  ])
  const [minutes, resolutions] = await Promise.all([
    listMinutes(
      q,
      communityId,
      meetings.map(meeting => meeting.id),
    ),
    listResolutionsOfRounds(
      q,
      communityId,
      rounds.map(round => round.roundId),
    ),
  ])
  const editions = await listEditionsOfResolutions(
    q,
    communityId,
    resolutions.map(resolution => resolution.id),
  )
  const mayReadEditions = may(ctx.actor, "edition:read")
  const paperAt = (meetingId: string, path: string) => {
    const meeting = meetings.find(one => one.id === meetingId)
    return meeting && may(ctx.actor, "record:read", meeting) ? `/records/${meetingId}/${path}` : null
  }
  const titleOf = (resolutionId: string) => resolutions.find(one => one.id === resolutionId)?.wording.title ?? "决议"
  const subjects: LifeSubject[] = [
    { kind: "issue", id: issue.id, label: "", to: null },
    ...issue.merged.map(one => ({
      kind: "issue" as const,
      id: one.id,
      label: `并入的${one.number}“${one.title}”`,
      to: `/issues/${one.id}`,
      isMerged: true as const,
    })),
    ...topicIds.map(id => ({ kind: "topic" as const, id, label: "", to: null })),
    ...meetings.map(meeting => ({
      kind: "meeting" as const,
      id: meeting.id,
      label: meeting.title,
      to: may(ctx.actor, "meeting:read", meeting) ? `/meetings/${meeting.id}` : null,
    })),
    ...minutes.map(one => ({
      kind: "minutes" as const,
      id: one.id,
      label: "会议纪要",
      to: paperAt(one.meetingId, "minutes"),
    })),
    ...resolutions.map(one => {
      const meetingId = rounds.find(round => round.roundId === one.roundId)?.meetingId ?? ""
      return {
        kind: "resolution" as const,
        id: one.id,
        label: one.wording.title,
        to: paperAt(meetingId, `resolutions/${one.roundId}`),
      }
    }),
    ...editions.map(one => ({
      kind: "publicEdition" as const,
      id: one.id,
      label: `公示版：${titleOf(one.resolutionId)}`,
      to: mayReadEditions ? `/notices/editions/${one.id}` : null,
    })),
    ...editions.flatMap(one =>
      one.noticeId
        ? [
            {
              kind: "notice" as const,
              id: one.noticeId,
              label: `公示：${titleOf(one.resolutionId)}`,
              to: mayReadEditions ? `/notices/${one.noticeId}` : null,
            },
          ]
        : [],
    ),
    ...facts.tasks.map(task => ({
      kind: "task" as const,
      id: task.id,
      label: "",
      to: may(ctx.actor, "task:read") ? `/tasks/${task.id}` : null,
    })),
    ...claims.map(({ claimId }) => ({ kind: "claim" as const, id: claimId, label: "", to: `/claims/${claimId}` })),
  ]
  // Only what came to a vote about this topic; other items of the same meetings are other matters.
  return { subjects, motions: new Map(rounds.map(round => [round.motionId, round.motion])) }
}

export type SheetLine = { id: string; title: string; facts: string[]; to: string | null }

const shown = ["minutes", "resolution", "publicEdition", "notice", "task"] as const

/** Papers printed of the matter, the newest version of each; a link for whoever may read documents. */
export async function readSheets(ctx: Ctx, subjects: readonly LifeSubject[]): Promise<SheetLine[]> {
  const today = civilDateOf(ctx.now())
  const mayRead = may(ctx.actor, "document:read")
  const lists = await Promise.all(
    shown.map(kind =>
      listSheets(
        ctx.db.read,
        ctx.community.id,
        kind,
        subjects.filter(subject => subject.kind === kind).map(subject => subject.id),
      ),
    ),
  )
  const newest = new Map<string, (typeof lists)[number][number]>()
  for (const sheet of lists.flat()) {
    const key = `${sheet.kind} ${sheet.subjectId}`
    if (!newest.has(key)) newest.set(key, sheet)
  }
  return [...newest.values()]
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .map(sheet => ({
      id: sheet.id,
      title: sheet.title,
      facts: [
        sheet.number ?? "",
        sheet.version > 1 ? `第${sheet.version}版` : "",
        shortDate(civilDateOf(sheet.createdAt), today),
        sheet.withdrawnAt ? "已撤回" : "",
      ],
      to: mayRead ? `/documents/${sheet.id}` : null,
    }))
}

export type MatterPhoto = { id: string; at: string; caption: string; width: number; height: number }

const stageNames: Record<PhotoStage, string> = { before: "施工前", during: "施工中", after: "施工后" }

/** Photos of the topic, of the works and of the board, each at its own room's address; only what this person may open. */
export async function readPhotos(ctx: Ctx, subjects: readonly LifeSubject[]): Promise<MatterPhoto[]> {
  const places = [
    { kind: "topic", needs: "topic:read", at: (_: string, id: string) => `/photos/${id}` },
    { kind: "task", needs: "task:read", at: (subject: string, id: string) => `/tasks/${subject}/photos/${id}` },
    { kind: "notice", needs: "edition:read", at: (subject: string, id: string) => `/notices/${subject}/photos/${id}` },
  ] as const
  const found = await Promise.all(
    places
      .filter(place => may(ctx.actor, place.needs))
      .map(async place => {
        const ids = subjects.filter(subject => subject.kind === place.kind).map(subject => subject.id)
        const photos = await listPhotos(ctx.db.read, ctx.community.id, place.kind, ids)
        return photos.map(({ id, subjectId, caption, stage, width, height }) => ({
          id,
          at: place.at(subjectId, id),
          caption: [stage ? stageNames[stage] : "", caption].filter(Boolean).join("："),
          width,
          height,
        }))
      }),
  )
  return found.flat()
}

import { listProgress, type Progress } from "~/followup/progress"
import { readTaskPhotosPublic } from "~/followup/task-photos"
import { countAnswering } from "~/intake/answering"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result } from "~/law/result"
import { readCommunity } from "~/people/community"
import { listPostedNotices, readNoticeWall, readPostedNotice } from "~/records/public-board"
import type { Ctx } from "~/web/context"
import { type Work, workOf } from "./work-words"

/** Decided matters and their items; `noticeId` is where the decision hangs. */
export type Decision = { resolutionId: string; noticeId: string | null; title: string; items: Work[] }

/** Everything on the board's first page. For strangers: asks no permission, and shows what was released only. */
export async function readWall(ctx: Ctx) {
  const today = civilDateOf(ctx.now())
  const [{ hanging, pastCount, resolutions }, progress, figures, community] = await Promise.all([
    readNoticeWall(ctx),
    listProgress(ctx),
    countAnswering(ctx, { since: `${today.slice(0, 4)}-01-01` }),
    readCommunity(ctx),
  ])
  return {
    notices: hanging,
    pastCount,
    decisions: decisionsOf(progress, resolutions, today),
    figures,
    isIndexable: community?.boardIndexable ?? false,
  }
}

/** Unfinished ones first: they are what people look for. */
function decisionsOf(progress: Progress[], posted: { resolutionId: string; noticeId: string }[], today: string) {
  const decisions: Decision[] = progress.map(({ resolutionId, title, items }) => ({
    resolutionId,
    noticeId: posted.find(one => one.resolutionId === resolutionId)?.noticeId ?? null,
    title,
    items: items.filter(item => item.state !== "replaced").map(item => workOf(item, today)),
  }))
  const isOver = (decision: Decision) => decision.items.every(item => item.isOver)
  return [...decisions.filter(one => !isOver(one)), ...decisions.filter(isOver)]
}

/** What hung before. For strangers: asks no permission. */
export async function readPastNotices(ctx: Ctx) {
  const community = await readCommunity(ctx)
  return {
    notices: await listPostedNotices(ctx, { past: true }),
    isIndexable: community?.boardIndexable ?? false,
  }
}

/** One notice, and how far what it says is carried out. For strangers: asks no permission. Refusal: not_found. */
export async function readNoticeOnWall(ctx: Ctx, noticeId: string): Promise<Result<NoticeOnWall>> {
  const read = await readPostedNotice(ctx, noticeId)
  if (!read.ok) return read
  const { resolutionId, meetingId: _, ...notice } = read.value
  const today = civilDateOf(ctx.now())
  const [progress] = resolutionId ? await listProgress(ctx, { resolutionIds: [resolutionId] }) : []
  const items = progress?.items ?? []
  const photos = await readTaskPhotosPublic(
    ctx,
    items.map(item => item.taskId),
  )
  const community = await readCommunity(ctx)
  return done({
    ...notice,
    works: items.filter(item => item.state !== "replaced").map(item => workOf(item, today)),
    workPhotos: photos.map(({ id, width, height, caption, stage }) => ({ id, width, height, caption, stage })),
    isIndexable: community?.boardIndexable ?? false,
  })
}

type PostedNotice = Extract<Awaited<ReturnType<typeof readPostedNotice>>, { ok: true }>["value"]
type WorkPhoto = Pick<
  Awaited<ReturnType<typeof readTaskPhotosPublic>>[number],
  "id" | "width" | "height" | "caption" | "stage"
>
export type NoticeOnWall = Omit<PostedNotice, "resolutionId" | "meetingId"> & {
  works: Work[]
  workPhotos: WorkPhoto[]
  isIndexable: boolean
}

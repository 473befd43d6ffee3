import { listWaitingPollAnnouncements } from "~/polling/announcement-waiting"
import { listWaitingAnnouncements } from "~/records/announcement-waiting"
import { listNotices, listOpenObjections } from "~/records/notice-store"
import { readNotices } from "~/records/notice-views"
import type { Ctx } from "~/web/context"
import { type DeskNotices, noNotices } from "./notice-dues"

/** Editions, notices and objections that wait for somebody; nothing for whoever may not read editions. */
export async function readDeskNotices(ctx: Ctx): Promise<DeskNotices> {
  const read = await readNotices(ctx)
  if (!read.ok) return noNotices
  const { toDraft, waiting, toPost } = read.value
  const posted = await listNotices(ctx.db.read, ctx.community.id)
  const titleOf = (noticeId: string) =>
    [...read.value.hanging, ...read.value.past].find(line => line.noticeId === noticeId)?.title ?? ""
  return {
    // A meeting's notice may hang; what was decided must.
    toDraft: toDraft
      .filter(one => one.kind === "resolution")
      .map(one => ({ resolutionId: one.subjectId, title: one.title })),
    waiting: waiting.map(({ editionId, title, authorName, isOwn, reason }) => ({
      editionId,
      title,
      author: authorName,
      isOwn,
      sentBack: reason,
    })),
    toPost: toPost.map(({ editionId, title }) => ({ editionId, title })),
    hanging: posted
      .filter(({ notice }) => notice.endedOn === null)
      .map(({ notice }) => ({
        noticeId: notice.id,
        title: titleOf(notice.id),
        until: notice.until,
        place: notice.place,
      })),
    objections: (await listOpenObjections(ctx.db.read, ctx.community.id)).map(({ noticeId, content, dueOn }) => ({
      noticeId,
      title: titleOf(noticeId),
      content,
      dueOn,
    })),
    announcements: await readAnnouncements(ctx),
  }
}

async function readAnnouncements(ctx: Ctx): Promise<DeskNotices["announcements"]> {
  const ofMeetings = await listWaitingAnnouncements(ctx)
  const ofPolls = await listWaitingPollAnnouncements(ctx)
  return [
    ...ofMeetings.map(({ meetingId, roundId, title, sender }) => ({
      key: roundId,
      title,
      sender,
      to: `/records/${meetingId}/papers?show=countAnnouncement:${roundId}`,
    })),
    ...ofPolls.map(({ pollId, title, sender }) => ({
      key: pollId,
      title: `计票结果公告（${title}）`,
      sender,
      to: `/polls/${pollId}/papers/announcement`,
    })),
  ]
}

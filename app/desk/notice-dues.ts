import { addDays, type CivilDate } from "~/law/civil-date"
import { dueWords } from "./day-words"
import type { DueMatter } from "./due-matter"

/** What public editions, notices and objections there are to deal with; only what this person may. */
export type DeskNotices = {
  /** Approved resolutions without a public edition. */
  toDraft: { resolutionId: string; title: string }[]
  /** Drafts that somebody else may release; `isOwn` are the viewer's, who mends what was sent back. */
  waiting: { editionId: string; title: string; author: string; isOwn: boolean; sentBack: string }[]
  toPost: { editionId: string; title: string }[]
  hanging: { noticeId: string; title: string; until: CivilDate; place: string }[]
  objections: { noticeId: string; title: string; content: string; dueOn: CivilDate }[]
  /** Of counts, in a meeting or on paper, which the viewer may release. */
  announcements: { key: string; title: string; sender: string; to: string }[]
}
export const noNotices: DeskNotices = {
  toDraft: [],
  waiting: [],
  toPost: [],
  hanging: [],
  objections: [],
  announcements: [],
}

/** What this person may do of them. */
export type NoticePowers = { draft: boolean; release: boolean; post: boolean; answer: boolean }

const undated = (when: string, whenNote = "") => ({ when, whenNote, late: false, dueOn: null })

/** Objections first, then the way of an edition: to release, to draw up, to post, to take down. */
export function duesOfNotices(notices: DeskNotices, today: CivilDate, powers: NoticePowers): DueMatter[] {
  return [
    ...(powers.answer ? notices.objections : []).map(
      ({ noticeId, title, content, dueOn }, at): DueMatter => ({
        key: `objection ${noticeId} ${at}`,
        ...dueWords(dueOn, today, "异议答复时限"),
        title: `答复异议：${title}`,
        reasons: [brief(content)],
        to: `/notices/${noticeId}`,
        action: "写答复",
      }),
    ),
    // What was sent back waits for its author first.
    ...(powers.release ? notices.waiting.filter(one => !one.isOwn && !one.sentBack) : []).map(
      ({ editionId, title, author }): DueMatter => ({
        key: `release ${editionId}`,
        ...undated("待核对", "放行才能印"),
        title: `核对公示版：${title}`,
        reasons: [`${author}拟稿，须由第二个人核对遮盖`],
        to: `/notices/editions/${editionId}`,
        action: "核对",
      }),
    ),
    ...(powers.release ? notices.announcements : []).map(
      ({ key, title, sender, to }): DueMatter => ({
        key: `announcement ${key}`,
        ...undated("待核对", "放行才能印"),
        title: `核对${title}`,
        reasons: [`${sender}送来，须由第二个人核对`],
        to,
        action: "核对",
      }),
    ),
    ...(powers.draft ? notices.waiting.filter(one => one.isOwn && one.sentBack) : []).map(
      ({ editionId, title, sentBack }): DueMatter => ({
        key: `mend ${editionId}`,
        ...undated("退回来了"),
        title: `改公示版：${title}`,
        reasons: [brief(sentBack)],
        to: `/notices/editions/${editionId}`,
        action: "去改",
      }),
    ),
    ...(powers.draft ? notices.toDraft : []).map(
      ({ resolutionId, title }): DueMatter => ({
        key: `draft edition ${resolutionId}`,
        ...undated("待公示", "决议已核准"),
        title: `拟公示版：${title}`,
        reasons: ["议定的事要公示不少于15天"],
        to: "/notices",
        action: "去拟",
      }),
    ),
    ...(powers.post ? notices.toPost : []).map(
      ({ editionId, title }): DueMatter => ({
        key: `post ${editionId}`,
        ...undated("待张贴", "已经放行"),
        title: `张贴公示：${title}`,
        reasons: ["印好贴上，记下从哪天开始"],
        to: `/notices/editions/${editionId}`,
        action: "去张贴",
      }),
    ),
    ...(powers.post ? notices.hanging : []).map(
      ({ noticeId, title, until, place }): DueMatter => ({
        key: `take down ${noticeId}`,
        // It has to hang through its last day; the day after it may come down, and is never late.
        ...takeDownWords(addDays(until, 1), today),
        title: `公示期满，撤下：${title}`,
        reasons: [place],
        to: `/notices/${noticeId}`,
        action: "去撤下",
      }),
    ),
  ]
}

function takeDownWords(day: CivilDate, today: CivilDate) {
  const words = dueWords(day > today ? day : today, today, "公示期满")
  return { ...words, late: false }
}

const brief = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}……` : text)

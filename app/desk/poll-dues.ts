import type { CivilDate } from "~/law/civil-date"
import type { PollDue } from "~/polling/dues"
import { dueWords } from "./day-words"
import type { DueMatter } from "./due-matter"

/** Drafts of polls and what is due on those under way. */
export type DeskPolls = { drafts: { pollId: string; title: string }[]; dues: readonly PollDue[] }
export const noPolls: DeskPolls = { drafts: [], dues: [] }

/** What this person may do of them: keep the poll, or enter and check papers. */
export type PollPowers = { manage: boolean; enter: boolean }

type Words = { note: string; title: string; at: string; action: string; reason?: string }

const wordsOf: Record<Exclude<PollDue["what"], "check">, Words> = {
  deliver: { note: "开始收票", title: "送达表决票", at: "/roll?show=undelivered", action: "去送达" },
  open: { note: "开始收票", title: "开始收票", at: "", action: "去开始" },
  enter: { note: "截止收票", title: "录入收回的票", at: "/ballots", action: "去录入" },
  count: { note: "当众计票", title: "当众计票，填计票单", at: "/count", action: "去计票" },
  close: { note: "截止收票", title: "结束收票，计票", at: "/close", action: "去计票" },
  proclaim: { note: "已经计票", title: "公布结果", at: "/proclaim", action: "去公布", reason: "公布以后才生效" },
}

/** Polls under way by their days, then the drafts. Whoever only checks finds the papers of others to check. */
export function duesOfPolls({ drafts, dues }: DeskPolls, today: CivilDate, powers: PollPowers): DueMatter[] {
  return [
    ...dues.flatMap(due => (due.what === "check" ? dueOfCheck(due, today, powers) : dueOfKeeping(due, today, powers))),
    ...(powers.manage ? drafts : []).map(
      ({ pollId, title }): DueMatter => ({
        key: `poll ${pollId}`,
        when: "草稿",
        whenNote: "还没有公告",
        late: false,
        dueOn: null,
        title: `拟好并公告书面表决：${title}`,
        reasons: [],
        to: `/polls/${pollId}/edit`,
        action: "接着拟",
      }),
    ),
  ]
}

function dueOfKeeping(due: PollDue, today: CivilDate, powers: PollPowers): DueMatter[] {
  if (due.what === "check" || !powers.manage) return []
  const { note, title, at, action, reason = "" } = wordsOf[due.what]
  return [
    {
      key: `poll ${due.pollId}`,
      ...dueWords(due.dueOn, today, note),
      title: `${title}：${due.title}`,
      reasons: [due.what === "deliver" ? `还有${due.papers}张没有送达` : reason],
      to: `/polls/${due.pollId}${at}`,
      action,
    },
  ]
}

/** Nobody checks what he entered; whoever keeps the poll sees that it waits for another hand. */
function dueOfCheck(due: PollDue, today: CivilDate, powers: PollPowers): DueMatter[] {
  const others = due.papers - due.ownPapers
  const row = (title: string, reasons: string[], at: string, action: string): DueMatter[] => [
    {
      key: `poll ${due.pollId}`,
      ...dueWords(due.dueOn, today, due.isByHand ? "当众计票" : "核对了才能计票"),
      title: `${title}：${due.title}`,
      reasons,
      to: `/polls/${due.pollId}${at}`,
      action,
    },
  ]
  if (others > 0 && powers.enter)
    return due.isByHand
      ? row("核对计票单", ["由另一个人照计票单核对"], "/count", "去核对")
      : row("核对录入的票", [`别人录入的${others}张，照原票再看一遍`], "/check", "去核对")
  if (!powers.manage) return []
  return row("等另一个人核对", [due.isByHand ? "您填的计票单" : `您录入的${due.papers}张票`], "", "看进度")
}

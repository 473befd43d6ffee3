import { type CivilDate, daysBetween } from "~/law/civil-date"
import { shortDate } from "./day-words"
import type { DueMatter } from "./due-matter"

/** Minutes, or the resolution of one motion, of a meeting that is over. */
export type DeskPaper = {
  kind: "minutes" | "resolution"
  meetingId: string
  /** Of its motion; empty for minutes. */
  roundId: string
  meeting: string
  title: string
  state: "toDraft" | "draft" | "approved"
  /** Put before the chair, and not changed since. */
  isSent: boolean
  isExported: boolean
  mayEdit: boolean
  mayApprove: boolean
  closedOn: CivilDate
}

/** The papers meetings owe, in the order of the meetings: to draft, to word, to approve, to export. */
export function duesOfPapers(papers: readonly DeskPaper[], today: CivilDate): DueMatter[] {
  const drafted = papers.flatMap(paper => dueOfPaper(paper, today) ?? [])
  const meetings = [...new Set(papers.map(paper => paper.meetingId))]
  // Resolutions of a meeting are drafted together, on the page of its minutes, once those are begun.
  const toDraft = meetings.flatMap(meetingId => {
    const own = papers.filter(paper => paper.meetingId === meetingId)
    const waiting = own.filter(paper => paper.kind === "resolution" && paper.state === "toDraft" && paper.mayEdit)
    const first = waiting[0]
    if (!first || own.some(paper => paper.kind === "minutes" && paper.state === "toDraft")) return []
    return [
      {
        ...frameOf(first, today),
        key: `resolutions ${meetingId}`,
        title: waiting.length === 1 ? `起草决议：${first.title}` : `起草${waiting.length}份决议`,
        to: `/records/${meetingId}/minutes#resolutions`,
        action: "去起草",
      },
    ]
  })
  return [...drafted, ...toDraft]
}

function frameOf(paper: DeskPaper, today: CivilDate) {
  const days = daysBetween(paper.closedOn, today)
  return {
    key: `${paper.kind} ${paper.meetingId} ${paper.roundId}`,
    when: days > 0 ? `散会${days}天` : "今天散会",
    whenNote: days > 0 ? shortDate(paper.closedOn, today) : "",
    late: false,
    dueOn: null,
    reasons: [paper.meeting],
  }
}

function dueOfPaper(paper: DeskPaper, today: CivilDate): DueMatter | null {
  const { kind, meetingId, roundId, title, state, mayEdit, mayApprove, isSent } = paper
  const at = kind === "minutes" ? `/records/${meetingId}/minutes` : `/records/${meetingId}/resolutions/${roundId}`
  const name = kind === "minutes" ? "会议纪要" : `决议：${title}`
  const due = (verb: string, action: string, to = at, why = ""): DueMatter => {
    const frame = frameOf(paper, today)
    return { ...frame, title: `${verb}${name}`, reasons: [...frame.reasons, why], to, action }
  }
  switch (state) {
    case "toDraft":
      return kind === "minutes" && mayEdit ? due("起草", "去起草") : null
    case "draft":
      // A chair who words the papers as well approves them without sending them to anyone.
      if (mayApprove && (isSent || mayEdit)) return due("核准", "去核准", `${at}/approve`, isSent ? "已送来核准" : "")
      return mayEdit && !isSent ? due("改好并送核准", "接着写") : null
    case "approved":
      return mayEdit && !paper.isExported ? due("导出", "去导出", at, "已核准，还没有印成PDF") : null
  }
}

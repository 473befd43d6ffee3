import type { TaskState } from "#db/schema/followup"
import type { IssueState, SatisfactionLevel } from "#db/schema/intake"
import { satisfactionNames } from "~/intake/rules"
import { type CivilDate, formatDate } from "~/law/civil-date"

/** In the order they are offered. */
export const satisfactionChoices = Object.keys(satisfactionNames) as [SatisfactionLevel, ...SatisfactionLevel[]]

/**
 * 核验码 as it was typed, or the whole digest: spaces, dashes and case are nothing, and letters that no such code has are
 * read as the digits they look like. Null for what is no code.
 */
export function readSheetCode(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^核验码[:\s]*/, "")
    .replace(/[\s\-_·.]/g, "")
    .replace(/[oо〇○]/g, "0")
    .replace(/[il|]/g, "1")
  return /^[0-9a-f]{16,64}$/.test(plain) ? plain : null
}

type Answered = { kind: "first" | "final"; content: string; answeredOn: CivilDate; resolved: boolean }

/** What the rules below look at of an issue, its meetings and its works. */
export type FollowedFacts = {
  state: IssueState
  isClosed: boolean
  mergedInto: boolean
  reportedDay: CivilDate
  supporterCount: number
  answers: readonly Answered[]
}
export type TalkFacts = {
  topic: { madeOn: CivilDate; state: string; outcome: string | null; returnOn: CivilDate | null } | null
  meetings: readonly { id: string; on: CivilDate; isOver: boolean }[]
  blocked: readonly { ordinal: number; on: CivilDate }[]
}
export type WorkFacts = { state: TaskState; isLate: boolean }

export type Headline = { kind: "done" | "doing" | "wait" | "stop"; title: string; text: string }

const isFinished = (state: TaskState) => state === "inspected" || state === "satisfied"

/** Where a matter stands, in the words of someone who waits for it. */
export function headlineOf(issue: FollowedFacts, works: readonly WorkFacts[], talks: TalkFacts): Headline {
  const final = issue.answers.findLast(answer => answer.kind === "final")
  if (issue.isClosed && final) return { kind: "done", title: final.resolved ? "已办结" : "已答复", text: final.content }
  if (final) return { kind: "doing", title: "重新办理", text: "您说没有解决，社区正在重新办理。" }
  if (works.some(work => work.state === "blocked"))
    return { kind: "stop", title: "遇到困难", text: "办的时候遇到困难，社区正在想办法，会再答复您。" }
  if (works.length > 0 && works.every(work => isFinished(work.state)))
    return { kind: "doing", title: "已完工", text: "已经完工并验收，社区很快会答复您。" }
  if (works.length > 0) return { kind: "doing", title: "正在办", text: "已经交给承办单位，进度见下面。" }
  return headlineOfTalks(issue, talks)
}

function headlineOfTalks(issue: FollowedFacts, { topic, meetings }: TalkFacts): Headline {
  const coming = meetings.find(meeting => !meeting.isOver)
  if (coming) return { kind: "doing", title: "等着商量", text: `定于${formatDate(coming.on)}开会商量。` }
  if (topic?.state === "fieldwork")
    return { kind: "doing", title: "先去现场看", text: "会上商定先实地调研，看清楚了再定。" }
  if (topic?.state === "decided")
    return topic.outcome === "notAgreed"
      ? { kind: "doing", title: "会上没有同意", text: "会上没有形成同意的意见，社区会答复您接下来怎么办。" }
      : { kind: "doing", title: "会上已商定", text: "会上已经商定办法，正在落实到人。" }
  if (topic) return { kind: "doing", title: "准备商量", text: "已列为议题，方案备好后开会商量。" }
  if (issue.state === "sorted") return { kind: "doing", title: "正在办", text: "社区已经答复怎么办，办好后再告诉您。" }
  if (issue.state === "accepted") return { kind: "wait", title: "已受理", text: "社区正在看怎么办，会答复您。" }
  return { kind: "wait", title: "已收到", text: "社区收到了，会先答复您打算怎么办。" }
}

export type FollowedMoment = { key: string; on: CivilDate; title: string; text: string; state: "done" | "stop" }

/** From the last word to the first, without anyone's name. */
export function momentsOf(issue: FollowedFacts, { topic, meetings, blocked }: TalkFacts): FollowedMoment[] {
  const others = issue.supporterCount - 1
  const moments: FollowedMoment[] = [
    {
      key: "reported",
      on: issue.reportedDay,
      title: "您反映了这件事",
      text: others > 0 ? `另有${others}人反映同一件事。` : "",
      state: "done",
    },
    ...(topic ? [{ key: "topic", on: topic.madeOn, title: "列为议题", text: "", state: "done" as const }] : []),
    ...meetings
      .filter(meeting => meeting.isOver)
      .map(meeting => ({
        key: meeting.id,
        on: meeting.on,
        title: "开会商量",
        text: "",
        state: "done" as const,
      })),
    ...blocked.map(one => ({
      key: `blocked ${one.ordinal}`,
      on: one.on,
      title: "原来的办法办不成",
      text: "另想办法，再商量。",
      state: "stop" as const,
    })),
    ...issue.answers.map((answer, at) => ({
      key: `answer ${at}`,
      on: answer.answeredOn,
      title: answer.kind === "first" ? "社区答复：收到了，打算这样办" : "社区答复：办得怎样",
      text: answer.content,
      state: "done" as const,
    })),
  ]
  // Of one day the later step of the list above stands higher, as everything on this page.
  return moments.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).toReversed()
}

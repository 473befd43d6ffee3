import type { ClaimOfMatter } from "~/followup/claims/of-matters"
import type { CivilDate } from "~/law/civil-date"
import type { Permission } from "~/people/permissions"
import { isAgreed, isToBeAnswered, type MatterFacts, type MatterPaper } from "./matter-rules"

/** The one thing to do now: what, why, where. `to` begins below the community's address. */
export type NextOfMatter = {
  title: string
  why: string
  to: string
  action: string
  needs: Permission
  /** The day it is owed by, where there is one. */
  dueOn: CivilDate | null
}

/** A wish somebody has taken up waits for him, not for an answer; null where nobody has. */
export function nextOfClaim({ issue }: MatterFacts, claims: readonly ClaimOfMatter[]): NextOfMatter | null {
  const open = claims.find(claim => claim.isOpen)
  if (!open || issue.state !== "sorted") return null
  return {
    title: "等认领单位办好",
    why: `${open.claimant}认领了，办好以后答复提出人。`,
    to: `/claims/${open.claimId}`,
    action: "看认领",
    needs: "claim:read",
    dueOn: open.dueOn,
  }
}

/** Null once the matter is closed. */
export function nextOfMatter(facts: MatterFacts): NextOfMatter | null {
  const { issue } = facts
  const at = `/issues/${issue.id}`
  const next = (
    title: string,
    why: string,
    to: string,
    action: string,
    needs: Permission,
    dueOn: CivilDate | null = null,
  ): NextOfMatter => ({ title, why, to, action, needs, dueOn })
  if (issue.state === "closed") return null
  if (issue.state === "reported")
    return next("受理", "看清是什么事、在哪里、谁提出的。", at, "去受理", "issue:sort", issue.answerDueOn)
  if (issue.state === "accepted")
    return next(
      "分类处置",
      "定下怎么办，把受理答复告诉提出人。",
      `${at}/sort`,
      "去分类",
      "issue:sort",
      issue.answerDueOn,
    )
  if (isToBeAnswered(facts)) return { ...answerOf(facts), to: `${at}#field-content`, dueOn: issue.answerDueOn }
  return (issue.triage === "deliberate" ? nextOfTopic(facts, next) : null) ?? nextOfWork(facts, next)
}

type Make = (
  title: string,
  why: string,
  to: string,
  action: string,
  needs: Permission,
  dueOn?: CivilDate | null,
) => NextOfMatter

function answerOf(facts: MatterFacts) {
  const why =
    facts.tasks.length > 0
      ? "已经办完、验收过了。把结果告诉提出人和附议的人，记下来才能办结。"
      : facts.issue.triage === "deliberate"
        ? "商量的结果没有要办的事。把结果告诉提出人，记下来才能办结。"
        : "办好以后把结果告诉提出人，记下来才能办结。"
  return { title: "答复提出人", why, action: "写答复", needs: "issue:answer" as const }
}

function nextOfTopic(facts: MatterFacts, next: Make): NextOfMatter | null {
  const { issue, topic, meetings } = facts
  if (!topic)
    return next(
      "提为议题",
      "写好方案，就可以排进会议。",
      `/topics/new?issue=${issue.id}`,
      "提为议题",
      "topic:edit",
      issue.answerDueOn,
    )
  const at = `/topics/${topic.id}`
  switch (topic.state) {
    case "proposed":
      return next("写方案", "做什么、花多少钱、谁来办、什么时候办完。", `${at}/proposal`, "写方案", "topic:edit")
    case "fieldwork":
      return next(
        "记调研结果",
        "会上定了先调研，调研回来再商量。",
        `${at}#fieldwork`,
        "记调研",
        "topic:edit",
        topic.returnOn,
      )
    case "prepared":
      return nextOfPrepared(topic, next)
    case "scheduled": {
      const { poll } = topic
      if (poll)
        return next("等书面表决的结果", poll.title, `/polls/${poll.id}`, "看书面表决", "poll:read", poll.closesOn)
      const meeting = meetings.findLast(one => one.state !== "cancelled")
      return next(
        "开会商量",
        meeting?.title ?? "已经排进会议。",
        meeting ? `/meetings/${meeting.id}` : "/meetings",
        "看会议",
        "meeting:read",
        meeting?.day ?? null,
      )
    }
    case "decided":
      if (!isAgreed(facts)) return null
      return facts.papers.length === 0 && facts.tasks.length === 0
        ? next(
            "交办",
            "书面表决已经同意，定下交给谁办、什么时候办完。",
            `/tasks/new?issue=${issue.id}`,
            "去交办",
            "task:assign",
          )
        : nextOfPapers(facts.papers, next)
  }
}

function nextOfPrepared(topic: NonNullable<MatterFacts["topic"]>, next: Make): NextOfMatter {
  const at = `/topics/${topic.id}`
  switch (topic.waitsFor) {
    case "route":
      return next("判断程序", "答几个问题，定下这件事由谁决定。", `${at}/procedure`, "去判断", "topic:edit")
    case "study":
      return next("先经党组织研究", "重要事项研究同意以后，才能开会决定。", `${at}/study`, "记研究", "topic:edit")
    case "poll":
      return next(
        "办书面表决",
        "方案已经备好，这件事要书面表决。",
        `/polls/new?topic=${topic.id}`,
        "去办",
        "poll:manage",
      )
    case "drafted":
      return next("公告书面表决", "书面表决已经拟了草稿。", "/polls", "接着拟", "poll:manage")
    default:
      return next("召集会议", "方案已经备好。", "/meetings/new", "召集会议", "meeting:convene")
  }
}

/** Papers in their order: to draft, to approve, to publish, to hand out. */
function nextOfPapers(papers: readonly MatterPaper[], next: Make): NextOfMatter | null {
  const waiting = papers.find(paper => paper.state !== "approved")
  if (waiting) {
    const at = `/records/${waiting.meetingId}`
    return waiting.state === "toDraft"
      ? next("起草决议", "会上已经通过，写成决议。", `${at}/minutes`, "去起草", "record:edit")
      : next(
          "核准决议",
          "决议已经起草，等主持人核准。",
          `${at}/resolutions/${waiting.roundId}`,
          "看决议",
          "record:read",
        )
  }
  const unassigned = papers.find(paper => paper.assigned < paper.items)
  if (unassigned)
    return next(
      "交办",
      "决议一项一项交给谁办、什么时候办完。",
      `/tasks/new?resolution=${unassigned.resolutionId}`,
      "去交办",
      "task:assign",
    )
  return null
}

function nextOfWork({ tasks, papers }: MatterFacts, next: Make): NextOfMatter | null {
  const of = (...states: MatterFacts["tasks"][number]["state"][]) => tasks.find(task => states.includes(task.state))
  const at = (task: { id: string }) => `/tasks/${task.id}`
  const blocked = of("blocked")
  if (blocked) return next("换一个方案", `办不下去了：${blocked.content}`, at(blocked), "去处理", "task:assign")
  const done = of("done")
  if (done) return next("验收", `${done.handler}报来办完了：${done.content}`, at(done), "去验收", "task:inspect")
  const toChase = tasks.find(task => isUnderWay(task) && task.chase === "due")
  if (toChase)
    return next("督办", `${toChase.handler}：${toChase.content}`, at(toChase), "去督办", "task:chase", toChase.dueOn)
  const chased = tasks.find(task => isUnderWay(task) && task.chase !== null)
  if (chased)
    return next(
      chased.chase === "waiting" ? "等承办人回复督办" : "等承办人办完",
      `${chased.chase === "waiting" ? "已督办，等待回复" : "督办已回复"}。${chased.handler}：${chased.content}`,
      at(chased),
      "看进度",
      "task:read",
      chased.dueOn,
    )
  const open = tasks.find(isUnderWay)
  if (open) return next("等承办人办完", `${open.handler}：${open.content}`, at(open), "看进度", "task:read", open.dueOn)
  const unpublished = papers.find(paper => paper.edition === null || paper.notice === null)
  return unpublished ? next("公示", "决议要张贴不少于15天。", "/notices", "去公示", "edition:read") : null
}

const isUnderWay = (task: { state: string }) => ["assigned", "signedFor", "doing"].includes(task.state)

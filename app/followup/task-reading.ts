import { civilDateOf, formatDate, formatDateTime, formatTime } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { listDocuments } from "~/registry/document-store"
import { formatNumber } from "~/registry/numbers"
import { listPhotos } from "~/registry/photo-store"
import type { Ctx } from "~/web/context"
import { readChaseDues } from "./chase-dues"
import { canMove, isCarriedOut, isUnderWay, nextChaseLevel, quantityText } from "./rules"
import { findIssueSource, findResolutionSource, findTopicSource, listIssuesOfTopic } from "./source-store"
import { isOwn, mayWorkOn } from "./task-step"
import { type Chase, findTask, listChases, listReports, listTasksOf, type Task, type TaskReport } from "./task-store"
import { taskLine } from "./task-views"

/** One task with its whole life, its photos and what may be done with it now. Refusals: not_found, forbidden. */
export async function readTask(ctx: Ctx, taskId: string) {
  const q = ctx.db.read
  const communityId = ctx.community.id
  const task = await findTask(q, communityId, taskId)
  if (!task) return refuse("not_found")
  if (!may(ctx.actor, "task:read")) return refuse("forbidden")
  const today = civilDateOf(ctx.now())
  const [reports, chases, photos] = await Promise.all([
    listReports(q, communityId, task.id),
    listChases(q, communityId, task.id),
    listPhotos(q, communityId, "task", [task.id]),
  ])
  const line = taskLine(ctx, task, today)
  const slips = await listDocuments(q, communityId, { kind: "task", id: task.id })
  const chaseSlips = await Promise.all(
    chases.map(chase => listDocuments(q, communityId, { kind: "task", id: chase.id })),
  )
  return done({
    ...line,
    source: await readSource(ctx, task),
    today,
    assigned: { by: task.createdBy, ...momentWords(task.createdAt, today) },
    inspected: task.inspectedAt ? `${task.inspectedBy}，${formatDate(civilDateOf(task.inspectedAt))}` : "",
    recheck: recheckWords(task),
    /** The office writes here for whoever has it in hand. */
    isForOther: mayWorkOn(ctx, task) && !isOwn(ctx, task),
    reports: reports.map(report => reportView(task, report, today)),
    chases: chases.map((chase, at) => chaseView(ctx, chase, chaseSlips[at]?.at(-1)?.id ?? "")),
    photos,
    slipId: slips.findLast(one => one.kind === "assignment")?.id ?? "",
    chaseDue: (await readChaseDues(q, communityId, [task], today)).get(task.id) ?? null,
    nextChase: nextChaseLevel(line, chases.length),
    toAnswer: await listIssuesToAnswer(ctx, task),
    can: powersOf(ctx, task, today),
  })
}
export type TaskView = Extract<Awaited<ReturnType<typeof readTask>>, { ok: true }>["value"]

function powersOf(ctx: Ctx, task: Task, today: string) {
  const works = mayWorkOn(ctx, task)
  const inspects = may(ctx.actor, "task:inspect")
  const assigns = may(ctx.actor, "task:assign")
  const hasRecheck = task.recheckOn !== null && task.recheckedAt === null
  return {
    signFor: works && canMove(task.state, "signFor"),
    report: works && canMove(task.state, "report"),
    resume: works && canMove(task.state, "resume"),
    photograph: works && task.state !== "replaced",
    inspect: inspects && canMove(task.state, "pass") && !isOwn(ctx, task),
    rate: inspects && canMove(task.state, "satisfy"),
    recheck: inspects && hasRecheck && canMove(task.state, "recheck"),
    isRecheckDue: hasRecheck && task.recheckOn! <= today,
    publish: inspects,
    reschedule: assigns && canMove(task.state, "reschedule"),
    replace: assigns && canMove(task.state, "replace") && task.topicId !== null,
    chase: may(ctx.actor, "task:chase") && isUnderWay(task.state),
    reply: works,
    print: assigns,
    open: may(ctx.actor, "task:read"),
  }
}

function recheckWords(task: Task): string {
  if (task.recheckedAt) return `${formatDate(civilDateOf(task.recheckedAt))}已复查`
  return task.recheckOn ? `${formatDate(task.recheckOn)}复查` : ""
}

/** 10月8日, with its year when that is not this one; and the time of day. */
function momentWords(at: Date, today: string) {
  const day = civilDateOf(at)
  const words = formatDate(day)
  return {
    day: day.slice(0, 4) === today.slice(0, 4) ? words.slice(words.indexOf("年") + 1) : words,
    time: formatTime(at),
  }
}

const reportView = (task: Task, report: TaskReport, today: string) => ({
  id: report.id,
  kind: report.kind,
  note: report.note,
  quantity:
    report.quantityDone !== null && ["progress", "done"].includes(report.kind)
      ? quantityText({ ...task, quantityDone: report.quantityDone })
      : "",
  ...momentWords(report.reportedAt, today),
  by: report.reportedBy,
})

const chaseView = (ctx: Ctx, chase: Chase, documentId: string) => ({
  id: chase.id,
  number: formatNumber(ctx.community.shortName, "chase", chase.year, chase.sequence),
  ordinal: chase.ordinal,
  level: chase.level,
  daysLate: chase.daysLate,
  demand: chase.demand,
  replyDue: formatDate(chase.replyDueOn),
  sent: `${chase.createdBy}，${formatDateTime(chase.createdAt)}`,
  reply: chase.reply,
  replied: chase.repliedAt ? `${chase.repliedBy}，${formatDateTime(chase.repliedAt)}` : "",
  documentId,
})

export type TaskSource = {
  resolution: { number: string; title: string; meetingId: string; roundId: string; mayRead: boolean } | null
  issue: { id: string; number: string; title: string; mayRead: boolean } | null
  topic: { id: string; number: string; title: string } | null
}

/** Where a task comes from, in words and with the way there. */
export async function readSource(ctx: Ctx, task: Task): Promise<TaskSource> {
  const q = ctx.db.read
  const { id: communityId, shortName } = ctx.community
  const resolution = task.resolutionId ? await findResolutionSource(q, communityId, task.resolutionId) : null
  const issue = task.issueId ? await findIssueSource(q, communityId, task.issueId) : null
  const topic = task.topicId ? await findTopicSource(q, communityId, task.topicId) : null
  return {
    resolution:
      resolution?.year != null && resolution.sequence !== null
        ? {
            number: formatNumber(shortName, "resolution", resolution.year, resolution.sequence),
            title: resolution.wording.title,
            meetingId: resolution.meetingId,
            roundId: resolution.roundId,
            mayRead: may(ctx.actor, "record:read"),
          }
        : null,
    issue: issue && {
      id: issue.id,
      number: formatNumber(shortName, "issue", issue.year, issue.sequence),
      title: issue.title,
      mayRead: may(ctx.actor, "issue:read"),
    },
    topic: topic && {
      id: topic.id,
      number: formatNumber(shortName, "topic", topic.year, topic.sequence),
      title: topic.title,
    },
  }
}

export type IssueToAnswer = { id: string; number: string; title: string }

/**
 * 办结答复 is owed now: the open issues behind this task, when everything that was to be done about them is inspected.
 * Completing a task never closes an issue by itself.
 */
async function listIssuesToAnswer(ctx: Ctx, task: Task): Promise<IssueToAnswer[]> {
  if (!may(ctx.actor, "issue:answer")) return []
  const q = ctx.db.read
  const communityId = ctx.community.id
  const matter = { issueId: task.issueId ?? undefined, topicId: task.topicId }
  if (!isCarriedOut(await listTasksOf(q, communityId, matter))) return []
  const own = task.issueId ? await findIssueSource(q, communityId, task.issueId) : null
  const gathered = task.topicId ? await listIssuesOfTopic(q, communityId, task.topicId) : []
  const issues = own && !gathered.some(issue => issue.id === own.id) ? [own, ...gathered] : gathered
  return issues
    .filter(issue => issue.state === "sorted")
    .map(({ id, year, sequence, title }) => ({
      id,
      number: formatNumber(ctx.community.shortName, "issue", year, sequence),
      title,
    }))
}

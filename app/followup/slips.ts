import { type ChaseSlipFacts, chaseSlipTemplate } from "#templates/chase-slip"
import { type DutyListFacts, dutyListTemplate } from "#templates/duty-list"
import { type TaskSlipFacts, taskSlipTemplate } from "#templates/task-slip"
import { triageNames } from "~/intake/rules"
import { type CivilDate, civilDateOf, formatDate } from "~/law/civil-date"
import { formatQuantity } from "~/law/quantities"
import { type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { DocumentView } from "~/registry/document-store"
import { issueDocument } from "~/registry/documents"
import { formatNumber } from "~/registry/numbers"
import { listPhotos, photoStages } from "~/registry/photo-store"
import { verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { readDutyList } from "./duty-list"
import { chaseLevelNames, photoStageNames, quantityText, reportKindNames } from "./rules"
import { findIssueSource, findResolutionSource } from "./source-store"
import { taskNumberOf, taskSubject } from "./task-step"
import { findTask, listChases, listReports, type Task, type TaskReport } from "./task-store"

type Printed = Promise<Result<{ document: DocumentView; isNew: boolean }>>

const issuerOf = (ctx: Ctx) => `${ctx.community.name}居民委员会`
const dayOf = (moment: Date) => formatDate(civilDateOf(moment))

/**
 * 交办单 of a task, with whatever is recorded by now; the same facts give the sheet that is there.
 * Refusals: forbidden, not_found, characters_missing.
 */
export async function printTaskSlip(ctx: Ctx, taskId: string): Printed {
  if (!may(ctx.actor, "task:assign")) return refuse("forbidden")
  const task = await findTask(ctx.db.read, ctx.community.id, taskId)
  if (!task) return refuse("not_found")
  const facts = await taskSlipFacts(ctx, task)
  return issueDocument(ctx, {
    kind: "assignment",
    subject: taskSubject(task.id),
    number: facts.number,
    title: `交办单：${bare(task.content)}`,
    fileName: `交办单${facts.number}.pdf`,
    facts,
    template: taskSlipTemplate,
    date: civilDateOf(task.createdAt),
    verifyUrl: verifyUrlOf(ctx),
  })
}

async function taskSlipFacts(ctx: Ctx, task: Task): Promise<TaskSlipFacts> {
  const q = ctx.db.read
  const { id: communityId, name } = ctx.community
  const reports = await listReports(q, communityId, task.id)
  const photos = await listPhotos(q, communityId, "task", [task.id])
  const signedFor = reports.find(report => report.kind === "signedFor")
  const judged = reports.filter(report => ["inspected", "reworked", "rechecked", "satisfied"].includes(report.kind))
  return {
    community: name,
    name: `${name}交办单`,
    number: taskNumberOf(ctx, task),
    issuer: issuerOf(ctx),
    issuedOn: dayOf(task.createdAt),
    ...(await sourceWords(ctx, task)),
    content: task.content,
    handler: task.handler,
    quantity: task.quantityTotal === null ? "" : formatQuantity({ total: task.quantityTotal, unit: task.unit }),
    due: `${formatDate(task.dueOn)}前`,
    assignedBy: task.createdBy,
    signedFor: signedFor ? `${signedFor.reportedBy}，${dayOf(signedFor.reportedAt)}` : "",
    progress: reports
      .filter(report => ["progress", "blocked", "resumed", "done", "rescheduled", "replaced"].includes(report.kind))
      .map(report => reportWords(task, report)),
    evidence: photoStages
      .map(stage => ({ stage, count: photos.filter(photo => photo.stage === stage).length }))
      .filter(one => one.count > 0)
      .map(one => `${photoStageNames[one.stage]}照片${one.count}张`)
      .join("，"),
    inspection: judged.map(report => `${reportWords(task, report)}（${report.reportedBy}）`).join("\n"),
  }
}

function reportWords(task: Task, report: TaskReport): string {
  const counted = ["progress", "done"].includes(report.kind) && report.quantityDone !== null
  const quantity = counted ? quantityText({ ...task, quantityDone: report.quantityDone ?? 0 }) : ""
  return [`${dayOf(report.reportedAt)}：${reportKindNames[report.kind]}`, quantity, bare(report.note)]
    .filter(Boolean)
    .join("，")
}

async function sourceWords(ctx: Ctx, task: Task): Promise<{ source: string; basis: string }> {
  const q = ctx.db.read
  const { id: communityId, shortName } = ctx.community
  const resolution = task.resolutionId ? await findResolutionSource(q, communityId, task.resolutionId) : null
  if (resolution?.year != null && resolution.sequence !== null) {
    const number = formatNumber(shortName, "resolution", resolution.year, resolution.sequence)
    return {
      source: `《${resolution.wording.title}》（${number}）第${task.itemOrdinal}项`,
      basis: `${resolution.meeting}议定`,
    }
  }
  const issue = task.issueId ? await findIssueSource(q, communityId, task.issueId) : null
  if (!issue) return { source: "", basis: "" }
  return {
    source: `居民反映的问题“${issue.title}”（${formatNumber(shortName, "issue", issue.year, issue.sequence)}）`,
    basis: issue.triage ? `社区受理后按“${triageNames[issue.triage]}”处置` : "社区受理",
  }
}

/** 督办单 of a chase, with the reply once there is one. Refusals: forbidden, not_found, characters_missing. */
export async function printChaseSlip(ctx: Ctx, input: { taskId: string; chaseId: string }): Printed {
  if (!may(ctx.actor, "task:chase")) return refuse("forbidden")
  const { id: communityId, name, shortName } = ctx.community
  const task = await findTask(ctx.db.read, communityId, input.taskId)
  const chase = (await listChases(ctx.db.read, communityId, input.taskId)).find(one => one.id === input.chaseId)
  if (!task || !chase) return refuse("not_found")
  const replied = chase.repliedAt ? `\n${chase.repliedBy}，${dayOf(chase.repliedAt)}` : ""
  const facts: ChaseSlipFacts = {
    community: name,
    name: `${name}督办单`,
    number: formatNumber(shortName, "chase", chase.year, chase.sequence),
    issuer: issuerOf(ctx),
    issuedOn: dayOf(chase.createdAt),
    taskNumber: taskNumberOf(ctx, task),
    content: task.content,
    handler: task.handler,
    due: formatDate(task.dueOn),
    daysLate: chase.daysLate,
    ordinal: chase.ordinal,
    level: chaseLevelNames[chase.level],
    demand: chase.demand,
    replyDue: formatDate(chase.replyDueOn),
    reply: chase.reply && `${chase.reply}${replied}`,
  }
  return issueDocument(ctx, {
    kind: "chase",
    // Each chase counts its own versions: two chases of one task are two papers.
    subject: taskSubject(chase.id),
    number: facts.number,
    title: `督办单：${bare(task.content)}`,
    fileName: `督办单${facts.number}.pdf`,
    facts,
    template: chaseSlipTemplate,
    date: civilDateOf(chase.createdAt),
    verifyUrl: verifyUrlOf(ctx),
  })
}

/** 履职清单 as it stands today. Refusals: forbidden, not_found, duty_list_empty, characters_missing. */
export async function printDutyList(ctx: Ctx, personId: string): Printed {
  const read = await readDutyList(ctx, personId)
  if (!read.ok) return read
  const { name: person, today, lines } = read.value
  if (lines.length === 0) return refuse("duty_list_empty")
  const facts: DutyListFacts = {
    community: ctx.community.name,
    issuer: issuerOf(ctx),
    issuedOn: formatDate(today),
    person,
    rows: lines.map(line => ({
      number: line.number,
      content: line.content,
      about: line.about,
      due: line.dueOn ? shortDay(line.dueOn, today) : "",
      state: line.daysLate > 0 ? `逾期${line.daysLate}天` : line.state,
      isDone: line.isDone,
    })),
  }
  return issueDocument(ctx, {
    kind: "dutyList",
    subject: { kind: "person", id: personId },
    number: null,
    title: `履职清单（${person}）`,
    fileName: `履职清单${person}${today}.pdf`,
    facts,
    template: dutyListTemplate,
    date: today,
    verifyUrl: verifyUrlOf(ctx),
  })
}

const bare = (text: string) => text.replace(/[。；]$/, "")

/** 5月7日, with its year when that is not this one. */
const shortDay = (day: CivilDate, today: CivilDate): string =>
  day.slice(0, 4) === today.slice(0, 4) ? formatDate(day).slice(5) : formatDate(day)

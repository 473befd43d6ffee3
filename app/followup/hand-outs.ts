import { type OpinionFormFacts, opinionFormTemplate } from "#templates/opinion-form"
import { type SatisfactionFormFacts, satisfactionFormTemplate } from "#templates/satisfaction-form"
import { readTopic } from "~/agenda/topic-reading"
import { readFollowCode } from "~/intake/follow-codes"
import { readIssue } from "~/intake/issue-views"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { type DocumentView, listDocuments } from "~/registry/document-store"
import { issueDocument, type NewDocument } from "~/registry/documents"
import { drawUnfiled } from "~/registry/drawing"
import { verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { quantityText, taskContent, taskStateNames } from "./rules"
import { taskNumberOf } from "./task-step"
import { findTask } from "./task-store"
import { listTasksOfIssue } from "./task-views"

/** A form for residents' hands, filled in as far as it is known. */
type HandOut<Facts extends object> = Omit<NewDocument<Facts>, "date" | "verifyUrl">

const issuerOf = (ctx: Ctx) => `${ctx.community.name}居民委员会`

/** 民情征求意见表 of a topic's proposal in force. Refusals: forbidden, not_found, opinion_without_proposal. */
export async function opinionForm(ctx: Ctx, topicId: string): Promise<Result<HandOut<OpinionFormFacts>>> {
  const read = await readTopic(ctx, topicId)
  if (!read.ok) return read
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  const { proposal, title, number, background } = read.value
  if (!proposal) return refuse("opinion_without_proposal")
  const { budget, budgetFen, funding, handler, due, content } = proposal
  return done({
    kind: "opinionForm",
    subject: { kind: "topic", id: topicId },
    number,
    title: `民情征求意见表：${title}`,
    fileName: `民情征求意见表${number}.pdf`,
    template: opinionFormTemplate,
    facts: {
      community: ctx.community.name,
      issuer: issuerOf(ctx),
      number,
      topic: title,
      background,
      proposal: content,
      money: budgetFen === null ? budget : [`预算${budget}`, funding].filter(Boolean).join("，"),
      handling: [handler && `由${handler}办`, due && `${due}前办完`].filter(Boolean).join("，"),
      contactPhone: ctx.community.contactPhone,
    },
  })
}

/** 满意度评议表 of an issue. Refusals: forbidden, not_found. */
export async function satisfactionFormOfIssue(
  ctx: Ctx,
  issueId: string,
): Promise<Result<HandOut<SatisfactionFormFacts>>> {
  const read = await readIssue(ctx, issueId)
  if (!read.ok) return read
  if (!may(ctx.actor, "issue:answer")) return refuse("forbidden")
  const { number, content, handler, answers, followCode } = read.value
  const tasks = (await listTasksOfIssue(ctx, issueId)).filter(task => task.state !== "replaced")
  const handlers = [...new Set([...tasks.map(task => task.handler), handler])].filter(Boolean)
  const final = answers.findLast(answer => answer.kind === "final")
  return done(
    satisfactionForm(
      ctx,
      { kind: "issue", id: issueId },
      {
        number,
        matter: content,
        handler: handlers.join("、") || issuerOf(ctx),
        outcome: final ? `${final.content}（${final.answeredAt.replace(/日.*$/, "日")}答复）` : "",
        follow: followOf(ctx, followCode),
      },
    ),
  )
}

/** 满意度评议表 of a task; with the code of the issue it was made of. Refusals: forbidden, not_found. */
export async function satisfactionFormOfTask(
  ctx: Ctx,
  taskId: string,
): Promise<Result<HandOut<SatisfactionFormFacts>>> {
  const task = await findTask(ctx.db.read, ctx.community.id, taskId)
  if (!task) return refuse("not_found")
  if (!may(ctx.actor, "task:assign")) return refuse("forbidden")
  const issue = task.issueId ? await readIssue(ctx, task.issueId) : null
  const finished = task.doneAt && !["assigned", "signedFor", "doing", "blocked"].includes(task.state)
  return done(
    satisfactionForm(
      ctx,
      { kind: "task", id: taskId },
      {
        number: taskNumberOf(ctx, task),
        matter: taskContent(task.content),
        handler: task.handler,
        outcome: finished
          ? [`${formatDate(civilDateOf(task.doneAt!))}完工`, quantityText(task), taskStateNames[task.state]]
              .filter(Boolean)
              .join("，")
          : "",
        follow: issue?.ok ? followOf(ctx, issue.value.followCode) : null,
      },
    ),
  )
}

const satisfactionForm = (
  ctx: Ctx,
  subject: { kind: "issue" | "task"; id: string },
  facts: Omit<SatisfactionFormFacts, "community" | "issuer">,
): HandOut<SatisfactionFormFacts> => ({
  kind: "satisfactionForm",
  subject,
  number: facts.number,
  title: `满意度评议表：${[...facts.matter].slice(0, 40).join("")}`,
  fileName: `满意度评议表${facts.number}.pdf`,
  template: satisfactionFormTemplate,
  facts: { community: ctx.community.name, issuer: issuerOf(ctx), ...facts },
})

/** Where the proposer looks up the answer and rates it; without a public address only the code. */
function followOf(ctx: Ctx, formatted: string | null): SatisfactionFormFacts["follow"] {
  if (!formatted) return null
  const path = `/c/${ctx.community.slug}/board/follow/${readFollowCode(formatted)}`
  return { code: formatted, url: ctx.publicOrigin ? `${ctx.publicOrigin}${path}` : null }
}

/** What a form's page shows: the form's name, and the sheets that were printed of it. */
export async function listHandOuts<Facts extends object>(ctx: Ctx, { kind, subject }: HandOut<Facts>) {
  const filed = await listDocuments(ctx.db.read, ctx.community.id, subject)
  return filed
    .filter(one => one.kind === kind)
    .toReversed()
    .map(({ id, format, version, createdAt, createdBy }) => ({
      documentId: id,
      format,
      version,
      made: `${formatDate(civilDateOf(createdAt))}，${createdBy}`,
    }))
}

/** The PDF as it would be filed. Refusal: characters_missing. */
export const previewHandOut = <Facts extends object>(ctx: Ctx, { template, facts }: HandOut<Facts>) =>
  drawUnfiled(ctx, template, facts, { verifyUrl: verifyUrlOf(ctx) })

/** Files it, to be copied; the same facts give the sheet that is there. Refusal: characters_missing. */
export async function fileHandOut<Facts extends object>(
  ctx: Ctx,
  handOut: HandOut<Facts>,
): Promise<Result<{ document: DocumentView }>> {
  return issueDocument(ctx, { ...handOut, date: civilDateOf(ctx.now()), verifyUrl: verifyUrlOf(ctx) })
}

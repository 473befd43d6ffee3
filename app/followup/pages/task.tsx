import { href, redirect } from "react-router"
import { HowMuch } from "~/followup/parts/HowMuch"
import { InspectForms } from "~/followup/parts/InspectForms"
import { OfficeForms } from "~/followup/parts/OfficeForms"
import { TaskBadge } from "~/followup/parts/TaskBadge"
import { TaskChases } from "~/followup/parts/TaskChases"
import { TaskLog } from "~/followup/parts/TaskLog"
import { TaskPhotos } from "~/followup/parts/TaskPhotos"
import { TaskSource, ToAnswer } from "~/followup/parts/TaskSource"
import { WorkForms } from "~/followup/parts/WorkForms"
import { doTaskForm, photosPerReport, TaskForm } from "~/followup/task-forms"
import { readTask } from "~/followup/task-reading"
import { refuse } from "~/law/result"
import { photoMegabytes } from "~/registry/photos"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Facts } from "~/ui/Facts"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/task"

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    task: orThrow(context, await readTask(ctx, params.taskId)),
    done: doneWords[url.searchParams.get("done") ?? ""] ?? "",
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  // A megabyte more than allowed, so that a photo just too large is told so beside its field.
  const read = await readForm(request, TaskForm, { fileMegabytes: photoMegabytes + 1, files: photosPerReport })
  if (!read.ok && read.refusal.code === "body_too_large") {
    const detail = { field: "photo", megabytes: photoMegabytes, status: 413 }
    return reply(context, refuse("photo_too_large", detail), "", read.form)
  }
  if (!read.ok) return invalid(context, read)
  const result = await doTaskForm(context.get(appContext), params.taskId, read.value, read.files)
  if (result.ok && result.value.documentId)
    return redirect(
      href("/c/:community/documents/:documentId", {
        community: params.community,
        documentId: `${result.value.documentId}.pdf`,
      }),
      303,
    )
  return reply(context, result, `${href("/c/:community/tasks/:taskId", params)}?done=${read.value.intent}`, read.form)
}

/** What a page says at its top after something was done. */
const doneWords: Record<string, string> = {
  sign: "已签收。办的时候有进展，就在这里报一下。",
  report: "进展已收到。",
  finish: "已报完工，社区会来验收。",
  block: "受阻已报给社区，社区会来协调。",
  resume: "已恢复办理。",
  photo: "照片已收下。",
  show: "照片已放到公开栏。",
  hide: "照片已从公开栏撤下。",
  inspect: "验收结果已记下。",
  rate: "评议已记下。",
  recheck: "复查结果已记下。",
  reschedule: "时限已改。",
  replace: "已改走下一个方案。请在议题里写新的方案。",
  chase: "督办单已发出，可以打印送达。",
  reply: "反馈已收到。",
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.task.content ?? "事项"} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Task({ loaderData, actionData, params }: Route.ComponentProps) {
  const { task, done } = loaderData
  const { community } = params
  const posted = actionData?.form
  const formOf = (...intents: string[]) => (intents.includes(String(posted?.values.intent ?? "")) ? posted : undefined)
  const documentTo = (id: string) => href("/c/:community/documents/:documentId", { community, documentId: `${id}.pdf` })
  return (
    <Page
      title={task.content}
      lead={<TaskBadge task={task} />}
      crumbs={[{ label: "办理", to: href("/c/:community/tasks", { community }) }, { label: task.number }]}
      summary={
        <>
          <ErrorSummary form={posted} />
          {done && !posted ? <Note kind="ok" live title={done} /> : null}
          <ToAnswer task={task} community={community} />
        </>
      }
    >
      <Columns
        aside={
          <>
            <OfficeForms task={task} community={community} formOf={formOf} documentTo={documentTo} />
            <TaskSource task={task} community={community} />
          </>
        }
      >
        <Sheet title="办到哪一步">
          <HowMuch task={task} />
          <Facts
            items={[
              { label: "承办", value: task.handler },
              { label: "时限", value: task.due, note: task.daysLate > 0 ? `已逾期${task.daysLate}天` : null },
              { label: task.state === "replaced" ? "走不通的原因" : "受阻原因", value: task.reason },
              { label: "验收", value: task.inspected },
              { label: "复查", value: task.recheck },
            ]}
          />
        </Sheet>
        <WorkForms task={task} formOf={formOf} />
        <InspectForms task={task} formOf={formOf} />
        <TaskChases task={task} form={formOf("reply")} documentTo={documentTo} />
        <TaskPhotos task={task} community={community} form={formOf("photo")} />
        <TaskLog task={task} />
      </Columns>
    </Page>
  )
}

import { href, redirect } from "react-router"
import { fileHandOut, listHandOuts, satisfactionFormOfTask } from "~/followup/hand-outs"
import { HandOutSheet } from "~/followup/parts/HandOutSheet"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { orThrow, reply } from "~/web/forms"
import type { Route } from "./+types/task-satisfaction"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const handOut = orThrow(context, await satisfactionFormOfTask(ctx, params.taskId))
  const { number } = handOut
  return { number, filed: await listHandOuts(ctx, handOut), community: ctx.community.name }
}

export async function action({ context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const result = await fileHandOut(ctx, orThrow(context, await satisfactionFormOfTask(ctx, params.taskId)))
  if (!result.ok) return reply(context, result, "")
  const documentId = `${result.value.document.id}.pdf`
  return redirect(href("/c/:community/documents/:documentId", { community: params.community, documentId }), 303)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `满意度评议表 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function TaskSatisfaction({ loaderData, actionData, params }: Route.ComponentProps) {
  const { number, filed } = loaderData
  return (
    <Page
      title="满意度评议表"
      crumbs={[
        { label: "办理", to: href("/c/:community/tasks", params) },
        { label: number ?? "", to: href("/c/:community/tasks/:taskId", params) },
        { label: "满意度评议表" },
      ]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <HandOutSheet
        about="请居民评一评这件事办得怎么样。收回以后，在事项页记下评议。"
        previewTo={href("/c/:community/tasks/:taskId/satisfaction-form/preview.pdf", params)}
        filed={filed}
        community={params.community}
      />
    </Page>
  )
}

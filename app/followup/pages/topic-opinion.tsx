import { href, redirect } from "react-router"
import { fileHandOut, listHandOuts, opinionForm } from "~/followup/hand-outs"
import { HandOutSheet } from "~/followup/parts/HandOutSheet"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { orThrow, reply } from "~/web/forms"
import type { Route } from "./+types/topic-opinion"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const handOut = orThrow(context, await opinionForm(ctx, params.topicId))
  const { number } = handOut
  return { number, filed: await listHandOuts(ctx, handOut), community: ctx.community.name }
}

export async function action({ context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const result = await fileHandOut(ctx, orThrow(context, await opinionForm(ctx, params.topicId)))
  if (!result.ok) return reply(context, result, "")
  const documentId = `${result.value.document.id}.pdf`
  return redirect(href("/c/:community/documents/:documentId", { community: params.community, documentId }), 303)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `民情征求意见表 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function TopicOpinion({ loaderData, actionData, params }: Route.ComponentProps) {
  const { number, filed } = loaderData
  return (
    <Page
      title="民情征求意见表"
      crumbs={[
        { label: "议题", to: href("/c/:community/topics", params) },
        { label: number ?? "", to: href("/c/:community/topics/:topicId", params) },
        { label: "民情征求意见表" },
      ]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <HandOutSheet
        about="按现在的方案印一张表，照份数复印，发到户里。收回以后，在表的下方填回收统计。"
        previewTo={href("/c/:community/topics/:topicId/opinion-form/preview.pdf", params)}
        filed={filed}
        community={params.community}
      />
    </Page>
  )
}

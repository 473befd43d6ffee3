import { href, redirect } from "react-router"
import { fileHandOut, listHandOuts, satisfactionFormOfIssue } from "~/followup/hand-outs"
import { HandOutSheet } from "~/followup/parts/HandOutSheet"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { orThrow, reply } from "~/web/forms"
import type { Route } from "./+types/issue-satisfaction"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const handOut = orThrow(context, await satisfactionFormOfIssue(ctx, params.issueId))
  const { number } = handOut
  return { number, filed: await listHandOuts(ctx, handOut), community: ctx.community.name }
}

export async function action({ context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const result = await fileHandOut(ctx, orThrow(context, await satisfactionFormOfIssue(ctx, params.issueId)))
  if (!result.ok) return reply(context, result, "")
  const documentId = `${result.value.document.id}.pdf`
  return redirect(href("/c/:community/documents/:documentId", { community: params.community, documentId }), 303)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `满意度评议表 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function IssueSatisfaction({ loaderData, actionData, params }: Route.ComponentProps) {
  const { number, filed } = loaderData
  return (
    <Page
      title="满意度评议表"
      crumbs={[
        { label: "问题台账", to: href("/c/:community/issues", params) },
        { label: number ?? "", to: href("/c/:community/issues/:issueId", params) },
        { label: "满意度评议表" },
      ]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <HandOutSheet
        about="请提出人和有关居民评一评。收回以后，在问题页记下满意度。"
        previewTo={href("/c/:community/issues/:issueId/satisfaction-form/preview.pdf", params)}
        filed={filed}
        community={params.community}
      />
    </Page>
  )
}

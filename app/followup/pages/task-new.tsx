import { href } from "react-router"
import { z } from "zod"
import { readIssueToAssign, readResolutionToAssign } from "~/followup/assign-reading"
import { assignTaskOfIssue, assignTasks } from "~/followup/assigning"
import { IssueAssignForm } from "~/followup/parts/IssueAssignForm"
import { ItemAssignForm } from "~/followup/parts/ItemAssignForm"
import { notHere } from "~/people/gate"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { severalTexts } from "~/web/form-values"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/task-new"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const community = ctx.community.name
  const [resolutionId, issueId] = [url.searchParams.get("resolution"), url.searchParams.get("issue")]
  if (resolutionId)
    return {
      community,
      resolution: orThrow(context, await readResolutionToAssign(ctx, resolutionId)),
      issue: null,
    }
  const read = await readIssueToAssign(ctx, issueId ?? "")
  if (!read.ok && read.code === "not_found") throw notHere()
  return { community, resolution: null, issue: orThrow(context, read) }
}

const text = (most: number) => z.string().trim().max(most, `最多${most}个字`)

const ItemsForm = z.looseObject({ resolution: z.string().min(1), item: severalTexts })
const IssueForm = z.object({
  issue: z.string().min(1),
  content: text(500),
  handler: text(60),
  handlerPersonId: text(60),
  quantity: text(20),
  dueOn: text(20),
})
const AssignForm = z.union([ItemsForm, IssueForm])

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, AssignForm)
  if (!read.ok) return invalid(context, read)
  const form = read.value
  if ("issue" in form && typeof form.issue === "string") {
    const parsed = IssueForm.parse(form)
    const result = await assignTaskOfIssue(ctx, {
      ...parsed,
      issueId: parsed.issue,
      handlerPersonId: parsed.handlerPersonId || null,
    })
    return reply(
      context,
      result,
      made => href("/c/:community/tasks/:taskId", { ...params, taskId: made.taskId }),
      read.form,
    )
  }
  const { resolution, item } = ItemsForm.parse(form)
  const typed = (name: string, ordinal: string) => String(read.form.values[`${name}-${ordinal}`] ?? "").trim()
  const items = item.map(ordinal => ({
    itemOrdinal: Number(ordinal),
    handler: typed("handler", ordinal).slice(0, 60),
    handlerPersonId: typed("handlerPersonId", ordinal) || null,
    dueOn: typed("dueOn", ordinal),
    quantity: typed("quantity", ordinal).slice(0, 20),
  }))
  const result = await assignTasks(ctx, { resolutionId: resolution, items })
  return reply(context, result, href("/c/:community/tasks", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `交办 - ${loaderData?.community ?? ""}议事驿站` }]

export default function TaskNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const { resolution, issue } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="交办"
      lead={resolution ? `${resolution.title}（${resolution.number}）` : `${issue?.title}（${issue?.number}）`}
      crumbs={[{ label: "办理", to: href("/c/:community/tasks", params) }, { label: "交办" }]}
      summary={<ErrorSummary form={form} />}
    >
      {resolution ? <ItemAssignForm resolution={resolution} form={form} community={params.community} /> : null}
      {issue ? (
        <FormColumn>
          <IssueAssignForm issue={issue} form={form} community={params.community} />
        </FormColumn>
      ) : null}
    </Page>
  )
}

import { data, Form, href } from "react-router"
import { z } from "zod"
import { issueFieldOrder } from "~/intake/issue-fields"
import { IssueForm } from "~/intake/issue-form"
import { listGridChoices } from "~/intake/issue-views"
import { reportIssue, supportIssue } from "~/intake/issues"
import type { LikeIssue } from "~/intake/like-issues"
import { IssueFields } from "~/intake/parts/IssueFields"
import { enterAnyway, LikeIssues } from "~/intake/parts/LikeIssues"
import { PasteForm } from "~/intake/parts/PasteForm"
import { readPastedText } from "~/intake/pasted-text"
import { civilDateOf } from "~/law/civil-date"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { type FormView, field } from "~/ui/form-view"
import { Columns, FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/issue-new"

const PasteText = z.object({
  intent: z.literal("paste"),
  pasted: z.string().trim().min(1, "请先粘贴群消息").max(20_000, "太长了，请分几次粘贴"),
})
const ReportForm = IssueForm.extend({
  intent: z.literal("report"),
  /** Once something like it was found: join that one, or enter this one anyway. */
  decision: z.string().max(64).optional(),
})
const NewForm = z.discriminatedUnion("intent", [PasteText, ReportForm])

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const grids = orThrow(context, await listGridChoices(ctx))
  const isGridWorker = ctx.actor.roles.includes("gridWorker") && !ctx.actor.roles.includes("secretary")
  return {
    grids,
    today: civilDateOf(ctx.now()),
    channel: isGridWorker ? "gridWorker" : "station",
    collectorName: isGridWorker ? ctx.actor.name : "",
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  orThrow(context, await listGridChoices(ctx))
  const read = await readForm(request, NewForm)
  if (!read.ok) return invalid(context, read)
  if (read.value.intent === "paste") return { form: fillFrom(read.value.pasted, civilDateOf(ctx.now())), likes: [] }
  const { intent: _, decision, ...entry } = read.value
  const to = (value: { issueId: string }) =>
    href("/c/:community/issues/:issueId", { ...params, issueId: value.issueId })
  if (decision && decision !== enterAnyway) {
    const { reporterName: name, reporterPhone: phone, content, reportedOn } = entry
    const support = { name, phone, content, reportedOn }
    return reply(context, await supportIssue(ctx, { issueId: decision, support }), to, read.form)
  }
  const result = await reportIssue(ctx, entry, decision === enterAnyway)
  if (result.ok || result.code !== "issue_like_existing") return reply(context, result, to, read.form)
  const form = { ...read.form, errors: { decision: speak(context.get(serverContext).sentences, result) } }
  return data({ form, likes: result.detail.likes as LikeIssue[] }, { status: 409 })
}

/** What was found in the pasted words stands in the form; nothing is saved yet. */
function fillFrom(pasted: string, today: string): FormView {
  const found = readPastedText(pasted, today)
  return {
    errors: {},
    values: {
      pasted,
      content: found.content,
      reporterName: found.reporterName,
      reporterPhone: found.phone,
      reportedOn: found.reportedOn ?? today,
      place: found.place,
      channel: "chatGroup",
    },
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记问题 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function IssueNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const { grids, today, channel, collectorName } = loaderData
  const form = actionData?.form
  const likes = actionData && "likes" in actionData ? actionData.likes : []
  const ledger = href("/c/:community/issues", params)
  const pasted = typeof form?.values.pasted === "string" ? form.values.pasted : ""
  return (
    <Page
      title="登记问题"
      crumbs={[{ label: "问题台账", to: ledger }, { label: "登记问题" }]}
      summary={<ErrorSummary form={form} order={["pasted", ...issueFieldOrder, "decision"]} />}
    >
      <Columns aside={<PasteForm form={form} />}>
        <Sheet title="问题" titleHidden>
          {/* A new key after pasting: the fields take what was found. */}
          <Form method="post" key={pasted}>
            <FormColumn>
              <IssueFields
                form={form}
                grids={grids}
                today={today}
                values={{ reportedOn: today, channel, collectorName }}
              />
              {likes.length > 0 ? <LikeIssues likes={likes} ledger={ledger} field={field(form, "decision")} /> : null}
              <Button kind="main" name="intent" value="report">
                登记
              </Button>
            </FormColumn>
          </Form>
        </Sheet>
      </Columns>
    </Page>
  )
}

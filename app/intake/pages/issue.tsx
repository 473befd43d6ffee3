import { Form, href } from "react-router"
import { z } from "zod"
import { answerField, dateField, meansField, phoneField } from "~/intake/issue-form"
import { readIssue } from "~/intake/issue-views"
import { supportIssue } from "~/intake/issues"
import { AnswerForm } from "~/intake/parts/AnswerForm"
import { IssueAside } from "~/intake/parts/IssueAside"
import { IssueNextStep } from "~/intake/parts/IssueNextStep"
import { StateBadge } from "~/intake/parts/LedgerTable"
import { triageNames } from "~/intake/rules"
import { acceptIssue, answerIssue } from "~/intake/sorting"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { may } from "~/people/permissions"
import { Log } from "~/registry/parts/Log"
import { readTimeline } from "~/registry/timeline"
import { Button, ButtonLink } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { type FormView, field } from "~/ui/form-view"
import { Columns, FormColumn, Page, Segments } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/issue"

const MoveForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept") }),
  z.object({
    intent: z.literal("answer"),
    content: answerField,
    means: meansField,
    resolved: z.enum(["yes", "no"], "请选解决了没有"),
  }),
  z.object({
    intent: z.literal("support"),
    name: z.string().trim().min(1, "请填附议人").max(50, "最多50个字"),
    phone: phoneField,
    voice: z.string().trim().max(2000, "最多2000个字"),
    reportedOn: dateField,
  }),
])

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const issue = orThrow(context, await readIssue(ctx, params.issueId))
  const words = context.get(serverContext).auditWords
  return {
    issue,
    timeline: await readTimeline(ctx, words, [{ kind: "issue", ids: [issue.id] }]),
    mayMakeTopic: may(ctx.actor, "topic:edit"),
    today: civilDateOf(ctx.now()),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, MoveForm)
  if (!read.ok) return invalid(context, read)
  const { issueId } = params
  const here = href("/c/:community/issues/:issueId", params)
  const input = read.value
  if (input.intent === "accept") return reply(context, await acceptIssue(ctx, issueId), here, read.form)
  if (input.intent === "answer") {
    const answer = { content: input.content, means: input.means, resolved: input.resolved === "yes" }
    return reply(context, await answerIssue(ctx, { issueId, answer }), here, read.form)
  }
  const { name, phone, voice: content, reportedOn } = input
  const support = { name, phone, content, reportedOn }
  return reply(context, await supportIssue(ctx, { issueId, support }), here, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.issue.title ?? "问题"} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function IssuePage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { issue, timeline, mayMakeTopic, today } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={issue.title}
      crumbs={[{ label: "问题台账", to: href("/c/:community/issues", params) }, { label: issue.number }]}
      lead={
        <>
          <StateBadge state={issue.state} />{" "}
          <Segments
            items={[
              issue.triage ? triageNames[issue.triage] : null,
              `${issue.reporterName || "居民"}${formatDate(issue.reportedOn)}提出`,
              `${issue.supporterCount}人反映`,
            ]}
          />
        </>
      }
      actions={
        issue.canEdit ? (
          <ButtonLink to={href("/c/:community/issues/:issueId/edit", params)}>修改</ButtonLink>
        ) : undefined
      }
      summary={<ErrorSummary form={form} />}
    >
      <Columns aside={<IssueAside issue={issue} />}>
        <IssueNextStep issue={issue} params={params} mayMakeTopic={mayMakeTopic} />
        <Sheet title="居民怎么说">
          <p className="quote">{issue.content}</p>
        </Sheet>
        <Log title="来龙去脉" entries={timeline} />
        {issue.canAnswer ? <AnswerForm form={form} /> : null}
        {issue.canSupport ? <SupportForm form={form} today={today} /> : null}
      </Columns>
    </Page>
  )
}

function SupportForm({ form, today }: { form: FormView | undefined; today: string }) {
  const own = form?.values.intent === "support" ? form : undefined
  return (
    <Sheet title="记一位附议的居民">
      <Form method="post">
        <FormColumn>
          <TextField label="附议人" short autoComplete="off" maxLength={50} {...field(own, "name")} />
          <TextField label="联系电话（选填）" type="tel" short autoComplete="off" {...field(own, "phone")} />
          <TextArea label="他怎么说（选填）" rows={2} maxLength={2000} {...field(own, "voice")} />
          <DateField label="附议时间" max={today} {...field(own, "reportedOn", today)} />
          <Button name="intent" value="support">
            记下附议
          </Button>
        </FormColumn>
      </Form>
    </Sheet>
  )
}

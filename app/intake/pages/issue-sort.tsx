import { Form, href } from "react-router"
import { z } from "zod"
import { answerField, meansField } from "~/intake/issue-form"
import { readIssue } from "~/intake/issue-views"
import { type Sorting, sortIssue } from "~/intake/sorting"
import { refuse } from "~/law/result"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { type FormView, field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/issue-sort"

/** 转办, 微心愿 and 不予受理 have their own procedures, which are not offered here yet. */
const SortForm = z
  .object({
    triage: z.enum(["quick", "deliberate"], "请选即办或协商"),
    reason: z.string().trim().max(500, "最多500个字"),
    firstAnswer: answerField,
    firstMeans: meansField,
    finalAnswer: z.string().trim().max(2000, "最多2000个字"),
    finalMeans: z.string().trim().max(50, "最多50个字"),
    resolved: z.enum(["yes", "no"]).optional(),
  })
  .superRefine((form, context) => {
    if (form.triage !== "quick") return
    const need = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message })
    if (!form.resolved) need("resolved", "请选解决了没有")
    if (!form.finalAnswer) need("finalAnswer", "即办要写办结答复；还没有办完的，请先选协商或以后再处置")
    if (!form.finalMeans) need("finalMeans", "请填怎样告诉的，如电话、当面")
  })

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const issue = orThrow(context, await readIssue(ctx, params.issueId))
  if (!issue.canSort)
    orThrow(
      context,
      refuse(issue.state === "sorted" || issue.state === "closed" ? "issue_moved_on" : "forbidden", {
        state: issue.state,
        status: 403,
      }),
    )
  const { number, title, content, reporterName } = issue
  return { number, title, content, reporterName, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, SortForm)
  if (!read.ok) return invalid(context, read)
  const { triage, reason, firstAnswer, firstMeans, finalAnswer, finalMeans, resolved } = read.value
  const first = { content: firstAnswer, means: firstMeans }
  const final = { content: finalAnswer, means: finalMeans, resolved: resolved === "yes" }
  const sorting: Sorting =
    triage === "quick"
      ? { triage, reason, firstAnswer: first, finalAnswer: final }
      : { triage, reason, firstAnswer: first }
  const result = await sortIssue(context.get(appContext), { issueId: params.issueId, sorting })
  return reply(context, result, href("/c/:community/issues/:issueId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `分类处置 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function IssueSort({ loaderData, actionData, params }: Route.ComponentProps) {
  const { number, title, content, reporterName } = loaderData
  const form = actionData?.form
  const back = href("/c/:community/issues/:issueId", params)
  return (
    <Page
      title="分类处置"
      lead={title}
      crumbs={[
        { label: "问题台账", to: href("/c/:community/issues", params) },
        { label: number, to: back },
        { label: "分类处置" },
      ]}
      summary={<ErrorSummary form={form} order={sortFields} />}
    >
      <Sheet title="处置" titleHidden>
        <p className="quote">{content}</p>
        <Form method="post">
          <FormColumn>
            <SortFields form={form} reporter={reporterName || "提出人"} />
            <div className="row">
              <Button kind="main">保存处置</Button>
              <ButtonLink to={back}>先不处置</ButtonLink>
            </div>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

const sortFields = ["triage", "reason", "firstAnswer", "firstMeans", "resolved", "finalAnswer", "finalMeans"]

function SortFields({ form, reporter }: { form: FormView | undefined; reporter: string }) {
  return (
    <>
      <RadioGroup
        label="怎么办"
        stacked
        options={[
          { value: "quick", label: "即办", hint: "已经办好，或者当场能答复清楚，不用开会" },
          { value: "deliberate", label: "协商", hint: "要大家商量，提为议题，排进会议" },
        ]}
        {...field(form, "triage")}
      />
      <TextField label="理由（选填）" maxLength={500} {...field(form, "reason")} />
      <TextArea
        label="受理答复"
        hint={`告诉${reporter}：收到了，打算怎么办`}
        rows={2}
        maxLength={2000}
        {...field(form, "firstAnswer")}
      />
      <TextField label="怎样告诉的" hint="如电话、当面、微信群" short maxLength={50} {...field(form, "firstMeans")} />
      <fieldset className="stack">
        <legend className="label">选了即办，再填办结答复</legend>
        <RadioGroup
          label="问题解决了吗"
          options={[
            { value: "yes", label: "解决了" },
            { value: "no", label: "没能解决，已说明原因" },
          ]}
          {...field(form, "resolved")}
        />
        <TextArea
          label="办结答复"
          hint={`告诉${reporter}办得怎样`}
          rows={2}
          maxLength={2000}
          {...field(form, "finalAnswer")}
        />
        <TextField label="办结答复怎样告诉的" short maxLength={50} {...field(form, "finalMeans")} />
      </fieldset>
    </>
  )
}

import { Form, href } from "react-router"
import { z } from "zod"
import { ProposalFields } from "~/agenda/parts/ProposalFields"
import { proposalFieldNames, proposalFields, wordingOf } from "~/agenda/proposal-form"
import { listIssuesToTakeUp } from "~/agenda/topic-reading"
import { createTopic } from "~/agenda/topics"
import { Button, ButtonLink } from "~/ui/Button"
import { CheckGroup } from "~/ui/CheckField"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field, fieldValues } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { severalTexts } from "~/web/form-values"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/topic-new"

const TopicForm = z
  .object({
    issue: severalTexts.pipe(z.array(z.string()).min(1, "请至少选一个问题，议题从问题来")),
    title: z.string().trim().min(1, "请写议题的名称").max(100, "最多100个字"),
    background: z.string().trim().max(3000, "最多3000个字"),
    ...proposalFields,
  })
  // A budget or a handler without a plan is a plan half written: nothing of it may be lost unseen.
  .refine(v => v.content !== "" || (v.budget === null && !v.funding && !v.handler && !v.dueOn), {
    path: ["content"],
    message: "方案填了一部分，还要写做什么；以后再写的话，请把方案各栏都清空",
  })

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const issues = orThrow(context, await listIssuesToTakeUp(ctx))
  const chosen = url.searchParams.getAll("issue")
  const first = issues.find(issue => chosen.includes(issue.id))
  return { issues, chosen, title: first?.title ?? "", community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, TopicForm)
  if (!read.ok) return invalid(context, read)
  const { issue: issueIds, title, background, ...wording } = read.value
  const proposal = wording.content ? wordingOf(wording) : null
  const result = await createTopic(context.get(appContext), { title, background, issueIds, proposal })
  return reply(
    context,
    result,
    ({ topicId }) => href("/c/:community/topics/:topicId", { ...params, topicId }),
    read.form,
  )
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `提出议题 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function TopicNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { issues, chosen, title } = loaderData
  return (
    <Page
      title="提出议题"
      crumbs={[{ label: "议题", to: href("/c/:community/topics", params) }, { label: "提出议题" }]}
      summary={<ErrorSummary form={form} order={["issue", "title", "background", ...proposalFieldNames]} />}
    >
      {issues.length === 0 ? (
        <Empty title="没有可以做成议题的问题">
          <p>先在问题页受理，再分到“协商”。</p>
          <ButtonLink to={`/c/${params.community}/issues`}>去看问题</ButtonLink>
        </Empty>
      ) : (
        <Form method="post" className="stack-l">
          <Sheet title="从哪些问题来">
            <CheckGroup
              label="问题"
              hint="说的是一件事的，可以一起选。"
              name="issue"
              stacked
              error={form?.errors.issue}
              defaultValues={fieldValues(form, "issue", chosen)}
              options={issues.map(issue => ({
                value: issue.id,
                label: `${issue.title}（${issue.number}）`,
                hint: [issue.place, issue.supporterCount > 1 ? `${issue.supporterCount}人反映` : ""]
                  .filter(Boolean)
                  .join("，"),
              }))}
            />
          </Sheet>
          <Sheet title="议什么">
            <FormColumn>
              <TextField label="议题" hint="一句话，代表一看就懂。" {...field(form, "title", title)} />
              <TextArea label="为什么要议（选填）" {...field(form, "background")} />
            </FormColumn>
          </Sheet>
          <Sheet title="第一稿方案（可以以后再写）">
            <FormColumn>
              <ProposalFields form={form} />
            </FormColumn>
          </Sheet>
          <p>
            <Button kind="main">提出议题</Button>
          </p>
        </Form>
      )}
    </Page>
  )
}

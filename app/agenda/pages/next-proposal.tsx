import { Form, href } from "react-router"
import { z } from "zod"
import { openNextProposal } from "~/agenda/proposals"
import { proposalName } from "~/agenda/rules"
import { readTopic } from "~/agenda/topic-reading"
import { refuse } from "~/law/result"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/next-proposal"

const NextProposalForm = z.object({ reason: z.string().trim().max(1000, "最多1000个字") })

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const topic = orThrow(context, await readTopic(ctx, params.topicId))
  if (!topic.mayEdit) throw orThrow(context, refuse("forbidden"))
  if (!topic.mayOpenNext) throw orThrow(context, refuse("topic_not_agreed", { status: 409 }))
  const { title, proposalOrdinal: ordinal } = topic
  return { title, ordinal, isRefused: topic.outcome === "notAgreed", community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, NextProposalForm)
  if (!read.ok) return invalid(context, read)
  const input = { topicId: params.topicId, reason: read.value.reason }
  const result = await openNextProposal(context.get(appContext), input)
  return reply(context, result, href("/c/:community/topics/:topicId/proposal", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `准备下一个方案 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function NextProposal({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { title, ordinal, isRefused } = loaderData
  const back = href("/c/:community/topics/:topicId", params)
  return (
    <Page
      title={`${proposalName(ordinal)}${isRefused ? "没有同意" : "办不成"}，准备下一个方案`}
      lead={title}
      crumbs={[
        { label: "议题", to: href("/c/:community/topics", params) },
        { label: title, to: back },
        { label: "准备下一个方案" },
      ]}
      summary={<ErrorSummary form={form} order={["reason"]} />}
    >
      <Sheet title="下一个方案" titleHidden>
        <Form method="post">
          <FormColumn>
            <p>
              {proposalName(ordinal)}和它的结果都留着。议题回到“待写方案”，写好{proposalName(ordinal + 1)}
              ，重新判断程序，再排进会议或者书面表决。
            </p>
            <TextArea
              label={isRefused ? "为什么没有同意" : "为什么办不成"}
              hint="写事实：卡在哪里，谁不同意，试过什么。如“车库业主不同意从门前开挖，两次上门没有谈成”。"
              rows={5}
              {...field(form, "reason")}
            />
            <p className="row">
              <Button kind="main">准备{proposalName(ordinal + 1)}</Button>
              <ButtonLink to={back}>先不准备</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

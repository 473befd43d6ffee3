import { Form, href } from "react-router"
import { z } from "zod"
import { ProposalFields } from "~/agenda/parts/ProposalFields"
import { proposalFieldNames, proposalFields, wordingOf } from "~/agenda/proposal-form"
import { saveProposal } from "~/agenda/proposals"
import { proposalName } from "~/agenda/rules"
import { readTopic } from "~/agenda/topic-reading"
import { refuse } from "~/law/result"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/proposal"

const ProposalForm = z.object({
  version: z.coerce.number().int().min(0),
  ordinal: z.coerce.number().int().min(1).optional(),
  ...proposalFields,
  content: proposalFields.content.min(1, "请写做什么"),
})

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const topic = orThrow(context, await readTopic(ctx, params.topicId))
  if (!topic.mayEdit) throw orThrow(context, refuse("forbidden"))
  if (!topic.mayReword) throw orThrow(context, refuse("topic_fixed", { status: 409 }))
  const { title, proposal, proposalOrdinal: ordinal, blocked } = topic
  return { title, proposal, ordinal, blocked: blocked[0] ?? null, community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, ProposalForm)
  if (!read.ok) return invalid(context, read)
  const { version, ordinal, ...wording } = read.value
  const result = await saveProposal(context.get(appContext), {
    topicId: params.topicId,
    version,
    ordinal,
    ...wordingOf(wording),
  })
  // With the version in force, a second press saves over what was just read.
  if (!result.ok && result.code === "changed_meanwhile")
    for (const name of ["version", "ordinal"]) read.form.values[name] = String(result.detail[name])
  return reply(context, result, href("/c/:community/topics/:topicId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `写方案 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Proposal({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { title, proposal, ordinal, blocked } = loaderData
  const name = ordinal > 1 ? proposalName(ordinal) : "方案"
  const back = href("/c/:community/topics/:topicId", params)
  return (
    <Page
      title={`${proposal ? "改" : "写"}${name}`}
      lead={
        proposal
          ? `现在是第${proposal.version}稿，保存后是第${proposal.version + 1}稿，旧稿都留着。`
          : blocked
            ? `${blocked.name}受阻：${blocked.reason}`
            : title
      }
      crumbs={[
        { label: "议题", to: href("/c/:community/topics", params) },
        { label: title, to: back },
        { label: `${proposal ? "改" : "写"}${name}` },
      ]}
      summary={<ErrorSummary form={form} order={proposalFieldNames} />}
    >
      <Sheet title="方案" titleHidden>
        <Form method="post">
          <input
            type="hidden"
            name="version"
            value={field(form, "version", String(proposal?.version ?? 0)).defaultValue}
          />
          <input type="hidden" name="ordinal" value={field(form, "ordinal", String(ordinal)).defaultValue} />
          <FormColumn>
            <ProposalFields form={form} known={proposal} />
            <p className="row">
              <Button kind="main">保存方案</Button>
              <ButtonLink to={back}>不改了</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

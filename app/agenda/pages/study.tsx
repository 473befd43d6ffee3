import { Form, href } from "react-router"
import { z } from "zod"
import { type PartyOpinion, partyOpinions } from "#db/schema/agenda"
import { partyOpinionNames, partyReviewFieldNames } from "~/agenda/party-review-rules"
import { recordPartyReview } from "~/agenda/party-reviews"
import { readTopic } from "~/agenda/topic-reading"
import { civilDateOf } from "~/law/civil-date"
import { refuse } from "~/law/result"
import { Button, ButtonLink } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/study"

const heads = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,3}$/, "请填人数，如 7")
  .transform(Number)

const StudyForm = z.object({
  heldOn: z.string().trim(),
  organization: z.string().trim().max(60, "最多60个字"),
  entitled: heads,
  present: heads,
  opinion: z.enum(partyOpinions, { error: "请选一项" }),
  summary: z.string().trim().max(3000, "最多3000个字"),
})

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const topic = orThrow(context, await readTopic(ctx, params.topicId))
  if (!topic.mayEdit) throw orThrow(context, refuse("forbidden"))
  if (!topic.procedure.mayRoute) throw orThrow(context, refuse("topic_fixed", { status: 409 }))
  return { title: topic.title, today: civilDateOf(ctx.now()), community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, StudyForm)
  if (!read.ok) return invalid(context, read)
  const result = await recordPartyReview(context.get(appContext), { topicId: params.topicId, ...read.value })
  return reply(context, result, `${href("/c/:community/topics/:topicId", params)}#study`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `记党组织研究 - ${loaderData?.community ?? ""}议事驿站` },
]

// The names stand in the order of the form.
const opinions = (Object.keys(partyOpinionNames) as PartyOpinion[]).map(value => ({
  value,
  label: partyOpinionNames[value],
}))

export default function Study({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { title, today } = loaderData
  const back = href("/c/:community/topics/:topicId", params)
  return (
    <Page
      title="记党组织研究"
      lead={title}
      crumbs={[
        { label: "议题", to: href("/c/:community/topics", params) },
        { label: title, to: back },
        { label: "记党组织研究" },
      ]}
      summary={<ErrorSummary form={form} order={partyReviewFieldNames} />}
    >
      <Sheet title="党组织研究" titleHidden>
        <Form method="post">
          <FormColumn>
            <DateField label="哪一天研究的" max={today} {...field(form, "heldOn", today)} />
            <TextField label="哪个党组织" hint="如“振兴社区党委”。" {...field(form, "organization")} />
            <TextField label="应到几人" inputMode="numeric" short {...field(form, "entitled")} />
            <TextField label="实到几人" inputMode="numeric" short {...field(form, "present")} />
            <RadioGroup label="意见" stacked options={opinions} {...field(form, "opinion")} />
            <TextArea
              label="研究情况"
              hint="讨论了什么，为什么同意或者不同意，要改哪里。"
              rows={5}
              {...field(form, "summary")}
            />
            <p className="row">
              <Button kind="main">记下来</Button>
              <ButtonLink to={back}>先不记</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

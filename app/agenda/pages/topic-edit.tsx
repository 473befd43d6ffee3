import { Form, href } from "react-router"
import { z } from "zod"
import { readTopic } from "~/agenda/topic-reading"
import { editTopic } from "~/agenda/topics"
import { refuse } from "~/law/result"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/topic-edit"

const EditForm = z.object({
  version: z.coerce.number().int().min(1),
  title: z.string().trim().min(1, "请写议题的名称").max(100, "最多100个字"),
  background: z.string().trim().max(3000, "最多3000个字"),
})

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const topic = orThrow(context, await readTopic(ctx, params.topicId))
  if (!topic.mayEdit) throw orThrow(context, refuse("forbidden"))
  if (!topic.mayReword) throw orThrow(context, refuse("topic_fixed", { status: 409 }))
  return { title: topic.title, background: topic.background, version: topic.version, community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, EditForm)
  if (!read.ok) return invalid(context, read)
  const result = await editTopic(context.get(appContext), { topicId: params.topicId, ...read.value })
  if (!result.ok && result.code === "changed_meanwhile") read.form.values.version = String(result.detail.version)
  return reply(context, result, href("/c/:community/topics/:topicId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `改议题 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function TopicEdit({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { title, background, version } = loaderData
  const back = href("/c/:community/topics/:topicId", params)
  return (
    <Page
      title="改议题的名称和说明"
      crumbs={[
        { label: "议题", to: href("/c/:community/topics", params) },
        { label: title, to: back },
        { label: "改名称和说明" },
      ]}
      summary={<ErrorSummary form={form} order={["title", "background"]} />}
    >
      <Sheet title="议题" titleHidden>
        <Form method="post">
          <input type="hidden" name="version" value={field(form, "version", String(version)).defaultValue} />
          <FormColumn>
            <TextField label="议题" {...field(form, "title", title)} />
            <TextArea label="为什么要议（选填）" {...field(form, "background", background)} />
            <p className="row">
              <Button kind="main">保存</Button>
              <ButtonLink to={back}>不改了</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

import { Form, href } from "react-router"
import { z } from "zod"
import { readMatter, readMatters } from "~/polling/draft-views"
import { createPoll } from "~/polling/polls"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-new"

const NewForm = z.object({
  matter: z.string().default(""),
  estateId: z.string().default(""),
  title: z.string().trim().min(1, "请写标题").max(100, "最多100个字"),
})

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const topic = url.searchParams.get("topic")
  return {
    ...orThrow(context, await readMatters(ctx)),
    asked: topic ? `topic:${topic}` : "",
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, NewForm)
  if (!read.ok) return invalid(context, read)
  orThrow(context, await readMatters(ctx))
  const matter = await readMatter(ctx, read.value.matter)
  if (!matter.ok) return reply(context, matter, "", read.form)
  const { title, estateId } = read.value
  const result = await createPoll(ctx, { ...matter.value, title, estateId: estateId || null })
  return reply(
    context,
    result,
    made => href("/c/:community/polls/:pollId/edit", { ...params, pollId: made.pollId }),
    read.form,
  )
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `办书面表决 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const { matters, estates, hasTopics, asked } = loaderData
  const form = actionData?.form
  const back = href("/c/:community/polls", params)
  return (
    <Page
      title="办书面表决"
      crumbs={[{ label: "书面表决", to: back }, { label: "办书面表决" }]}
      summary={<ErrorSummary form={form} order={["matter", "estateId", "title"]} />}
    >
      <Sheet title="办哪一件" titleHidden>
        <Form method="post">
          <FormColumn>
            {hasTopics ? null : (
              <Note title="现在没有要书面表决的议题">
                <p>议题写好方案、判断程序以后，要走业主共同决定或者征求同意的，会列在这里。</p>
              </Note>
            )}
            <RadioGroup label="办哪一件" {...field(form, "matter", asked)} options={matters} stacked />
            <SelectField
              label="哪个小区（居委会选举可以不选）"
              {...field(form, "estateId", estates.length === 1 ? estates[0]?.value : "")}
              empty="请选择"
              options={estates}
            />
            <TextField
              label="标题"
              hint="印在票上和公告上，如：康乐里321栋等三栋楼更换排水管"
              maxLength={100}
              {...field(form, "title")}
            />
            <p className="row">
              <Button kind="main">接着写内容</Button>
              <ButtonLink to={back}>不办了</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

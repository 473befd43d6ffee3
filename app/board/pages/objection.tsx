import { Form, href } from "react-router"
import { z } from "zod"
import { Honeypot } from "~/board/parts/Honeypot"
import { Privacy } from "~/board/parts/Privacy"
import { sendObjection } from "~/board/sending"
import { phoneField } from "~/intake/issue-form"
import { formatDate } from "~/law/civil-date"
import { refuse } from "~/law/result"
import { objectionDays } from "~/records/notice-rules"
import { readPostedNotice } from "~/records/public-board"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { appContext, requestContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/objection"

const ObjectionForm = z.object({
  content: z.string().trim().min(1, "请写下您不同意什么、为什么").max(2000, "最多2000个字"),
  name: z.string().trim().max(30, "最多30个字").default(""),
  phone: phoneField.default(""),
  website: z.string().default(""),
})

export const headers: Route.HeadersFunction = () => ({ "X-Robots-Tag": "noindex" })

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const notice = orThrow(context, await readPostedNotice(ctx, params.noticeId))
  if (!notice.mayObject) orThrow(context, refuse("objection_too_late", { status: 409 }))
  const { title, until } = notice
  return { title, until: formatDate(until), answerDays: objectionDays, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, ObjectionForm)
  if (!read.ok) return invalid(context, read)
  const { website, ...entry } = read.value
  const sender = { address: context.get(requestContext).address, website }
  const sent = await sendObjection(context.get(appContext), sender, { ...entry, noticeId: params.noticeId })
  const { community } = params
  const to = (code: string) => `${href("/c/:community/board/follow/:code", { community, code })}?sent`
  return reply(context, sent, receipt => to(receipt.followCode), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `提出异议 - ${loaderData?.community ?? ""}公示栏` },
  { name: "robots", content: "noindex" },
]

export default function Objection({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { title, until, answerDays, community } = loaderData
  const back = `/c/${params.community}/board/notices/${params.noticeId}`
  return (
    <Page
      title="提出异议"
      lead={title}
      crumbs={[
        { label: "公示栏", to: href("/c/:community/board", params) },
        { label: "公示", to: back },
        { label: "提出异议" },
      ]}
      summary={<ErrorSummary form={form} order={["content", "name", "phone"]} />}
    >
      <Form method="post">
        <FormColumn>
          <p>
            {until}以前都可以提。社区收到后{answerDays}日内答复，答复凭查询码查看。
          </p>
          <TextArea label="您不同意什么，为什么" rows={5} maxLength={2000} {...field(form, "content")} />
          <TextField label="怎么称呼您（选填）" short maxLength={30} autoComplete="off" {...field(form, "name")} />
          <TextField label="联系电话（选填）" type="tel" short autoComplete="off" {...field(form, "phone")} />
          <Honeypot />
          <Privacy community={community} purpose="核实和答复这条异议" />
          <div className="row">
            <Button kind="main">提出异议</Button>
            <ButtonLink to={back}>先不提</ButtonLink>
          </div>
        </FormColumn>
      </Form>
    </Page>
  )
}

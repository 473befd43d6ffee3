import { Form, href } from "react-router"
import { z } from "zod"
import { Honeypot } from "~/board/parts/Honeypot"
import { Privacy } from "~/board/parts/Privacy"
import { sendReport } from "~/board/sending"
import { phoneField } from "~/intake/issue-form"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { appContext, requestContext } from "~/web/context"
import { invalid, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/report"

const ReportForm = z.object({
  content: z.string().trim().min(1, "请写下是什么事").max(2000, "最多2000个字"),
  place: z.string().trim().min(1, "请写在哪里，好去现场看").max(100, "最多100个字"),
  name: z.string().trim().max(30, "最多30个字").default(""),
  phone: phoneField.default(""),
  website: z.string().default(""),
})

export const headers: Route.HeadersFunction = () => ({ "X-Robots-Tag": "noindex" })

export function loader({ context }: Route.LoaderArgs) {
  const { name, contactPhone } = context.get(appContext).community
  return { community: name, contactPhone }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, ReportForm)
  if (!read.ok) return invalid(context, read)
  const { content, place, name: reporterName, phone: reporterPhone, website } = read.value
  const sender = { address: context.get(requestContext).address, website }
  const entry = { content, place, reporterName, reporterPhone }
  const sent = await sendReport(context.get(appContext), sender, entry)
  const to = (code: string) => `${href("/c/:community/board/follow/:code", { ...params, code })}?sent`
  return reply(context, sent, receipt => to(receipt.followCode), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `反映问题 - ${loaderData?.community ?? ""}公示栏` },
  { name: "robots", content: "noindex" },
]

/** For residents without an account; what is sent in comes to the secretary's desk as an issue. */
export default function Report({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { community, contactPhone } = loaderData
  return (
    <Page
      title="反映问题"
      lead="社区收到后先答复打算怎么办，办好了再答复办得怎样。"
      crumbs={[{ label: "公示栏", to: href("/c/:community/board", params) }, { label: "反映问题" }]}
      summary={<ErrorSummary form={form} order={["content", "place", "name", "phone"]} />}
    >
      <Form method="post">
        <FormColumn>
          <TextArea label="什么事" rows={5} maxLength={2000} {...field(form, "content")} />
          <TextField
            label="在哪里"
            hint="如银杏家园5栋门口"
            maxLength={100}
            autoComplete="off"
            {...field(form, "place")}
          />
          <TextField
            label="怎么称呼您（选填）"
            hint="如王女士；写了，答复时好称呼"
            short
            maxLength={30}
            autoComplete="off"
            {...field(form, "name")}
          />
          <TextField
            label="联系电话（选填）"
            hint="写了，社区可以打电话问清楚、告诉您结果"
            type="tel"
            short
            autoComplete="off"
            {...field(form, "phone")}
          />
          <Honeypot />
          <Privacy community={community} purpose="办这件事、答复您" />
          <Button kind="main">报上去</Button>
          <p className="small soft">有人受伤、着火、漏气等急事，请直接拨打急救、火警、报警电话。</p>
          {contactPhone ? <p className="small soft">也可以打电话给社区：{contactPhone}</p> : null}
        </FormColumn>
      </Form>
    </Page>
  )
}

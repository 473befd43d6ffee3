import { Form, href } from "react-router"
import { z } from "zod"
import { findFollowed } from "~/board/following"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { TextField } from "~/ui/TextField"
import { appContext, requestContext } from "~/web/context"
import { invalid, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/follow"

const FollowForm = z.object({ number: z.string().trim().min(1, "请填查询码").max(40, "查询码是10位数字") })

export const headers: Route.HeadersFunction = () => ({ "X-Robots-Tag": "noindex" })

export function loader({ context }: Route.LoaderArgs) {
  const { name, contactPhone } = context.get(appContext).community
  return { community: name, contactPhone }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, FollowForm)
  if (!read.ok) return invalid(context, read)
  const knock = { code: read.value.number, address: context.get(requestContext).address }
  const found = await findFollowed(context.get(appContext), knock)
  return reply(context, found, code => href("/c/:community/board/follow/:code", { ...params, code }), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `查我反映的事 - ${loaderData?.community ?? ""}公示栏` },
  { name: "robots", content: "noindex" },
]

export default function Follow({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { contactPhone } = loaderData
  return (
    <Page
      title="查我反映的事"
      crumbs={[{ label: "公示栏", to: href("/c/:community/board", params) }, { label: "查我反映的事" }]}
      summary={<ErrorSummary form={form} />}
    >
      <Form method="post">
        <FormColumn>
          <TextField
            label="查询码"
            hint="反映问题或者提异议时给您的10位数字，如3841 2956 07"
            short
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            {...field(form, "number")}
          />
          <div className="row">
            <Button kind="main">查看</Button>
            <ButtonLink to={href("/c/:community/board/report", params)}>反映新的问题</ButtonLink>
          </div>
          <p className="small soft">
            查询码找不到了，可以到社区办公室问{contactPhone ? `，或者打电话${contactPhone}` : ""}。
          </p>
        </FormColumn>
      </Form>
    </Page>
  )
}

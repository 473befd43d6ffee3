import { Form, href } from "react-router"
import { registerBody } from "~/people/bodies"
import { BodyForm } from "~/people/body-form"
import { readEstateOptions } from "~/people/body-views"
import { BodyFields, bodyFieldOrder } from "~/people/parts/BodyFields"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/body-new"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { estates: orThrow(context, await readEstateOptions(ctx)), community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, BodyForm)
  if (!read.ok) return invalid(context, read)
  const made = await registerBody(context.get(appContext), read.value)
  const to = (value: { bodyId: string }) =>
    `${href("/c/:community/registers/bodies/:bodyId", { ...params, ...value })}?saved`
  return reply(context, made, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记组织 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function BodyNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  return (
    <Page
      title="登记组织"
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "组织和任期", to: href("/c/:community/registers/bodies", params) },
        { label: "登记组织" },
      ]}
      summary={<ErrorSummary form={form} order={bodyFieldOrder} />}
    >
      <Sheet>
        <Form method="post">
          <FormColumn>
            <BodyFields form={form} estates={loaderData.estates} />
            <Button kind="main">登记</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

import { Form, href } from "react-router"
import { EstateForm } from "~/estates/estate-forms"
import { readEstateOptions } from "~/estates/estate-views"
import { registerEstate } from "~/estates/estates"
import { EstateFields, estateFieldOrder } from "~/estates/parts/EstateFields"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/estate-new"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await readEstateOptions(ctx)), community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, EstateForm)
  if (!read.ok) return invalid(context, read)
  const made = await registerEstate(context.get(appContext), read.value)
  const to = (value: { estateId: string }) =>
    `${href("/c/:community/registers/estates/:estateId", { ...params, ...value })}?saved`
  return reply(context, made, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记小区 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function EstateNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  return (
    <Page
      title="登记小区"
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "小区和房屋", to: href("/c/:community/registers/estates", params) },
        { label: "登记小区" },
      ]}
      summary={<ErrorSummary form={form} order={estateFieldOrder} />}
    >
      <Sheet>
        <Form method="post">
          <FormColumn>
            <EstateFields
              form={form}
              developers={loaderData.developers}
              propertyCompanies={loaderData.propertyCompanies}
            />
            <Button kind="main">登记</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

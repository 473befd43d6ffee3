import { Form, href } from "react-router"
import { EstateChangeForm } from "~/estates/estate-forms"
import { readEstateFacts, readEstateOptions } from "~/estates/estate-views"
import { editEstate } from "~/estates/estates"
import { EstateFields, estateFieldOrder } from "~/estates/parts/EstateFields"
import { VersionField } from "~/people/parts/VersionField"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/estate-edit"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const options = orThrow(context, await readEstateOptions(ctx))
  const { estate } = orThrow(context, await readEstateFacts(ctx, params.estateId))
  const { name, address, developerId, propertyCompanyId, note, version } = estate
  const known = { name, address, developerId, propertyCompanyId, note }
  return { ...options, known, version, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, EstateChangeForm)
  if (!read.ok) return invalid(context, read)
  const changed = await editEstate(context.get(appContext), { estateId: params.estateId, ...read.value })
  return reply(context, changed, `${href("/c/:community/registers/estates/:estateId", params)}?saved`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `改${loaderData?.known.name ?? ""}的资料 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function EstateEdit({ loaderData, actionData, params }: Route.ComponentProps) {
  const { known, version, developers, propertyCompanies } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={`改${known.name}的资料`}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "小区和房屋", to: href("/c/:community/registers/estates", params) },
        { label: known.name, to: href("/c/:community/registers/estates/:estateId", params) },
        { label: "改资料" },
      ]}
      summary={<ErrorSummary form={form} order={estateFieldOrder} />}
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={version} />
          <FormColumn>
            <EstateFields form={form} known={known} developers={developers} propertyCompanies={propertyCompanies} />
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

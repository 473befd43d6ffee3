import { Form, href } from "react-router"
import { readBuildingFacts } from "~/estates/building-views"
import { readBuildingOptions } from "~/estates/estate-views"
import { UnitFields, unitFieldOrder } from "~/estates/parts/UnitFields"
import { UnitForm, unitFactsOf } from "~/estates/unit-form"
import { registerUnit } from "~/estates/units"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/unit-new"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  orThrow(context, await readBuildingOptions(ctx))
  const { estate, building } = orThrow(context, await readBuildingFacts(ctx, params.estateId, params.buildingId))
  return { estate, building: { name: building.name }, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, UnitForm)
  if (!read.ok) return invalid(context, read)
  const facts = unitFactsOf(read.value)
  const made = await registerUnit(context.get(appContext), { buildingId: params.buildingId, ...facts })
  const to = (value: { unitId: string; estateId: string }) =>
    `${href("/c/:community/registers/estates/:estateId/units/:unitId", { ...params, ...value })}?saved`
  return reply(context, made, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记房屋 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function UnitNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const { estate, building } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={`登记${estate.name}${building.name}的房屋`}
      lead="登记以后再填业主。"
      crumbs={[
        { label: "小区和房屋", to: href("/c/:community/registers/estates", params) },
        { label: estate.name, to: href("/c/:community/registers/estates/:estateId", params) },
        { label: building.name, to: href("/c/:community/registers/estates/:estateId/buildings/:buildingId", params) },
        { label: "登记房屋" },
      ]}
      summary={<ErrorSummary form={form} order={unitFieldOrder} />}
    >
      <Sheet>
        <Form method="post">
          <FormColumn>
            <UnitFields form={form} />
            <Button kind="main">登记</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

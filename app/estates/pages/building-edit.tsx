import { Form, href } from "react-router"
import { readBuildingFacts } from "~/estates/building-views"
import { editBuilding } from "~/estates/buildings"
import { BuildingChangeForm } from "~/estates/estate-forms"
import { readBuildingOptions } from "~/estates/estate-views"
import { BuildingFields, buildingFieldOrder } from "~/estates/parts/BuildingFields"
import { VersionField } from "~/people/parts/VersionField"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/building-edit"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const options = orThrow(context, await readBuildingOptions(ctx))
  const { estate, building } = orThrow(context, await readBuildingFacts(ctx, params.estateId, params.buildingId))
  const { name, gridId, residentGroupId, note, version } = building
  return { ...options, estate, known: { name, gridId, residentGroupId, note }, version, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, BuildingChangeForm)
  if (!read.ok) return invalid(context, read)
  const changed = await editBuilding(context.get(appContext), { buildingId: params.buildingId, ...read.value })
  const to = `${href("/c/:community/registers/estates/:estateId/buildings/:buildingId", params)}?saved`
  return reply(context, changed, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `改${loaderData?.known.name ?? ""}的资料 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function BuildingEdit({ loaderData, actionData, params }: Route.ComponentProps) {
  const { estate, known, version, grids, groups } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={`改${estate.name}${known.name}的资料`}
      crumbs={[
        { label: "小区和房屋", to: href("/c/:community/registers/estates", params) },
        { label: estate.name, to: href("/c/:community/registers/estates/:estateId", params) },
        { label: known.name, to: href("/c/:community/registers/estates/:estateId/buildings/:buildingId", params) },
        { label: "改资料" },
      ]}
      summary={<ErrorSummary form={form} order={buildingFieldOrder} />}
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={version} />
          <FormColumn>
            <BuildingFields form={form} known={known} grids={grids} groups={groups} />
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

import { Form, href } from "react-router"
import { registerBuilding } from "~/estates/buildings"
import { BuildingForm } from "~/estates/estate-forms"
import { readBuildingOptions, readEstate } from "~/estates/estate-views"
import { BuildingFields, buildingFieldOrder } from "~/estates/parts/BuildingFields"
import { BuildingTable } from "~/estates/parts/BuildingTable"
import { FindUnits } from "~/estates/parts/FindUnits"
import { LatestEntries } from "~/estates/parts/LatestEntries"
import { findUnits } from "~/estates/unit-views"
import { areaInWords } from "~/law/areas"
import { SavedNote } from "~/people/parts/RegisterActions"
import { may } from "~/people/permissions"
import { readTimeline } from "~/registry/timeline"
import { Button, ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Facts } from "~/ui/Facts"
import { Columns, FormColumn, Page } from "~/ui/Page"
import { Pager } from "~/ui/Pager"
import { Sheet } from "~/ui/Sheet"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/estate"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const page = Number.parseInt(url.searchParams.get("page") ?? "1", 10) || 1
  const search = (url.searchParams.get("q") ?? "").slice(0, 60)
  const view = orThrow(context, await readEstate(ctx, params.estateId, page))
  const mayEdit = may(ctx.actor, "register:edit")
  const words = context.get(serverContext).auditWords
  return {
    ...view,
    found: orThrow(context, await findUnits(ctx, search, params.estateId)),
    search,
    options: mayEdit ? orThrow(context, await readBuildingOptions(ctx)) : null,
    entries: await readTimeline(ctx, words, [{ kind: "estate", ids: [params.estateId] }], 5),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, BuildingForm)
  if (!read.ok) return invalid(context, read)
  const made = await registerBuilding(context.get(appContext), { estateId: params.estateId, ...read.value })
  return reply(context, made, `${href("/c/:community/registers/estates/:estateId", params)}?saved`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.estate.name ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function EstatePage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { estate, total, heads, buildings, options, from, page, hasNext, found, search, isSaved } = loaderData
  const form = actionData?.form
  const here = href("/c/:community/registers/estates/:estateId", params)
  return (
    <Page
      title={estate.name}
      lead={`${total.buildings}栋，${total.units}套，${areaInWords(total.areaCm2)}${heads === null ? "" : `，业主${heads}人`}`}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "小区和房屋", to: href("/c/:community/registers/estates", params) },
        { label: estate.name },
      ]}
      actions={
        options ? (
          <ButtonLink to={href("/c/:community/registers/estates/:estateId/edit", params)}>改小区资料</ButtonLink>
        ) : null
      }
      summary={
        form ? (
          <ErrorSummary form={form} order={buildingFieldOrder} />
        ) : isSaved ? (
          <SavedNote>已保存。</SavedNote>
        ) : null
      }
    >
      <Columns
        aside={
          <>
            <Sheet title="小区资料">
              <Facts
                items={[
                  { label: "地址", value: estate.address },
                  { label: "建设单位", value: loaderData.developer },
                  { label: "物业公司", value: loaderData.propertyCompany },
                  { label: "备注", value: estate.note },
                ]}
              />
              <p className="soft">
                业主人数按业主表决的口径：一人有几套房只算一人，共有人合算一人，建设单位未售和已售未交付的合算一人。车位算不算，看小区的议事规则，这里算在内。
              </p>
            </Sheet>
            {options ? (
              <Sheet title="登记一栋楼">
                {/* A new key after each one: the next begins empty. */}
                <Form method="post" key={total.buildings}>
                  <FormColumn>
                    <BuildingFields form={form} grids={options.grids} groups={options.groups} />
                    <Button kind="main">登记楼栋</Button>
                  </FormColumn>
                </Form>
              </Sheet>
            ) : null}
            <LatestEntries entries={loaderData.entries} />
          </>
        }
      >
        <FindUnits community={params.community} search={search} found={found} />
        <Sheet title="楼栋" titleHidden={!found} flush>
          {buildings.length === 0 ? (
            <Empty title="还没有楼栋">导入房屋清册会一并登记，也可以逐栋登记。</Empty>
          ) : (
            <BuildingTable place={params} buildings={buildings} />
          )}
          {total.buildings > buildings.length ? (
            <Pager
              from={from + 1}
              to={from + buildings.length}
              total={total.buildings}
              unit="栋"
              previous={page > 1 ? `${here}?page=${page - 1}` : undefined}
              next={hasNext ? `${here}?page=${page + 1}` : undefined}
            />
          ) : null}
        </Sheet>
      </Columns>
    </Page>
  )
}

import { href } from "react-router"
import { readEstates } from "~/estates/estate-views"
import { EstateActions } from "~/estates/parts/EstateActions"
import { FindUnits } from "~/estates/parts/FindUnits"
import { findUnits } from "~/estates/unit-views"
import { areaText } from "~/law/areas"
import { may } from "~/people/permissions"
import { Empty } from "~/ui/Empty"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/estates"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const search = (url.searchParams.get("q") ?? "").slice(0, 60)
  return {
    estates: orThrow(context, await readEstates(ctx)),
    found: orThrow(context, await findUnits(ctx, search)),
    search,
    mayEdit: may(ctx.actor, "register:edit"),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `小区和房屋 - ${loaderData?.community ?? ""}议事驿站` },
]

const columns = [
  { label: "小区" },
  { label: "楼栋", numeric: true },
  { label: "房屋", numeric: true },
  { label: "面积（平方米）", numeric: true },
  { label: "物业公司" },
]

export default function Estates({ loaderData, params }: Route.ComponentProps) {
  const { estates, found, search, mayEdit } = loaderData
  return (
    <Page
      title="小区和房屋"
      lead="业主表决按这里的面积和业主人数来算。"
      crumbs={[{ label: "名册", to: href("/c/:community/registers", params) }, { label: "小区和房屋" }]}
      actions={mayEdit ? <EstateActions community={params.community} /> : null}
    >
      <div className="stack-l">
        <FindUnits community={params.community} search={search} found={found} />
        <Sheet title="小区" titleHidden={!found} flush>
          {estates.length === 0 ? (
            <Empty title="还没有小区">有现成的房屋清册就导入，楼栋和业主会一并登记；也可以逐个登记。</Empty>
          ) : (
            <Table caption="小区" columns={columns} className="table--even">
              {estates.map(estate => (
                <Row key={estate.id}>
                  <RowHead
                    to={href("/c/:community/registers/estates/:estateId", { ...params, estateId: estate.id })}
                    sub={estate.address}
                  >
                    {estate.name}
                  </RowHead>
                  <Cell label="楼栋" numeric>
                    {estate.buildings}栋
                  </Cell>
                  <Cell label="房屋" numeric>
                    {estate.units}套
                  </Cell>
                  <Cell label="面积（平方米）" numeric>
                    {areaText(estate.areaCm2)}
                  </Cell>
                  <Cell label="物业公司">{estate.propertyCompany}</Cell>
                </Row>
              ))}
            </Table>
          )}
        </Sheet>
      </div>
    </Page>
  )
}

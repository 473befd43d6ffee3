import { href } from "react-router"
import { listVenueRows } from "~/convening/venues"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/venues"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await listVenueRows(ctx)), community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `议事点 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Venues({ loaderData, params }: Route.ComponentProps) {
  const { rows, mayEdit } = loaderData
  return (
    <Page
      title="议事点"
      lead="开会的地方。同一时间只能排一场会。"
      crumbs={[{ label: "会议", to: href("/c/:community/meetings", params) }, { label: "议事点" }]}
      actions={
        mayEdit ? (
          <>
            <ButtonLink to={`/c/${params.community}/imports/new?kind=venues`}>从表格导入</ButtonLink>
            <ButtonLink kind="main" to={href("/c/:community/venues/new", params)}>
              加一个议事点
            </ButtonLink>
          </>
        ) : null
      }
    >
      <Sheet title="议事点列表" titleHidden flush>
        {rows.length === 0 ? (
          <Empty title="还没有议事点">
            <p>加好议事点，召集会议时就能选地点。</p>
          </Empty>
        ) : (
          <Table
            caption="议事点，按名称"
            columns={[{ label: "名称" }, { label: "地址" }, { label: "能坐", numeric: true }]}
          >
            {rows.map(venue => (
              <Row key={venue.id}>
                <RowHead
                  to={mayEdit ? href("/c/:community/venues/:venueId", { ...params, venueId: venue.id }) : undefined}
                >
                  {venue.name}
                </RowHead>
                <Cell label="地址">{venue.address}</Cell>
                <Cell label="能坐" numeric>
                  {venue.capacity === null ? "" : `${venue.capacity}人`}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </Sheet>
    </Page>
  )
}

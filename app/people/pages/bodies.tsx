import { href } from "react-router"
import { readBodies } from "~/people/body-views"
import { PrintableNote } from "~/people/parts/PrintableNote"
import { RegisterActions } from "~/people/parts/RegisterActions"
import { may } from "~/people/permissions"
import { Empty } from "~/ui/Empty"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/bodies"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    ...orThrow(context, await readBodies(ctx)),
    mayEdit: may(ctx.actor, "register:edit"),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `组织和任期 - ${loaderData?.community ?? ""}议事驿站` },
]

const columns = [{ label: "名称" }, { label: "现任", numeric: true }, { label: "小区" }, { label: "备注" }]

export default function Bodies({ loaderData, params }: Route.ComponentProps) {
  const { rows, missing, mayEdit } = loaderData
  return (
    <Page
      title="组织和任期"
      lead="居委会、居务监督委员会、业委会、党支部和居民会议名册，谁在任、怎么产生、到哪一天。"
      crumbs={[{ label: "名册", to: href("/c/:community/registers", params) }, { label: "组织和任期" }]}
      actions={
        mayEdit ? (
          <RegisterActions
            community={params.community}
            kind="bodyTerms"
            add={{ to: href("/c/:community/registers/bodies/new", params), label: "登记组织" }}
          />
        ) : null
      }
      summary={missing.length > 0 ? <PrintableNote missing={missing} /> : null}
    >
      <Sheet title="组织名册" titleHidden flush>
        {rows.length === 0 ? (
          <Empty title="还没有组织">先登记组织，再安排成员；有现成的花名册，可以从表格导入。</Empty>
        ) : (
          <Table caption="组织，按类别排列" columns={columns}>
            {rows.map(row => (
              <Row key={row.id}>
                <RowHead
                  to={href("/c/:community/registers/bodies/:bodyId", { ...params, bodyId: row.id })}
                  sub={row.kind}
                >
                  {row.name}
                </RowHead>
                <Cell label="现任" numeric>
                  {row.members}人
                </Cell>
                <Cell label="小区">{row.estate}</Cell>
                <Cell label="备注">{row.note}</Cell>
              </Row>
            ))}
          </Table>
        )}
      </Sheet>
    </Page>
  )
}

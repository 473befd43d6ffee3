import { Form, href } from "react-router"
import { GridForm, gridFactsOf } from "~/people/grid-form"
import { gridKindNames } from "~/people/grid-kinds"
import { readGrids, registerGrid } from "~/people/grids"
import { GridFields, gridFieldOrder } from "~/people/parts/GridFields"
import { RegisterActions, SavedNote } from "~/people/parts/RegisterActions"
import { may } from "~/people/permissions"
import { readRegisterCounts } from "~/people/register-views"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Columns, FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/grids"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  orThrow(context, await readRegisterCounts(ctx))
  const grids = await readGrids(ctx)
  return {
    grids: grids.map(({ id, name, kind, parentId, leader, scope }) => ({
      id,
      name,
      kind: parentId ? "微网格" : gridKindNames[kind],
      leader,
      scope,
    })),
    parents: grids.filter(grid => !grid.parentId).map(grid => ({ value: grid.id, label: grid.name })),
    mayEdit: may(ctx.actor, "register:edit"),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, GridForm)
  if (!read.ok) return invalid(context, read)
  const made = await registerGrid(context.get(appContext), gridFactsOf(read.value))
  return reply(context, made, `${href("/c/:community/registers/grids", params)}?saved`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `网格 - ${loaderData?.community ?? ""}议事驿站` }]

const columns = [{ label: "名称" }, { label: "网格长" }, { label: "范围" }]

export default function Grids({ loaderData, actionData, params }: Route.ComponentProps) {
  const { grids, parents, mayEdit, isSaved } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="网格"
      crumbs={[{ label: "名册", to: href("/c/:community/registers", params) }, { label: "网格" }]}
      actions={mayEdit ? <RegisterActions community={params.community} kind="grids" /> : null}
      summary={
        form ? (
          <ErrorSummary form={form} order={gridFieldOrder} />
        ) : isSaved ? (
          <SavedNote>网格已登记。</SavedNote>
        ) : null
      }
    >
      <Columns
        aside={
          mayEdit ? (
            <Sheet title="登记一个网格">
              {/* A new key after each one: the next begins empty. */}
              <Form method="post" key={grids.length}>
                <FormColumn>
                  <GridFields form={form} parents={parents} />
                  <Button kind="main">登记网格</Button>
                </FormColumn>
              </Form>
            </Sheet>
          ) : null
        }
      >
        <Sheet title="网格名册" titleHidden flush>
          {grids.length === 0 ? (
            <Empty title="还没有网格">有现成的表格就导入，也可以在这一页逐个登记。</Empty>
          ) : (
            <Table caption="网格，微网格排在所属网格下面" columns={columns}>
              {grids.map(grid => (
                <Row key={grid.id}>
                  <RowHead
                    to={href("/c/:community/registers/grids/:gridId", { ...params, gridId: grid.id })}
                    sub={grid.kind}
                  >
                    {grid.name}
                  </RowHead>
                  <Cell label="网格长">{grid.leader}</Cell>
                  <Cell label="范围">{grid.scope}</Cell>
                </Row>
              ))}
            </Table>
          )}
        </Sheet>
      </Columns>
    </Page>
  )
}

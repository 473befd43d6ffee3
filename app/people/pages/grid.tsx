import { Form, href } from "react-router"
import { notHere } from "~/people/gate"
import { GridChangeForm, gridFactsOf } from "~/people/grid-form"
import { changeGrid, readGrids } from "~/people/grids"
import { GridFields, gridFieldOrder } from "~/people/parts/GridFields"
import { SavedNote } from "~/people/parts/RegisterActions"
import { VersionField } from "~/people/parts/VersionField"
import { readRegisterCounts } from "~/people/register-views"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/grid"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  orThrow(context, await readRegisterCounts(ctx))
  const grids = await readGrids(ctx)
  const grid = grids.find(one => one.id === params.gridId)
  if (!grid) throw notHere()
  const { name, kind, parentId, leader, leaderPhone, scope } = grid
  return {
    known: { name, kind, parentId, leader, leaderPhone, scope },
    version: grid.version,
    parents: grids.filter(one => !one.parentId && one.id !== grid.id).map(one => ({ value: one.id, label: one.name })),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, GridChangeForm)
  if (!read.ok) return invalid(context, read)
  const { gridId } = params
  const input = { gridId, version: read.value.version, ...gridFactsOf(read.value) }
  const to = `${href("/c/:community/registers/grids/:gridId", params)}?saved`
  return reply(context, await changeGrid(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.known.name ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Grid({ loaderData, actionData, params }: Route.ComponentProps) {
  const { known, version, parents, isSaved } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={known.name}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "网格", to: href("/c/:community/registers/grids", params) },
        { label: known.name },
      ]}
      summary={form ? <ErrorSummary form={form} order={gridFieldOrder} /> : isSaved ? <SavedNote /> : null}
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={version} />
          <FormColumn>
            <GridFields form={form} parents={parents} known={known} />
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

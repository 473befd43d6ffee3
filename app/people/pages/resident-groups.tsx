import { Form, href } from "react-router"
import { PrintableNote } from "~/people/parts/PrintableNote"
import { SavedNote } from "~/people/parts/RegisterActions"
import { ResidentGroupFields, residentGroupFieldOrder } from "~/people/parts/ResidentGroupFields"
import { may } from "~/people/permissions"
import { groupFactsOf, ResidentGroupForm } from "~/people/resident-group-form"
import { readResidentGroups, registerResidentGroup } from "~/people/resident-groups"
import { Badge } from "~/ui/Badge"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/resident-groups"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    ...orThrow(context, await readResidentGroups(ctx)),
    mayEdit: may(ctx.actor, "register:edit"),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, ResidentGroupForm)
  if (!read.ok) return invalid(context, read)
  const made = await registerResidentGroup(context.get(appContext), groupFactsOf(read.value))
  return reply(context, made, `${href("/c/:community/registers/resident-groups", params)}?saved`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `居民小组 - ${loaderData?.community ?? ""}议事驿站` },
]

const columns = [{ label: "名称" }, { label: "户数", numeric: true }, { label: "居民代表" }, { label: "组长" }]
const quotaBadges = { kept: "done", tooFew: "late", tooMany: "late", notCounted: "wait" } as const
const quotaNames = { kept: "名额符合", tooFew: "代表不够", tooMany: "代表超额", notCounted: "户数未填" } as const

export default function ResidentGroups({ loaderData, actionData, params }: Route.ComponentProps) {
  const { rows, strayCount, missing, mayEdit, isSaved } = loaderData
  const form = actionData?.form
  const list = href("/c/:community/registers/resident-groups", params)
  return (
    <Page
      title="居民小组"
      lead="居民代表由居民小组推选，每20至50户一名（居委会组织法第13条）。居民代表名册里写着这个小组的，都算在内。"
      crumbs={[{ label: "名册", to: href("/c/:community/registers", params) }, { label: "居民小组" }]}
      summary={
        form ? (
          <ErrorSummary form={form} order={residentGroupFieldOrder} />
        ) : (
          <div className="stack">
            {isSaved ? <SavedNote>居民小组已登记。</SavedNote> : null}
            <PrintableNote missing={missing} />
            {strayCount > 0 ? (
              <Note kind="warn" title={`有${strayCount}名居民代表没写小组，或写的小组这里没有`}>
                <p>请在居民代表会议名册里核对他们的居民小组，或在这里补登小组。</p>
              </Note>
            ) : null}
          </div>
        )
      }
    >
      <Columns
        aside={
          mayEdit ? (
            <Sheet title="登记一个居民小组">
              <Form method="post" key={rows.length}>
                <FormColumn>
                  <ResidentGroupFields form={form} />
                  <Button kind="main">登记居民小组</Button>
                </FormColumn>
              </Form>
            </Sheet>
          ) : null
        }
      >
        <Sheet title="居民小组名册" titleHidden flush>
          {rows.length === 0 ? (
            <Empty title="还没有居民小组">在这一页逐个登记。填了户数，就能看出居民代表的名额够不够。</Empty>
          ) : (
            <Table caption="居民小组，按名称排列" columns={columns}>
              {rows.map(row => (
                <Row key={row.id}>
                  <RowHead to={`${list}/${row.id}`} sub={row.scope || undefined}>
                    {row.name}
                  </RowHead>
                  <Cell label="户数" numeric>
                    {row.households}
                  </Cell>
                  <Cell label="居民代表" sub={row.quotaWords}>
                    <Badge kind={quotaBadges[row.quota]}>{quotaNames[row.quota]}</Badge>
                  </Cell>
                  <Cell label="组长">{row.leader}</Cell>
                </Row>
              ))}
            </Table>
          )}
        </Sheet>
      </Columns>
    </Page>
  )
}

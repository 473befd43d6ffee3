import { Form, href } from "react-router"
import { OrganizationForm } from "~/people/organization-form"
import { readOrganizations, registerOrganization } from "~/people/organizations"
import { OrganizationFields, organizationFieldOrder } from "~/people/parts/OrganizationFields"
import { PrintableNote } from "~/people/parts/PrintableNote"
import { SavedNote } from "~/people/parts/RegisterActions"
import { may } from "~/people/permissions"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Columns, FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/organizations"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    ...orThrow(context, await readOrganizations(ctx)),
    mayEdit: may(ctx.actor, "register:edit"),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, OrganizationForm)
  if (!read.ok) return invalid(context, read)
  const made = await registerOrganization(context.get(appContext), read.value)
  return reply(context, made, `${href("/c/:community/registers/organizations", params)}?saved`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `单位 - ${loaderData?.community ?? ""}议事驿站` }]

const columns = [{ label: "名称" }, { label: "联系人" }, { label: "电话" }, { label: "地址" }]

export default function Organizations({ loaderData, actionData, params }: Route.ComponentProps) {
  const { rows, missing, mayEdit, isSaved } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="单位"
      lead="物业公司、建设单位、职能部门、业委会、党组织和共建单位，有事找谁。登记代表和小区时从这里取名称。"
      crumbs={[{ label: "名册", to: href("/c/:community/registers", params) }, { label: "单位" }]}
      summary={
        form ? (
          <ErrorSummary form={form} order={organizationFieldOrder} />
        ) : isSaved || missing.length > 0 ? (
          <div className="stack">
            {isSaved ? <SavedNote>单位已登记。</SavedNote> : null}
            <PrintableNote missing={missing} />
          </div>
        ) : null
      }
    >
      <Columns
        aside={
          mayEdit ? (
            <Sheet title="登记一个单位">
              {/* A new key after each one: the next begins empty. */}
              <Form method="post" key={rows.length}>
                <FormColumn>
                  <OrganizationFields form={form} />
                  <Button kind="main">登记单位</Button>
                </FormColumn>
              </Form>
            </Sheet>
          ) : null
        }
      >
        <Sheet title="单位名册" titleHidden flush>
          {rows.length === 0 ? (
            <Empty title="还没有单位">在这一页逐个登记。导入房屋清册时，业主是单位的也会用到这里的名称。</Empty>
          ) : (
            <Table caption="单位，按类别排列，同类按拼音" columns={columns}>
              {rows.map(row => (
                <Row key={row.id}>
                  <RowHead
                    to={href("/c/:community/registers/organizations/:organizationId", {
                      ...params,
                      organizationId: row.id,
                    })}
                    sub={row.kindName}
                  >
                    {row.name}
                  </RowHead>
                  <Cell label="联系人">{row.contactName}</Cell>
                  <Cell label="电话">{row.contactPhone}</Cell>
                  <Cell label="地址">{row.address}</Cell>
                </Row>
              ))}
            </Table>
          )}
        </Sheet>
      </Columns>
    </Page>
  )
}

import { Search } from "lucide-react"
import { Form, href } from "react-router"
import { RegisterActions } from "~/people/parts/RegisterActions"
import { may } from "~/people/permissions"
import type { PersonOrder } from "~/people/person-orders"
import { readPersonsPage } from "~/people/register-views"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Icon } from "~/ui/Icon"
import { Page } from "~/ui/Page"
import { Pager } from "~/ui/Pager"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { Tabs } from "~/ui/Tabs"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/persons"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const search = (url.searchParams.get("q") ?? "").slice(0, 60)
  const order: PersonOrder = url.searchParams.get("order") === "strokes" ? "strokes" : "pinyin"
  const page = Number.parseInt(url.searchParams.get("page") ?? "1", 10) || 1
  const found = orThrow(context, await readPersonsPage(ctx, search, order, page))
  return { ...found, search, order, mayEdit: may(ctx.actor, "register:edit"), community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `人员 - ${loaderData?.community ?? ""}议事驿站` }]

const columns = [{ label: "姓名" }, { label: "电话" }, { label: "住址" }, { label: "单位和职务" }, { label: "网格" }]

export default function Persons({ loaderData, params }: Route.ComponentProps) {
  const { persons, total, from, page, hasNext, search, order, mayEdit } = loaderData
  const list = href("/c/:community/registers/persons", params)
  const listIn = (by: PersonOrder, at = 1) => {
    const asked = new URLSearchParams({
      ...(search ? { q: search } : {}),
      ...(by === "strokes" ? { order: by } : {}),
      ...(at > 1 ? { page: String(at) } : {}),
    })
    return asked.size > 0 ? `${list}?${asked}` : list
  }
  const pageAt = (at: number) => listIn(order, at)
  return (
    <Page
      title="人员"
      crumbs={[{ label: "名册", to: href("/c/:community/registers", params) }, { label: "人员" }]}
      actions={
        mayEdit ? (
          <RegisterActions
            community={params.community}
            kind="persons"
            add={{ to: href("/c/:community/registers/persons/new", params), label: "登记人员" }}
          />
        ) : null
      }
    >
      <Form method="get" className="filter" role="search">
        <div className="filter__q">
          <TextField
            name="q"
            label="找人"
            hint="姓名、全拼或拼音首字母、电话末四位以上、住址或单位；几样一起写，中间空一格"
            type="search"
            defaultValue={search}
            key={search}
          />
        </div>
        {order === "strokes" ? <input type="hidden" name="order" value="strokes" /> : null}
        <Button>
          <Icon of={Search} />找
        </Button>
      </Form>
      <Tabs
        label="排列"
        items={[
          { to: listIn("pinyin"), label: "按拼音", current: order === "pinyin" },
          { to: listIn("strokes"), label: "按姓氏笔画", current: order === "strokes" },
        ]}
      />
      <Sheet className="sheet--tabbed" title="人员名册" titleHidden flush>
        {persons.length === 0 ? (
          <Empty title={search ? `没有找到“${search}”` : "还没有登记人员"}>
            {search
              ? "换个写法再找，或登记一位新的。"
              : "有现成的名单就导入；登记代表、网格长和账号时，也会一并登记到这里。"}
          </Empty>
        ) : (
          <Table caption={order === "strokes" ? "人员，按姓氏笔画排列" : "人员，按姓名拼音排列"} columns={columns}>
            {persons.map(person => (
              <Row key={person.id}>
                <RowHead
                  to={href("/c/:community/registers/persons/:personId", { ...params, personId: person.id })}
                  sub={
                    [person.namesakes > 1 ? `同名的有${person.namesakes}位` : "", person.note]
                      .filter(Boolean)
                      .join("，") || undefined
                  }
                >
                  {person.name}
                </RowHead>
                <Cell label="电话">{person.phone}</Cell>
                <Cell label="住址">{person.address}</Cell>
                <Cell label="单位和职务">{person.organization}</Cell>
                <Cell label="网格">{person.grid}</Cell>
              </Row>
            ))}
          </Table>
        )}
        {total > persons.length ? (
          <Pager
            from={from + 1}
            to={from + persons.length}
            total={total}
            unit="人"
            previous={page > 1 ? pageAt(page - 1) : undefined}
            next={hasNext ? pageAt(page + 1) : undefined}
          />
        ) : null}
      </Sheet>
    </Page>
  )
}

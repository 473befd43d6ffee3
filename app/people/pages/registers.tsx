import { href } from "react-router"
import { RegisterSteps } from "~/people/parts/RegisterSteps"
import { may } from "~/people/permissions"
import { readRegisterCounts } from "~/people/register-views"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/registers"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const counts = orThrow(context, await readRegisterCounts(ctx))
  return { counts, managesAccounts: may(ctx.actor, "account:manage"), community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `名册 - ${loaderData?.community ?? ""}议事驿站` }]

export default function Registers({ loaderData, params }: Route.ComponentProps) {
  const { counts, managesAccounts } = loaderData
  const isNew = counts.grids === 0 || counts.delegates === 0
  const rows = [
    {
      label: "网格",
      to: href("/c/:community/registers/grids", params),
      count: `${counts.grids}个`,
      what: "网格和微网格，谁当网格长，管哪些楼。",
    },
    {
      label: "人员",
      to: href("/c/:community/registers/persons", params),
      count: `${counts.persons}人`,
      what: "所有登记过的人。代表、网格长、账号都从这里来。",
    },
    {
      label: "单位",
      to: href("/c/:community/registers/organizations", params),
      count: `${counts.organizations}个`,
      what: "物业公司、建设单位、职能部门、业委会、党组织和共建单位，有事找谁。",
    },
    {
      label: "小区和房屋",
      to: `${href("/c/:community", params)}/registers/estates`,
      count: `${counts.estates}个`,
      what: "小区、楼栋、房屋和业主，楼栋长和包联的人。业主表决从这里取票册。",
    },
    {
      label: "居民小组",
      to: href("/c/:community/registers/resident-groups", params),
      count: `${counts.residentGroups}个`,
      what: "多少户、谁当组长，居民代表的名额够不够。",
    },
    {
      label: "组织和任期",
      to: href("/c/:community/registers/bodies", params),
      count: `${counts.bodies}个`,
      what: "居委会、居务监督委员会、业委会、党支部和居民会议名册，谁在任、怎么产生。",
    },
    {
      label: "代表",
      to: href("/c/:community/registers/delegates", params),
      count: `${counts.delegates}人次`,
      what: "协商议事会的代表：党员、居民、物业、业委会、政协委员、职能部门等。",
    },
    {
      label: "居民代表会议",
      to: href("/c/:community/registers/representatives", params),
      count: `${counts.representatives}人`,
      what: "居民代表和居委会成员，只在召开居民代表会议时用。",
    },
    { label: "议事点", to: `${href("/c/:community", params)}/venues`, count: "", what: "开会的地方，能坐多少人。" },
    ...(managesAccounts
      ? [
          {
            label: "账号",
            to: href("/c/:community/accounts", params),
            count: `${counts.accounts}个`,
            what: "谁能登录，各做什么，忘了密码在这里重设。",
          },
        ]
      : []),
  ]
  return (
    <Page title="名册" lead="开会、登记问题、印文书都从这里取名字，登记一次就够。">
      <div className="stack-l">
        {isNew ? (
          <RegisterSteps community={params.community} counts={counts} managesAccounts={managesAccounts} />
        ) : null}
        <Sheet title="各类名册" titleHidden={!isNew} flush>
          <Table caption="各类名册" columns={[{ label: "名册" }, { label: "已登记" }, { label: "登记什么" }]}>
            {rows.map(row => (
              <Row key={row.label}>
                <RowHead to={row.to}>{row.label}</RowHead>
                <Cell label="已登记">{row.count}</Cell>
                <Cell>{row.what}</Cell>
              </Row>
            ))}
          </Table>
        </Sheet>
      </div>
    </Page>
  )
}

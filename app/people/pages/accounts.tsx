import { Plus } from "lucide-react"
import { href } from "react-router"
import { readAccounts } from "~/people/account-views"
import { Badge } from "~/ui/Badge"
import { ButtonLink } from "~/ui/Button"
import { Icon } from "~/ui/Icon"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/accounts"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const accounts = orThrow(context, await readAccounts(ctx))
  return { accounts, waiting: accounts.filter(account => account.isWaiting).length, community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `账号 - ${loaderData?.community ?? ""}议事驿站` }]

const columns = [{ label: "姓名" }, { label: "登录名" }, { label: "手机" }, { label: "岗位" }, { label: "最近使用" }]

export default function Accounts({ loaderData, params }: Route.ComponentProps) {
  const { accounts, waiting } = loaderData
  return (
    <Page
      title="账号"
      lead="谁可以登录、能办什么事。参加会议的代表用签到码，不必有账号。"
      crumbs={[{ label: "名册", to: href("/c/:community/registers", params) }, { label: "账号" }]}
      actions={
        <>
          <ButtonLink to={`${href("/c/:community/imports/new", params)}?kind=accounts`}>从表格导入</ButtonLink>
          <ButtonLink to={href("/c/:community/settings", params)}>社区资料</ButtonLink>
          <ButtonLink kind="main" to={href("/c/:community/accounts/new", params)}>
            <Icon of={Plus} />
            建账号
          </ButtonLink>
        </>
      }
    >
      <div className="stack">
        {waiting > 0 ? (
          <Note kind="act" title={`有${waiting}个账号还没有登录过`}>
            <p>
              <ButtonLink kind="link" to={href("/c/:community/accounts/passwords", params)}>
                发放临时密码
              </ButtonLink>
            </p>
          </Note>
        ) : null}
        <Sheet title="账号列表" titleHidden flush>
          <Table caption="账号，先建的在前" columns={columns}>
            {accounts.map(account => (
              <Row key={account.id}>
                <RowHead to={href("/c/:community/accounts/:accountId", { ...params, accountId: account.id })}>
                  {account.name}
                </RowHead>
                <Cell label="登录名">{account.loginName}</Cell>
                <Cell label="手机">{account.phone}</Cell>
                <Cell label="岗位">{account.roles}</Cell>
                <Cell label="最近使用">
                  {account.state === "disabled" ? <Badge kind="stop">已停用</Badge> : account.lastSeen}
                </Cell>
              </Row>
            ))}
          </Table>
        </Sheet>
      </div>
    </Page>
  )
}

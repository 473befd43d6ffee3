import { data, Form, href } from "react-router"
import { z } from "zod"
import { readAccounts } from "~/people/account-views"
import { idBoxes } from "~/people/form-fields"
import { givePasswords } from "~/people/given-passwords"
import { GivenPasswords } from "~/people/parts/GivenPasswords"
import { Button, ButtonLink } from "~/ui/Button"
import { CheckGroup } from "~/ui/CheckField"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { fieldValues } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/account-passwords"

const GiveForm = z.object({ accounts: idBoxes })

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const accounts = orThrow(context, await readAccounts(ctx))
  return { waiting: accounts.filter(account => account.isWaiting), community: ctx.community.name }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, GiveForm)
  if (!read.ok) return invalid(context, read)
  const given = await givePasswords(ctx, { accountIds: read.value.accounts })
  return given.ok ? data({ form: null, given: given.value }) : reply(context, given, "", read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `发放临时密码 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function AccountPasswords({ loaderData, actionData, params }: Route.ComponentProps) {
  const { waiting, community } = loaderData
  const form = actionData?.form
  const given = actionData && "given" in actionData ? actionData.given : []
  const crumbs = [
    { label: "名册", to: href("/c/:community/registers", params) },
    { label: "账号", to: href("/c/:community/accounts", params) },
    { label: "发放临时密码" },
  ]
  const backLink = <ButtonLink to={href("/c/:community/accounts", params)}>回到账号列表</ButtonLink>
  if (given.length > 0)
    return (
      <Page title={`发放了${given.length}个临时密码`} crumbs={crumbs}>
        <div className="stack">
          <GivenPasswords given={given} community={community} />
          <div className="row">{backLink}</div>
        </div>
      </Page>
    )
  return (
    <Page
      title="发放临时密码"
      lead="给还没有登录过的账号。密码由程序生成，显示一次，可以打印成一张表；再发一次，前一次的就作废。"
      crumbs={crumbs}
      summary={<ErrorSummary form={form} />}
    >
      <Sheet>
        {waiting.length === 0 ? (
          <Empty title="没有等着发密码的账号">{backLink}</Empty>
        ) : (
          <Form method="post">
            <FormColumn>
              <CheckGroup
                name="accounts"
                label="发给谁"
                stacked
                error={form?.errors.accounts}
                defaultValues={fieldValues(
                  form,
                  "accounts",
                  waiting.map(account => account.id),
                )}
                options={waiting.map(account => ({
                  value: account.id,
                  label: account.name,
                  hint: `登录名${account.loginName}，${account.roles}`,
                }))}
              />
              <Button kind="main">生成并显示临时密码</Button>
            </FormColumn>
          </Form>
        )}
      </Sheet>
    </Page>
  )
}

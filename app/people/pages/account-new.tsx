import { data, Form, href } from "react-router"
import { z } from "zod"
import { createAccount } from "~/people/accounts"
import { entryOf, neededLine, phone, roleBoxes, who } from "~/people/form-fields"
import { GivenPasswords } from "~/people/parts/GivenPasswords"
import { RoleFields } from "~/people/parts/RoleFields"
import { WhoField } from "~/people/parts/WhoField"
import { readChosenPerson } from "~/people/register-views"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/account-new"

const NewAccountForm = who.and(
  z.object({ loginName: neededLine(30, "请填登录名"), accountPhone: phone, roles: roleBoxes }),
)

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const person = orThrow(context, await readChosenPerson(ctx, "account:manage", url.searchParams.get("person")))
  return { person, community: ctx.community.name }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  orThrow(context, await readChosenPerson(ctx, "account:manage", null))
  const read = await readForm(request, NewAccountForm)
  if (!read.ok) return invalid(context, read)
  const { loginName, accountPhone, roles } = read.value
  const person = entryOf(read.value)
  // Someone entered with a phone signs in with it too, unless another number is given for that.
  const entryPhone = accountPhone ?? ("name" in person ? person.phone : null)
  const made = await createAccount(ctx, { person, loginName, phone: entryPhone, roles })
  return made.ok ? data({ form: null, given: [made.value] }) : reply(context, made, "", read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `建账号 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function AccountNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const given = actionData && "given" in actionData ? actionData.given : null
  const crumbs = [
    { label: "名册", to: href("/c/:community/registers", params) },
    { label: "账号", to: href("/c/:community/accounts", params) },
    { label: "建账号" },
  ]
  if (given)
    return (
      <Page title="账号已建好" crumbs={crumbs}>
        <div className="stack">
          <GivenPasswords given={given} community={loaderData.community} />
          <div className="row">
            <ButtonLink to={href("/c/:community/accounts", params)}>回到账号列表</ButtonLink>
            <ButtonLink to={href("/c/:community/accounts/new", params)} document>
              再建一个
            </ButtonLink>
          </div>
        </div>
      </Page>
    )
  return (
    <Page
      title="建账号"
      crumbs={crumbs}
      summary={<ErrorSummary form={form} order={["name", "phone", "loginName", "accountPhone", "roles"]} />}
    >
      <Sheet>
        <Form method="post">
          <FormColumn>
            <WhoField form={form} person={loaderData.person} />
            <TextField
              label="登录名"
              hint="汉字、字母都可以，不能全是数字。全站不能重复。"
              autoComplete="off"
              short
              {...field(form, "loginName")}
            />
            {loaderData.person ? (
              <TextField
                label="登录用的手机号（选填）"
                hint="填了以后，也可以用手机号登录。"
                type="tel"
                autoComplete="off"
                short
                {...field(form, "accountPhone", loaderData.person.phone)}
              />
            ) : null}
            <RoleFields form={form} />
            <Button kind="main">建账号</Button>
            <p className="soft">密码由程序生成，建好后显示一次。</p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}

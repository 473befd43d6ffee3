import { data, Form, href } from "react-router"
import { z } from "zod"
import { endAccountSession, endAllAccountSessions } from "~/people/account-sessions"
import { readAccount } from "~/people/account-views"
import { changeAccount, setAccountDisabled } from "~/people/accounts"
import { neededLine, phone, roleBoxes, version } from "~/people/form-fields"
import { resetPassword } from "~/people/given-passwords"
import { AccountState, PasswordReset } from "~/people/parts/AccountMoves"
import { GivenPasswords } from "~/people/parts/GivenPasswords"
import { RoleFields } from "~/people/parts/RoleFields"
import { SessionList } from "~/people/parts/SessionList"
import { VersionField } from "~/people/parts/VersionField"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { Columns, FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext, requestContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/account"

const AccountForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("change"),
    version,
    loginName: neededLine(30, "请填登录名"),
    phone,
    roles: roleBoxes,
  }),
  z.object({ intent: z.enum(["disable", "enable", "reset", "endAll"]) }),
  z.object({ intent: z.literal("endSession"), sessionId: z.string().max(100) }),
])

const ownSessionIdOf = (context: Route.LoaderArgs["context"]) => context.get(requestContext).signedIn?.sessionId ?? ""

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const account = orThrow(context, await readAccount(ctx, params.accountId, ownSessionIdOf(context)))
  return { account, isSaved: url.searchParams.has("saved"), community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const { accountId } = params
  const read = await readForm(request, AccountForm)
  if (!read.ok) return invalid(context, read)
  const to = `${href("/c/:community/accounts/:accountId", params)}?saved`
  const owned = { accountId, homeCommunityId: ctx.community.id }
  const { intent } = read.value
  if (intent === "change") return reply(context, await changeAccount(ctx, { accountId, ...read.value }), to, read.form)
  if (intent === "endSession")
    return reply(context, await endAccountSession(ctx, { ...owned, sessionId: read.value.sessionId }), to)
  if (intent === "endAll")
    return reply(context, await endAllAccountSessions(ctx, { ...owned, butSessionId: ownSessionIdOf(context) }), to)
  if (intent === "reset") {
    const given = await resetPassword(ctx, { accountId })
    return given.ok ? data({ form: null, given: [given.value] }) : reply(context, given, to)
  }
  return reply(context, await setAccountDisabled(ctx, { accountId, disabled: intent === "disable" }), to)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.account.name ?? ""}的账号 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Account({ loaderData, actionData, params }: Route.ComponentProps) {
  const { account, isSaved, community } = loaderData
  const form = actionData?.form
  const given = actionData && "given" in actionData ? actionData.given : null
  const crumbs = [
    { label: "名册", to: href("/c/:community/registers", params) },
    { label: "账号", to: href("/c/:community/accounts", params) },
    { label: account.name },
  ]
  if (given)
    return (
      <Page title={`${account.name}的密码已重设`} crumbs={crumbs}>
        <div className="stack">
          <GivenPasswords given={given} community={community} />
          <p>原来的登录都已结束。</p>
          <ButtonLink to={href("/c/:community/accounts/:accountId", params)} document>
            回到{account.name}的账号
          </ButtonLink>
        </div>
      </Page>
    )
  return (
    <Page
      title={`${account.name}的账号`}
      crumbs={crumbs}
      summary={
        form ? (
          <ErrorSummary form={form} order={["loginName", "phone", "roles"]} />
        ) : isSaved ? (
          <Note kind="ok" live>
            <p>已经办好，马上生效。</p>
          </Note>
        ) : null
      }
    >
      <Columns
        aside={
          <>
            <PasswordReset isOwn={account.isOwn} />
            <AccountState disabledOn={account.disabledOn} />
          </>
        }
      >
        <Sheet title="登录和岗位">
          <Form method="post">
            <VersionField form={form} version={account.version} />
            <FormColumn>
              <TextField label="登录名" autoComplete="off" short {...field(form, "loginName", account.loginName)} />
              <TextField
                label="手机（选填）"
                hint="填了以后，也可以用手机号登录。"
                type="tel"
                autoComplete="off"
                short
                {...field(form, "phone", account.phone)}
              />
              <RoleFields form={form} given={account.roles} />
              <Button kind="main" name="intent" value="change">
                保存
              </Button>
            </FormColumn>
          </Form>
        </Sheet>
        <Sheet title="现在的登录" flush>
          <SessionList sessions={account.sessions} />
          {account.sessions.some(session => !session.isThis) ? (
            <div className="sheet__body">
              <Form method="post">
                <Button name="intent" value="endAll">
                  {account.isOwn ? "结束其他所有登录" : "结束所有登录"}
                </Button>
              </Form>
            </div>
          ) : null}
        </Sheet>
      </Columns>
    </Page>
  )
}

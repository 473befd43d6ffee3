import { Form, redirect } from "react-router"
import { z } from "zod"
import { isFounded, signIn } from "~/people/entry"
import { describeDevice } from "~/people/sessions"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Letterhead } from "~/ui/Letterhead"
import { FormColumn, Page } from "~/ui/Page"
import { TextField } from "~/ui/TextField"
import { requestContext, serverContext } from "~/web/context"
import { cookie, sessionCookie } from "~/web/cookies"
import { invalid, readForm, reply } from "~/web/forms"
import { safePath } from "~/web/paths"
import type { Route } from "./+types/sign-in"

const SignInForm = z.object({
  nameOrPhone: z.string().trim().min(1, "请填登录名或手机号").max(100, "太长了"),
  password: z.string().min(1, "请填密码").max(200, "太长了"),
})

export async function loader({ context }: Route.LoaderArgs) {
  if (!(await isFounded(context.get(serverContext).installation))) throw redirect("/first-run")
  return { isElder: context.get(requestContext).isElder }
}

export async function action({ request, url, context }: Route.ActionArgs) {
  const { address, isSecure } = context.get(requestContext)
  const read = await readForm(request, SignInForm)
  if (!read.ok) return invalid(context, read)
  const device = describeDevice(request.headers.get("User-Agent"))
  const result = await signIn(context.get(serverContext).installation, { ...read.value, address, device })
  if (!result.ok) return reply(context, result, "/", read.form)
  const back = safePath(url.searchParams.get("back"), "/")
  return redirect(result.value.mustChangePassword ? "/password" : back, {
    status: 303,
    headers: { "Set-Cookie": cookie(sessionCookie, result.value.token, isSecure, 30 * 24 * 3600) },
  })
}

export const meta: Route.MetaFunction = () => [{ title: "登录 - 议事驿站" }]

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const form = actionData?.form
  return (
    <>
      <Letterhead home="/" back="/sign-in" elder={loaderData.isElder} />
      <Page title="登录" summary={<ErrorSummary form={form} order={["nameOrPhone", "password"]} />}>
        <Form method="post">
          <FormColumn>
            <TextField label="登录名或手机号" autoComplete="username" {...field(form, "nameOrPhone")} />
            <TextField label="密码" type="password" autoComplete="current-password" {...field(form, "password")} />
            <Button kind="main">登录</Button>
            <p className="soft">忘了密码，请社区管理员重设。代表参加会议不用登录，扫签到码即可。</p>
          </FormColumn>
        </Form>
      </Page>
    </>
  )
}

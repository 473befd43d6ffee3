import { Form, redirect } from "react-router"
import { z } from "zod"
import { changeOwnPassword } from "~/people/own-password"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Letterhead } from "~/ui/Letterhead"
import { FormColumn, Page } from "~/ui/Page"
import { TextField } from "~/ui/TextField"
import { requestContext, serverContext } from "~/web/context"
import { invalid, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/password"

const PasswordForm = z
  .object({
    passwordNow: z.string().min(1, "请填现在的密码").max(200),
    password: z.string().min(1, "请设新密码").max(200, "最多200位"),
    passwordAgain: z.string(),
  })
  .refine(v => v.password === v.passwordAgain, { path: ["passwordAgain"], message: "两次填的密码不一样" })

export function loader({ context }: Route.LoaderArgs) {
  const { signedIn, isElder } = context.get(requestContext)
  if (!signedIn) throw redirect("/sign-in?back=/password")
  return { isElder, mustChange: signedIn.mustChangePassword, name: signedIn.name }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { signedIn } = context.get(requestContext)
  if (!signedIn) throw redirect("/sign-in?back=/password")
  const read = await readForm(request, PasswordForm)
  if (!read.ok) return invalid(context, read)
  return reply(
    context,
    await changeOwnPassword(context.get(serverContext).installation, signedIn, read.value),
    "/",
    read.form,
  )
}

export const meta: Route.MetaFunction = () => [{ title: "改密码 - 议事驿站" }]

export default function Password({ loaderData, actionData }: Route.ComponentProps) {
  const form = actionData?.form
  return (
    <>
      <Letterhead home="/" back="/password" elder={loaderData.isElder} person={{ name: loaderData.name }} />
      <Page
        title="改密码"
        lead={loaderData.mustChange ? "这是管理员给的临时密码，请换成您自己的再继续。" : undefined}
        summary={<ErrorSummary form={form} />}
      >
        <Form method="post">
          <FormColumn>
            <TextField
              label="现在的密码"
              type="password"
              autoComplete="current-password"
              {...field(form, "passwordNow")}
            />
            <TextField
              label="新密码"
              hint="至少8位"
              type="password"
              autoComplete="new-password"
              {...field(form, "password")}
            />
            <TextField
              label="再填一次新密码"
              type="password"
              autoComplete="new-password"
              {...field(form, "passwordAgain")}
            />
            <Button kind="main">换成新密码</Button>
          </FormColumn>
        </Form>
      </Page>
    </>
  )
}

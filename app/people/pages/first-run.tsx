import { Form, redirect } from "react-router"
import { z } from "zod"
import { isFounded } from "~/people/entry"
import { foundCommunity } from "~/people/founding"
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
import type { Route } from "./+types/first-run"

const FoundingForm = z
  .object({
    communityName: z.string().trim().min(2, "请填社区全名，如“振兴社区”").max(30, "最多30个字"),
    shortName: z.string().trim().min(1, "请填一至三个字的简称").max(3, "最多三个字"),
    subdistrict: z.string().trim().max(30, "最多30个字"),
    contactPhone: z.string().trim().max(30, "最多30个字"),
    administratorName: z.string().trim().min(1, "请填管理员姓名").max(30, "最多30个字"),
    loginName: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}_.-]{2,30}$/u, "用2至30个汉字、字母或数字，不留空格"),
    password: z.string().min(1, "请设密码").max(200, "最多200位"),
    passwordAgain: z.string(),
  })
  .refine(v => v.password === v.passwordAgain, { path: ["passwordAgain"], message: "两次填的密码不一样" })

export async function loader({ context }: Route.LoaderArgs) {
  if (await isFounded(context.get(serverContext).installation)) throw redirect("/")
  return { isElder: context.get(requestContext).isElder }
}

export async function action({ request, context }: Route.ActionArgs) {
  const read = await readForm(request, FoundingForm)
  if (!read.ok) return invalid(context, read)
  const device = describeDevice(request.headers.get("User-Agent"))
  const result = await foundCommunity(context.get(serverContext).installation, { ...read.value, device })
  if (!result.ok) return reply(context, result, "/", read.form)
  const { isSecure } = context.get(requestContext)
  return redirect(`/c/${result.value.slug}`, {
    status: 303,
    headers: { "Set-Cookie": cookie(sessionCookie, result.value.token, isSecure, 30 * 24 * 3600) },
  })
}

export const meta: Route.MetaFunction = () => [{ title: "建立社区 - 议事驿站" }]

export default function FirstRun({ loaderData, actionData }: Route.ComponentProps) {
  const form = actionData?.form
  return (
    <>
      <Letterhead home="/" back="/first-run" elder={loaderData.isElder} />
      <Page
        title="建立社区"
        lead="第一次使用。建好社区和第一位管理员，就可以导入名单、收集问题。"
        summary={<ErrorSummary form={form} />}
      >
        <Form method="post">
          <FormColumn>
            <TextField label="社区全名" hint="印在通知和纪要上，如“振兴社区”" {...field(form, "communityName")} />
            <TextField
              label="简称"
              hint="用在编号里，如“振社”印成振社问〔2026〕1号"
              short
              {...field(form, "shortName")}
            />
            <TextField label="所属街道" {...field(form, "subdistrict")} />
            <TextField label="联系电话" hint="印在通知上，可以以后再填" type="tel" {...field(form, "contactPhone")} />
            <TextField label="管理员姓名" autoComplete="name" {...field(form, "administratorName")} />
            <TextField
              label="登录名"
              hint="汉字、字母、数字都可以"
              autoComplete="username"
              {...field(form, "loginName")}
            />
            <TextField
              label="密码"
              hint="至少8位"
              type="password"
              autoComplete="new-password"
              {...field(form, "password")}
            />
            <TextField
              label="再填一次密码"
              type="password"
              autoComplete="new-password"
              {...field(form, "passwordAgain")}
            />
            <Button kind="main">建立社区</Button>
          </FormColumn>
        </Form>
      </Page>
    </>
  )
}

import { Form, href, redirect, replace } from "react-router"
import { z } from "zod"
import { takeSeat } from "~/chamber/attendance/check-in"
import { readCheckIn } from "~/chamber/attendance/check-in-view"
import { seatHeaders } from "~/chamber/attendance/shared-tablet"
import { describeDevice } from "~/people/sessions"
import { Button, ButtonLink } from "~/ui/Button"
import { CheckField } from "~/ui/CheckField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { TabletFrame } from "~/ui/TabletFrame"
import { TextField } from "~/ui/TextField"
import { appContext, requestContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/seat-check-in"

const digits = (text: string) => text.normalize("NFKC").replaceAll(/\D/g, "")

const CheckInForm = z.object({
  code: z.string().transform(digits).pipe(z.string().length(8, "签到码是8位数字，在会议通知上")),
  // Left out when the code came with the QR: then the person has just confirmed the name.
  name: z.string().trim().min(1, "请填姓名").max(50, "太长了").optional(),
  shared: z.literal("yes").optional(),
})

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (ctx.actor.seat?.meetingId === params.meetingId) throw redirect(href("/c/:community/m/:meetingId/seat", params))
  const code = digits(url.searchParams.get("code") ?? "")
  const { address } = context.get(requestContext)
  const { head, who, problem } = orThrow(
    context,
    await readCheckIn(ctx, { meetingId: params.meetingId, code, address }),
  )
  return {
    title: head.title,
    community: ctx.community.name,
    code: who ? code : "",
    who,
    problem: problem && speak(context.get(serverContext).sentences, problem),
    own: href("/c/:community/m/:meetingId", params),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, CheckInForm)
  if (!read.ok) return invalid(context, read)
  const { address, isSecure } = context.get(requestContext)
  const device = describeDevice(request.headers.get("User-Agent"))
  const { code, name, shared } = read.value
  const knock = { meetingId: params.meetingId, code, name, address, device }
  const result = await takeSeat(context.get(appContext), knock)
  if (!result.ok) return reply(context, result, "/", read.form)
  const { token, isAskedToSign } = result.value
  // In place of the address with the code: on a tablet that is handed on, "back" must not offer this seat to the next.
  return replace(href(isAskedToSign ? "/c/:community/m/:meetingId/sign" : "/c/:community/m/:meetingId/seat", params), {
    status: 303,
    headers: seatHeaders(token, isSecure, shared === "yes"),
  })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `签到 - ${loaderData?.title ?? ""}` }]

export default function SeatCheckIn({ loaderData, actionData }: Route.ComponentProps) {
  const { title, community, code, who, problem, own } = loaderData
  const form = actionData?.form
  return (
    <TabletFrame item={community} subject={title}>
      <ErrorSummary form={form} purpose="才能签到" order={["name", "code"]} />
      {problem && !form ? <Note kind="warn">{problem}</Note> : null}
      {who && !form ? <Confirm who={who} code={code} own={own} /> : <Ask form={form} />}
    </TabletFrame>
  )
}

function Confirm({ who, code, own }: { who: { name: string; organization: string }; code: string; own: string }) {
  return (
    <Form method="post" className="tab__form tab__form--check">
      <input type="hidden" name="code" value={code} />
      <h1>您是{who.name}吗</h1>
      {who.organization ? <p className="lead">{who.organization}</p> : null}
      <Shared />
      <div className="tab__go">
        <ButtonLink to={own} tall>
          不是我
        </ButtonLink>
        <Button kind="big">是我，签到</Button>
      </div>
    </Form>
  )
}

const Shared = ({ defaultValue }: { defaultValue?: string }) => (
  <CheckField name="shared" label="这台平板几个人轮流用" defaultValue={defaultValue} />
)

function Ask({ form }: { form: Parameters<typeof field>[0] }) {
  return (
    <Form method="post" className="tab__form tab__form--check" action=".">
      <h1>请签到</h1>
      <div className="form-column stack">
        <div className="seat-fields">
          <TextField label="姓名" autoComplete="off" {...field(form, "name")} />
          <TextField
            label="签到码"
            hint="会议通知上的8位数字"
            inputMode="numeric"
            autoComplete="off"
            {...field(form, "code")}
          />
        </div>
        <Shared defaultValue={field(form, "shared").defaultValue} />
        <Button kind="big">签到</Button>
        <p>找不到签到码的，请到签到台，工作人员帮您办。</p>
      </div>
    </Form>
  )
}

import { Form, href, redirect, replace } from "react-router"
import { z } from "zod"
import { readSigning, signCheckIn } from "~/chamber/attendance/signatures"
import { SignaturePad } from "~/chamber/parts/SignaturePad"
import { describeDevice } from "~/people/sessions"
import { Button, ButtonLink } from "~/ui/Button"
import { CheckField } from "~/ui/CheckField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { TabletFrame } from "~/ui/TabletFrame"
import { appContext } from "~/web/context"
import { invalid, readForm, reply } from "~/web/forms"
import { useKeptAnswer } from "~/web/live-client"
import type { Route } from "./+types/sign"

const side = z.coerce.number().int().catch(0)
const SignForm = z.object({
  strokes: z.string().default(""),
  width: side,
  height: side,
  statement: z.string(),
  agreed: z.literal("yes").optional(),
})

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (ctx.actor.seat?.meetingId !== params.meetingId) throw redirect(href("/c/:community/m/:meetingId", params))
  const view = await readSigning(ctx)
  // Signed already, helped by someone who cannot sign for another, or over: the hall goes on without this sheet.
  if (!view.ok || view.value.hasSigned) throw redirect(href("/c/:community/m/:meetingId/seat", params))
  const { head, name, statement, hasAgreed } = view.value
  return { title: head.title, name, statement, hasAgreed, seat: href("/c/:community/m/:meetingId/seat", params) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, SignForm)
  if (!read.ok) return invalid(context, read)
  if (ctx.actor.seat?.meetingId !== params.meetingId) throw redirect(href("/c/:community/m/:meetingId", params))
  const device = describeDevice(request.headers.get("User-Agent"))
  const { agreed, ...signed } = read.value
  const result = await signCheckIn(ctx, { ...signed, agreed: agreed === "yes", device })
  if (!result.ok) return reply(context, result, "/", { ...read.form, values: { agreed: agreed ?? "" } })
  return replace(href("/c/:community/m/:meetingId/seat", params), { status: 303 })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `签名 - ${loaderData?.title ?? ""}` }]

/** 签名签到: once, after the seat was taken; whoever would rather sign on paper goes on without. */
export default function Sign({ loaderData, actionData }: Route.ComponentProps) {
  const { title, name, statement, hasAgreed, seat } = loaderData
  const form = useKeptAnswer(actionData)?.form
  return (
    <TabletFrame subject={title} person={{ name }}>
      <ErrorSummary form={form} purpose="才能签名" order={["agreed"]} />
      <Form method="post" className="tab__form sign">
        <input type="hidden" name="statement" value={statement} />
        <div>
          <h1>请签名</h1>
          <p className="sign__words">{statement}</p>
        </div>
        {hasAgreed ? null : <CheckField label="我同意在平板上签名" {...field(form, "agreed")} />}
        <SignaturePad name={name} />
        <div className="sign__go">
          <ButtonLink to={seat}>到签到台纸上签</ButtonLink>
          <Button kind="big">签好了</Button>
        </div>
      </Form>
    </TabletFrame>
  )
}

import { useEffect } from "react"
import { Form, href, redirect } from "react-router"
import { z } from "zod"
import { giveUpSeat, takeSeat } from "~/chamber/attendance/check-in"
import { readCheckIn } from "~/chamber/attendance/check-in-view"
import { helperLineOf } from "~/chamber/attendance/helper-words"
import { leaveNothingBehind } from "~/chamber/attendance/leave-nothing-behind"
import { emptySeatHeader, seatHeaders } from "~/chamber/attendance/shared-tablet"
import { BallotWaits, EndHelp } from "~/chamber/parts/SeatSwitching"
import { describeDevice } from "~/people/sessions"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field, fieldId } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { TabletFrame } from "~/ui/TabletFrame"
import { TextField } from "~/ui/TextField"
import { appContext, requestContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { speak } from "~/web/refusals"
import { useBallotBox } from "~/web/waiting-ballots"
import type { Route } from "./+types/seat-switch"

const digits = (text: string) => text.normalize("NFKC").replaceAll(/\D/g, "")
const SwitchForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("next"),
    code: z.string().transform(digits).pipe(z.string().length(8, "签到码是8位数字，在会议通知上")),
  }),
  z.object({ intent: z.literal("endHelp") }),
])

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { address } = context.get(requestContext)
  const { head, problem } = orThrow(context, await readCheckIn(ctx, { meetingId: params.meetingId, code: "", address }))
  const seat = ctx.actor.seat?.meetingId === params.meetingId ? ctx.actor.seat : null
  return {
    title: head.title,
    holder: seat?.name ?? null,
    helperLine: helperLineOf(seat),
    problem: problem && speak(context.get(serverContext).sentences, problem),
    back: href("/c/:community/m/:meetingId/seat", params),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, SwitchForm)
  if (!read.ok) return invalid(context, read)
  const { address, isSecure } = context.get(requestContext)
  const { meetingId } = params
  if (read.value.intent === "endHelp") {
    if (ctx.actor.seat?.meetingId !== meetingId || !ctx.actor.seat.helper)
      throw redirect(href("/c/:community/m/:meetingId", params))
    const ended = await giveUpSeat(ctx)
    if (!ended.ok) return reply(context, ended, "/", read.form)
    const to = ctx.actor.accountId ? "/c/:community/meetings/:meetingId/desk" : "/c/:community/m/:meetingId"
    return redirect(href(to, params), { status: 303, headers: emptySeatHeader(isSecure) })
  }
  const device = describeDevice(request.headers.get("User-Agent"))
  const result = await takeSeat(ctx, { meetingId, code: read.value.code, address, device })
  // While codes are being tried out, a tablet on which nobody sits is asked for the name too: at the check-in.
  if (!result.ok && result.code === "code_needs_name") throw redirect(href("/c/:community/m/:meetingId", params))
  if (!result.ok) return reply(context, result, "/", read.form)
  const { token, isAskedToSign } = result.value
  return redirect(href(isAskedToSign ? "/c/:community/m/:meetingId/sign" : "/c/:community/m/:meetingId/seat", params), {
    status: 303,
    headers: seatHeaders(token, isSecure, true),
  })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `换下一位 - ${loaderData?.title ?? ""}` }]

/** 换下一位: the tablet goes on to the next delegate, for nothing but the code. */
export default function SeatSwitch({ loaderData, actionData }: Route.ComponentProps) {
  const { title, holder, helperLine, problem, back } = loaderData
  const form = actionData?.form
  // One on its way keeps this page from being shown at all; this one waits for its voter to check in again.
  const waiting = useBallotBox().ballots[0]?.about.person
  useEffect(() => document.getElementById(fieldId("code"))?.focus(), [])
  return (
    <TabletFrame subject={title} person={holder ? { name: holder } : undefined}>
      <ErrorSummary form={form} purpose="才能换人" order={["code"]} />
      {problem ? <Note kind="warn">{problem}</Note> : null}
      {waiting ? <BallotWaits person={waiting} back={back} /> : null}
      {helperLine && !waiting ? <EndHelp holder={holder} line={helperLine} back={back} /> : null}
      {helperLine || problem || waiting ? null : (
        // By the browser itself, not by script: the page of whoever sat here goes with all it held.
        <Form method="post" reloadDocument className="tab__form tab__form--check" onSubmit={leaveNothingBehind}>
          <h1>下一位请填签到码</h1>
          <div className="form-column stack">
            <TextField
              label="签到码"
              hint="会议通知上的8位数字"
              inputMode="numeric"
              autoComplete="off"
              {...field(form, "code")}
            />
          </div>
          {holder ? (
            <p>
              {holder}仍算在场。填了签到码，这台平板就不再是{holder}的。
            </p>
          ) : null}
          <div className="tab__go">
            {holder ? (
              <ButtonLink to={back} tall>
                不换了
              </ButtonLink>
            ) : (
              <span />
            )}
            <Button kind="big" name="intent" value="next">
              换成下一位
            </Button>
          </div>
        </Form>
      )}
    </TabletFrame>
  )
}

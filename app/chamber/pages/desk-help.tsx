import { Form, href, replace } from "react-router"
import { z } from "zod"
import { openSeatAsHelper, readHelped } from "~/chamber/attendance/helper-mode"
import { helperReasons, longestHelperReason } from "~/chamber/attendance/helper-words"
import { isSharedTablet, seatHeaders } from "~/chamber/attendance/shared-tablet"
import { describeDevice } from "~/people/sessions"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { TextField } from "~/ui/TextField"
import { appContext, requestContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/desk-help"

const HelpForm = z.object({
  reason: z.string().default(""),
  words: z.string().max(longestHelperReason, `最多${longestHelperReason}字`).default(""),
})

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readHelped(ctx, params))
  const problem = view.problem && speak(context.get(serverContext).sentences, view.problem)
  return { ...view, problem, params, helper: ctx.actor.name, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, HelpForm)
  if (!read.ok) return invalid(context, read)
  const device = describeDevice(request.headers.get("User-Agent"))
  const { meetingId, participantId } = params
  const help = { ...read.value, meetingId, participantId, device }
  const result = await openSeatAsHelper(context.get(appContext), help)
  if (!result.ok) return reply(context, result, "/", read.form)
  return replace(href("/c/:community/m/:meetingId/seat", params), {
    status: 303,
    headers: seatHeaders(result.value.token, context.get(requestContext).isSecure, isSharedTablet(request)),
  })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `代操作 - ${loaderData?.name ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 代操作: a delegate's seat is opened on this device by someone of the desk, after the reason is named. */
export default function DeskHelp({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, name, helper, problem } = loaderData
  const form = actionData?.form
  const desk = href("/c/:community/meetings/:meetingId/desk", params)
  return (
    <Page
      title={`为${name}代操作`}
      crumbs={[{ label: title, to: desk }, { label: "代操作" }]}
      summary={<ErrorSummary form={form} order={["reason", "words"]} />}
      lead="在这台设备上打开本人的席位，本人说怎么选，就怎么按。"
    >
      {problem ? (
        <Note kind="warn">{problem}</Note>
      ) : (
        <Form method="post">
          <FormColumn>
            <RadioGroup
              label="为什么代操作"
              options={Object.entries(helperReasons).map(([value, label]) => ({ value, label }))}
              stacked
              {...field(form, "reason")}
            />
            <TextField label="选其他的，写明原因" maxLength={longestHelperReason} {...field(form, "words")} />
            <Note>
              每一页都会写明由{helper}代操作，投出的票在票册上也写明。本人原来用的平板会退出，签名请在签到台纸上签。
            </Note>
            <div className="row">
              <ButtonLink to={desk}>返回</ButtonLink>
              <Button kind="main">打开{name}的席位</Button>
            </div>
          </FormColumn>
        </Form>
      )}
    </Page>
  )
}

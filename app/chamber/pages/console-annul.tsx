import { Form, href, redirect } from "react-router"
import { z } from "zod"
import { readConsole } from "~/chamber/console-view"
import { annulRound } from "~/chamber/rounds/rounds"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { TextArea } from "~/ui/TextArea"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/console-annul"

const AnnulForm = z.object({ reason: z.string().trim().min(1, "请写明为什么作废").max(200, "最多200字") })

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { head, openRound, closedRound, items } = orThrow(context, await readConsole(ctx, params.meetingId))
  const round = [openRound, closedRound].find(one => one?.roundId === params.roundId)
  if (!round) throw redirect(href("/c/:community/meetings/:meetingId/console", params))
  const motion = items.flatMap(item => item.motions).find(one => one.motionId === round.motionId)
  return { community: ctx.community.name, params, title: head.title, motion: motion?.content ?? "" }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, AnnulForm)
  if (!read.ok) return invalid(context, read)
  const result = await annulRound(context.get(appContext), params.roundId, read.value.reason)
  return reply(context, result, href("/c/:community/meetings/:meetingId/console", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `作废本轮表决 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function ConsoleAnnul({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, motion } = loaderData
  const form = actionData?.form
  const console = href("/c/:community/meetings/:meetingId/console", params)
  return (
    <Page
      title="作废本轮表决"
      crumbs={[{ label: title, to: console }, { label: "作废" }]}
      summary={<ErrorSummary form={form} />}
    >
      <Form method="post">
        <FormColumn>
          <p className="lead">{motion}</p>
          <p>作废以后，这一轮收到的票都不算，记录会留着。这件事可以重新表决。</p>
          <TextArea label="为什么作废" rows={3} maxLength={200} {...field(form, "reason")} />
          <div className="row">
            <ButtonLink to={console}>不作废，回主持台</ButtonLink>
            <Button kind="main">作废本轮</Button>
          </div>
        </FormColumn>
      </Form>
    </Page>
  )
}

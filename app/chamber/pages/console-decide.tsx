import { Form, href, redirect } from "react-router"
import { z } from "zod"
import { readConsole } from "~/chamber/console-view"
import { decideTie } from "~/chamber/rounds/tie"
import { choiceNames } from "~/law/tally"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Votes } from "~/ui/Votes"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/console-decide"

const DecideForm = z.object({ castingVote: z.enum(["for", "against"], "请选赞成或反对") })

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { head, closedRound, items } = orThrow(context, await readConsole(ctx, params.meetingId))
  if (closedRound?.roundId !== params.roundId || !closedRound.awaitsCasting)
    throw redirect(href("/c/:community/meetings/:meetingId/console", params))
  const motion = items.flatMap(item => item.motions).find(one => one.motionId === closedRound.motionId)
  return {
    community: ctx.community.name,
    params,
    title: head.title,
    motion: motion?.content ?? "",
    counts: closedRound.awaitsCasting,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, DecideForm)
  if (!read.ok) return invalid(context, read)
  const result = await decideTie(context.get(appContext), params.roundId, read.value.castingVote)
  return reply(context, result, href("/c/:community/meetings/:meetingId/console", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `主持人定夺 - ${loaderData?.community ?? ""}议事驿站` },
]

/** The casting vote on a tie, where the rule of this meeting grants one; nothing is chosen beforehand. */
export default function ConsoleDecide({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, motion, counts } = loaderData
  const form = actionData?.form
  const console = href("/c/:community/meetings/:meetingId/console", params)
  return (
    <Page
      title="主持人定夺"
      crumbs={[{ label: title, to: console }, { label: "定夺" }]}
      summary={<ErrorSummary form={form} />}
    >
      <Form method="post">
        <FormColumn>
          <p className="lead">{motion}</p>
          <Votes counts={counts} />
          <p>赞成与反对票数相同。本次会议的议事规则规定，票数相同时由主持人定夺。</p>
          <RadioGroup
            label="主持人的决定"
            options={(["for", "against"] as const).map(value => ({ value, label: choiceNames[value] }))}
            {...field(form, "castingVote")}
          />
          <p>定夺以后写进结果，不能再改。公布以前发现有误的，只能作废这一轮，重新表决。</p>
          <div className="row">
            <ButtonLink to={console}>先不定，回主持台</ButtonLink>
            <Button kind="main">就这样定</Button>
          </div>
        </FormColumn>
      </Form>
    </Page>
  )
}

import { Form, href, redirect } from "react-router"
import { z } from "zod"
import { type RunningView, readConsole } from "~/chamber/console-view"
import { BeforeClosing } from "~/chamber/parts/BeforeClosing"
import { Terms } from "~/chamber/parts/Terms"
import { closeRound } from "~/chamber/rounds/rounds"
import { callLast, endVoting, resumeVoting } from "~/chamber/rounds/voting"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/console-close"

const CloseForm = z.object({
  intent: z.enum(["close", "lastCall", "endVoting", "resumeVoting"]).default("close"),
  seconds: z.enum(["", "60"]).default(""),
})

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { head, openRound, items } = orThrow(context, await readConsole(ctx, params.meetingId))
  if (openRound?.roundId !== params.roundId) throw redirect(href("/c/:community/meetings/:meetingId/console", params))
  const motion = items.flatMap(item => item.motions).find(one => one.motionId === openRound.motionId)
  return {
    community: ctx.community.name,
    params,
    title: head.title,
    motion: motion?.content ?? "",
    terms: motion?.terms ?? null,
    round: openRound,
    readAt: ctx.now(),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, CloseForm)
  if (!read.ok) return invalid(context, read)
  const ctx = context.get(appContext)
  const console = href("/c/:community/meetings/:meetingId/console", params)
  const own = href("/c/:community/meetings/:meetingId/console/close/:roundId", params)
  const { intent, seconds } = read.value
  switch (intent) {
    case "close":
      return reply(context, await closeRound(ctx, params.roundId), console, read.form)
    case "lastCall":
      return reply(context, await callLast(ctx, params.roundId, { seconds: seconds ? Number(seconds) : null }), own)
    case "endVoting":
      return reply(context, await endVoting(ctx, params.roundId), own)
    case "resumeVoting":
      return reply(context, await resumeVoting(ctx, params.roundId), own)
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `结束表决前的核对 - ${loaderData?.community ?? ""}议事驿站` },
]

/** What is looked at before the vote is closed for good: who has not voted, where the papers are, what the hands came to. */
export default function ConsoleClose({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, motion, terms, round, readAt } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const console = href("/c/:community/meetings/:meetingId/console", params)
  return (
    <Page
      title="结束表决吗"
      crumbs={[{ label: title, to: console }, { label: "结束表决" }]}
      summary={<ErrorSummary form={form} />}
    >
      <div className="stack-l">
        <p className="lead">{motion}</p>
        {terms ? <Terms terms={terms} /> : null}
        <BeforeClosing round={round} readAt={readAt} params={params} />
        <p>结束以后不再收票，也不能再打开。没有投的不算弃权。</p>
        <div className="row">
          <ButtonLink to={console} tall>
            再等一等
          </ButtonLink>
          <NextStep round={round} params={params} />
        </div>
      </div>
    </Page>
  )
}

/** Papers and hands first: the vote is closed once they are counted. */
function NextStep({ round, params }: { round: RunningView; params: Route.ComponentProps["params"] }) {
  const { paper, means, votingEndedAt } = round
  if (paper && !paper.isReady) {
    if (means === "hands")
      return (
        <ButtonLink kind="big" to={href("/c/:community/meetings/:meetingId/rounds/:roundId/hands", params)}>
          登记举手计数
        </ButtonLink>
      )
    if (votingEndedAt)
      return (
        <ButtonLink kind="big" to={href("/c/:community/meetings/:meetingId/rounds/:roundId/papers", params)}>
          清点纸票
        </ButtonLink>
      )
  }
  const isToGather = means === "ballots" && paper !== null && !votingEndedAt
  return (
    <Form method="post">
      <Button kind="big" name="intent" value={isToGather ? "endVoting" : "close"}>
        {isToGather ? "停止投票，清点纸票" : "结束表决，计票"}
      </Button>
    </Form>
  )
}

import { Form, href, redirect } from "react-router"
import { z } from "zod"
import { Terms } from "~/chamber/parts/Terms"
import { closeRound } from "~/chamber/rounds/rounds"
import { readConsole } from "~/chamber/views"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/console-close"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readConsole(ctx, params.meetingId))
  const { openRound, items } = view
  if (openRound?.roundId !== params.roundId) throw redirect(href("/c/:community/meetings/:meetingId/console", params))
  const motion = items.flatMap(item => item.motions).find(one => one.motionId === openRound.motionId)
  return {
    community: ctx.community.name,
    params,
    title: view.head.title,
    motion: motion?.content ?? "",
    terms: motion?.terms ?? null,
    cast: openRound.cast,
    present: openRound.present,
    recused: openRound.recusedNames,
    notVoted: openRound.notVoted.map(({ participantId, name, capacityName }) => ({
      key: participantId,
      name,
      capacityName,
    })),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, z.object({}))
  if (!read.ok) return invalid(context, read)
  const result = await closeRound(context.get(appContext), params.roundId)
  return reply(context, result, href("/c/:community/meetings/:meetingId/console", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `结束表决前的核对 - ${loaderData?.community ?? ""}议事驿站` },
]

/** Who is present and has not voted, before the vote is closed for good. */
export default function ConsoleClose({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, motion, terms, cast, present, recused, notVoted } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const console = href("/c/:community/meetings/:meetingId/console", params)
  return (
    <Page
      title="结束表决吗"
      crumbs={[{ label: title, to: console }, { label: "结束表决" }]}
      summary={<ErrorSummary form={form} />}
    >
      <div className="stack-l" aria-live="polite">
        <p className="lead">{motion}</p>
        {terms ? <Terms terms={terms} /> : null}
        <p className="lead">
          在场{present}人，已投<b>{cast}</b>人{recused.length > 0 ? `，回避：${recused.join("、")}` : null}。
        </p>
        {notVoted.length === 0 ? (
          <Note kind="ok">在场的都投了。</Note>
        ) : (
          <Sheet title={`还有${notVoted.length}人在场没有投`}>
            <ul>
              {notVoted.map(one => (
                <li key={one.key}>
                  <b>{one.name}</b>　{one.capacityName}
                </li>
              ))}
            </ul>
          </Sheet>
        )}
        <p>结束以后不再收票，也不能再打开。没有投的不算弃权。</p>
        <Form method="post" className="row">
          <ButtonLink to={console} tall>
            再等一等
          </ButtonLink>
          <Button kind="big">结束表决，计票</Button>
        </Form>
      </div>
    </Page>
  )
}

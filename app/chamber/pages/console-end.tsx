import { Form, href } from "react-router"
import { z } from "zod"
import { readConsole } from "~/chamber/console-view"
import { closeMeeting } from "~/chamber/session"
import { Answers } from "~/ui/Answers"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/console-end"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { head, items } = orThrow(context, await readConsole(ctx, params.meetingId))
  return {
    community: ctx.community.name,
    params,
    title: head.title,
    items: items.map(item => ({
      label: `第${item.ordinal}项`,
      value: `${item.title}：${outcomeOf(item)}`,
    })),
  }
}

function outcomeOf(item: {
  handling: string
  motions: { rounds: { state: string; result: { outcomeName: string } | null }[] }[]
}) {
  const results = item.motions.flatMap(motion =>
    motion.rounds.filter(round => round.state === "proclaimed").map(round => round.result?.outcomeName ?? ""),
  )
  if (results.length > 0) return results.join("、")
  if (item.handling === "report") return "通报"
  return item.handling === "consult" ? "听取意见" : "没有表决，议题退回待排"
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, z.object({}))
  if (!read.ok) return invalid(context, read)
  const result = await closeMeeting(context.get(appContext), params.meetingId)
  return reply(context, result, href("/c/:community/meetings/:meetingId/console", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `散会前的核对 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function ConsoleEnd({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, items } = loaderData
  const console = href("/c/:community/meetings/:meetingId/console", params)
  return (
    <Page
      title="散会吗"
      crumbs={[{ label: title, to: console }, { label: "散会" }]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <div className="stack-l">
        <Answers items={items} />
        <p>散会以后不能再表决。记录人还可以补记发言，直到纪要核准。</p>
        <Form method="post" className="row">
          <ButtonLink to={console} tall>
            回主持台
          </ButtonLink>
          <Button kind="big">散会</Button>
        </Form>
      </div>
    </Page>
  )
}

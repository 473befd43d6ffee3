import { href } from "react-router"
import { ConsoleForm, pressOnConsole } from "~/chamber/console-actions"
import { consolePageOf } from "~/chamber/console-page"
import { readConsole } from "~/chamber/console-view"
import { ConsoleMain } from "~/chamber/parts/ConsoleMain"
import { ConsoleNext } from "~/chamber/parts/ConsoleNext"
import { ConsoleSide, ConsoleTools } from "~/chamber/parts/ConsoleSides"
import { HallClock } from "~/chamber/parts/HallClock"
import { Badge } from "~/ui/Badge"
import { ConsoleAgenda, ConsoleFrame } from "~/ui/ConsoleFrame"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Lamp } from "~/ui/Lamp"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/console"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readConsole(ctx, params.meetingId))
  const { sentences } = context.get(serverContext)
  const page = consolePageOf(view, ctx.now(), refusal => speak(sentences, refusal))
  return { ...page, params, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, ConsoleForm)
  if (!read.ok) return invalid(context, read)
  const result = await pressOnConsole(context.get(appContext), params.meetingId, read.value)
  return reply(context, result, href("/c/:community/meetings/:meetingId/console", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `主持台 - ${loaderData?.head.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 主持台: the present item on one screen, the next step always bottom right. */
export default function Console({ loaderData, actionData }: Route.ComponentProps) {
  const { params, head, clock, presence, quorum, agenda } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  return (
    <ConsoleFrame
      meeting={head.title}
      home={href("/c/:community/meetings/:meetingId", params)}
      state={<Badge kind={head.state === "inSession" ? "doing" : "wait"}>{head.stateName}</Badge>}
      presence={presence}
      quorum={
        quorum ? (
          <Lamp met={quorum.met} metWords="法定人数已到" notWords="法定人数未到" detail={quorum.words} stacked />
        ) : null
      }
      clock={<HallClock {...clock} />}
      agenda={
        <ConsoleAgenda
          press={loaderData.mayMove ? { intent: "moveToItem", name: "agendaItemId" } : null}
          items={agenda.map(item => ({
            key: item.agendaItemId,
            number: item.ordinal,
            title: item.title,
            note: item.note,
            state: item.state,
          }))}
        />
      }
      tools={<ConsoleTools page={loaderData} params={params} form={form} />}
      side={head.state === "inSession" ? <ConsoleSide page={loaderData} params={params} form={form} /> : undefined}
      sideLabel={loaderData.closed ? "异议" : "发言"}
      {...ConsoleNext({ page: loaderData, params })}
    >
      <ErrorSummary form={form} />
      <ConsoleMain page={loaderData} params={params} form={form} />
    </ConsoleFrame>
  )
}

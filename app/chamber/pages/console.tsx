import { href } from "react-router"
import { ConsoleForm, pressOnConsole } from "~/chamber/console-actions"
import { consolePageOf } from "~/chamber/console-page"
import { ConsoleMain } from "~/chamber/parts/ConsoleMain"
import { ConsoleNext } from "~/chamber/parts/ConsoleNext"
import { Adjourn, ConsoleSpeeches } from "~/chamber/parts/ConsoleSides"
import { HallClock } from "~/chamber/parts/HallClock"
import { readRoundResult } from "~/chamber/seat-views"
import { readConsole } from "~/chamber/views"
import { Badge } from "~/ui/Badge"
import { ButtonLink } from "~/ui/Button"
import { ConsoleAgenda, ConsoleFrame } from "~/ui/ConsoleFrame"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Lamp } from "~/ui/Lamp"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/console"

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readConsole(ctx, params.meetingId))
  const { sentences } = context.get(serverContext)
  const page = consolePageOf(view, url.searchParams.get("item"), ctx.now(), refusal => speak(sentences, refusal))
  return { ...page, params, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, ConsoleForm)
  if (!read.ok) return invalid(context, read)
  const ctx = context.get(appContext)
  const result = await pressOnConsole(ctx, params.meetingId, read.value)
  const own = href("/c/:community/meetings/:meetingId/console", params)
  // What was proclaimed stays on the console until the chair goes on.
  const shown = result.ok && read.value.intent === "proclaim" ? await readRoundResult(ctx, read.value.roundId) : null
  return reply(context, result, shown?.ok ? `${own}?item=${shown.value.matter.item.agendaItemId}` : own, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `主持台 - ${loaderData?.head.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 主持台: the present item on one screen, the next step always bottom right. */
export default function Console({ loaderData, actionData }: Route.ComponentProps) {
  const { params, head, clock, presence, quorum, agenda } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const own = href("/c/:community/meetings/:meetingId/console", params)
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
          items={agenda.map(item => ({
            key: item.agendaItemId,
            number: item.ordinal,
            to: `${own}?item=${item.agendaItemId}`,
            title: item.title,
            note: item.note,
            state: item.state,
          }))}
        />
      }
      tools={
        <>
          <ButtonLink wide to={href("/c/:community/meetings/:meetingId/desk", params)}>
            签到与请假
          </ButtonLink>
          <ButtonLink wide to={href("/c/:community/meetings/:meetingId/screen", params)}>
            大屏
          </ButtonLink>
          {head.state === "inSession" ? <Adjourn form={form} /> : null}
        </>
      }
      side={<ConsoleSpeeches speeches={loaderData.speeches} />}
      {...ConsoleNext({ page: loaderData, params })}
    >
      <ErrorSummary form={form} />
      <ConsoleMain page={loaderData} params={params} />
    </ConsoleFrame>
  )
}

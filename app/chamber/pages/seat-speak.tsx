import { href, redirect } from "react-router"
import { ReloadUnscripted } from "~/chamber/parts/ReloadUnscripted"
import { SeatAsking } from "~/chamber/parts/SeatAsking"
import { readSeat } from "~/chamber/seat-views"
import { readSeatAsking } from "~/chamber/speaking/seat-speaking"
import { pressOnSeatSpeaking, SeatSpeakingForm } from "~/chamber/speaking/seat-speaking-form"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { TabletFrame } from "~/ui/TabletFrame"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/seat-speak"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (ctx.actor.seat?.meetingId !== params.meetingId) throw redirect(href("/c/:community/m/:meetingId", params))
  const speaking = orThrow(context, await readSeatAsking(ctx))
  const seat = await readSeat(ctx)
  // Whoever is to vote, or to speak, is taken there at once: here is nothing that could be lost.
  if (speaking.mine || (seat.ok && seat.value.now.kind === "vote"))
    throw redirect(href("/c/:community/m/:meetingId/seat", params))
  return { speaking, params }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, SeatSpeakingForm)
  if (!read.ok) return invalid(context, read)
  if (ctx.actor.seat?.meetingId !== params.meetingId) throw redirect(href("/c/:community/m/:meetingId", params))
  const result = await pressOnSeatSpeaking(ctx, read.value)
  return reply(context, result, href("/c/:community/m/:meetingId/seat", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `我要发言 - ${loaderData?.speaking.meeting.title ?? ""}` },
]

/** 我要发言: for or against, by one of four large buttons; pressing one enters the queue. */
export default function SeatSpeak({ loaderData, actionData }: Route.ComponentProps) {
  const { speaking, params } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`])
  const { item, name, standing } = speaking
  return (
    <TabletFrame
      item={item ? `第${item.ordinal}项` : undefined}
      subject={item?.title ?? speaking.meeting.title}
      person={{ name, delegation: standing === "observer" ? "列席" : undefined }}
      foot={<ButtonLink to={href("/c/:community/m/:meetingId/seat", params)}>不发言，回会场页</ButtonLink>}
    >
      <ErrorSummary form={form} />
      <ReloadUnscripted />
      <SeatAsking speaking={speaking} />
    </TabletFrame>
  )
}

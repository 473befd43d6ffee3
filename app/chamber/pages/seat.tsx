import { Form, href, redirect, useNavigate } from "react-router"
import { z } from "zod"
import { comeBack, leaveEarly } from "~/chamber/attendance/attendance"
import { giveUpSeat } from "~/chamber/attendance/check-in"
import { fetchNextBallot } from "~/chamber/next-ballot"
import { Announcement } from "~/chamber/parts/Announcement"
import { HandOn } from "~/chamber/parts/HandOn"
import { ReloadUnscripted } from "~/chamber/parts/ReloadUnscripted"
import { personOf } from "~/chamber/parts/Seat"
import { SeatNow } from "~/chamber/parts/SeatNow"
import { SeatRound } from "~/chamber/parts/SeatRound"
import { SeatSpeaking } from "~/chamber/parts/SeatSpeaking"
import { readSeat } from "~/chamber/seat-views"
import { announcementOf, seatViewOf } from "~/chamber/seat-words"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { TabletFrame } from "~/ui/TabletFrame"
import { appContext, requestContext, serverContext } from "~/web/context"
import { cookie, seatCookie } from "~/web/cookies"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { goGiven } from "~/web/given-ahead"
import { useKeptAnswer, useLive } from "~/web/live-client"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/seat"

const SeatForm = z.object({ intent: z.enum(["leave", "return", "giveUp"]) })

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (ctx.actor.seat?.meetingId !== params.meetingId) throw redirect(href("/c/:community/m/:meetingId", params))
  const view = orThrow(context, await readSeat(ctx))
  // Whoever is to vote is taken to the ballot at once: here is nothing that could be lost.
  if (view.now.kind === "vote")
    throw redirect(href("/c/:community/m/:meetingId/vote/:roundId", { ...params, roundId: view.now.roundId }))
  const { sentences } = context.get(serverContext)
  return { ...seatViewOf(view, why => speak(sentences, why)), params }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, SeatForm)
  if (!read.ok) return invalid(context, read)
  if (ctx.actor.seat?.meetingId !== params.meetingId) throw redirect(href("/c/:community/m/:meetingId", params))
  if (read.value.intent === "giveUp") {
    await giveUpSeat(ctx)
    return redirect(href("/c/:community/m/:meetingId", params), {
      status: 303,
      headers: { "Set-Cookie": cookie(seatCookie, "", context.get(requestContext).isSecure, 0) },
    })
  }
  const move = read.value.intent === "leave" ? leaveEarly : comeBack
  return reply(context, await move(ctx), href("/c/:community/m/:meetingId/seat", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `会场 - ${loaderData?.title ?? ""}` }]

export default function Seat({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, me, now, item, speaking, round } = loaderData
  const form = useKeptAnswer(actionData)?.form
  const navigate = useNavigate()
  useLive(params.community, [`meeting:${params.meetingId}`], async () => {
    const next = await fetchNextBallot(params)
    // A seat that changed hands elsewhere in this browser: the page itself is loaded again.
    if (next?.view.me.participantId !== me.participantId) return null
    const address = href("/c/:community/m/:meetingId/vote/:roundId", next.params)
    return () => void goGiven(address, next.view, navigate)
  })
  return (
    <TabletFrame
      item={item ? `第${item.ordinal}项` : undefined}
      subject={item?.title ?? title}
      person={personOf(me)}
      airy
      foot={<SeatFoot presence={me.presence} />}
    >
      <ErrorSummary form={form} />
      <ReloadUnscripted />
      <Announcement>{announcementOf(now)}</Announcement>
      <SeatNow now={now} item={item} />
      {round ? <SeatRound round={round} params={params} /> : null}
      {speaking ? <SeatSpeaking speaking={speaking} params={params} /> : null}
    </TabletFrame>
  )
}

function SeatFoot({ presence }: { presence: string }) {
  return (
    <Form method="post" className="row">
      {presence === "left" ? (
        <Button name="intent" value="return">
          我回来了
        </Button>
      ) : (
        <Button name="intent" value="leave">
          我要先走
        </Button>
      )}
      <HandOn mayGiveUp />
    </Form>
  )
}

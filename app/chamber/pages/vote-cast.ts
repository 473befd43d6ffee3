import { href, redirect } from "react-router"
import { BallotForm, handIn } from "~/chamber/rounds/ballot-form"
import { ballotWishOf } from "~/chamber/rounds/ballot-page"
import { appContext, serverContext } from "~/web/context"
import { readForm } from "~/web/forms"
import { speak, statusOf } from "~/web/refusals"
import type { Route } from "./+types/vote-cast"

/** Nothing stands here to look at: the ballot's own page does. */
export function loader({ params, context }: Route.LoaderArgs) {
  const isSeated = context.get(appContext).actor.seat?.meetingId === params.meetingId
  throw redirect(
    isSeated
      ? href("/c/:community/m/:meetingId/vote/:roundId", params)
      : href("/c/:community/m/:meetingId", { community: params.community, meetingId: params.meetingId }),
  )
}

/** A ballot that waited on its tablet: the form of the check, answered for a script that may have asked before. */
export async function action({ request, params, url, context }: Route.ActionArgs) {
  const read = await readForm(request, BallotForm)
  const result = read.ok
    ? await handIn(context.get(appContext), params.roundId, ballotWishOf(url), read.value)
    : read.refusal
  if (result.ok) return Response.json({ received: true })
  const sentence = speak(context.get(serverContext).sentences, result)
  const status = result.code === "not_seated" ? 403 : statusOf(result)
  return Response.json({ code: result.code, sentence }, { status })
}

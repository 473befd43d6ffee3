import { href } from "react-router"
import { BallotForm, handIn } from "~/chamber/rounds/ballot-form"
import { ballotWishOf } from "~/chamber/rounds/ballot-page"
import { readFields } from "~/web/forms"
import { jsonAnswer, type QuickAnswer, type QuickRoute } from "~/web/quick"
import { speak, statusOf } from "~/web/refusals"

/** A ballot that waited on its tablet: the form of the check, answered for a script that may have asked before. */
export const castRoute: QuickRoute = {
  pattern: "/c/:community/m/:meetingId/vote/:roundId/cast",
  /** Nothing stands here to look at: the ballot's own page does. */
  get({ ctx, params }): QuickAnswer {
    const { community = "", meetingId = "", roundId = "" } = params
    const isSeated = ctx.actor.seat?.meetingId === meetingId
    const page = isSeated
      ? href("/c/:community/m/:meetingId/vote/:roundId", { community, meetingId, roundId })
      : href("/c/:community/m/:meetingId", { community, meetingId })
    return { status: 302, headers: { Location: page } }
  },
  async post({ ctx, request, params, sentences }) {
    const read = await readFields(request, BallotForm)
    const result = read.ok
      ? await handIn(ctx, params.roundId ?? "", ballotWishOf(request.search), read.value)
      : read.refusal
    if (result.ok) return jsonAnswer({ received: true })
    const status = result.code === "not_seated" ? 403 : statusOf(result)
    return jsonAnswer({ code: result.code, sentence: speak(sentences, result) }, status)
  },
}

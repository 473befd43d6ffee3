import { readOpenBallotPage } from "~/chamber/rounds/ballot-page"
import { notHere } from "~/people/gate"
import { jsonAnswer, type QuickRoute } from "~/web/quick"

/**
 * What a seat's page asks when it hears of a change: the ballot its delegate is to cast now, with everything its page
 * shows, or null. So two hundred tablets have it after one short question each, and load no page to be led to another.
 */
export const openBallotRoute: QuickRoute = {
  pattern: "/c/:community/m/:meetingId/ballot",
  async get({ ctx, params }) {
    if (ctx.actor.seat?.meetingId !== params.meetingId) throw notHere()
    return jsonAnswer({ ballot: await readOpenBallotPage(ctx, params.community ?? "") })
  },
}

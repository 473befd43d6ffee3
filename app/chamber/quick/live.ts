import { listAudible } from "~/chamber/hearing"
import { notHere } from "~/people/gate"
import { liveHeaders } from "~/web/live"
import type { QuickRoute } from "~/web/quick"

const mostChannels = 20

/** The stream of live events: that something changed, never what. Members listen here too; the channels say who may hear. */
export const liveRoute: QuickRoute = {
  pattern: "/c/:community/live",
  async get({ ctx, request }) {
    const channels = await listAudible(ctx, request.search.getAll("channel").slice(0, mostChannels))
    if (channels.length === 0) throw notHere()
    return { status: 200, headers: liveHeaders, hears: channels }
  },
}

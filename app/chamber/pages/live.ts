import { listAudible } from "~/chamber/hearing"
import { notHere } from "~/people/gate"
import { appContext, serverContext } from "~/web/context"
import { liveResponse } from "~/web/live"
import type { Route } from "./+types/live"

const mostChannels = 20

/** The stream of live events: that something changed, never what. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const asked = url.searchParams.getAll("channel").slice(0, mostChannels)
  const channels = await listAudible(context.get(appContext), asked)
  if (channels.length === 0) throw notHere()
  context.get(serverContext).listen(channels)
  return liveResponse()
}

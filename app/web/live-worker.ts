/// <reference lib="webworker" />
/**
 * One stream of live events for all tabs of a browser: HTTP/1.1 allows six connections to a host, and six tabs with one
 * each would freeze it.
 */
import { createLiveHub, type LiveNews, type LiveWish } from "./live-hub"

const scope = self as unknown as SharedWorkerGlobalScope
const hub = createLiveHub()

scope.onconnect = event => {
  const port = event.ports[0]
  if (!port) return
  const member = (news: LiveNews) => port.postMessage(news)
  port.onmessage = ({ data }: MessageEvent<LiveWish | null>) => {
    if (data) hub.join(member, data)
    else hub.leave(member)
  }
}

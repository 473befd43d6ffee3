import type { ServerResponse } from "node:http"
import { type LiveBus, liveBeginning } from "~/web/live"

/**
 * Answers as the framework decided, and holds the line: from then on events are written to it as they are. Streams that
 * pass through the framework hold a request, a reader and several promises each, and every event would go through all of them.
 */
export function holdLine(
  outgoing: ServerResponse,
  response: Response,
  bus: LiveBus,
  channels: readonly string[],
): void {
  // Whoever watches for the end of an answered request would keep all of it in memory for as long as the line lasts.
  outgoing.removeAllListeners("close")
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  // Written to in the moment in which the other side goes away, it would complain to nobody, and end the process.
  outgoing.on("error", () => {})
  outgoing.write(liveBeginning)
  outgoing.once("close", bus.hold(outgoing, channels))
}

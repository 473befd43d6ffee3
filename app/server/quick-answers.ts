import type { IncomingMessage, ServerResponse } from "node:http"
import type { LiveBus } from "~/web/live"
import { liveBeginning } from "~/web/live"
import type { QuickAnswer, QuickRequest } from "~/web/quick"

/** A request as the quick door takes it, from node's own: nothing is copied, and the body is read when it is asked for. */
export const quickRequestOf = (incoming: IncomingMessage, query: string): QuickRequest => ({
  method: incoming.method ?? "GET",
  search: new URLSearchParams(query),
  headers: { get: name => headerOf(incoming, name) },
  readText: mostBytes => readText(incoming, mostBytes),
})

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name.toLowerCase()]
  return Array.isArray(value) ? value.join(", ") : (value ?? null)
}

function readText(incoming: IncomingMessage, mostBytes: number): ReturnType<QuickRequest["readText"]> {
  return new Promise(done => {
    const chunks: Buffer[] = []
    let bytes = 0
    incoming.on("data", (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) done("tooLarge")
      else chunks.push(chunk)
    })
    incoming.once("end", () => done({ text: Buffer.concat(chunks).toString("utf8") }))
    // Cut in the middle: what came is not what was sent.
    incoming.once("close", () => done("cut"))
    incoming.once("error", () => done("cut"))
  })
}

/** Sends an answer of the quick door, or holds its line. */
export function sendQuickAnswer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, headers = {}, body = "", hears }: QuickAnswer,
  bus: LiveBus,
): void {
  const isHead = incoming.method === "HEAD"
  const head = Object.entries(headers).flat()
  if (hears && !isHead) {
    holdLine(outgoing, status, head, bus, hears)
    return
  }
  outgoing.writeHead(status, [...head, "Content-Length", String(Buffer.byteLength(body))])
  outgoing.end(isHead ? undefined : body)
}

/** Answers and holds the line: from then on events are written to it as they are. */
function holdLine(
  outgoing: ServerResponse,
  status: number,
  head: string[],
  bus: LiveBus,
  channels: readonly string[],
): void {
  if (outgoing.closed) return
  outgoing.writeHead(status, head)
  // Written to in the moment in which the other side goes away, it would complain to nobody, and end the process.
  outgoing.on("error", () => {})
  outgoing.write(liveBeginning)
  outgoing.once("close", bus.hold(outgoing, channels))
}

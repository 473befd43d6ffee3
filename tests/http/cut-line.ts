import { request } from "node:http"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { onTestFinished } from "vitest"
import type { Participant } from "~/convening/store"
import type { Hall } from "./hall"

/** Where the network fails: before anything is sent, in the middle of the form, before the answer, in the middle of it. */
export type Cut = "beforeRequest" | "inRequest" | "beforeAnswer" | "inAnswer"

/** So many bytes of the form never arrive: what came would be a whole ballot with another key. */
const bytesLost = 3

/** A line to the server that is cut every time at the same place. Returns its port. */
export async function aCutLine(origin: string, cut: Cut): Promise<number> {
  const { hostname, port } = new URL(origin)
  const lines = new Set<Socket>()
  const proxy = createServer(near => {
    const far = connect(Number(port), hostname)
    const drop = () => {
      near.destroy()
      far.destroy()
    }
    for (const end of [near, far]) {
      lines.add(end)
      end.on("error", drop).on("close", drop)
    }
    if (cut === "beforeRequest") return drop()
    let sent = Buffer.alloc(0)
    near.on("data", chunk => {
      if (cut !== "inRequest") return void far.write(chunk)
      sent = Buffer.concat([sent, chunk])
      const body = sent.indexOf("\r\n\r\n") + 4
      const length = Number(/content-length: (\d+)/i.exec(sent.toString("latin1"))?.[1])
      if (body > 3 && sent.length === body + length) far.write(sent.subarray(0, sent.length - bytesLost), drop)
    })
    far.on("data", chunk => {
      if (cut === "inAnswer") near.write(chunk.subarray(0, Math.floor(chunk.length / 2)), drop)
      else drop()
    })
  })
  await new Promise<void>(listening => proxy.listen(0, "127.0.0.1", listening))
  onTestFinished(() => {
    for (const line of lines) line.destroy()
    proxy.close()
  })
  return (proxy.address() as AddressInfo).port
}

/** One ballot on a line of its own, by whichever port; rejects when the line breaks. The key is the tablet's own. */
export function sendOnce(
  hall: Hall,
  voter: Participant,
  roundId: string,
  choice: string,
  port = new URL(hall.server.origin).port,
): Promise<{ isReceived: boolean; status: number }> {
  const page = hall.tabletPath(`/vote/${roundId}`)
  const { origin } = hall.server
  const body = new URLSearchParams({ choice, requestKey: `key-of-${voter.id}` }).toString()
  return new Promise((answered, failed) => {
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        path: `${page}/check`,
        method: "POST",
        agent: false,
        headers: {
          Host: new URL(origin).host,
          Origin: origin,
          Cookie: `seat=${hall.tablet(voter).cookies.get("seat")}`,
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": Buffer.byteLength(body),
        },
      },
      incoming => {
        const { statusCode: status = 0, headers } = incoming
        incoming.resume()
        incoming.once("error", failed)
        incoming.once("end", () =>
          answered({ isReceived: status === 303 && headers.location === `${page}/done`, status }),
        )
      },
    )
    outgoing.once("error", failed)
    outgoing.end(body)
  })
}

const pauseMs = 50

/** As a tablet does: the same ballot again and again until it is told that it was received; over the broken lines first. */
export async function deliver(
  hall: Hall,
  voter: Participant,
  ballot: { roundId: string; choice: string },
  brokenPorts: readonly number[] = [],
): Promise<void> {
  const broken = [...brokenPorts]
  for (;;) {
    const port = broken.shift()
    const receipt = await sendOnce(hall, voter, ballot.roundId, ballot.choice, port?.toString()).catch(() => null)
    if (receipt?.isReceived) return
    if (receipt) throw new Error(`a ballot was answered ${receipt.status}`)
    await new Promise(later => setTimeout(later, pauseMs))
  }
}

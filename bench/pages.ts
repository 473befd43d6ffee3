import { mkdtempSync, rmSync } from "node:fs"
import { createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { ballotOf, send } from "./load"
import { fillHall } from "./meetings"
import { startOurs } from "./servers"

const times = 30
const sign = { "Accept-Encoding": "gzip" }

type Got = { ms: number; bytes: number; text: string; type: string }

/** One answer as it travels: compressed bytes, and the text in them. */
function get(url: string, cookie: string): Promise<Got> {
  const startedAt = performance.now()
  return new Promise((done, failed) => {
    const outgoing = request(url, { headers: { ...sign, Cookie: cookie } }, incoming => {
      const parts: Buffer[] = []
      incoming.on("data", part => parts.push(part))
      incoming.on("end", () => {
        if (incoming.statusCode !== 200) return failed(new Error(`${url} answered ${incoming.statusCode}`))
        const body = Buffer.concat(parts)
        const isPacked = incoming.headers["content-encoding"] === "gzip"
        done({
          ms: performance.now() - startedAt,
          bytes: body.length,
          text: (isPacked ? gunzipSync(body) : body).toString("utf8"),
          type: incoming.headers["content-type"] ?? "",
        })
      })
    })
    outgoing.on("error", failed)
    outgoing.end()
  })
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

async function medianTime(url: string, cookie: string): Promise<number> {
  const all: number[] = []
  for (let n = 0; n < times; n++) all.push((await get(url, cookie)).ms)
  return median(all.slice(5))
}

/** The bare limit: the same bytes from a node:http server that does nothing else. */
async function bareTime(html: string): Promise<number> {
  const server = createServer((_incoming, outgoing) => outgoing.end(html))
  await new Promise<void>(listening => server.listen(0, "127.0.0.1", listening))
  const ms = await medianTime(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, "")
  server.close()
  return ms
}

/** Time and bytes (HTML, CSS, JS, gzipped) of each page of the walk; the time's ratio is to a bare server's. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yishi-bench-"))
  try {
    const hall = await fillHall(folder, 1, 15)
    const vote = hall.votes[0]!
    const server = await startOurs(folder)
    const c = `/c/${hall.slug}`
    const member = `sid=${hall.chairToken}`
    const seat = `seat=${vote.seats[0]!.token}`
    const ballot = `${c}/m/${vote.meetingId}/vote/${vote.roundId}`
    const voted = vote.seats[1]!
    await send(server.origin, ballotOf(hall, vote, voted))
    const pages: [string, string, string][] = [
      ["sign-in", "/sign-in", ""],
      ["desk", c, member],
      ["issues", `${c}/issues`, member],
      ["report an issue", `${c}/issues/new`, member],
      ["import", `${c}/imports/new?kind=issues`, member],
      ["topics", `${c}/topics`, member],
      ["meetings", `${c}/meetings`, member],
      ["meeting", `${c}/meetings/${vote.meetingId}`, member],
      ["check-in desk", `${c}/meetings/${vote.meetingId}/desk`, member],
      ["chair's console", `${c}/meetings/${vote.meetingId}/console`, member],
      ["recorder", `${c}/meetings/${vote.meetingId}/record`, member],
      ["big screen", `${c}/meetings/${vote.meetingId}/screen`, member],
      ["close the vote", `${c}/meetings/${vote.meetingId}/console/close/${vote.roundId}`, member],
      ["tablet: check-in", `${c}/m/${vote.meetingId}`, ""],
      ["tablet: vote", ballot, seat],
      ["tablet: check", `${ballot}/check`, seat],
      ["tablet: received", `${ballot}/done`, `seat=${voted.token}`],
      ["records", `${c}/records`, member],
    ]
    console.log(
      `${"page".padEnd(18)} ${"ms".padStart(6)} ${"ratio".padStart(6)} ${"HTML".padStart(7)} ${"CSS".padStart(7)} ${"JS".padStart(8)}   bytes, gzipped`,
    )
    let slowest = 0
    for (const [name, path, cookie] of pages) {
      const page = await get(server.origin + path, cookie)
      const ms = await medianTime(server.origin + path, cookie)
      const ratio = ms / (await bareTime(page.text))
      slowest = Math.max(slowest, ms)
      const [css, js] = [await weigh(server.origin, page.text, "css"), await weigh(server.origin, page.text, "js")]
      console.log(
        `${name.padEnd(18)} ${ms.toFixed(1).padStart(6)} ${ratio.toFixed(1).padStart(6)} ${String(page.bytes).padStart(7)} ${String(css).padStart(7)} ${String(js).padStart(8)}`,
      )
    }
    await server.stop()
    console.log(`slowest page: ${slowest.toFixed(1)} ms`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function weigh(origin: string, html: string, kind: "css" | "js"): Promise<number> {
  const files = new Set(html.match(new RegExp(`/assets/[\\w.-]+\\.${kind}`, "g")))
  let bytes = 0
  for (const file of files) bytes += (await get(origin + file, "")).bytes
  return bytes
}

import { mkdtempSync, rmSync } from "node:fs"
import { createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { ballotOf, send } from "./load"
import { fillHall } from "./meetings"
import { type Page, pagesOfHall, pagesOfTown } from "./page-lists"
import { type Server, startOurs } from "./servers"
import { fillTown } from "./town"

const times = 30
/** The demo's matters, once and so many times more: 533 issues, 65 notices, 67 meetings, 8,800 lines of the audit log. */
const copies = 12
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

type Figure = { name: string; ms: number; ratio: number }

/** Time and bytes (HTML, CSS, JS, gzipped) of each page; the time's ratio is to a bare server's. */
async function measure(server: Server, pages: readonly Page[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, path, cookie } of pages) {
    const page = await get(server.origin + path, cookie)
    const ms = await medianTime(server.origin + path, cookie)
    const ratio = ms / (await bareTime(page.text))
    figures.push({ name, ms, ratio })
    const [css, js] = [await weigh(server.origin, page.text, "css"), await weigh(server.origin, page.text, "js")]
    console.log(
      `${name.padEnd(24)} ${ms.toFixed(1).padStart(6)} ${ratio.toFixed(1).padStart(6)} ${String(page.bytes).padStart(7)} ${String(css).padStart(7)} ${String(js).padStart(8)}`,
    )
  }
  return figures
}

async function weigh(origin: string, html: string, kind: "css" | "js"): Promise<number> {
  const files = new Set(html.match(new RegExp(`/assets/[\\w.-]+\\.${kind}`, "g")))
  let bytes = 0
  for (const file of files) bytes += (await get(origin + file, "")).bytes
  return bytes
}

/** The pages of a meeting with a vote open, then those of a community that has been at work for a year. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yishi-bench-"))
  try {
    const hall = await fillHall(folder, 1, 15)
    const vote = hall.votes[0]!
    console.log(
      `${"page".padEnd(24)} ${"ms".padStart(6)} ${"ratio".padStart(6)} ${"HTML".padStart(7)} ${"CSS".padStart(7)} ${"JS".padStart(8)}   bytes, gzipped`,
    )
    const inHall = await startOurs(folder)
    await send(inHall.origin, ballotOf(hall, vote, vote.seats[1]!))
    const figures = await measure(inHall, pagesOfHall(hall, vote))
    await inHall.stop()

    const town = await fillTown(folder, copies)
    const inTown = await startOurs(folder, { DATABASE_URL: town.file })
    figures.push(...(await measure(inTown, pagesOfTown(town))))
    await inTown.stop()
    const slowest = figures.reduce((one, other) => (other.ms > one.ms ? other : one))
    console.log(
      `slowest page: ${slowest.name}, ${slowest.ms.toFixed(1)} ms, ${slowest.ratio.toFixed(1)} times the bare server`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

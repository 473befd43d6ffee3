import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ballotOf, formOf, type Post, send, sendAll } from "./load"
import { fillHall, type Hall, type OpenVote } from "./meetings"
import { type Server, startBare, startOurs } from "./servers"

const meetings = 20
const delegates = 200
const connections = 64
/** Longer than this the chair's page is not waited for. */
const longestLooks = 500

const ballotsOf = (hall: Hall): Post[] => hall.votes.flatMap(vote => vote.seats.map(seat => ballotOf(hall, vote, seat)))

/** The same fields without an account: the bare server believes everyone. */
const barePosts = (): Post[] =>
  Array.from({ length: meetings * delegates }, (_, at) => ({
    path: "/",
    body: formOf({
      round: `round-${at % meetings}`,
      participant: `participant-${at}`,
      choice: "for",
      requestKey: `key-${at}`,
    }),
  }))

async function measure(name: string, server: Server, posts: Post[]): Promise<number> {
  const { answers, seconds } = await sendAll(server.origin, posts, connections)
  const accepted = answers.filter(answer => answer.status === 303 || answer.status === 302).length
  if (accepted !== posts.length)
    throw new Error(`${name}: ${posts.length - accepted} of ${posts.length} were not accepted`)
  const rate = accepted / seconds
  const sorted = answers.map(answer => answer.ms).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(0)
  console.log(`${name.padEnd(34)} ${rate.toFixed(0).padStart(7)} ballots/s   median ${at(0.5)} ms, 99 % ${at(0.99)} ms`)
  return rate
}

/**
 * Accepted, authenticated ballots per second over HTTP, against a bare server that inserts the same row with the same
 * durability; then how long 200 tablets that vote within a second wait until all are acknowledged and the chair's count
 * is current. The last line is the ratio to the bare server with one commit each.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yishi-bench-"))
  try {
    const bare: Record<string, number> = {}
    for (const mode of ["one", "shared"] as const) {
      const server = await startBare(join(folder, `bare-${mode}.db`), mode)
      bare[mode] = await measure(
        `bare server, ${mode === "one" ? "one commit each" : "shared commits"}`,
        server,
        barePosts(),
      )
      await server.stop()
    }
    const hall = await fillHall(folder, meetings + 1, delegates)
    const rush = hall.votes.pop()!
    const server = await startOurs(folder)
    const ours = await measure("yishi", server, ballotsOf(hall))
    await measureRush(server, hall, rush)
    await server.stop()
    console.log(`ratio to the bare server with shared commits: ${(ours / bare.shared!).toFixed(2)}`)
    console.log(`ratio to the bare server with one commit each: ${(ours / bare.one!).toFixed(2)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 200 tablets vote at moments spread over one second; the chair's page is asked until it shows them all. */
async function measureRush(server: Server, hall: Hall, vote: OpenVote): Promise<void> {
  const startedAt = performance.now()
  const sent = vote.seats.map(async (seat, at) => {
    await new Promise(later => setTimeout(later, (at / vote.seats.length) * 1000))
    return send(server.origin, ballotOf(hall, vote, seat))
  })
  const answers = await Promise.all(sent)
  const lastSentAt = startedAt + 1000 * ((vote.seats.length - 1) / vote.seats.length)
  const acknowledged = performance.now() - lastSentAt
  const slowest = Math.max(...answers.map(answer => answer.ms))
  await untilChairSees(server, hall, vote)
  const current = performance.now() - lastSentAt
  console.log(
    `${delegates} tablets within a second: slowest answer ${slowest.toFixed(0)} ms; all acknowledged ${acknowledged.toFixed(0)} ms, the chair's count current ${current.toFixed(0)} ms after the last was sent`,
  )
}

async function untilChairSees(server: Server, hall: Hall, vote: OpenVote): Promise<void> {
  for (let looks = 0; looks < longestLooks; looks += 1) {
    const page = await fetch(`${server.origin}/c/${hall.slug}/meetings/${vote.meetingId}/console`, {
      headers: { Cookie: `sid=${hall.chairToken}` },
    })
    const text = (await page.text()).replaceAll(/<[^>]*>/g, "").replaceAll(/\s/g, "")
    if (!page.ok) throw new Error(`the console answered ${page.status}`)
    if (text.includes(`${delegates}/${delegates}`)) return
    await new Promise(later => setTimeout(later, 20))
  }
  throw new Error(`the console never showed ${delegates}/${delegates}`)
}

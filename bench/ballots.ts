import { mkdtempSync, rmSync } from "node:fs"
import { Agent } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ballotOf, formOf, type Post, send, sendAll } from "./load"
import { fillHall, type Hall, type OpenVote } from "./meetings"
import { type Server, startBare, startOurs } from "./servers"

/** Of which each way to the box takes half. */
const meetings = 40
const delegates = 200
const connections = 64
const batchSize = 400
/** Longer than this the chair's page is not waited for. */
const longestLooks = 500

const ballotsOf = (hall: Hall, votes: OpenVote[], way: "cast" | "check"): Post[] =>
  votes.flatMap(vote => vote.seats.map(seat => ballotOf(hall, vote, seat, way)))

/** The same fields without an account: the bare server believes everyone. */
const barePosts = (): Post[] =>
  Array.from({ length: (meetings / 2) * delegates }, (_, at) => ({
    path: "/",
    body: formOf({
      round: `round-${at % (meetings / 2)}`,
      participant: `participant-${at}`,
      choice: "for",
      requestKey: `key-${at}`,
    }),
  }))

/** One server under load, batch by batch. */
function aRace(name: string, server: Server, posts: Post[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let accepted = 0
  let seconds = 0
  let cpu = 0
  return {
    run: async (batch: number) => {
      const before = server.cpuTime()
      const sent = posts.slice(batch * batchSize, (batch + 1) * batchSize)
      const { answers, seconds: taken } = await sendAll(server.origin, sent, connections, agent)
      const refused = answers.filter(answer => answer.status !== 200 && answer.status !== 303).length
      if (refused > 0) throw new Error(`${name}: ${refused} of ${sent.length} were not accepted`)
      times.push(...answers.map(answer => answer.ms))
      accepted += sent.length
      seconds += taken
      cpu += server.cpuTime() - before
    },
    finish: () => {
      agent.destroy()
      const sorted = times.sort((a, b) => a - b)
      const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(0)
      const rate = accepted / seconds
      console.log(
        `${name.padEnd(34)} ${rate.toFixed(0).padStart(7)} ballots/s   median ${at(0.5)} ms, 99 % ${at(0.99)} ms   ${(cpu / accepted).toFixed(2)} ms of processor each`,
      )
      return rate
    },
  }
}

/**
 * Accepted, authenticated ballots per second over HTTP, against a bare server that inserts the same row with the same
 * durability. The servers take turns, batch by batch, so that whatever else the machine does falls on all alike. Then how
 * long 200 tablets that vote within a second wait until all are acknowledged and the chair's count is current. The last
 * line is the ratio to the bare server with one commit each.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yishi-bench-"))
  try {
    const hall = await fillHall(folder, meetings + 1, delegates)
    const rush = hall.votes.pop()!
    const server = await startOurs(folder)
    const [one, shared] = [
      await startBare(join(folder, "bare-one.db"), "one"),
      await startBare(join(folder, "bare-shared.db"), "shared"),
    ]
    const races = [
      aRace("bare server, one commit each", one, barePosts()),
      aRace("bare server, shared commits", shared, barePosts()),
      aRace("yishi, from a tablet", server, ballotsOf(hall, hall.votes.slice(0, meetings / 2), "cast")),
      aRace("yishi, from a page without scripts", server, ballotsOf(hall, hall.votes.slice(meetings / 2), "check")),
    ]
    for (let batch = 0; batch < ((meetings / 2) * delegates) / batchSize; batch += 1)
      for (const race of races) await race.run(batch)
    const [oneRate, sharedRate, ours] = races.map(race => race.finish())
    await measureRush(server, hall, rush)
    await Promise.all([server, one, shared].map(each => each.stop()))
    console.log(`ratio to the bare server with shared commits: ${(ours! / sharedRate!).toFixed(2)}`)
    console.log(`ratio to the bare server with one commit each: ${(ours! / oneRate!).toFixed(2)}`)
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

import { mkdtempSync, rmSync } from "node:fs"
import { Agent } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openDatabase } from "#db/client"
import { listRounds } from "~/chamber/rounds/round-store"
import { openListeners } from "./listeners"
import { formOf, type Post, send } from "./load"
import { fillHall, type Hall, type OpenVote } from "./meetings"
import { type Server, startBroadcaster, startOurs } from "./servers"

const lines = 1000
const tablets = 200
/** So many openings, each followed by an annulment: twice as many changes. */
const openings = 20
const tabletOpenings = 20
/** An answer without a ballot is shorter. */
const fewestBytes = 200

/** What stands at this share of the sorted values. */
const at = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)]!

const lastCommit = (server: Server) => Number(server.probed.findLast(({ what }) => what === "commit")!.value)

/** From the return of the commit to the last of those who listen. */
async function measureChange(
  server: Server,
  change: () => Promise<unknown>,
  heard: Promise<number[]>,
): Promise<number> {
  await change()
  const told = await heard
  return Math.max(...told) - lastCommit(server)
}

/** The chair opens a vote, and annuls it. */
async function aChair(server: Server, folder: string, hall: Hall, vote: OpenVote) {
  const db = await openDatabase(join(folder, "yishi.db"))
  const own = `/c/${hall.slug}/meetings/${vote.meetingId}/console`
  const press = async (path: string, fields: Record<string, string>) => {
    const post: Post = { path, body: formOf(fields), cookie: `sid=${hall.chairToken}` }
    const { status } = await send(server.origin, post)
    if (status !== 303 && status !== 302) throw new Error(`the chair was answered ${status} at ${path}`)
  }
  const findRoundId = async () => (await listRounds(db.read, hall.communityId, vote.meetingId)).at(-1)!.id
  return {
    open: () => press(own, { intent: "openRound", motionId: vote.motionId, manner: "named" }),
    annul: async () => press(`${own}/annul/${await findRoundId()}`, { reason: "重新表决" }),
    findRoundId,
    leave: () => db.close(),
  }
}

/** Tells by tablets: each asks for its ballot when it hears of the vote, as the hall's page does, and shows the answer. */
async function measureTablets(
  server: Server,
  heard: (listener: (at: number) => void) => void,
  change: () => Promise<unknown>,
  ballotOf: (tablet: number) => Post,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: tablets })
  let shown = 0
  let lastShown = 0
  const allShown = new Promise<void>((done, failed) => {
    heard(tablet => {
      const load = async () => {
        const { status, bytes } = await send(server.origin, ballotOf(tablet), agent)
        if (status !== 200 || bytes < fewestBytes) throw new Error(`a tablet was answered ${status}, ${bytes} bytes`)
        lastShown = Number(process.hrtime.bigint()) / 1e6
        shown += 1
        if (shown === tablets) done()
      }
      load().catch(failed)
    })
  })
  await change()
  await allShown
  heard(() => {})
  agent.destroy()
  return lastShown - lastCommit(server)
}

/**
 * A thousand live connections to one process: from the commit of a change to the last who is told, and the memory of a
 * connection, against a bare broadcaster in the same run, change by change. Then how long until 200 tablets have the
 * ballot of the opened vote. The last line is the ratio of the last told (median).
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yishi-bench-"))
  try {
    const hall = await fillHall(folder, 1, lines, [tablets])
    const [vote, table] = [hall.votes[0]!, hall.votes[1]!]
    const ours = await startOurs(folder, {}, true)
    const bare = await startBroadcaster(join(folder, "bare.db"))
    const livePath = `/c/${hall.slug}/live?channel=meeting%3A${vote.meetingId}`
    const seats = vote.seats.map(({ token }) => ({ path: livePath, cookie: `seat=${token}` }))
    const barely = vote.seats.map(() => ({ path: "/live" }))

    const held: Record<string, { rss: number; held: number }> = {}
    const connectAll = async (name: string, server: Server, requests: typeof seats | typeof barely) => {
      // What is loaded or compiled by the first of them is not a connection's.
      ;(await openListeners(server.origin, requests.slice(0, 100))).close()
      const before = await server.readMemory()
      const listeners = await openListeners(server.origin, requests)
      const after = await server.readMemory()
      const perLine = (key: "rss" | "held") => (after[key] - before[key]) / lines / 1024
      held[name] = { rss: perLine("rss"), held: perLine("held") }
      console.log(
        `${name.padEnd(18)} a connection holds ${held[name].held.toFixed(1)} kB, ${held[name].rss.toFixed(1)} kB resident`,
      )
      return listeners
    }
    const bareListeners = await connectAll("bare broadcaster", bare, barely)
    const ourListeners = await connectAll("yishi", ours, seats)

    const chair = await aChair(ours, folder, hall, vote)
    const tell = () => send(bare.origin, { path: "/", body: "" })
    const told = { bare: [] as number[], ours: [] as number[] }
    await chair.annul()
    for (let n = 0; n < openings * 2; n++) {
      const change = n % 2 === 0 ? chair.open : chair.annul
      told.bare.push(await measureChange(bare, tell, bareListeners.nextChange()))
      told.ours.push(await measureChange(ours, change, ourListeners.nextChange()))
    }
    for (const [name, values] of [
      ["bare broadcaster", told.bare],
      ["yishi", told.ours],
    ] as const)
      console.log(
        `${name.padEnd(18)} commit to the last of ${lines} told: median ${at(values, 0.5).toFixed(1)} ms, 99 % ${at(values, 0.99).toFixed(1)} ms`,
      )

    bareListeners.close()
    ourListeners.close()
    await chair.leave()

    // A table of 200, at which nobody else listens.
    const bareTablets = await openListeners(bare.origin, barely.slice(0, tablets))
    const ownPath = `/c/${hall.slug}/live?channel=meeting%3A${table.meetingId}`
    const ourTablets = await openListeners(
      ours.origin,
      table.seats.map(({ token }) => ({ path: ownPath, cookie: `seat=${token}` })),
    )
    const tableChair = await aChair(ours, folder, hall, table)
    await tableChair.annul()
    const shown = { bare: [] as number[], ours: [] as number[] }
    const ballotPath = `/c/${hall.slug}/m/${table.meetingId}/ballot`
    const ballotAt = (tablet: number) => ({
      path: ballotPath,
      method: "GET",
      body: "",
      cookie: `seat=${table.seats[tablet]!.token}`,
    })
    await tableChair.open()
    // The bare server answers as many bytes, from memory.
    const { bytes } = await send(ours.origin, ballotAt(0))
    await tableChair.annul()
    for (let n = 0; n < tabletOpenings; n++) {
      shown.bare.push(
        await measureTablets(bare, bareTablets.onHeard, tell, () => ({
          path: `/page?bytes=${bytes}`,
          method: "GET",
          body: "",
        })),
      )
      shown.ours.push(await measureTablets(ours, ourTablets.onHeard, tableChair.open, ballotAt))
      await tableChair.annul()
    }
    for (const [name, values] of [
      ["bare broadcaster", shown.bare],
      ["yishi", shown.ours],
    ] as const)
      console.log(
        `${name.padEnd(18)} commit to the ballot on ${tablets} tablets: median ${at(values, 0.5).toFixed(0)} ms`,
      )

    bareTablets.close()
    ourTablets.close()
    await tableChair.leave()
    await Promise.all([ours.stop(), bare.stop()])
    const ratio = (a: number, b: number) => (a / b).toFixed(2)
    console.log(`ratio of memory a connection: ${ratio(held.yishi!.held, held["bare broadcaster"]!.held)}`)
    console.log(`ratio of the ballot on ${tablets} tablets: ${ratio(at(shown.ours, 0.5), at(shown.bare, 0.5))}`)
    console.log(`ratio of the last told, 99 %: ${ratio(at(told.ours, 0.99), at(told.bare, 0.99))}`)
    console.log(`ratio of the last told, median: ${ratio(at(told.ours, 0.5), at(told.bare, 0.5))}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

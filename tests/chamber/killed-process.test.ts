import { spawn } from "node:child_process"
import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound } from "~/chamber/rounds/rounds"
import { aMeetingInRoom, anOpenRound, must } from "./factories"
import type { Errand } from "./vote-until-killed"

test("a ballot that was acknowledged outlives the process, killed in the middle of a secret vote", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world, { entitled: 150 })
  const roundId = await anOpenRound(room, { secret: true })
  const { url, community } = world
  const seats = room.entitled.map(voter => room.seat(voter).actor.seat!)
  const errand: Errand = { url, keyDir: world.installation.keyDir, community, roundId, seats }
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/chamber/vote-until-killed.ts", JSON.stringify(errand)],
    {
      env: { ...process.env, DATABASE_URL: url },
    },
  )
  let said = ""
  let complaints = ""
  child.stderr.on("data", text => {
    complaints += text
  })
  child.stdout.on("data", text => {
    said += text
    // The kill falls wherever the process is by then: between ballots or within one.
    if (said.split("\n").length > 20) child.kill("SIGKILL")
  })
  const signal = await new Promise(ended => child.once("close", (_code, signal) => ended(signal)))
  expect(signal, complaints).toBe("SIGKILL")
  const acknowledged = said.split("\n").slice(0, -1)
  expect(acknowledged.length).toBeGreaterThanOrEqual(20)

  must(await closeRound(room.chair, roundId))
  const round = (await findRound(world.db.read, community.id, roundId))!
  const voted = new Set(round.roll!.filter(row => row.voted).map(row => row.participantId))
  expect(acknowledged.filter(id => !voted.has(id))).toEqual([])
  // What was received and not yet answered may be counted too: one ballot at most, in the box as on the roll.
  expect(round.result!.cast).toBe(voted.size)
})

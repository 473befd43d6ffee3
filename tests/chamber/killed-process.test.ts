import { expect, test } from "vitest"
import { openDatabase } from "#db/client"
import { aWorld } from "#tests/world"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import type { Ctx } from "~/web/context"
import { readBox } from "./box"
import { aMeetingInRoom, anOpenRound, must, type Room } from "./factories"
import type { Errand } from "./vote-until-killed"
import { buildVotingProcess } from "./voting-process"

const tablets = 200
const roundsEach = 5
const killsPerRound = 5

const choiceOf = (at: number) => (["for", "for", "against", "abstain"] as const)[at % 4]!

/** The database as whoever starts again finds it: opened afresh, with nobody else holding it open. */
async function withDatabase<T>(room: Room, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const db = await openDatabase(room.world.url)
  try {
    return await work({ ...room.chair, db })
  } finally {
    await db.close()
  }
}

test.each([false, true])(
  "killed twenty-five times while 200 tablets vote, no acknowledged ballot is lost and none is double (secret: %s)",
  async secret => {
    const startProcess = await buildVotingProcess()
    const world = await aWorld()
    const room = await aMeetingInRoom(world, { entitled: tablets })
    await world.db.close()
    let next = startProcess()
    for (let round = 0; round < roundsEach; round += 1) {
      const roundId = await withDatabase(room, chair =>
        anOpenRound({ ...room, chair, recorder: { ...room.recorder, db: chair.db } }, { secret }),
      )
      const errand: Errand = {
        url: world.url,
        keyDir: world.installation.keyDir,
        community: world.community,
        roundId,
        ballots: room.entitled.map((voter, at) => ({ seat: room.seat(voter).actor.seat!, choice: choiceOf(at) })),
      }
      const acknowledged = new Set<string>()
      // A kill that came too late, when all had been sent, is none.
      for (let life = 0, killed = 0, isLast = false; !isLast; life += 1) {
        isLast = killed === killsPerRound
        const voting = next
        next = startProcess()
        // Every tablet sends its ballot anew in each life, as one does that had no answer; every life begins elsewhere.
        const from = (life * 67) % tablets
        const ballots = [...errand.ballots.slice(from), ...errand.ballots.slice(0, from)]
        const killAfter = isLast ? null : 1 + (((round * killsPerRound + life) * 37) % 150)
        const { received, refused, wasKilled } = await voting.run({ ...errand, ballots }, killAfter)
        expect(refused).toEqual([])
        if (wasKilled) killed += 1
        for (const id of received) acknowledged.add(id)
        const { roll, box } = await withDatabase(room, ({ db, community }) =>
          readBox(db, { communityId: community.id, meetingId: room.meetingId, roundId }),
        )
        expect([...acknowledged].filter(id => !roll.includes(id))).toEqual([])
        expect(new Set(roll).size).toBe(roll.length)
        expect(box).toBe(roll.length)
      }
      const result = await withDatabase(room, async chair => {
        must(await closeRound(chair, roundId))
        const { result } = (await findRound(chair.db.read, chair.community.id, roundId))!
        must(await proclaimRound(chair, roundId))
        return result
      })
      expect(result).toMatchObject({ cast: tablets, counts: { for: 100, against: 50, abstain: 50 } })
    }
  },
)

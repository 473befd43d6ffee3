import { existsSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { fillDisk, makeRoomOnDisk } from "#tests/full-disk"
import { aWorld } from "#tests/world"
import { castBallot } from "~/chamber/rounds/ballots"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound } from "~/chamber/rounds/rounds"
import type { Participant } from "~/convening/store"
import { refuseWhenDiskIsFull } from "~/web/full-disk"
import { readBox } from "./box"
import { aMeetingInRoom, anOpenRound, must } from "./factories"

const tablets = 200
const early = 30
const choiceOf = (at: number) => (["for", "for", "against", "abstain"] as const)[at % 4]!

test.each([false, true])(
  "when the disk fills up in the middle of a vote tablets and chair are told so, nothing is half counted, and with room the vote goes on (secret: %s)",
  async secret => {
    const world = await aWorld()
    const room = await aMeetingInRoom(world, { entitled: tablets })
    const roundId = await anOpenRound(room, { secret })
    const keyFile = join(world.installation.keyDir, `${roundId}.key`)
    // As the server holds it.
    const db = refuseWhenDiskIsFull(world.db)
    const send = (voter: Participant) =>
      castBallot(
        { ...room.seat(voter), db },
        { roundId, choice: choiceOf(room.entitled.indexOf(voter)), requestKey: `key-of-${voter.id}` },
      )
    const look = () => readBox(world.db, { communityId: world.community.id, meetingId: room.meetingId, roundId })
    for (const voter of room.entitled.slice(0, early)) must(await send(voter))

    const tables = [secret ? "sealed_ballots" : "named_ballots", "rounds", "opened_ballots"]
    await fillDisk(world, tables)
    const outcomes = await Promise.allSettled(room.entitled.slice(early).map(send))
    const refused = outcomes.filter(outcome => outcome.status === "rejected").map(outcome => outcome.reason)
    // The pages at hand may have taken a few; the rest were told what happened and what to do.
    expect(refused.length).toBeGreaterThan(tablets / 2)
    for (const reason of refused)
      expect(reason).toMatchObject({ data: expect.stringContaining("磁盘满了"), init: { status: 507 } })
    const received = tablets - refused.length
    const { roll, box } = await look()
    expect({ roll: roll.length, box }).toEqual({ roll: received, box: received })

    // The chair cannot end the vote either, and the ballots stay as they are: sealed ones with their key.
    await expect(closeRound({ ...room.chair, db }, roundId)).rejects.toMatchObject({ init: { status: 507 } })
    expect((await findRound(world.db.read, world.community.id, roundId))!.state).toBe("open")
    expect(await look()).toEqual({ roll, box })
    expect(existsSync(keyFile)).toBe(secret)

    await makeRoomOnDisk(world, tables)
    const again = await Promise.all(room.entitled.map(send))
    expect(again.filter(result => must(result).again)).toHaveLength(received)
    must(await closeRound({ ...room.chair, db }, roundId))
    expect((await findRound(world.db.read, world.community.id, roundId))!.result).toMatchObject({
      cast: tablets,
      counts: { for: 100, against: 50, abstain: 50 },
    })
    expect(existsSync(keyFile)).toBe(false)
  },
)

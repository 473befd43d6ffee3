import { expect, test } from "vitest"
import { readBox } from "#tests/chamber/box"
import { anOpenRound } from "#tests/chamber/factories"
import { findRound } from "~/chamber/rounds/round-store"
import { aCutLine, type Cut, deliver, sendOnce } from "./cut-line"
import { aHall, type Hall } from "./hall"

const tablets = 200
const choiceOf = (at: number) => (["for", "for", "against", "abstain"] as const)[at % 4]!
const everyBallot = { cast: tablets, counts: { for: 100, against: 50, abstain: 50 } }

const boxOf = ({ room }: Hall, roundId: string) =>
  readBox(room.world.db, { communityId: room.world.community.id, meetingId: room.meetingId, roundId })

/** The chair ends the vote; what was counted. */
async function closeAndRead(hall: Hall, roundId: string) {
  expect((await hall.chair.post(hall.chairPath(`/console/close/${roundId}`), {})).status).toBe(303)
  const { db, community } = hall.room.world
  return (await findRound(db.read, community.id, roundId))!.result
}

test.each([false, true])(
  "with the network cut for sixty of 200 tablets, at every place of the way, each ballot arrives once (secret: %s)",
  async secret => {
    const hall = await aHall({ entitled: tablets })
    const { entitled } = hall.room
    const roundId = await anOpenRound(hall.room, { secret })
    const places: Cut[] = ["beforeRequest", "inRequest", "beforeAnswer", "inAnswer"]
    const ports = await Promise.all(places.map(cut => aCutLine(hall.server.origin, cut)))
    const [, inRequest] = ports
    const troubled = entitled.filter((_, at) => at % 10 < 3)
    expect(troubled).toHaveLength(60)

    // A form of which the end is missing is no ballot, whatever stands in it.
    const halves = await Promise.allSettled(
      troubled.map(voter => sendOnce(hall, voter, roundId, "against", String(inRequest))),
    )
    expect(halves.filter(half => half.status === "fulfilled")).toEqual([])
    await hall.tablet(entitled[0]!).get(hall.tabletPath("/seat"))
    expect(await boxOf(hall, roundId)).toEqual({ roll: [], box: 0 })

    await Promise.all(
      entitled.map((voter, at) => {
        const turn = at % places.length
        const broken = troubled.includes(voter) ? [...ports.slice(turn), ...ports.slice(0, turn)] : []
        return deliver(hall, voter, { roundId, choice: choiceOf(at) }, broken)
      }),
    )
    const { roll, box } = await boxOf(hall, roundId)
    expect(roll).toEqual(entitled.map(voter => voter.id).toSorted())
    expect(box).toBe(tablets)
    expect(await closeAndRead(hall, roundId)).toMatchObject(everyBallot)
  },
)

test.each([false, true])(
  "with the server killed and started again five times while 200 tablets vote, each ballot arrives once (secret: %s)",
  async secret => {
    const hall = await aHall({ entitled: tablets })
    const roundId = await anOpenRound(hall.room, { secret })
    const killAt = [20, 55, 90, 120, 160]
    const acknowledged = new Set<string>()
    let server = hall.server
    let rising: Promise<void> | undefined
    /** As when the power goes and comes back; nobody waits for it but the tablets. */
    const fall = async () => {
      await server.kill()
      const known = [...acknowledged]
      const { roll, box } = await boxOf(hall, roundId)
      expect(known.filter(id => !roll.includes(id))).toEqual([])
      expect(box).toBe(roll.length)
      server = await hall.startAgain()
      rising = undefined
    }
    const waiting = hall.room.entitled.map((voter, at) => ({ voter, choice: choiceOf(at) }))
    const sendInTurn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await deliver(hall, next.voter, { roundId, choice: next.choice })
        acknowledged.add(next.voter.id)
        if (!rising && acknowledged.size >= (killAt[0] ?? tablets + 1)) {
          killAt.shift()
          rising = fall()
        }
      }
    }
    await Promise.all(Array.from({ length: 8 }, sendInTurn))
    await rising
    expect(killAt).toEqual([])
    const { roll, box } = await boxOf(hall, roundId)
    expect({ roll: roll.length, box }).toEqual({ roll: tablets, box: tablets })
    expect(await closeAndRead(hall, roundId)).toMatchObject(everyBallot)
  },
)

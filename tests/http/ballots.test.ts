import { existsSync, readdirSync } from "node:fs"
import { and, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { namedBallots, rollEntries, sealedBallots } from "#db/schema/chamber-rounds"
import { aMeetingInRoom, anOpenRound, must, type Room, vote } from "#tests/chamber/factories"
import { chamberRefusals } from "~/chamber/refusals"
import { findRound, listRollParticipants } from "~/chamber/rounds/round-store"
import { closeRound } from "~/chamber/rounds/rounds"
import type { Participant } from "~/convening/store"
import { aHall, type Hall, type Receipt, sendBallot, wordsOf } from "./hall"
import { aVisitor } from "./visitor"
import { changedTables, readEveryTable } from "./written-rows"

const chinese = /[\u4e00-\u9fff]{6,}/

const isAnswered = ({ isReceived, status, text }: Receipt) =>
  isReceived || (status >= 400 && status < 500 && chinese.test(wordsOf(text)))

async function countBallots({ room }: Hall, roundId: string) {
  const { db, community } = room.world
  const [roll, named, sealed] = await Promise.all(
    [rollEntries, namedBallots, sealedBallots].map(table =>
      db.read.$count(table, and(eq(table.communityId, community.id), eq(table.roundId, roundId))),
    ),
  )
  return { roll: roll!, box: named! + sealed! }
}

const closing = (hall: Hall, roundId: string) => hall.chair.post(hall.chairPath(`/console/close/${roundId}`), {})
const roundOf = async (hall: Hall, roundId: string) =>
  (await findRound(hall.room.world.db.read, hall.room.world.community.id, roundId))!
const rollOf = ({ room }: Hall, roundId: string) =>
  listRollParticipants(room.world.db.read, room.world.community.id, roundId)

test.each([false, true])("fifty requests of one delegate at once leave one ballot (secret: %s)", async secret => {
  const hall = await aHall()
  const roundId = await anOpenRound(hall.room, { secret })
  const sendFifty = (voter: Participant, keyOf: (at: number) => string) =>
    Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        sendBallot(hall, voter, roundId, { choice: at % 2 ? "for" : "against", requestKey: keyOf(at) }),
      ),
    )
  const [first, second] = hall.room.entitled
  const sameKey = await sendFifty(first!, () => "one-and-the-same-ballot")
  expect(sameKey.filter(receipt => receipt.isReceived)).toHaveLength(50)
  expect(await countBallots(hall, roundId)).toEqual({ roll: 1, box: 1 })
  const aKeyEach = await sendFifty(second!, at => `one-ballot-of-fifty-${at}`)
  expect(aKeyEach.filter(receipt => receipt.isReceived)).toHaveLength(1)
  expect(aKeyEach.filter(receipt => !isAnswered(receipt))).toEqual([])
  expect(await countBallots(hall, roundId)).toEqual({ roll: 2, box: 2 })
})

test.each([false, true])(
  "of 200 delegates voting while the chair closes each acknowledged ballot is counted, none after (secret: %s)",
  async secret => {
    const hall = await aHall({ entitled: 200 })
    const { entitled } = hall.room
    const roundId = await anOpenRound(hall.room, { secret })
    // Enough for a secret round to be closed at all.
    const early = await Promise.all(
      entitled.slice(0, 10).map(voter => sendBallot(hall, voter, roundId, { choice: "for" })),
    )
    expect(early.every(receipt => receipt.isReceived)).toBe(true)
    const acknowledged = entitled.slice(0, 10).map(voter => voter.id)
    let closed: Promise<Response> | undefined
    const receipts = await Promise.all(
      entitled.slice(10).map(async voter => {
        const receipt = await sendBallot(hall, voter, roundId, { choice: "against" })
        if (receipt.isReceived) acknowledged.push(voter.id)
        // The chair presses among the ballots: when the first of them have been answered, and most are under way.
        if (acknowledged.length > 40) closed ??= closing(hall, roundId)
        return receipt
      }),
    )
    const answer = await closed!
    expect(answer.status).toBe(303)
    expect(receipts.filter(receipt => !isAnswered(receipt))).toEqual([])
    const refused = receipts.filter(receipt => !receipt.isReceived)
    for (const { text } of refused) expect(wordsOf(text)).toContain(chamberRefusals.round_closed!({}))

    const round = await roundOf(hall, roundId)
    expect(round.result!.cast).toBe(acknowledged.length)
    expect(await rollOf(hall, roundId)).toEqual(acknowledged.toSorted())
    expect(round.result!.counts).toMatchObject({ for: 10, against: acknowledged.length - 10 })
    const unheard = entitled.find(voter => !acknowledged.includes(voter.id)) ?? entitled[0]!
    const late = await sendBallot(hall, unheard, roundId, { choice: "for", requestKey: "a-ballot-too-late" })
    expect(late.isReceived).toBe(false)
    expect((await rollOf(hall, roundId)).length).toBe(acknowledged.length)
  },
)

/** Eight tablets at a time, until everyone has voted or nobody answers any more. */
async function voteInTurn(hall: Hall, roundId: string, received: (voter: Participant) => void): Promise<void> {
  const waiting = [...hall.room.entitled]
  const isOver = { yet: false }
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let voter = waiting.shift(); voter && !isOver.yet; voter = waiting.shift()) {
        const receipt = await sendBallot(hall, voter, roundId, { choice: "for" }).catch(() => null)
        if (receipt?.isReceived) received(voter)
        else isOver.yet = true
      }
    }),
  )
}

test.each([false, true])(
  "killed in the middle of a vote and started again, every acknowledged ballot is there (secret: %s)",
  async secret => {
    const hall = await aHall({ entitled: 150 })
    const { keyDir } = hall.room.world.installation
    const keys = () => (existsSync(keyDir) ? readdirSync(keyDir) : [])
    const roundId = await anOpenRound(hall.room, { secret })
    expect(keys()).toEqual(secret ? [`${roundId}.key`] : [])
    const acknowledged: string[] = []
    let killed: Promise<void> | undefined
    await voteInTurn(hall, roundId, voter => {
      acknowledged.push(voter.id)
      if (acknowledged.length === 40) killed = hall.server.kill()
    })
    await killed
    expect(acknowledged.length).toBeGreaterThanOrEqual(40)
    expect(acknowledged.length).toBeLessThan(150)

    await hall.startAgain()
    const roll = new Set(await rollOf(hall, roundId))
    expect(acknowledged.filter(id => !roll.has(id))).toEqual([])
    // What was received and not yet answered may be there too: on the roll as in the box.
    expect(await countBallots(hall, roundId)).toEqual({ roll: roll.size, box: roll.size })
    // A tablet that had its answer lost sends the same ballot again, and it is one.
    for (const voter of hall.room.entitled.slice(0, 50))
      expect((await sendBallot(hall, voter, roundId, { choice: "for" })).isReceived).toBe(true)

    expect((await closing(hall, roundId)).status).toBe(303)
    const { cast, counts } = (await roundOf(hall, roundId)).result!
    expect(counts.for).toBe(cast)
    expect((await rollOf(hall, roundId)).length).toBe(cast)
    expect(keys()).toEqual([])
  },
)

test("the server's log knows no choice, no name, no key and no voter, even at its most talkative", async () => {
  const hall = await aHall({}, "debug")
  const { entitled } = hall.room
  const roundId = await anOpenRound(hall.room, { secret: true })
  for (const [at, voter] of entitled.entries()) {
    const tablet = hall.tablet(voter)
    await tablet.get(hall.tabletPath(`/vote/${roundId}`))
    await tablet.post(hall.tabletPath(`/vote/${roundId}/check`), { choice: "abstain" })
    await sendBallot(hall, voter, roundId, { choice: at % 2 ? "for" : "against" })
    await sendBallot(hall, voter, roundId, { choice: "for", requestKey: "a-second-ballot-of-one" })
  }
  await closing(hall, roundId)
  expect(await hall.server.stop()).toBe(0)
  const log = hall.server.log()
  expect(log).toContain("vote/:roundId/check")
  expect(log).not.toMatch(/\b(for|against|abstain)\b|赞成|反对|弃权/)
  for (const { id, name } of entitled)
    for (const word of [id, name, `request-of-${id}`]) expect(log).not.toContain(word)
  expect(log).not.toContain("a-second-ballot-of-one")
})

test("no page of a ballot, and no answer to one, is kept by the browser", async () => {
  const hall = await aHall()
  const [voter] = hall.room.entitled
  const page = hall.tabletPath(`/vote/${await anOpenRound(hall.room)}`)
  const tablet = hall.tablet(voter!)
  const ballot = { choice: "for", requestKey: "one-ballot-and-no-other" }
  const answers = [
    await tablet.get(page),
    await tablet.post(`${page}/check`, { choice: "for" }),
    await tablet.post(`${page}/check`, {}),
    await tablet.post(`${page}/check`, ballot),
    await tablet.post(`${page}/check`, { ...ballot, requestKey: "another-ballot-of-one" }),
    await tablet.get(`${page}/done`),
    await tablet.get(`${page}/check`),
    await tablet.get(`${page}.data`),
  ]
  expect(answers.map(answer => answer.headers.get("cache-control"))).toEqual(answers.map(() => "no-store"))
})

const told = (code: string) => chamberRefusals[code]!({})
/** What is sent by whom; whoever is not named is the first delegate, and the round is the open one. */
type Attempt = { voter?: Participant; roundId?: string; choice?: string; requestKey?: string }

/** One after the other in one hall: the first ones leave the round as it is. */
const attempts: [string, string, (room: Room, roundId: string) => Attempt | Promise<Attempt>][] = [
  ["of someone absent", told("voter_absent"), ({ entitled }) => ({ voter: entitled[5]! })],
  ["of an observer", told("not_entitled"), ({ observers }) => ({ voter: observers[0]! })],
  ["without a choice", "请先选择赞成、反对或弃权", () => ({ choice: "" })],
  ["with an invented choice", "请先选择赞成、反对或弃权", () => ({ choice: "both" })],
  ["with a broken key", told("ballot_form_broken"), () => ({ requestKey: "short" })],
  ["on an invented round", "没有找到", () => ({ roundId: "invented" })],
  [
    "on a round of another meeting",
    "没有找到",
    async ({ world }) => ({ roundId: await anOpenRound(await aMeetingInRoom(world)) }),
  ],
  [
    "of someone who has voted",
    told("already_voted"),
    async (room, roundId) => {
      must(await vote(room, roundId, room.entitled[0]!, "against"))
      return {}
    },
  ],
  [
    "on a closed round",
    told("round_closed"),
    async ({ chair, entitled }, roundId) => {
      must(await closeRound(chair, roundId))
      return { voter: entitled[1]! }
    },
  ],
]

test("a ballot that cannot be taken is answered in Chinese, and nothing is written", async () => {
  const hall = await aHall({ entitled: 6, present: 5, observers: 1 })
  const { room } = hall
  const openRoundId = await anOpenRound(room)
  for (const [what, sentence, prepare] of attempts) {
    const { voter, roundId, choice = "for", ...key } = await prepare(room, openRoundId)
    const before = await readEveryTable(room.world.db)
    const receipt = await sendBallot(hall, voter ?? room.entitled[0]!, roundId ?? openRoundId, { choice, ...key })
    expect(receipt.isReceived, what).toBe(false)
    expect(isAnswered(receipt), `${what}: ${receipt.status}`).toBe(true)
    expect(wordsOf(receipt.text), what).toContain(sentence)
    expect(changedTables(before, await readEveryTable(room.world.db)), what).toEqual([])
  }
})

test("whoever has no seat is led to the check-in, and the ballot is none", async () => {
  const hall = await aHall()
  const roundId = await anOpenRound(hall.room)
  const ballot = { choice: "for", requestKey: "a-ballot-of-nobody" }
  for (const visitor of [
    hall.chair,
    aVisitor(hall.server.origin),
    aVisitor(hall.server.origin, { seat: "invented" }),
  ]) {
    const answer = await visitor.post(hall.tabletPath(`/vote/${roundId}/check`), ballot)
    expect(answer.headers.get("location")).toBe(hall.tabletPath(""))
  }
  expect(await countBallots(hall, roundId)).toEqual({ roll: 0, box: 0 })
})

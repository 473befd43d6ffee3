import { expect, test } from "vitest"
import { aMotion, anOpenRound } from "#tests/chamber/factories"
import { listRounds } from "~/chamber/rounds/round-store"
import { type EventStream, listen } from "./event-stream"
import { aHall, type Hall, sendBallot, wordsOf } from "./hall"

const stateOf = ({ room }: Hall) => `meeting:${room.meetingId}`
const countsOf = (hall: Hall) => `${stateOf(hall)}:counts`

const press = (hall: Hall, form: Record<string, string>) => hall.chair.post(hall.chairPath("/console"), form)
const heard = ({ events }: EventStream, channel: string) => events.filter(event => event.channel === channel)

/** Tablets that ask for everything, as a curious one would. */
const listenAtTablets = (hall: Hall, howMany: number) =>
  Promise.all(
    hall.room.entitled
      .slice(0, howMany)
      .map(voter => listen(hall.tablet(voter), hall.livePath(stateOf(hall), countsOf(hall)))),
  )
const listenAtConsole = (hall: Hall) => listen(hall.chair, hall.livePath(stateOf(hall), countsOf(hall)))

async function openOverHttp(hall: Hall, manner: "named" | "secret"): Promise<string> {
  const { world, meetingId } = hall.room
  const pressed = await press(hall, { intent: "openRound", motionId: await aMotion(hall.room), manner })
  expect(pressed.status).toBe(303)
  return (await listRounds(world.db.read, world.community.id, meetingId)).at(-1)!.id
}

const closeOverHttp = (hall: Hall, roundId: string) => hall.chair.post(hall.chairPath(`/console/close/${roundId}`), {})

test("a tablet is refused the counts, and everything of a meeting it does not sit in", async () => {
  const hall = await aHall()
  const tablet = hall.tablet(hall.room.entitled[0]!)
  const refused = await tablet.get(hall.livePath(countsOf(hall)))
  expect(refused.status).toBe(404)
  expect(await refused.text()).toContain("没有找到这一页")
  expect((await tablet.get(hall.livePath("meeting:invented"))).status).toBe(404)
  expect((await tablet.get(hall.livePath())).status).toBe(404)
})

test("two hundred ballots at once stir the chair a few times, the last of them always, and no tablet", async () => {
  const hall = await aHall({ entitled: 200 })
  const [tablets, chair] = [await listenAtTablets(hall, 20), await listenAtConsole(hall)]
  const [state, counts] = [stateOf(hall), countsOf(hall)]
  const everyoneHeard = (times: number) =>
    Promise.all([chair, ...tablets].map(stream => stream.until(() => heard(stream, state).length >= times)))

  const roundId = await openOverHttp(hall, "secret")
  await everyoneHeard(1)
  const receipts = await Promise.all(
    hall.room.entitled.map(voter => sendBallot(hall, voter, roundId, { choice: "for" })),
  )
  expect(receipts.filter(receipt => !receipt.isReceived)).toEqual([])
  // The chair's page reads anew whenever it hears, and only then: in the end it must have read of all of them.
  for (let looks = 0, read = ""; !read.includes("200/200"); looks += 1) {
    await chair.until(() => heard(chair, counts).length > looks)
    read = wordsOf(await (await hall.chair.get(hall.chairPath("/console"))).text())
  }

  expect((await closeOverHttp(hall, roundId)).status).toBe(303)
  await everyoneHeard(2)
  expect((await press(hall, { intent: "proclaim", roundId })).status).toBe(303)
  await everyoneHeard(3)
  for (const { events } of tablets) expect(events.map(event => event.channel)).toEqual([state, state, state])
  expect(heard(chair, counts).length).toBeLessThanOrEqual(40)
  const seqs = heard(chair, counts).map(event => event.seq)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
  // Node complains of listeners that gather; nobody would read it.
  expect(hall.server.log()).not.toMatch(/warning/i)
})

test("the server stops in good order while tablets and the chair listen", async () => {
  const hall = await aHall()
  const streams = [...(await listenAtTablets(hall, 5)), await listenAtConsole(hall)]
  expect(await hall.server.stop()).toBe(0)
  expect(await Promise.all(streams.map(stream => stream.end))).toEqual(streams.map(() => "ended"))
})

test("after the server was killed and started again, whoever listens anew hears on", async () => {
  const hall = await aHall()
  const roundId = await anOpenRound(hall.room)
  const before = await listenAtTablets(hall, 5)
  await hall.server.kill()
  expect(await Promise.all(before.map(stream => stream.end))).toEqual(before.map(() => "cut"))

  await hall.startAgain()
  const tablets = await listenAtTablets(hall, 5)
  expect((await closeOverHttp(hall, roundId)).status).toBe(303)
  for (const stream of tablets) await stream.until(events => events.some(event => event.channel === stateOf(hall)))
})

import { connect } from "node:net"
import { expect, test } from "vitest"
import { aMeetingInRoom, anOpenRound, must, vote } from "#tests/chamber/factories"
import { chamberRefusals } from "~/chamber/refusals"
import { listRollParticipants } from "~/chamber/rounds/round-store"
import { aHall, type Hall } from "./hall"
import type { Visitor } from "./visitor"

const asBrowser = { Accept: "text/html,application/xhtml+xml" }

const rollOf = ({ room }: Hall, roundId: string) =>
  listRollParticipants(room.world.db.read, room.world.community.id, roundId)

const askForBallot = async (tablet: Visitor, hall: Hall) =>
  ((await (await tablet.get(hall.tabletPath("/ballot"))).json()) as { ballot: Record<string, never> | null }).ballot

test("a seat is told of the ballot it is to cast now, of its own only, and of none once it is in", async () => {
  const hall = await aHall({ entitled: 5, present: 4, observers: 1 })
  const { room } = hall
  const [first, second] = room.entitled
  const roundId = await anOpenRound(room)
  must(await vote(room, roundId, second!, "for"))
  const everyone = [...room.entitled, ...room.observers]
  const told = await Promise.all(everyone.map(person => askForBallot(hall.tablet(person), hall)))
  expect(told.map(ballot => ballot !== null)).toEqual([true, false, true, true, false, false])
  expect(told[0]).toMatchObject({
    params: { community: room.world.community.slug, meetingId: room.meetingId, roundId },
    view: {
      me: { participantId: first!.id },
      voter: { participantId: first!.id, isPrincipal: false },
      hasVoted: false,
    },
  })
  const others = room.entitled.slice(1).flatMap(({ id, name }) => [id, name])
  for (const word of others) expect(JSON.stringify(told[0])).not.toContain(word)
})

test("where no vote is open there is no ballot, and elsewhere there is not even the question", async () => {
  const hall = await aHall()
  const [voter] = hall.room.entitled
  expect(await askForBallot(hall.tablet(voter!), hall)).toBeNull()
  const other = await aMeetingInRoom(hall.room.world)
  await anOpenRound(other)
  const elsewhere = `/c/${hall.room.world.community.slug}/m/${other.meetingId}/ballot`
  for (const [visitor, path] of [
    [hall.tablet(voter!), elsewhere],
    [hall.chair, hall.tabletPath("/ballot")],
    [hall.tablet(voter!), "/c/nowhere/m/nothing/ballot"],
  ] as const) {
    const answer = await visitor.get(path)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ sentence: expect.stringContaining("没有找到这一页") })
  }
})

test("a ballot sent by script is acknowledged, and told again when it is sent again", async () => {
  const hall = await aHall()
  const [voter] = hall.room.entitled
  const roundId = await anOpenRound(hall.room)
  const ballot = { choice: "for", requestKey: "one-ballot-and-no-other" }
  for (let sent = 0; sent < 2; sent += 1) {
    const answer = await hall.tablet(voter!).post(hall.tabletPath(`/vote/${roundId}/cast`), ballot)
    expect([answer.status, await answer.json()]).toEqual([200, { received: true }])
  }
  expect(await rollOf(hall, roundId)).toEqual([voter!.id])
})

test("a ballot sent by script that cannot be taken is told why, in a sentence and by its code", async () => {
  const hall = await aHall()
  const [voter] = hall.room.entitled
  const roundId = await anOpenRound(hall.room)
  const cast = hall.tabletPath(`/vote/${roundId}/cast`)
  const tablet = hall.tablet(voter!)
  const whole = { choice: "for", requestKey: "one-ballot-and-no-other" }
  const noForm = { "Content-Type": "text/plain" }
  for (const [visitor, fields, headers, status, code] of [
    [tablet, { ...whole, choice: "" }, {}, 400, "choice_missing"],
    [tablet, { ...whole, requestKey: "short" }, {}, 400, "ballot_form_broken"],
    [tablet, { ...whole, voterId: "somebody else" }, {}, 400, "seat_handed_on"],
    [tablet, { ...whole, code: "x".repeat(3 * 1024 * 1024) }, {}, 413, "body_too_large"],
    [tablet, { ...whole, mark: Array.from({ length: 3000 }, () => "a") }, {}, 413, "body_too_large"],
    [tablet, whole, noForm, 400, "body_unreadable"],
    [hall.chair, whole, {}, 403, "not_seated"],
  ] as const) {
    const answer = await visitor.post(cast, fields as Record<string, string | string[]>, headers)
    const told = (await answer.json()) as { code: string; sentence: string }
    expect([answer.status, told.code]).toEqual([status, code])
    expect(told.sentence).toMatch(/[\u4e00-\u9fff]{6,}/)
  }
  const answer = await tablet.post(hall.tabletPath("/vote/invented/cast"), whole)
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, "not_found"])
  expect(await rollOf(hall, roundId)).toEqual([])
})

test("of a ballot whose sending was cut in the middle nothing is cast", async () => {
  const hall = await aHall()
  const [voter, second] = hall.room.entitled
  const roundId = await anOpenRound(hall.room)
  const { host, hostname, port, origin } = new URL(hall.server.origin)
  await new Promise<void>(closed => {
    const socket = connect(Number(port), hostname, () => {
      const head = [
        `POST ${hall.tabletPath(`/vote/${roundId}/cast`)} HTTP/1.1`,
        `Host: ${host}`,
        `Origin: ${origin}`,
        `Cookie: seat=${hall.tablet(voter!).cookies.get("seat")}`,
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: 500",
      ]
      socket.end(`${head.join("\r\n")}\r\n\r\nchoice=for&requestKey=one-ballot-and-no-other`, () => socket.destroy())
    })
    socket.on("close", () => closed())
    socket.on("error", () => {})
  })
  const ballot = { choice: "against", requestKey: "another-ballot-and-no-other" }
  const later = await hall.tablet(second!).post(hall.tabletPath(`/vote/${roundId}/cast`), ballot)
  expect(later.status).toBe(200)
  expect(await rollOf(hall, roundId)).toEqual([second!.id])
})

test("what is answered in front of the framework carries the same headers, and a line in the log", async () => {
  const hall = await aHall({}, "info")
  const [voter] = hall.room.entitled
  const tablet = hall.tablet(voter!)
  const roundId = await anOpenRound(hall.room)
  const page = await tablet.get(hall.tabletPath("/seat"))
  const cast = hall.tabletPath(`/vote/${roundId}/cast`)
  const quick = [
    await tablet.get(hall.tabletPath("/ballot")),
    await tablet.get(cast),
    await tablet.post(cast, { choice: "" }),
    await tablet.get(hall.livePath("meeting:invented")),
    await tablet.post(hall.tabletPath("/ballot"), {}),
  ]
  expect(quick.map(answer => answer.status)).toEqual([200, 302, 400, 404, 405])
  expect(quick[1]!.headers.get("location")).toBe(hall.tabletPath(`/vote/${roundId}`))
  for (const { headers } of quick) {
    for (const name of ["x-content-type-options", "referrer-policy", "permissions-policy", "cache-control"])
      expect(headers.get(name)).toBe(page.headers.get(name))
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f]{12}$/)
  }
  const numbers = quick.map(({ headers }) => headers.get("x-request-id")!)
  expect(new Set(numbers).size).toBe(quick.length)
  await hall.server.stop()
  const lines = hall.server.log().split("\n")
  expect(numbers.map(number => lines.filter(line => line.includes(`"id":"${number}"`)).length)).toEqual(
    quick.map(() => 1),
  )
})

test("a person who opens such an address is shown a page, and a method nobody asks for is refused in words", async () => {
  const hall = await aHall()
  const refused = await hall.chair.get(hall.tabletPath("/ballot"), asBrowser)
  expect(refused.status).toBe(404)
  expect(await refused.text()).toContain("没有找到这一页")
  expect(refused.headers.get("content-security-policy")).toContain("default-src 'none'")
  const pressed = await hall.tablet(hall.room.entitled[0]!).post(hall.tabletPath("/ballot"), {}, asBrowser)
  expect([pressed.status, await pressed.text()]).toEqual([405, expect.stringContaining("这一页不收提交的内容")])
})

test("capitals, a slash at the end and a mere look at the head make no difference", async () => {
  const hall = await aHall()
  const [voter] = hall.room.entitled
  await anOpenRound(hall.room)
  const tablet = hall.tablet(voter!)
  for (const rest of ["/ballot/", "/BALLOT"])
    expect((await tablet.get(hall.tabletPath(rest))).headers.get("content-type")).toBe("application/json")
  const cookie = `seat=${tablet.cookies.get("seat")}`
  const live = hall.livePath(`meeting:${hall.room.meetingId}`)
  const head = await fetch(hall.server.origin + live, { method: "HEAD", headers: { Cookie: cookie } })
  // It ends: whoever looks at the head only is not told anything more.
  expect([head.status, await head.text()]).toEqual([200, ""])
  expect(head.headers.get("content-type")).toContain("text/event-stream")
})

test("a round that was closed while the ballot was on its way says so", async () => {
  const hall = await aHall()
  const [voter] = hall.room.entitled
  const roundId = await anOpenRound(hall.room)
  for (const person of hall.room.entitled.slice(1)) must(await vote(hall.room, roundId, person, "for"))
  await hall.chair.post(hall.chairPath(`/console/close/${roundId}`), {})
  const ballot = { choice: "for", requestKey: "one-ballot-and-no-other" }
  const answer = await hall.tablet(voter!).post(hall.tabletPath(`/vote/${roundId}/cast`), ballot)
  expect(await answer.json()).toEqual({ code: "round_closed", sentence: chamberRefusals.round_closed!({}) })
  expect(await askForBallot(hall.tablet(voter!), hall)).toBeNull()
})

test("what the framework says of its pages is told again as it was, under headers of its own", async () => {
  const hall = await aHall()
  const tablet = hall.tablet(hall.room.entitled[0]!)
  const page = await (await tablet.get(hall.tabletPath("/seat"))).text()
  const version = /manifest-(\w+)\.js/.exec(page)![1]!
  const asked = (of: string) =>
    `/__manifest?${new URLSearchParams({ paths: hall.tabletPath("/vote/next"), version: of })}`
  const answers = [await tablet.get(asked(version)), await tablet.get(asked(version))]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const [first, again] = await Promise.all(answers.map(answer => answer.text()))
  expect(first).toContain("chamber/pages/vote")
  expect(again).toBe(first)
  for (const name of ["content-type", "cache-control", "referrer-policy"])
    expect(answers[1]!.headers.get(name)).toBe(answers[0]!.headers.get(name))
  const numbers = answers.map(({ headers }) => headers.get("x-request-id"))
  expect(numbers[0]).not.toBe(numbers[1])
  for (let asks = 0; asks < 2; asks += 1) expect((await tablet.get(asked("another"))).status).toBe(204)
})

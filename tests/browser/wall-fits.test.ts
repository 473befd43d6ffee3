import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { aMeetingInRoom, must, type Room, vote } from "#tests/chamber/factories"
import { aServer } from "#tests/http/running-server"
import { aWorld } from "#tests/world"
import { putMotion } from "~/chamber/motions/motions"
import { recordRecommendation } from "~/chamber/motions/recommendations"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { callLast } from "~/chamber/rounds/voting"
import { startSession } from "~/people/sessions"
import { aBrowser } from "./browser"

const sentence =
  "同意活动室按方案二改造，更换吊顶和灯具，墙面铺设隔音板，增设扶手和坡道，费用由共建资金和专项经费分担。"
const text = (length: number) => sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length)
const conditions = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) => `${at + 1}楼${text(length)}`)
const options = Array.from({ length: 8 }, (_, at) => `第${at + 1}处${text(55)}`)

type Matter = {
  content: string
  conditions?: string[]
  options?: string[]
  advised?: true
  called?: true
  decided?: true
}

const matters: [string, Matter][] = [
  ["one sentence", { content: text(24) }],
  ["a long motion under conditions, with advice", { content: text(170), conditions: conditions(3, 40), advised: true }],
  [
    "the longest of all, with the last call",
    { content: text(2000), conditions: conditions(6, 90), advised: true, called: true },
  ],
  ["eight long options, with advice and the last call", { content: text(60), options, advised: true, called: true }],
  ["the result of eight long options", { content: text(60), options, decided: true }],
  [
    "the result of a long motion under conditions",
    { content: text(300), conditions: conditions(5, 60), decided: true },
  ],
]

/** Forty-two in the room, of whom forty have not voted while it is open. */
async function aRoundOn(room: Room, { content, advised, called, decided, ...matter }: Matter): Promise<void> {
  const { meetingId, agendaItemId } = room
  const effect = matter.conditions ? { effect: "agreedWithConditions" as const } : {}
  const { motionId } = must(
    await putMotion(room.recorder, { meetingId, agendaItemId, content, proposalId: null, ...effect, ...matter }),
  )
  if (advised)
    for (const body of ["社区党委", "业主委员会", "议事小组"])
      must(await recordRecommendation(room.recorder, { motionId, body, stance: "recommended", reason: "花钱少" }))
  const { roundId } = must(await openRound(room.chair, { motionId, secret: false }))
  for (const voter of room.entitled.slice(0, 2)) must(await vote(room, roundId, voter, "abstain"))
  if (called) must(await callLast(room.chair, roundId, { seconds: 300 }))
  if (!decided) return
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
}

/** What of the middle of the wall lies beyond its edges. */
const clippedOn = (page: Page) =>
  page.evaluate(() => {
    const wall = document.querySelector("main")!
    const edge = wall.getBoundingClientRect()
    return [...wall.querySelectorAll("h1, p, li, dt, dd, tr, b")].flatMap(one => {
      const { width, bottom, top, right } = one.getBoundingClientRect()
      const isBeyond = bottom > edge.bottom + 1 || top < edge.top - 1 || right > innerWidth + 1
      return width > 0 && isBeyond ? [one.textContent ?? ""] : []
    })
  })

test("whatever is put to the vote stays on the wall, and the count with it", async () => {
  const world = await aWorld()
  world.clock.now = new Date()
  const server = await aServer(world, { LOG_LEVEL: "error", KEY_DIR: world.installation.keyDir })
  const context = await (await aBrowser()).newContext({ viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  for (const [name, matter] of matters) {
    const room = await aMeetingInRoom(world, { entitled: 42 })
    await aRoundOn(room, matter)
    const { accountId } = room.chair.actor
    const device = "电脑，Chrome"
    const session = { communityId: world.community.id, accountId: accountId!, device }
    const value = await world.db.tx("session", q => startSession(q, new Date(), session))
    await context.addCookies([{ name: "sid", value, url: server.origin }])
    await page.goto(`${server.origin}/c/${world.community.slug}/meetings/${room.meetingId}/screen`)
    await expect.poll(() => clippedOn(page), { message: name, timeout: 20_000 }).toEqual([])
    if (!matter.decided) expect(await page.locator(".wall__cast").innerText(), name).toMatch(/2\s*\/ 42/)
  }
})

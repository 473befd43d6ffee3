import type { Page, Route } from "playwright-core"
import { expect, test } from "vitest"
import { anOpenRound, must, type Room } from "#tests/chamber/factories"
import { listRoll } from "~/chamber/rounds/ballot-store"
import { closeRound } from "~/chamber/rounds/rounds"
import { aBrowser } from "./browser"
import { aCutHall } from "./cut-hall"
import { arriveAt, press, see } from "./hands"

const lost = "连不上，正在重连"

async function vote(tablet: Page, choice: string, then: string): Promise<void> {
  await press(tablet, choice)
  await arriveAt(tablet, "请核对您的选择")
  await press(tablet, "对，投出这一票")
  await arriveAt(tablet, then)
}

const readRoll = async (room: Room, roundId: string): Promise<string[]> =>
  (await listRoll(room.world.db.read, room.world.community.id, roundId)).map(entry => entry.participantId).sort()

test("console, wall and record desk outlive the server and go on by themselves", async () => {
  const hall = await aCutHall()
  const browser = await aBrowser()
  const { chair, recorder } = hall.room
  const console_ = await hall.member(browser, chair, "/console", "console")
  const wall = await hall.member(browser, chair, "/screen", "screen")
  const record = await hall.member(browser, recorder, "/record", "desk")
  await see(wall, "活动室改造")
  await record.locator("[name=gist]").fill("希望先做防水")
  await hall.server.kill()
  for (const page of [console_, wall, record]) await see(page, lost)
  // Whatever is pressed meanwhile takes no page away either.
  await console_.getByRole("link", { name: "签到与请假" }).click()
  await anOpenRound(hall.room)
  await hall.startAgain()
  await arriveAt(console_, "签到台")
  await see(wall, "同意活动室改造方案")
  expect(await record.locator("[name=gist]").inputValue()).toBe("希望先做防水")
  for (const page of [console_, wall, record]) await page.getByText(lost).waitFor({ state: "detached" })
  await record.reload()
  // What is read is what the scripts put back: they need a moment.
  await record.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>("[name=gist]")?.value === "希望先做防水",
  )
})

test("a ballot cast without a network waits on its tablet, outlives a reload, and arrives once", async () => {
  const hall = await aCutHall()
  const { room, some, others } = hall
  const [first, second, third] = room.entitled
  const browser = await aBrowser()
  const roundId = await anOpenRound(room)
  const cut = await hall.tablet(browser, first!, some)
  const fine = await hall.tablet(browser, second!, others)
  for (const tablet of [cut, fine]) await arriveAt(tablet, "同意活动室改造方案")

  await some.cut()
  await vote(cut, "反对", "已保存，等待送达")
  await see(cut, lost)
  // Nothing on this page gives the seat away.
  expect(await cut.getByRole("button").count()).toBe(0)
  await vote(fine, "赞成", "已收到您的一票")
  expect(await readRoll(room, roundId)).toEqual([second!.id])

  // As when the browser is closed and opened again: what was put aside is there.
  await some.restore()
  const hold = (route: Route) => route.abort()
  await cut.route("**/cast", hold)
  await cut.reload()
  await arriveAt(cut, "已保存，等待送达")
  await cut.unroute("**/cast", hold)
  await arriveAt(cut, "已收到您的一票")
  await see(cut, "已送达")
  expect(await cut.evaluate(() => localStorage.getItem("waiting-ballots"))).toBeNull()
  expect(await readRoll(room, roundId)).toEqual([first!.id, second!.id].sort())

  // One that comes too late is told so, and what was chosen is forgotten.
  const late = await hall.tablet(browser, third!, some)
  await arriveAt(late, "同意活动室改造方案")
  await some.cut()
  await vote(late, "赞成", "已保存，等待送达")
  must(await closeRound(room.chair, roundId))
  await some.restore()
  await arriveAt(late, "这一票没有投出")
  await see(late, "表决已经结束")
  expect(await late.evaluate(() => localStorage.getItem("waiting-ballots"))).not.toContain('"for"')
  await press(late, "知道了，回到会场页")
  await arriveAt(late, "表决已结束")
})

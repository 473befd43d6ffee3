import type { Page } from "playwright-core"
import { expect } from "vitest"
import { arriveAt, fillIn, follow, press, see } from "./hands"
import { inspect } from "./inspection"
import type { Called, MeetingHall } from "./meeting-hall"
import { scan } from "./printed"

const seated = /^您已签到，请入座$|^会议进行中$/

/** As a phone or tablet does that reads the QR code of an invitation. */
export async function arriveByQr(hall: MeetingHall, page: Page, name: Called): Promise<void> {
  await page.goto(`${hall.door}?code=${hall.codeOf(name)}`)
  await arriveAt(page, `您是${name}吗`)
  await press(page, "是我，签到")
  await signOnPaper(page)
}

export async function arriveByCode(hall: MeetingHall, page: Page, name: Called, isShared = false): Promise<void> {
  await page.goto(hall.door)
  await arriveAt(page, "请签到")
  await fillIn(page, { 姓名: name, 签到码: hall.codeOf(name) })
  if (isShared) await page.getByLabel("这台平板几个人轮流用").check()
  await press(page, "签到")
}

export async function signOnPaper(page: Page): Promise<void> {
  await arriveAt(page, "请签名")
  await follow(page, /到签到台纸上签$/)
  await arriveAt(page, seated)
}

export async function signByHand(page: Page): Promise<void> {
  await arriveAt(page, "请签名")
  await page.getByText("用手指或笔在这里写姓名").waitFor()
  const box = (await page.locator("canvas").boundingBox())!
  for (const [from, to] of [
    [0.2, 0.5],
    [0.75, 0.4],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 12 })
    await page.mouse.up()
  }
  await page.getByLabel("我同意在平板上签名").check()
  await press(page, "签好了")
  await arriveAt(page, seated)
}

/** A shared tablet goes on to the next delegate for nothing but the code. */
export async function handOn(hall: MeetingHall, page: Page, to: Called): Promise<void> {
  await follow(page, "换下一位")
  await arriveAt(page, "下一位请填签到码")
  await fillIn(page, { 签到码: hall.codeOf(to) })
  await press(page, "换成下一位")
}

/** 代操作: the secretary opens the seat on this tablet, and names why. */
export async function openSeatFor(hall: MeetingHall, page: Page, name: Called): Promise<void> {
  await page.goto(`${hall.meeting}/desk`)
  await follow(rowOf(page, name), /代操作$/)
  await arriveAt(page, `为${name}代操作`)
  await page.getByRole("radio", { name: "视力不便" }).check()
  await inspect(page, "seat to open for another")
  await press(page, `打开${name}的席位`)
  await arriveAt(page, seated)
  await see(page, "由乙二代操作（视力不便）")
}

const rowOf = (desk: Page, name: Called) => desk.getByRole("listitem").filter({ hasText: name })

export async function checkInAtDesk(desk: Page, name: Called): Promise<void> {
  await press(rowOf(desk, name), /签到$/)
  await rowOf(desk, name).getByRole("button", { name: /离会$/ }).waitFor()
}

export async function excuse(desk: Page, name: Called, reason: string): Promise<void> {
  await rowOf(desk, name).getByText("请假", { exact: true }).click()
  await fillIn(desk, { [`${name}为什么请假`]: reason })
  await press(rowOf(desk, name), "记请假")
  await see(rowOf(desk, name), /请假/)
}

/** What the desk has noted of someone: 迟到 and 早退 with their times. */
export const seeNoted = (desk: Page, name: Called, words: RegExp): Promise<void> => see(rowOf(desk, name), words)

/** Where the wall leads whoever points a camera at it. */
export const scanWall = async (wall: Page): Promise<string> => scan(wall.getByRole("img", { name: "签到二维码" }))

/** 实到 as the console counts it. */
export async function seePresent(chair: Page, present: number): Promise<void> {
  const figure = chair.locator("header dl > div").filter({ hasText: "实到" }).getByRole("definition")
  await expect.poll(() => figure.innerText(), { timeout: 20_000 }).toBe(String(present))
}

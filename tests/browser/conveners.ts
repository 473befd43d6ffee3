import type { Page } from "playwright-core"
import sharp from "sharp"
import { expect } from "vitest"
import { addDays, civilDateOf } from "~/law/civil-date"
import { delegates } from "./founders"
import { arriveAt, fillIn, follow, press, see, turnTo } from "./hands"
import { inspect } from "./inspection"
import { downloadText, scan } from "./printed"

export const topicTitle = "悦园活动室修缮"

/** 第3步: two issues become one topic with a first proposal and a photo. */
export async function makeTopic(page: Page): Promise<void> {
  await follow(page, "提为议题")
  await arriveAt(page, "提出议题")
  await page.getByRole("checkbox", { name: /一下雨就漏/ }).check()
  await fillIn(page, { 议题: topicTitle, "预算（元）": "48000" })
  await press(page, "提出议题")
  await page
    .getByRole("alert")
    .getByText(/方案填了一部分/)
    .waitFor()
  await inspect(page, "topic with half a proposal")
  await fillIn(page, {
    "为什么要议（选填）": "几位居民先后反映活动室漏雨、桌椅破旧。",
    做什么: "屋面重做防水，内墙重新粉刷，添置四张棋牌桌。",
    谁出钱: "社区为民办实事经费",
    谁来办: "悦园物业",
    "何时办完（选填）": addDays(civilDateOf(new Date()), 60),
  })
  await press(page, "提出议题")
  await arriveAt(page, topicTitle)
  await addPhoto(page)
  await inspect(page, "topic")
  await judgeProcedure(page)
  await turnTo(page, "议题")
  await inspect(page, "topics")
}

/** One question at a time, one of them left open once; then everything again before it is settled. */
async function judgeProcedure(page: Page): Promise<void> {
  await follow(page, "判断程序")
  await arriveAt(page, "判断程序")
  await press(page, "继续")
  await page.getByRole("alert").waitFor()
  await inspect(page, "question left open")
  for (const answer of [/^社区里的其他事/, /^不要，只在公共地方/, "都不涉及", /^不是，只关系一部分居民/]) {
    await page.getByRole("radio", { name: answer }).check()
    await press(page, "继续")
    await page.getByRole("radio", { name: answer }).waitFor({ state: "detached" })
  }
  await arriveAt(page, "核对一遍，定下程序")
  await inspect(page, "procedure to check")
  await press(page, "定下这个程序")
  await arriveAt(page, topicTitle)
  await see(page, "程序：协商议事会")
  await inspect(page, "topic with its procedure")
}

async function addPhoto(page: Page): Promise<void> {
  await press(page, "上传")
  await page.getByRole("alert").waitFor()
  await inspect(page, "topic without a photo chosen")
  const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7a8b6f" } })
    .jpeg()
    .toBuffer()
  await page.getByLabel("加一张照片").setInputFiles({ name: "活动室.jpg", mimeType: "image/jpeg", buffer })
  await fillIn(page, { "照片说明（选填）": "活动室东墙" })
  await press(page, "上传")
  const photo = page.getByRole("img", { name: "活动室东墙" })
  await photo.waitFor()
  expect(await page.getByLabel("照片说明（选填）").inputValue()).toBe("")
  await photo.scrollIntoViewIfNeeded()
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
}

/** 第4步: the meeting of tomorrow afternoon, with the reason for so short a notice; its notice is a PDF that can be read. */
export async function conveneMeeting(page: Page): Promise<string> {
  await turnTo(page, "会议")
  await inspect(page, "no meetings yet")
  await follow(page, "召集会议")
  await arriveAt(page, "召集会议")
  await press(page, "接着填时间、议程和代表")
  await page.getByRole("alert").waitFor()
  await inspect(page, "meeting of no kind")
  await page.getByRole("radio", { name: /^协商议事会/ }).check()
  await press(page, "接着填时间、议程和代表")
  await arriveAt(page, /^召集/)
  await press(page, "检查并准备发出")
  await page.getByRole("alert").waitFor()
  await inspect(page, "draft that is not ready")
  await fillDraft(page)
  await press(page, "检查并准备发出")
  await page
    .getByRole("alert")
    .getByText(/写明为什么来不及/)
    .waitFor()
  expect(await page.getByRole("checkbox", { name: /应到$/, checked: true }).count()).toBe(delegates.length)
  await fillIn(page, { 为什么来不及提前通知: "雨季将至，漏雨不能再等，代表都同意。" })
  await inspect(page, "draft")
  await press(page, "检查并准备发出")
  await arriveAt(page, "核对一遍，发出通知")
  await inspect(page, "notice to check")
  await press(page, "发出通知")
  await see(page, "通知已经发出")
  await inspect(page, "meeting convened")
  const text = await downloadText(page, page.getByRole("link", { name: "下载" }).first())
  for (const words of ["会议通知", topicTitle, "一号议事点", "悦园活动室二楼"]) expect(text).toContain(words)
  return page.url().match(/meetings\/([^/?]+)/)![1]!
}

async function fillDraft(page: Page): Promise<void> {
  await fillIn(page, { 日期: addDays(civilDateOf(new Date()), 1), 开始: "15:00", 散会: "16:30" })
  await page.getByLabel("地点", { exact: true }).selectOption({ index: 1 })
  await page.getByLabel("主持人", { exact: true }).selectOption("戊五")
  await page.getByLabel("记录人", { exact: true }).selectOption("丁四")
  await page.getByRole("checkbox", { name: new RegExp(`^${topicTitle}`) }).check()
  await press(page, "加进议程")
  await page.getByRole("row", { name: new RegExp(topicTitle) }).waitFor()
  await page.getByLabel("加一项通报（选填）").fill("上次会议办理情况")
  await press(page, "加这一项")
  await page.getByLabel("第2项的名称").waitFor()
  await page.getByLabel("第2项分钟数").fill("10")
  for (const group of await page.locator("details.delegation").all()) await group.locator("summary").click()
  for (const name of delegates) await page.getByRole("checkbox", { name: `${name}应到`, exact: true }).check()
}

/** The codes of all delegates as the page shows them, and the addresses a phone reads from their QR codes. */
export async function readCodes(page: Page): Promise<Record<"codes" | "qr", Record<string, string>>> {
  await follow(page, "签到码和通知")
  await arriveAt(page, "签到码和通知")
  const codes: Record<string, string> = {}
  const qr: Record<string, string> = {}
  for (const name of delegates) {
    const card = page.getByRole("listitem").filter({ hasText: name })
    codes[name] = (await card.locator(".codes__code").innerText()).replace(/\D/g, "")
    qr[name] = await scan(card.getByRole("img", { name: `${name}的签到二维码` }))
    await card.getByRole("checkbox").check()
  }
  await press(page, "保存通知情况")
  await see(page, "已通知7人，共7人")
  await inspect(page, "codes")
  return { codes, qr }
}

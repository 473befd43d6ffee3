import type { Page } from "playwright-core"
import type { DelegateName } from "./founders"
import { arriveAt, fillIn, follow, press } from "./hands"
import { inspect } from "./inspection"

export type Choice = "赞成" | "反对" | "弃权"

const seated = "您已签到，请入座"

/** 第5步: by name and code, after one wrong code. A tablet without scripts has no pen: its delegate signs at the desk. */
export async function checkInByCode(
  page: Page,
  address: string,
  name: DelegateName,
  code: string,
  signs: (page: Page) => Promise<void> = signOnTablet,
): Promise<void> {
  await page.goto(address)
  await arriveAt(page, "请签到")
  await fillIn(page, { 姓名: name, 签到码: code.split("").reverse().join("") })
  await press(page, "签到")
  await page.getByRole("alert").waitFor()
  await inspect(page, "wrong code")
  await fillIn(page, { 姓名: name, 签到码: `${code.slice(0, 4)} ${code.slice(4)}` })
  await press(page, "签到")
  await signs(page)
  await arriveAt(page, seated)
}

export async function signAtDesk(page: Page): Promise<void> {
  await arriveAt(page, "请签名")
  await follow(page, /到签到台纸上签$/)
}

/** The first signature on a tablet carries the agreement to sign there. */
async function signOnTablet(page: Page): Promise<void> {
  await arriveAt(page, "请签名")
  const pad = page.locator("canvas")
  await page.getByText("用手指或笔在这里写姓名").waitFor()
  const box = (await pad.boundingBox())!
  for (const [from, to] of [
    [0.2, 0.5],
    [0.8, 0.4],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 12 })
    await page.mouse.up()
  }
  await press(page, "签好了")
  await page.getByRole("alert").waitFor()
  await inspect(page, "signing")
  await page.getByLabel("我同意在平板上签名").check()
  await press(page, "签好了")
}

/** By the address in the QR code: the name is shown and confirmed. */
export async function checkInByQr(page: Page, address: string, name: DelegateName): Promise<void> {
  await page.goto(address)
  await arriveAt(page, `您是${name}吗`)
  await inspect(page, "whose code")
  await press(page, "是我，签到")
  await arriveAt(page, "请签名")
  await follow(page, "到签到台纸上签")
  await arriveAt(page, seated)
  await inspect(page, "seated")
}

/** 第6步: choose, check, confirm, be told. */
export async function vote(page: Page, motion: string, choice: Choice): Promise<void> {
  await arriveAt(page, motion)
  await press(page, choice)
  await confirm(page, choice)
}

async function confirm(page: Page, choice: Choice): Promise<void> {
  await arriveAt(page, "请核对您的选择")
  await page.locator(".pick__word").getByText(choice, { exact: true }).waitFor()
  await press(page, "对，投出这一票")
  await arriveAt(page, "已收到您的一票")
}

/** Chooses once, thinks again, and chooses another. Every page of a ballot is looked at on the way. */
export async function voteAfterSecondThoughts(page: Page, motion: string, first: Choice, then: Choice): Promise<void> {
  await arriveAt(page, motion)
  await inspect(page, "ballot")
  await press(page, first)
  await arriveAt(page, "请核对您的选择")
  await inspect(page, "ballot to check")
  await follow(page, "重新选")
  await vote(page, motion, then)
  await inspect(page, "ballot received")
}

/** With nothing but the Tab and Enter keys. */
export async function voteByKeyboard(page: Page, motion: string, choice: Choice): Promise<void> {
  await arriveAt(page, motion)
  await tabTo(page, choice)
  await page.keyboard.press("Enter")
  await arriveAt(page, "请核对您的选择")
  await tabTo(page, "对，投出这一票")
  await page.keyboard.press("Enter")
  await arriveAt(page, "已收到您的一票")
}

async function tabTo(page: Page, words: string): Promise<void> {
  const seen: string[] = []
  while (seen.length < 12) {
    await page.keyboard.press("Tab")
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "")
    if (focused === words) return
    seen.push(focused)
  }
  throw new Error(`${words} is not reached by Tab, only ${seen.join("、")}`)
}

/** Going back to the choices or loading the page anew shows that the ballot is in, and gives no second one. */
export async function tryToVoteAgain(page: Page): Promise<void> {
  for (const again of [() => page.goBack(), () => page.reload(), () => page.goForward()]) {
    await again()
    await arriveAt(page, /^已收到您的一票$|^本轮您已经投过/)
  }
}

/** What a screen reader is told as the page comes up by itself. */
export const hear = (page: Page, words: string): Promise<void> =>
  page.getByRole("status").filter({ hasText: words }).waitFor({ state: "attached" })

export const readResult = async (page: Page, outcome: string): Promise<void> => {
  await arriveAt(page, `表决结果：${outcome}`)
}

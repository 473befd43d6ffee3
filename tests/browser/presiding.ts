import type { Page } from "playwright-core"
import { expect } from "vitest"
import { arriveAt, fillIn, follow, press, see, turnTo } from "./hands"
import { inspect } from "./inspection"

/** Opens the meeting's page and goes through one of its doors. */
export async function enter(page: Page, door: string | RegExp): Promise<void> {
  await turnTo(page, "会议")
  await page
    .getByRole("link", { name: /协商议事会/ })
    .first()
    .click()
  await arriveAt(page, /协商议事会/)
  await follow(page, door)
}

export async function openCheckIn(chair: Page): Promise<void> {
  await enter(chair, "进入主持台")
  await press(chair, "开始签到")
  await chair.getByRole("button", { name: "宣布开会" }).waitFor()
  await press(chair, "宣布开会")
  await chair.getByRole("alert").waitFor()
  await inspect(chair, "console without a quorum")
}

/** 实到 and the lamp of the quorum follow the check-ins by themselves. */
export async function openSession(chair: Page, present: number): Promise<void> {
  await see(chair, "法定人数已到")
  await seePresent(chair, present)
  await press(chair, "宣布开会")
  await see(chair, "会议进行中")
  await inspect(chair, "console in session")
}

/** The count of those present in the head of the console. */
export async function seePresent(chair: Page, present: number): Promise<void> {
  const figure = chair.locator("header dl > div").filter({ hasText: "实到" }).getByRole("definition")
  await expect.poll(() => figure.innerText(), { timeout: 10_000 }).toBe(String(present))
}

/** Someone without a tablet comes late and is checked in by hand. */
export async function checkInByHand(desk: Page, name: string): Promise<void> {
  const row = desk.getByRole("listitem").filter({ hasText: name })
  await press(row, /签到$/)
  await row.getByRole("button", { name: /离会$/ }).waitFor()
}

/** The chair must say how the vote is held; then it is open. */
export async function openVote(chair: Page, motion: string, manner: "记名" | "无记名"): Promise<void> {
  await arriveAt(chair, motion)
  await chair.getByRole("button", { name: "开始表决" }).waitFor()
  if (manner === "记名") {
    await press(chair, "开始表决")
    await chair.getByRole("alert").waitFor()
    await inspect(chair, "vote of no manner")
  }
  await chair.getByRole("radio", { name: manner, exact: true }).check()
  await press(chair, "开始表决")
  await chair.getByRole("link", { name: "结束表决，计票" }).waitFor()
}

/** First who is present and has not voted; then closing; then the result, seen by the chair alone until proclaimed. */
export async function closeVote(chair: Page, notVoted: string[]): Promise<void> {
  await inspect(chair, "console with an open vote")
  await follow(chair, "结束表决，计票")
  await arriveAt(chair, "结束表决吗")
  await see(chair, `还有${notVoted.length}人在场没有投`)
  for (const name of notVoted) await see(chair, name)
  await inspect(chair, "closing to check")
  await press(chair, "结束表决，计票")
  await see(chair, "计票结果，还没有公布")
  await inspect(chair, "result before it is proclaimed")
}

export async function endMeeting(chair: Page): Promise<void> {
  await follow(chair, "散会")
  await arriveAt(chair, "散会吗")
  await inspect(chair, "ending to check")
  await press(chair, "散会")
  await see(chair, "会议已散会")
  await inspect(chair, "console after the meeting")
}

/** The wall counts the ballots and names no choice and nobody. */
export async function seeCount(wall: Page, cast: number, present: number, names: readonly string[]): Promise<void> {
  await wall.getByRole("img", { name: `${present}人中${cast}人已投` }).waitFor()
  const words = await wall.locator("body").innerText()
  for (const word of ["赞成", "反对", "弃权", ...names]) expect(words).not.toContain(word)
}

export async function record(page: Page, speech: { name: string; stance: string; gist: string }): Promise<void> {
  const speakers = page.getByLabel("谁发言", { exact: true })
  const option = await speakers.getByRole("option", { name: new RegExp(`^${speech.name}`) }).getAttribute("value")
  await speakers.selectOption(option)
  await page.getByRole("radio", { name: speech.stance, exact: true }).check()
  await fillIn(page, { 要点: speech.gist })
  await press(page, "记下")
  await page.getByRole("listitem").filter({ hasText: speech.gist }).waitFor()
}

export async function putMotion(page: Page, motion: string): Promise<void> {
  await fillIn(page, { 表决什么: motion })
  await press(page, "提出表决事项")
  await page.getByRole("listitem").filter({ hasText: motion }).waitFor()
}

import type { Page } from "playwright-core"
import { expect } from "vitest"
import { arriveAt, fillIn, follow, press, see } from "./hands"
import { inspect } from "./inspection"
import type { Called, MeetingHall } from "./meeting-hall"

type Side = "赞成" | "有条件赞成" | "不赞成"

/** Nothing is typed: for or against, or a point of order. */
export async function askOnTablet(page: Page, say: Side | "程序问题"): Promise<void> {
  await follow(page, "我要发言")
  await arriveAt(page, "您对这一项的态度")
  await inspect(page, `asking to speak, ${say}`)
  await press(page, say === "程序问题" ? /^程序问题/ : say)
  await page.getByRole("heading", { name: new RegExp(`（${say}）`) }).waitFor()
}

/** 发言台: for whoever raises a hand. */
export async function askAtDesk(hall: MeetingHall, name: Called, say: Side): Promise<void> {
  const { desk } = hall
  await desk.goto(`${hall.meeting}/speaking`)
  await desk.getByLabel("谁要发言").selectOption(hall.idOf(name))
  await desk.getByRole("radio", { name: say, exact: true }).check()
  await press(desk, "登记")
  await desk.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "去掉" }).waitFor()
}

/** Those who wait, in the order in which the chair will call them. */
export async function seeQueue(chair: Page, names: readonly Called[]): Promise<void> {
  const waiting = chair.locator(".queue li")
  await expect
    .poll(async () => (await waiting.allInnerTexts()).map(text => text.replace(/^\d+\s*/, "").slice(0, 2)), {
      timeout: 20_000,
    })
    .toEqual(names)
}

export async function giveTheWord(chair: Page, wall: Page, name: Called): Promise<void> {
  await press(chair, `请${name}发言`)
  await arriveAt(wall, name)
}

export const seeClock = async (page: Page, face: RegExp): Promise<void> => {
  await expect.poll(() => page.locator(".spkclock").innerText(), { timeout: 20_000 }).toMatch(face)
}

export async function endTurn(chair: Page): Promise<void> {
  await press(chair, "结束发言")
  await chair.getByRole("button", { name: "结束发言" }).waitFor({ state: "detached" })
}

/** 欠记的要点: who spoke and how is there already. */
export async function takeDown(recorder: Page, name: Called, gist: string): Promise<void> {
  await follow(recorder, new RegExp(`^记要点\\s*，${name}的发言`))
  await recorder.getByRole("heading", { name: `记${name}的发言` }).waitFor()
  await fillIn(recorder, { 要点: gist })
  await press(recorder, "记下")
  await see(recorder.getByRole("listitem").filter({ hasText: name }), gist)
}

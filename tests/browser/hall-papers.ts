import type { Page } from "playwright-core"
import { expect } from "vitest"
import { arriveAt, follow, press, see } from "./hands"
import { inspect } from "./inspection"
import type { Called } from "./meeting-hall"

const outside = (page: Page, name: Called) => page.getByRole("checkbox", { name: new RegExp(`^第\\d+号\\s*${name}`) })

export async function issue(page: Page, names: readonly Called[]): Promise<void> {
  await arriveAt(page, "纸票")
  for (const name of names) await page.getByRole("checkbox", { name, exact: true }).check()
  await press(page, "给勾选的人发票")
  await page.getByRole("heading", { name: `在外面的票${names.length}张` }).waitFor()
}

/** Written wrong: the next number takes its place. */
export async function exchange(page: Page, name: Called): Promise<void> {
  const before = await outside(page, name).inputValue()
  await outside(page, name).check()
  await press(page, "写坏了，换一张")
  await see(page, new RegExp(`^第${before}号\\s*${name}`))
  await expect.poll(() => outside(page, name).inputValue()).not.toBe(before)
}

/** Returns the number on the paper each handed in. */
export async function takeIn(page: Page, names: readonly Called[]): Promise<string[]> {
  const serials: string[] = []
  for (const name of names) {
    serials.push(await outside(page, name).inputValue())
    await outside(page, name).check()
  }
  await inspect(page, "papers that are out")
  await press(page, "收回勾选的")
  await page.getByRole("heading", { name: /^在外面的票/ }).waitFor({ state: "detached" })
  return serials
}

export async function nameOfficer(page: Page, name: Called, office: "计票人" | "监票人"): Promise<void> {
  const list = page.getByLabel("推定谁")
  const option = await list.getByRole("option", { name: new RegExp(`^${name}`) }).getAttribute("value")
  await list.selectOption(option)
  await press(page, `做${office}`)
  await page.getByRole("button", { name: `撤下${name}` }).waitFor()
}

export type Reading = [serial: string, mark: string]

/** 读票, and by somebody else 核对: what the first read is shown to nobody. */
export async function read(page: Page, sheets: readonly Reading[], press_: "录入选好的" | "核对选好的"): Promise<void> {
  await follow(page, "读票和核对")
  await arriveAt(page, "读票和核对")
  for (const [serial, mark] of sheets) {
    const row = page.getByRole("row", { name: new RegExp(`^第${serial}号`) })
    expect(await row.getByRole("radio", { checked: true }).count()).toBe(0)
    await row.getByRole("radio", { name: mark, exact: true }).check()
  }
  await inspect(page, `sheets, ${press_}`)
  await press(page, press_)
}

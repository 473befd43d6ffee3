import type { Locator, Page } from "playwright-core"

/** Presses the button with exactly these words. */
export const press = (on: Page | Locator, name: string | RegExp): Promise<void> =>
  on.getByRole("button", { name, exact: typeof name === "string" }).click()

/** Follows the link with exactly these words. */
export const follow = (on: Page | Locator, name: string | RegExp): Promise<void> =>
  on.getByRole("link", { name, exact: typeof name === "string" }).click()

/** Types into fields by their labels. */
export async function fillIn(on: Page | Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await on.getByLabel(label, { exact: true }).fill(text)
}

/** Waits until the page says this in its first heading. */
export const arriveAt = (page: Page, heading: string | RegExp): Promise<void> =>
  page.getByRole("heading", { level: 1, name: heading, exact: typeof heading === "string" }).waitFor()

/** Waits until these words stand on the page. */
export const see = (on: Page | Locator, words: string | RegExp): Promise<void> => on.getByText(words).first().waitFor()

/** Opens one of the columns in the head of the page. */
export async function turnTo(page: Page, column: string): Promise<void> {
  await follow(page.getByRole("navigation", { name: "主要栏目" }), column)
  await arriveAt(page, new RegExp(`^${column}`))
}

import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { expect } from "vitest"
import { findBarriers, isTooWide, sizes } from "./browser"

/** WALK_PICTURES=<folder> keeps a picture of every page of the walk, in its order. */
const folder = process.env.WALK_PICTURES
let pictures = 0

/** Whatever is read at a desk, on a tablet or on a phone may also be opened on a phone; console and wall are not. */
const servesPhones = (width: number) => width !== sizes.console.width && width !== sizes.screen.width

/**
 * Nothing may bar the way to a page or stick out of it: at the size it serves, at twice the size of type (which leaves
 * half the width), and on a phone.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  const served = page.viewportSize()!
  const halved = { width: served.width / 2, height: served.height / 2 }
  const isWall = served.width === sizes.screen.width
  await look(page, name, served, true)
  // A wall is looked at from afar: nobody enlarges it.
  if (!isWall && served.width !== sizes.phone.width) await look(page, `${name} at 200 %`, halved, true)
  if (servesPhones(served.width) && served.width !== sizes.phone.width)
    await look(page, `${name} on a phone`, sizes.phone, false)
  await page.setViewportSize(served)
}

async function look(page: Page, name: string, size: { width: number; height: number }, withAxe: boolean) {
  await page.setViewportSize(size)
  if (folder) {
    mkdirSync(folder, { recursive: true })
    const file = `${String(++pictures).padStart(3, "0")} ${name.replaceAll("/", " ")}.png`
    await page.screenshot({ path: join(folder, file), fullPage: size.width !== sizes.screen.width })
  }
  // Axe waits for its own timers, which do not run without scripts: there the tablets beside it are looked at.
  const isScripted = await page.evaluate(() => "__reactRouterContext" in window)
  if (withAxe && isScripted) expect(await findBarriers(page), name).toEqual([])
  expect(await isTooWide(page), `${name} is too wide`).toBe(false)
}

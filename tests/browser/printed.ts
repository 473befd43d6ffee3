import { readFileSync } from "node:fs"
import jsQR from "jsqr"
import type { Locator, Page } from "playwright-core"
import { PNG } from "pngjs"
import { expect } from "vitest"
import { readText } from "#tests/templates/read-pdf"

/** The file behind a link, as the browser saves it. */
export async function download(page: Page, link: Locator): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()])
  return readFileSync(await file.path())
}

/** What a downloaded PDF says, without white space. */
export async function downloadText(page: Page, link: Locator): Promise<string> {
  const bytes = await download(page, link)
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-")
  return readText(bytes)
}

/** What a phone's camera reads from a QR code on the screen. */
export async function scan(code: Locator): Promise<string> {
  const { data, width, height } = PNG.sync.read(await code.screenshot())
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? "nothing readable"
}

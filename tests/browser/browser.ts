import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"
import { expect, onTestFinished } from "vitest"

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
]

const quietly = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
]

/**
 * The system's Chromium if there is one, else the one from npm (also when CHROMIUM=npm asks for it), which brings its
 * own libraries but no Chinese font: ours are made known to it.
 */
export async function aBrowser(): Promise<Browser> {
  const system = process.env.CHROMIUM === "npm" ? undefined : systemBrowsers.find(path => existsSync(path))
  const browser = system ? await chromium.launch({ executablePath: system, args: quietly }) : await npmChromium()
  onTestFinished(() => browser.close())
  return browser
}

async function npmChromium(): Promise<Browser> {
  // The package unpacks the shared libraries only where it believes to be at home.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x"
  const { default: packed } = await import("@sparticuz/chromium")
  const executablePath = await packed.executablePath()
  const fonts = mkdtempSync(join(tmpdir(), "yishi-fonts-"))
  mkdirSync(join(fonts, "cache"))
  writeFileSync(
    join(fonts, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<dir>${resolve("templates/fonts")}</dir><cachedir>${join(fonts, "cache")}</cachedir></fontconfig>`,
  )
  const env = {
    ...process.env,
    FONTCONFIG_FILE: join(fonts, "fonts.conf"),
    LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib"),
  } as Record<string, string>
  return chromium.launch({ executablePath, args: quietly, env })
}

export const sizes = {
  phone: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
  console: { width: 1280, height: 800 },
  desk: { width: 1440, height: 900 },
  screen: { width: 1920, height: 1080 },
}

/** A person's own browser window; whatever its console complains about fails the test. */
export async function aWindow(
  browser: Browser,
  origin: string,
  size: keyof typeof sizes,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: origin, viewport: sizes[size], locale: "zh-CN", ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("console", message => {
    // Chromium itself writes a line for every answer of 400 and above; the pages show those in words.
    if (message.type() === "error" && !/^Failed to load resource/.test(message.text())) complaints.push(message.text())
  })
  page.on("pageerror", error => complaints.push(String(error)))
  onTestFinished(() => expect(complaints, "the browser's console complained").toEqual([]))
  return { page, context }
}

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js")

/** What axe finds on the page as it is now, one line per finding. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Through the debugger, not a script tag: the page's own policy stays as strict as it is.
  await page.evaluate(await import("node:fs").then(fs => fs.readFileSync(axeFile, "utf8")))
  const { violations } = await page.evaluate(() =>
    (
      window as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run(),
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** Whether anything sticks out sideways. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

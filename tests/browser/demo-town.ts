import { join } from "node:path"
import type { Page } from "playwright-core"
import { printPaper } from "#templates/print-paper"
import { aServer, type RunningServer } from "#tests/http/running-server"
import { aDatabase } from "#tests/test-database"
import { buildDemoCommunity } from "~/demo/community"
import { readArchiveKey } from "~/registry/archive-key"
import { newId } from "~/web/identifiers"
import { aBrowser, aWindow, type sizes } from "./browser"
import { arriveAt, fillIn, press } from "./hands"

const password = "own secret of the demo"
export const board = "/c/zhenxing/board"

export type Town = {
  server: RunningServer
  open: (size: keyof typeof sizes, options?: { javaScriptEnabled?: boolean }) => Promise<Page>
  /** A desk at which this member of the demo community has signed in. */
  signIn: (loginName: string) => Promise<Page>
}

/** The demo community before the built server, with windows to look at it. */
export async function aTown(): Promise<Town> {
  const { db, url, folder } = await aDatabase()
  const installation = {
    db,
    now: () => new Date(),
    newId: () => newId(),
    publish: () => {},
    secret: Buffer.alloc(32, 7),
    keyDir: join(folder, "round-keys"),
    archiveKey: readArchiveKey(folder),
    fontDir: null,
    print: printPaper,
    background: (work: Promise<unknown>) => void work,
    publicOrigin: null,
  }
  await buildDemoCommunity(installation, password)
  await db.close()
  const server = await aServer({ url, folder })
  const browser = await aBrowser()
  const open: Town["open"] = async (size, options) => {
    const { page } = await aWindow(browser, server.origin, size, options)
    page.setDefaultTimeout(10_000)
    return page
  }
  const signIn = async (loginName: string) => {
    const page = await open("desk")
    await page.goto("/sign-in")
    await arriveAt(page, "登录")
    await fillIn(page, { 登录名或手机号: loginName, 密码: password })
    await press(page, "登录")
    await page.waitForURL("**/c/zhenxing")
    return page
  }
  return { server, open, signIn }
}

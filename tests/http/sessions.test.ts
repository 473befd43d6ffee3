import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { accounts, sessions } from "#db/schema/people-accounts"
import { anIssue } from "#tests/intake/factories"
import { aMember, aWorld, type World } from "#tests/world"
import { hashPassword } from "~/people/passwords"
import { sessionIdOf, startSession } from "~/people/sessions"
import { aServer } from "./running-server"
import { aVisitor } from "./visitor"
import { changedTables, readEveryTable } from "./written-rows"

/** A secretary signed in before the built server, at an issue's page. */
async function atAnIssue() {
  const world = await aWorld()
  world.clock.now = new Date()
  const issueId = await anIssue(await world.as("secretary"))
  const { accountId } = await aMember(world.installation, world.community, ["secretary"])
  const token = await world.db.tx("session", q =>
    startSession(q, new Date(), { communityId: world.community.id, accountId: accountId!, device: "电脑，Chrome" }),
  )
  const server = await aServer(world, { LOG_LEVEL: "error" })
  const path = `/c/${world.community.slug}/issues/${issueId}`
  const browser = aVisitor(server.origin, { sid: token })
  return { world, server, accountId: accountId!, token, path, browser }
}

const changeSession = (world: World, token: string, set: Partial<typeof sessions.$inferInsert>) =>
  world.db.tx("session", q =>
    q
      .update(sessions)
      .set(set)
      .where(eq(sessions.id, sessionIdOf(token))),
  )
const changeAccount = (world: World, id: string, set: Partial<typeof accounts.$inferInsert>) =>
  world.db.tx("account", q => q.update(accounts).set(set).where(eq(accounts.id, id)))

type There = Awaited<ReturnType<typeof atAnIssue>>
const ends: [string, (there: There) => Promise<unknown>][] = [
  ["that ran out", ({ world, token }) => changeSession(world, token, { expiresAt: new Date(Date.now() - 1000) })],
  ["that was ended", ({ world, token }) => changeSession(world, token, { revokedAt: new Date() })],
  ["of a stopped account", ({ world, accountId }) => changeAccount(world, accountId, { disabledAt: new Date() })],
]

test.each(ends)("a session %s opens nothing, writes nothing, and leads to the sign-in", async (_what, end) => {
  const there = await atAnIssue()
  const { world, browser, path, server } = there
  expect((await browser.get(path)).status).toBe(200)
  await end(there)
  const before = await readEveryTable(world.db)
  const signIn = `/sign-in?back=${encodeURIComponent(path)}`
  const page = await browser.get(path)
  expect(page.status).toBe(302)
  expect(page.headers.get("location")).toBe(signIn)
  const pressed = await browser.post(path, { intent: "accept" }, { Referer: server.origin + path })
  expect(pressed.headers.get("location")).toBe(signIn)
  const byScript = await browser.get(`${path}.data`)
  expect(await byScript.text()).not.toContain("寅女士")
  expect(changedTables(before, await readEveryTable(world.db))).toEqual([])
})

test("after signing in again one is back at the same page", async () => {
  const { world, browser, accountId, token, path } = await atAnIssue()
  await changeAccount(world, accountId, { loginName: "gengqi", passwordHash: await hashPassword("a long enough one") })
  await changeSession(world, token, { expiresAt: new Date(Date.now() - 1000) })
  const away = (await browser.get(`${path}?from=ledger`)).headers.get("location")!
  const entered = await browser.post(away, { nameOrPhone: "gengqi", password: "a long enough one" })
  expect(entered.status).toBe(303)
  expect(entered.headers.get("location")).toBe(`${path}?from=ledger`)
  expect((await browser.get(entered.headers.get("location")!)).status).toBe(200)
})

test("whoever has a temporary password first sets an own one, whatever page is asked for", async () => {
  const { world, browser, accountId, path } = await atAnIssue()
  await changeAccount(world, accountId, { mustChangePassword: true })
  const before = await readEveryTable(world.db)
  for (const answer of [await browser.get(path), await browser.post(path, { intent: "accept" })])
    expect(answer.headers.get("location")).toBe("/password")
  expect(changedTables(before, await readEveryTable(world.db))).toEqual([])
})

test("outside the community nothing is told and nothing is written", async () => {
  const { world, server, browser, accountId } = await atAnIssue()
  await changeAccount(world, accountId, { passwordHash: await hashPassword("a long enough one") })
  const stranger = aVisitor(server.origin)
  const before = await readEveryTable(world.db)
  expect((await stranger.get("/")).headers.get("location")).toBe("/sign-in")
  for (const path of ["/sign-in", "/password", "/first-run", "/nowhere", "/c/nowhere"])
    expect(await (await stranger.get(path)).text(), path).not.toContain("振兴社区")
  const founding = {
    communityName: "另一社区",
    shortName: "另",
    subdistrict: "",
    contactPhone: "",
    administratorName: "癸十",
    loginName: "guishi",
    password: "a long enough one",
    passwordAgain: "a long enough one",
  }
  expect((await stranger.post("/first-run", founding)).status).toBeGreaterThanOrEqual(300)
  const passwords = { passwordNow: "unused here", password: "another long one", passwordAgain: "another long one" }
  expect((await stranger.post("/password", passwords)).headers.get("location")).toBe("/sign-in?back=/password")
  expect((await browser.post("/password", passwords)).status).toBe(400)
  expect((await stranger.post("/nowhere", {})).status).toBe(404)
  const led = await stranger.post("/scale", { scale: "elder", back: "//elsewhere.example" })
  expect(led.headers.get("location")).toBe("/")
  await stranger.post("/sign-out", {})
  await browser.get("/sign-out")
  expect(changedTables(before, await readEveryTable(world.db))).toEqual([])
  await browser.post("/sign-out", {})
  expect(changedTables(before, await readEveryTable(world.db))).toEqual(["sessions"])
})

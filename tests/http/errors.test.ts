import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { isPostgres } from "#db/columns"
import { aCommunity, aMember, aWorld, type World } from "#tests/world"
import type { Actor } from "~/web/context"
import { signIn } from "./access-world"
import { aServer } from "./running-server"
import { aVisitor } from "./visitor"

const asBrowser = { Accept: "text/html,application/xhtml+xml" }

async function aHouseWith(roles: Parameters<World["as"]>) {
  const world = await aWorld()
  world.clock.now = new Date()
  const ctx = await world.as(...roles)
  const server = await aServer(world, { LOG_LEVEL: "info" })
  return { world, server, home: `/c/${world.community.slug}`, visitor: await visitorOf(server, world, ctx.actor) }
}

const visitorOf = async (server: { origin: string }, world: Pick<World, "db" | "community">, actor: Actor) =>
  aVisitor(server.origin, { sid: await signIn({ world: world as World }, actor) })

/** As a disk gone bad would: the table is no longer there. */
const breakTable = (world: World, table: "topics" | "issues" | "sessions") =>
  world.db.tx("break", async q => {
    const engine = q as unknown as Record<"run" | "execute", (query: unknown) => unknown>
    await engine[isPostgres ? "execute" : "run"](sql.raw(`alter table ${table} rename to gone`))
  })

/** What a person reads: the words of the page, and the request's number on it, which is the one in the answer's head. */
async function readError(response: Response) {
  const html = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "")
  const words = html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, " ")
  const number = response.headers.get("x-request-id")!
  expect(number).toMatch(/^[0-9a-f]{12}$/)
  expect(words).toContain("请求号")
  expect(words).toContain(number)
  expect(words.replaceAll(number, "").replace(/Error|404|500/g, "")).not.toMatch(/[A-Za-z]{4,}/)
  expect(response.headers.get("content-security-policy")).toBeTruthy()
  return words
}

test.each([
  ["a page that is not there", "/topics/nothing", 404, "没有找到这一页"],
  ["a file that is not there", "/documents/nothing", 404, "没有找到这一页"],
  ["a page of another role", "/issues", 403, "这一页您不能看"],
  ["a chapter nobody wrote", "/help/nothing", 404, "没有找到这一页"],
])("%s is said in Chinese, with the request's number", async (_what, path, status, words) => {
  const { visitor, home } = await aHouseWith(["handler"])
  const answer = await visitor.get(home + path, asBrowser)
  expect(answer.status).toBe(status)
  expect(await readError(answer)).toContain(words)
})

test("a member keeps the columns of the house under an error; an outsider does not learn whose house it is", async () => {
  const { world, visitor, server, home } = await aHouseWith(["handler"])
  expect(await readError(await visitor.get(`${home}/topics/nothing`, asBrowser))).toContain("振兴社区")
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const stranger = await aMember(world.installation, community, ["secretary"])
  const outsider = await visitorOf(server, { db: world.db, community }, stranger)
  const answer = await outsider.get(`${home}/topics`, asBrowser)
  expect(answer.status).toBe(404)
  expect(await readError(answer)).not.toContain("振兴社区")
})

test("a form sent to a page that takes none is answered in Chinese", async () => {
  const { visitor, home } = await aHouseWith(["secretary"])
  const answer = await visitor.post(`${home}/help`, { word: "x" }, asBrowser)
  expect(answer.status).toBe(405)
  expect(await readError(answer)).toContain("这一页不收提交的内容")
})

test.each([
  ["page", "/topics", "topics"],
  ["file", "/issues/export.xlsx", "issues"],
] as const)(
  "a fault of ours on a %s is a page with a number, under which the log says where",
  async (_w, path, table) => {
    const { world, visitor, home, server } = await aHouseWith(["secretary"])
    await breakTable(world, table)
    const answer = await visitor.get(home + path, asBrowser)
    expect(answer.status).toBe(500)
    expect(await readError(answer)).toContain("出了差错")
    const number = answer.headers.get("x-request-id")!
    const faultOf = () =>
      server
        .log()
        .split("\n")
        .find(line => line.includes(`"id":"${number}"`) && line.includes("stack"))
    await expect.poll(faultOf).toBeTruthy()
    expect(JSON.parse(faultOf()!).stack).toContain(table)
  },
)

test("when nobody can be known, because the sessions cannot be read, that too is a page with a number", async () => {
  const { world, visitor, home } = await aHouseWith(["secretary"])
  await breakTable(world, "sessions")
  const answer = await visitor.get(home, asBrowser)
  expect(answer.status).toBe(500)
  expect(await readError(answer)).toContain("出了差错")
})

test("a method nobody asks for is answered in Chinese", async () => {
  const { server } = await aHouseWith(["secretary"])
  const answer = await fetch(`${server.origin}/`, {
    method: "PROPFIND",
    headers: { ...asBrowser, Origin: server.origin },
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  await readError(answer)
})

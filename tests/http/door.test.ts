import { connect } from "node:net"
import { expect, test } from "vitest"
import { aDatabase } from "#tests/test-database"
import { aServer } from "./running-server"
import { aVisitor } from "./visitor"

async function anEmptyHouse() {
  const database = await aDatabase()
  await database.db.close()
  const server = await aServer(database)
  return { server, visitor: aVisitor(server.origin) }
}

/** What the server answers to bytes no HTTP client would send. */
const rawAnswer = (origin: string, bytes: string) =>
  new Promise<string>((done, failed) => {
    const { hostname, port } = new URL(origin)
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let answer = ""
    socket.on("data", chunk => {
      answer += chunk
      socket.end()
    })
    socket.on("close", () => done(answer))
    socket.on("error", failed)
  })

const founding = {
  communityName: "振兴社区",
  shortName: "振社",
  subdistrict: "",
  contactPhone: "",
  administratorName: "甲一",
  loginName: "jiayi",
  password: "a long enough one",
  passwordAgain: "a long enough one",
}

test("an empty house asks for its community, takes it once, and knows its administrator", async () => {
  const { visitor, server } = await anEmptyHouse()
  expect((await visitor.get("/")).headers.get("location")).toBe("/first-run")
  const founded = await visitor.post("/first-run", founding)
  expect(founded.status).toBe(303)
  const home = await visitor.get(founded.headers.get("location")!)
  expect(await home.text()).toContain("振兴社区")
  const second = await aVisitor(server.origin).post("/first-run", { ...founding, communityName: "另一社区" })
  expect(second.headers.get("location")).toBe("/")
  expect((await visitor.get("/c/lingyi")).status).toBe(404)
})

test.each([
  ["a host we do not answer to", "GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", "400"],
  ["a malformed host", "GET / HTTP/1.1\r\nHost: a b<>\r\n\r\n", "400"],
  ["no host at all", "GET / HTTP/1.0\r\n\r\n", "400"],
])("%s is answered in Chinese, and the server lives on", async (_what, bytes, status) => {
  const { server, visitor } = await anEmptyHouse()
  const answer = await rawAnswer(server.origin, bytes)
  expect(answer.split(" ")[1]).toBe(status)
  expect(answer).toContain("这个地址不在本机服务的范围内")
  expect((await visitor.get("/healthz")).status).toBe(200)
})

test("a path that cannot be read is answered in Chinese", async () => {
  const { server } = await anEmptyHouse()
  const { host } = new URL(server.origin)
  const answer = await rawAnswer(server.origin, `GET /%E0%A4%A HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  expect(answer.split(" ")[1]).toBe("400")
  expect(answer).toContain("认不出的字符")
})

test.each([
  ["another site's origin", "https://elsewhere.example"],
  ["an opaque origin", "null"],
  ["the same host by another scheme", "https://127.0.0.1"],
])("a form with %s is turned away and changes nothing", async (_what, origin) => {
  const { visitor } = await anEmptyHouse()
  const answer = await visitor.post("/first-run", founding, { Origin: origin })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain("不是从本站的页面发出的")
  expect((await visitor.get("/")).headers.get("location")).toBe("/first-run")
})

test("a form without any origin is turned away", async () => {
  const { server, visitor } = await anEmptyHouse()
  const { host } = new URL(server.origin)
  const body = new URLSearchParams(founding).toString()
  const answer = await rawAnswer(
    server.origin,
    `POST /first-run HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  expect(answer.split(" ")[1]).toBe("403")
  expect((await visitor.get("/")).headers.get("location")).toBe("/first-run")
})

test("every page carries the headers that keep it to itself, and a nonce of its own", async () => {
  const { visitor } = await anEmptyHouse()
  const nonces = new Set<string>()
  for (const path of ["/first-run", "/first-run", "/nowhere", "/c/nowhere"]) {
    const page = await visitor.get(path)
    const policy = page.headers.get("content-security-policy") ?? ""
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain("unsafe-inline")
    expect(page.headers.get("referrer-policy")).toBe("same-origin")
    expect(page.headers.get("x-content-type-options")).toBe("nosniff")
    nonces.add(/nonce-([^']+)/.exec(policy)![1]!)
  }
  expect(nonces.size).toBe(4)
})

test("static files come compressed and are kept for long; pages are never kept", async () => {
  const { visitor } = await anEmptyHouse()
  const page = await visitor.get("/first-run")
  expect(page.headers.get("cache-control")).toBe("no-store")
  const script = /\/assets\/entry\.client-[\w-]+\.js/.exec(await page.text())![0]
  const file = await visitor.get(script, { "Accept-Encoding": "br" })
  expect(file.headers.get("content-encoding")).toBe("br")
  expect(file.headers.get("cache-control")).toContain("immutable")
})

test("a body far too large is refused with a sentence", async () => {
  const { visitor } = await anEmptyHouse()
  const answer = await visitor.post("/first-run", { ...founding, subdistrict: "x".repeat(5 * 1024 * 1024) })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain("内容太大")
})

test("the server stops in good order while a page is open", async () => {
  const { server, visitor } = await anEmptyHouse()
  await (await visitor.get("/first-run")).text()
  expect(await server.stop()).toBe(0)
})

test("the log names no person", async () => {
  const { server, visitor } = await anEmptyHouse()
  await visitor.post("/first-run", founding)
  await visitor.post("/sign-in", { nameOrPhone: "13900000001", password: "secret words" })
  expect(server.log()).toContain("first-run")
  for (const personal of ["甲一", "jiayi", "13900000001", "secret words", "long enough"])
    expect(server.log()).not.toContain(personal)
})

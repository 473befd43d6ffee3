import { strToU8, zipSync } from "fflate"
import { expect, test } from "vitest"
import { importRows, imports } from "#db/schema/registry-imports"
import { aReadyTopic } from "#tests/agenda/factories"
import { aMeetingInRoom } from "#tests/chamber/factories"
import { anIssue } from "#tests/intake/factories"
import { aWorld } from "#tests/world"
import { signIn } from "./access-world"
import { wordsOf } from "./hall"
import { aLargeFile, sendLarge } from "./large-body"
import { aServer } from "./running-server"
import { aVisitor } from "./visitor"
import { changedTables, readEveryTable } from "./written-rows"

/** A secretary's browser before the built server. */
async function aSecretary() {
  const world = await aWorld()
  world.clock.now = new Date()
  const ctx = await world.as("secretary")
  const token = await signIn({ world }, ctx.actor)
  const server = await aServer(world, { LOG_LEVEL: "error" })
  const community = `/c/${world.community.slug}`
  const browser = aVisitor(server.origin, { sid: token })
  return {
    world,
    ctx,
    server,
    browser,
    community,
    cookie: `sid=${token}`,
    importing: `${community}/imports/new?kind=issues`,
  }
}

const fileForm = (name: string, fileName: string, bytes: Uint8Array, fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set(name, new File([bytes as BlobPart], fileName))
  return form
}

test("a file of two hundred megabytes is refused with a sentence, without being held in memory", async () => {
  const { world, server, browser, importing, cookie } = await aSecretary()
  // What a first page takes in memory is not the file's doing.
  await (await browser.get(importing)).text()
  const before = await readEveryTable(world.db)
  const { status, text, grownMegabytes } = await sendLarge(
    server,
    importing,
    cookie,
    aLargeFile("file", "问题清单.xlsx", 200),
  )
  expect(status).toBe(413)
  expect(wordsOf(text)).toContain("内容太大，最多20MB。请缩小后再传。")
  expect(grownMegabytes).toBeLessThan(150)
  expect(changedTables(before, await readEveryTable(world.db))).toEqual([])
  expect((await browser.get(importing)).status).toBe(200)
})

test("a body that no form sends is not read at all", async () => {
  const { world, server, browser, importing, cookie } = await aSecretary()
  await (await browser.get(importing)).text()
  const before = await readEveryTable(world.db)
  for (const contentType of ["text/plain", "application/octet-stream", "application/json"]) {
    const answer = await sendLarge(server, importing, cookie, { contentType, head: "", megabytes: 200, tail: "" })
    expect(answer.status, contentType).toBe(400)
    expect(wordsOf(answer.text), contentType).toContain("没有收到完整的内容")
    expect(answer.grownMegabytes, contentType).toBeLessThan(150)
  }
  expect(changedTables(before, await readEveryTable(world.db))).toEqual([])
})

/** Neither UTF-8 nor GB18030. */
const unreadable = Uint8Array.from([0xc4, 0x20, 0xe9, 0x20, 0x85, 0x0a])

const refusedAtOnce: [string, string, Uint8Array, string][] = [
  ["a PDF named .xlsx", "问题清单.xlsx", strToU8("%PDF-1.7\n1 0 obj\n"), "PDF文件，读不出表格。"],
  ["a web page named .xlsx", "问题清单.xlsx", strToU8("<html><table></table></html>"), "实际是网页格式的表格。"],
  ["an unreadable encoding", "问题清单.csv", unreadable, "文件里的文字编码无法识别。"],
  ["an empty file", "问题清单.csv", new Uint8Array(), "表格里没有内容。"],
  ["no file", "", new Uint8Array(), "还没有选文件。"],
]

test("what the bytes show at once is refused beside the field, and nothing is written", async () => {
  const { world, browser, importing } = await aSecretary()
  const before = await readEveryTable(world.db)
  for (const [what, fileName, bytes, sentence] of refusedAtOnce) {
    const answer = await browser.post(importing, fileForm("file", fileName, bytes))
    expect(answer.status, what).toBe(400)
    expect(wordsOf(await answer.text()), what).toContain(sentence)
  }
  expect(changedTables(before, await readEveryTable(world.db))).toEqual([])
})

const bomb = () =>
  zipSync({
    "xl/workbook.xml": strToU8("<workbook/>"),
    "xl/worksheets/sheet1.xml": [new Uint8Array(60 * 1024 * 1024), { level: 9 }],
  })

const refusedInReading: [string, string, () => Uint8Array, string][] = [
  ["a zip bomb", "问题清单.xlsx", bomb, "这个表格展开后过大，为安全起见没有读取。"],
  ["a damaged workbook", "问题清单.xlsx", () => bomb().subarray(0, 500), "表格文件不完整或已损坏，没有读取任何内容。"],
  ["no header", "问题清单.csv", () => strToU8("甲,乙\n1,2\n3,4\n"), "没有找到表头。"],
]

test("what shows in reading is told on the import's page, and not a row is kept", async () => {
  const { world, browser, importing } = await aSecretary()
  const before = await readEveryTable(world.db)
  for (const [what, fileName, bytes, sentence] of refusedInReading) {
    const sent = await browser.post(importing, fileForm("file", fileName, bytes()))
    expect(sent.status, what).toBe(303)
    const page = sent.headers.get("location")!
    const states = async () =>
      (await world.db.read.select({ state: imports.state }).from(imports)).map(row => row.state)
    while ((await states()).includes("reading")) await (await browser.get(page)).text()
    expect(wordsOf(await (await browser.get(page)).text()), what).toContain(sentence)
    expect(new Set(await states()), what).toEqual(new Set(["failed"]))
  }
  expect(await world.db.read.$count(importRows)).toBe(0)
  // The file itself is kept to be looked at, and that it was tried.
  expect(changedTables(before, await readEveryTable(world.db)).toSorted()).toEqual(["auditEntries", "imports"])
})

test("a photo that is none is refused, its caption is kept", async () => {
  const { world, ctx, browser, community } = await aSecretary()
  const topicId = await aReadyTopic(ctx)
  const before = await readEveryTable(world.db)
  const form = fileForm("photo", "照片.jpg", strToU8("%PDF-1.7\n"), { intent: "add", caption: "东侧楼道的灯" })
  const answer = await browser.post(`${community}/topics/${topicId}`, form)
  expect(answer.status).toBe(400)
  const page = await answer.text()
  expect(wordsOf(page)).toContain("这个文件不是照片")
  expect(page).toContain(`value="东侧楼道的灯"`)
  expect(changedTables(before, await readEveryTable(world.db))).toEqual([])
})

test("three megabytes of typing are refused by every form, and nothing is written", async () => {
  const { world, ctx, server, browser, community } = await aSecretary()
  const issueId = await anIssue(ctx)
  const { meetingId } = await aMeetingInRoom(world, { state: "checkIn" })
  const before = await readEveryTable(world.db)
  const typed = { content: "字".repeat(1024 * 1024) }
  const stranger = aVisitor(server.origin)
  for (const [visitor, path] of [
    [stranger, "/sign-in"],
    [stranger, `${community}/m/${meetingId}`],
    [browser, "/password"],
    [browser, `${community}/issues/new`],
    [browser, `${community}/issues/${issueId}`],
    [browser, `${community}/issues/${issueId}/edit`],
    [browser, `${community}/topics/new`],
    [browser, `${community}/venues/new`],
    [browser, `${community}/meetings/new`],
  ] as const) {
    const answer = await visitor.post(path, typed)
    expect(answer.status, path).toBe(413)
    expect(wordsOf(await answer.text()), path).toContain("内容太大，最多1MB。请缩小后再传。")
  }
  expect(changedTables(before, await readEveryTable(world.db))).toEqual([])
})

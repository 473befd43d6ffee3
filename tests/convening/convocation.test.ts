import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { documents } from "#db/schema/registry"
import { readDocx } from "#tests/templates/read-docx"
import { readText, withoutSpace } from "#tests/templates/read-pdf"
import { aWorld } from "#tests/world"
import { checkInCodeOf } from "~/convening/check-in-codes"
import { drawCheckInSlips } from "~/convening/check-in-slips"
import { issueConvocation, issueConvocationWord } from "~/convening/convocation"
import { cancelMeeting } from "~/convening/meetings"
import { listParticipants } from "~/convening/store"
import { instantOf } from "~/law/civil-date"
import { findDocument } from "~/registry/document-store"
import { verifySheet } from "~/registry/verification"
import { originForOthers } from "~/web/origin"
import { aConvenedMeeting, aDelegate, aDraft } from "./factories"

const origin = "https://yishi.example"

test("the notice says what was convened, and its hashes are those of its bytes and facts", async () => {
  const world = await aWorld()
  const property = await aDelegate(await world.as("secretary"), {
    delegation: "property",
    organization: "悦园物业",
    name: "辰五",
  })
  const { ctx, meetingId } = await aConvenedMeeting(world, {
    observerDelegateIds: [property.id],
    startsAt: instantOf("2026-10-09", "14:30"),
    endsAt: instantOf("2026-10-09", "16:00"),
    reasons: { notice: "水管抢修", venue: "从未撞期" },
  })
  const issued = await issueConvocation(ctx, { meetingId, origin })
  if (!issued.ok) throw new Error(issued.code)
  const { document } = issued.value
  const stored = await findDocument(ctx.db.read, ctx.community.id, document.id)
  expect(createHash("sha256").update(stored!.content).digest("hex")).toBe(document.fileHash)
  const text = withoutSpace(readText(stored!.content))
  for (const words of [
    "关于召开2026年第一次协商议事会的通知",
    "2026年10月9日（星期五）14:30至16:00",
    "楼道堆物怎么清（到会代表表决）",
    "预算48,000.00元",
    "应到2人，三分之二以上（2人）到会方可表决",
    "悦园物业辰五",
    "原因：水管抢修",
    "电话：0500-0000001",
    "2026年10月8日",
  ])
    expect(text).toContain(words)
  // What can be typed where no code is scanned, and where the code leads.
  expect(text).toContain("扫码或到社区办公室核验")
  expect(text).toContain(`核验码：${document.factsHash.slice(0, 16)}`)
  const checked = await verifySheet(ctx, document.factsHash.slice(0, 16))
  expect(checked).toMatchObject({ ok: true, value: { kind: "会议通知", documentId: document.id, status: "inForce" } })
  // A reason nothing asked for does not go out.
  expect(text).not.toContain("从未撞期")
})

test("the notice is filed as a Word file too, by whoever may print it, with the same facts", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aConvenedMeeting(world)
  const [paper, word] = [
    await issueConvocation(ctx, { meetingId, origin }),
    await issueConvocationWord(ctx, { meetingId, origin }),
  ]
  if (!paper.ok || !word.ok) throw new Error("not issued")
  const { document } = word.value
  expect(document).toMatchObject({
    kind: "convocation",
    format: "docx",
    version: 1,
    fileName: expect.stringMatching(/会议通知\.docx$/),
  })
  expect(document.factsHash).toBe(paper.value.document.factsHash)
  const stored = await findDocument(ctx.db.read, ctx.community.id, document.id)
  const { headings, text } = readDocx(new Uint8Array(stored!.content))
  expect(headings.map(one => one.text)).toEqual(["一、时间地点", "二、会议议题", "三、参会人员", "四、有关事项"])
  expect(text).toContain("楼道堆物怎么清（到会代表表决）")
  const viewer = await world.as("viewer")
  expect(await issueConvocationWord(viewer, { meetingId, origin })).toMatchObject({ code: "forbidden" })
})

test("the notice of a meeting that votes on nothing asks for no quorum and speaks of no proxies", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aConvenedMeeting(world, { preset: "jointSession" })
  const issued = await issueConvocation(ctx, { meetingId, origin })
  if (!issued.ok) throw new Error(issued.code)
  const stored = await findDocument(ctx.db.read, ctx.community.id, issued.value.document.id)
  const text = withoutSpace(readText(stored!.content))
  expect(text).toContain("参加人员：")
  for (const words of [
    "关于召开2026年第一次三方联席会议的通知",
    "楼道堆物怎么清（听取意见，不表决）",
    "应到2人，协商一致，不进行表决",
    "不能到会的，请在会前向联系人请假",
  ])
    expect(text).toContain(words)
  for (const words of ["会议会议", "方可表决", "委托表决"]) expect(text).not.toContain(words)
})

test("the same facts give the same row, also twice at once; changed facts a second version beside it", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aConvenedMeeting(world)
  const [one, two] = await Promise.all([1, 2].map(() => issueConvocation(ctx, { meetingId, origin })))
  if (!one?.ok || !two?.ok) throw new Error("not issued")
  expect(one.value.document.id).toBe(two.value.document.id)
  expect([one.value.isNew, two.value.isNew].toSorted()).toEqual([false, true])
  const later = await issueConvocation(ctx, { meetingId, origin })
  expect(later).toMatchObject({ value: { isNew: false, document: { id: one.value.document.id, version: 1 } } })
  const changed = await issueConvocation(ctx, { meetingId, origin: "https://elsewhere.example" })
  expect(changed).toMatchObject({ value: { isNew: true, document: { version: 2 } } })
  const rows = await ctx.db.read.select({ id: documents.id }).from(documents).where(eq(documents.subjectId, meetingId))
  expect(rows).toHaveLength(2)
})

test("a name no font has is told, and nothing is filed", async () => {
  const world = await aWorld()
  const odd = await aDelegate(await world.as("secretary"), { name: "甲\u{e123}" })
  const { ctx, meetingId } = await aConvenedMeeting(world, { entitledDelegateIds: [odd.id] })
  expect(await issueConvocation(ctx, { meetingId, origin })).toMatchObject({ code: "characters_missing" })
  expect(await ctx.db.read.select({ id: documents.id }).from(documents)).toEqual([])
})

test("a draft and a cancelled meeting have no notice, and only the secretary prints one", async () => {
  const world = await aWorld()
  const draft = await aDraft(world)
  const { ctx, meetingId } = await aConvenedMeeting(world, { reasons: { persons: "同一个院子" } })
  expect(await issueConvocation(ctx, { meetingId: draft.meetingId, origin })).toMatchObject({ code: "not_convened" })
  const delegate = await world.as("delegate")
  expect(await issueConvocation(delegate, { meetingId, origin })).toMatchObject({ code: "forbidden" })
  await cancelMeeting(ctx, { meetingId, reason: "停电" })
  expect(await issueConvocation(ctx, { meetingId, origin })).toMatchObject({ code: "not_convened" })
})

test("the slips carry every code, and leave none of them in the database", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aConvenedMeeting(world)
  const drawn = await drawCheckInSlips(ctx, { meetingId, origin })
  if (!drawn.ok) throw new Error(drawn.code)
  const text = withoutSpace(readText(drawn.value.content))
  for (const one of await listParticipants(ctx.db.read, ctx.community.id, meetingId))
    expect(text).toContain(checkInCodeOf(ctx.secret, one))
  expect(await ctx.db.read.select({ id: documents.id }).from(documents)).toEqual([])
  expect(await drawCheckInSlips(ctx, { meetingId, origin: null })).toMatchObject({ code: "address_unknown" })
  expect(await drawCheckInSlips(await world.as("delegate"), { meetingId, origin })).toMatchObject({ code: "forbidden" })
})

test.each([
  ["https://yishi.example", "http://localhost:3000", "https://yishi.example"],
  [null, "http://192.168.1.20:3000", "http://192.168.1.20:3000"],
  [null, "http://localhost:3000", null],
  [null, "http://127.0.0.1:3000", null],
  [null, "http://[::1]:3000", null],
])("with public address %s and a page at %s, QR codes point at %s", (publicOrigin, requestOrigin, expected) => {
  expect(originForOthers(publicOrigin, requestOrigin)).toBe(expected)
})

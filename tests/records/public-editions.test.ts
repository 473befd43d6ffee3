import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { venues } from "#db/schema/convening"
import { publicEditions } from "#db/schema/records"
import { must } from "#tests/chamber/factories"
import { aPerson } from "#tests/people/factories"
import { findMeeting } from "~/convening/store"
import type { Result } from "~/law/result"
import { publicText, textOfLine } from "~/records/edition-rules"
import { openPublicDocument, printNotice } from "~/records/edition-sheets"
import { findEdition } from "~/records/edition-store"
import { readEditionView } from "~/records/edition-views"
import { postNotice } from "~/records/notices"
import { listPostedNotices, readPostedNotice } from "~/records/public-board"
import {
  draftEdition,
  maskPhrase,
  releaseEdition,
  sendBackEdition,
  setEditionMark,
  withdrawEdition,
} from "~/records/public-editions"
import { exportResolution } from "~/records/resolutions"
import { findDocument } from "~/registry/document-store"
import { listAuditEntries } from "~/registry/store"
import { findSheetByFile, findSheetByNumber, verifySheet } from "~/registry/verification"
import { readText } from "../templates/read-pdf"
import { aCommunity, aWorld, type World } from "../world"
import { aDraftEdition, anApprovedResolution, aReleasedEdition } from "./edition-factories"
import { aMeetingOver } from "./factories"

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)
const editionOf = async (world: World, id: string) => (await findEdition(world.db.read, world.community.id, id))!
const publicOf = async (world: World, id: string) => {
  const { inner, marks } = await editionOf(world, id)
  const text = publicText(inner, marks)
  return [text.title, ...text.lines.map(line => `${line.label}：${line.text}`)].join("\n")
}
const actionsOf = async (world: World, kind: "publicEdition" | "document", id: string) =>
  (await listAuditEntries(world.db.read, world.community.id, [{ kind, ids: [id] }])).map(entry => entry.action)

const leaking = "丙三（12栋二单元301室，电话13900000003，证件320102199003070011）家的雨棚由物业修好，电话0500-0000001。"

test("a public edition says what the law asks to be posted, in categories and counts", async () => {
  const world = await aWorld()
  const { editionId } = await aDraftEdition(world)
  const text = await publicOf(world, editionId)
  for (const words of [
    "关于3号楼加装电梯的协商意见",
    "议题：关于3号楼加装电梯的方案",
    "协商时间：2026年10月8日14:30至16:05",
    "参与主体：应到12人，实到10人：党员代表2人、居民代表6人、物业代表1人、业委会代表1人。",
    "无记名投票表决：应到12人，实到10人，投票10人，赞成7票，反对2票，弃权1票。",
    "到会人数占应到人数10/12，应达到三分之二以上，已达到；赞成人数占到会人数7/10，应达到过半数，已达到。",
    "承办：业委会。时限：2026年12月31日前。",
    "经费：预算48.6万元，资金来源：业主分担和财政补贴。",
    "（电话：0500-0000001）",
  ])
    expect(text).toContain(words)
})

test("names, doors, phones and identity numbers of residents are gone, the office's telephone and firms stay", async () => {
  const world = await aWorld()
  const { editionId } = await aDraftEdition(world, { content: leaking })
  const text = await publicOf(world, editionId)
  expect(text).toContain("丙*（12栋，电话（电话略），证件（证件号略））家的雨棚由物业修好，电话0500-0000001。")
  expect(text).toContain("承办：振兴物业服务有限公司")
  for (const secret of ["丙三", "301", "13900000003", "320102199003070011"]) expect(text).not.toContain(secret)
})

/** The room a meeting is held in, moved before its edition is drawn up. */
async function anEditionAt(venue: { name: string; address: string }) {
  const world = await aWorld()
  await aPerson(await world.as("secretary"), { name: "卯小甲", phone: null, address: "金桂苑6号楼101室" })
  const { meetingId, resolutionId } = await anApprovedResolution(world)
  const { venueId } = (await findMeeting(world.db.read, world.community.id, meetingId))!
  await world.db.tx("venues", q => q.update(venues).set(venue).where(eq(venues.id, venueId!)))
  const secretary = await world.as("secretary")
  const { editionId } = must(await draftEdition(secretary, { kind: "resolution", subjectId: resolutionId }))
  return { text: await publicOf(world, editionId), spots: must(await readEditionView(secretary, editionId)).spots }
}

test("a venue in somebody's home is told to its building, and the list of spots says why", async () => {
  const { text, spots } = await anEditionAt({ name: "卯小甲家议事点", address: "金桂苑6号楼101室" })
  expect(text).toContain("协商地点：卯*家议事点（金桂苑6号楼）")
  expect(spots.find(spot => spot.rule === "房号")).toMatchObject({
    isKept: false,
    mayKeep: true,
    reason: "会议地点在住户家里，房号不公开，只写到楼栋。",
  })
})

test("a public hall keeps its door, and the list of spots says why", async () => {
  const { text, spots } = await anEditionAt({ name: "党群服务中心", address: "金桂苑5号楼201室" })
  expect(text).toContain("协商地点：党群服务中心（金桂苑5号楼201室）")
  expect(spots.find(spot => spot.rule === "房号")).toMatchObject({
    isKept: true,
    reason: "会议地点是公共场所，房号可以公开。",
  })
})

test("a resident whose gender is on the register is addressed by it", async () => {
  const world = await aWorld()
  await aPerson(await world.as("secretary"), { name: "卯小甲", gender: "female", phone: null })
  const { editionId } = await aDraftEdition(world, { content: "按卯小甲的建议加装扶手。" })
  expect(await publicOf(world, editionId)).toContain("按卯女士的建议加装扶手。")
})

test("only an approved resolution or a convened meeting has a public edition, and only one at a time", async () => {
  const world = await aWorld()
  const { resolutionId } = await anApprovedResolution(world)
  const secretary = await world.as("secretary")
  const first = must(await draftEdition(secretary, { kind: "resolution", subjectId: resolutionId }))
  const again = must(await draftEdition(secretary, { kind: "resolution", subjectId: resolutionId }))
  expect(again).toEqual({ editionId: first.editionId, isNew: false })
  expect(codeOf(await draftEdition(secretary, { kind: "resolution", subjectId: "nowhere" }))).toBe("not_found")
  const viewer = await world.as("viewer")
  expect(codeOf(await draftEdition(viewer, { kind: "resolution", subjectId: resolutionId }))).toBe("forbidden")
})

test("of a convened meeting the wall learns time, place, topics and how to be heard, but nobody's name", async () => {
  const world = await aWorld()
  const { meetingId } = await aMeetingOver(world, { state: "convened" })
  const secretary = await world.as("secretary")
  const { editionId } = must(await draftEdition(secretary, { kind: "convocation", subjectId: meetingId }))
  const text = await publicOf(world, editionId)
  expect(text).toContain("关于召开2026年第三次协商议事会的公告")
  expect(text).toContain("时间：2026年10月8日（星期四）14:30至16:30")
  expect(text).toContain("议题：关于3号楼加装电梯的方案")
  expect(text).toContain("共12人")
  expect(text).toContain("请在会前向振兴社区居民委员会反映")
  expect(text).not.toContain("丙三")
})

test("whoever drew it up may not release it, nor who changed it last; a second person may", async () => {
  const world = await aWorld()
  const { editionId, secretary, reviewer } = await aDraftEdition(world, { content: leaking })
  expect(codeOf(await releaseEdition(secretary, { editionId, revision: 1 }))).toBe("own_edition")
  const administrator = await world.as("administrator", "secretary")
  const phrase = { phrase: "雨棚", shown: "设施", reason: "雨棚只有一户有，能认出是谁。" }
  must(await maskPhrase(administrator, { editionId, revision: 1, ...phrase }))
  expect(codeOf(await releaseEdition(administrator, { editionId, revision: 2 }))).toBe("own_edition")
  expect(codeOf(await releaseEdition(await world.as("viewer"), { editionId, revision: 2 }))).toBe("forbidden")
  expect(codeOf(await releaseEdition(reviewer, { editionId, revision: 1 }))).toBe("edition_changed")
  expect(await releaseEdition(reviewer, { editionId, revision: 2 })).toEqual({
    ok: true,
    value: { year: 2026, sequence: 1 },
  })
  expect(await publicOf(world, editionId)).toContain("家的设施由物业修好")
  expect(codeOf(await releaseEdition(reviewer, { editionId, revision: 3 }))).toBe("edition_not_draft")
})

test("a number that is the office's no longer is not let out on the wall", async () => {
  const world = await aWorld()
  const { editionId, reviewer } = await aDraftEdition(world)
  const moved = { ...reviewer, community: { ...reviewer.community, contactPhone: "0500-0000002" } }
  expect(codeOf(await releaseEdition(moved, { editionId, revision: 1 }))).toBe("edition_shows_number")
  expect(codeOf(await releaseEdition(reviewer, { editionId, revision: 1 }))).toBe("done")
})

test("a spot the rules found may be kept with a reason, a phone or an identity number never", async () => {
  const world = await aWorld()
  const { editionId, secretary } = await aDraftEdition(world, { content: leaking })
  const { marks } = await editionOf(world, editionId)
  const spot = (rule: string) => marks.find(mark => mark.rule === rule && mark.original !== "乙二")!
  const keep = (rule: string, revision: number, reason = "本人书面同意。") => {
    const { line, at, original } = spot(rule)
    return setEditionMark(secretary, { editionId, revision, line, at, original, shown: original, reason })
  }
  expect(codeOf(await keep("phone", 1))).toBe("mark_must_stay")
  expect(codeOf(await keep("identity", 1))).toBe("mark_must_stay")
  expect(codeOf(await keep("name", 1, " "))).toBe("mark_reason_missing")
  expect(codeOf(await keep("name", 1))).toBe("done")
  expect(await publicOf(world, editionId)).toContain("丙三（12栋，")
  const { line, at, original } = spot("name")
  const typed = { line, at, original, shown: "住户139 0000 0003", reason: "留个电话。" }
  expect(codeOf(await setEditionMark(secretary, { editionId, revision: 2, ...typed }))).toBe("mark_shows_number")
})

test("a person masks what the rules cannot know, everywhere it stands, and can take it back", async () => {
  const world = await aWorld()
  const { editionId, secretary } = await aDraftEdition(world, { content: "独居的老校长家优先，老校长同意。" })
  const add = { phrase: "老校长", shown: "（略）", reason: "小区里只有一位。" }
  expect(codeOf(await maskPhrase(secretary, { editionId, revision: 1, ...add, phrase: "没有的话" }))).toBe(
    "mark_not_in_text",
  )
  must(await maskPhrase(secretary, { editionId, revision: 1, ...add }))
  expect(await publicOf(world, editionId)).toContain("独居的（略）家优先，（略）同意。")
  const { marks } = await editionOf(world, editionId)
  const [first] = marks.filter(mark => mark.rule === "person")
  const { line, at, original } = first!
  must(
    await setEditionMark(secretary, {
      editionId,
      revision: 2,
      line,
      at,
      original,
      shown: original,
      reason: "可以登。",
    }),
  )
  expect((await editionOf(world, editionId)).marks.filter(mark => mark.rule === "person")).toHaveLength(1)
})

test("marks always lie on the inner text, however they were changed", async () => {
  const world = await aWorld()
  const { editionId, secretary } = await aDraftEdition(world, { content: leaking })
  must(
    await maskPhrase(secretary, {
      editionId,
      revision: 1,
      phrase: "12栋二单元301室，电话13900000003",
      shown: "（住址略）",
      reason: "不登。",
    }),
  )
  expect(
    codeOf(await maskPhrase(secretary, { editionId, revision: 2, phrase: "三（12栋", shown: "某", reason: "不登。" })),
  ).toBe("mark_overlaps")
  const { inner, marks } = await editionOf(world, editionId)
  for (const mark of marks)
    expect(textOfLine(inner, mark.line)!.slice(mark.at, mark.at + mark.original.length)).toBe(mark.original)
  expect(await publicOf(world, editionId)).toContain("丙*（（住址略），证件（证件号略））家")
})

test("whoever let a name stand does not release it after a colleague changed another spot", async () => {
  const world = await aWorld()
  const { editionId, secretary, reviewer } = await aDraftEdition(world, { content: leaking })
  const colleague = await world.as("gridWorker", "secretary")
  const stays = (await editionOf(world, editionId)).marks.find(mark => mark.original === "丙三")!
  const kept = { line: stays.line, at: stays.at, original: stays.original, shown: stays.original, reason: "本人同意。" }
  must(await setEditionMark(colleague, { editionId, revision: 1, ...kept }))
  const phrase = { phrase: "雨棚", shown: "设施", reason: "雨棚只有一户有，能认出是谁。" }
  must(await maskPhrase(secretary, { editionId, revision: 2, ...phrase }))
  expect(codeOf(await releaseEdition(colleague, { editionId, revision: 3 }))).toBe("own_edition")
  expect(must(await readEditionView(colleague, editionId))).toMatchObject({ isOwn: true, can: { release: false } })
  expect(must(await readEditionView(secretary, editionId)).releasers).not.toContain(colleague.actor.name)
  must(await releaseEdition(reviewer, { editionId, revision: 3 }))
})

test("the second person may send it back with words; the author mends it and it waits again", async () => {
  const world = await aWorld()
  const { editionId, secretary, reviewer } = await aDraftEdition(world)
  expect(codeOf(await sendBackEdition(reviewer, { editionId, revision: 1, reason: "" }))).toBe("edition_reason_missing")
  expect(codeOf(await sendBackEdition(secretary, { editionId, revision: 1, reason: "自己退" }))).toBe("own_edition")
  must(await sendBackEdition(reviewer, { editionId, revision: 1, reason: "雨棚能认出是谁" }))
  expect((await editionOf(world, editionId)).reason).toBe("雨棚能认出是谁")
  must(await maskPhrase(secretary, { editionId, revision: 2, phrase: "电梯", shown: "设施", reason: "照复核意见。" }))
  expect(await editionOf(world, editionId)).toMatchObject({ reason: "", revision: 3, state: "draft" })
})

test("before its release printing is refused and written down, and so is opening an inner paper in public", async () => {
  const world = await aWorld()
  const { editionId, secretary, recorder, meetingId, roundIds } = await aDraftEdition(world)
  expect(codeOf(await printNotice(secretary, { editionId }))).toBe("edition_not_released")
  expect(await actionsOf(world, "publicEdition", editionId)).toEqual([
    "publicEdition.drafted",
    "publicEdition.printRefused",
  ])
  const inner = must(await exportResolution(recorder, { meetingId, roundId: roundIds[0]! })).document
  expect(codeOf(await openPublicDocument(world.asStranger(), inner.id))).toBe("not_found")
  expect(await actionsOf(world, "document", inner.id)).toEqual(["document.publicRefused"])
  expect(codeOf(await openPublicDocument(world.asStranger(), "nowhere"))).toBe("not_found")
})

test("a released edition is printed with its number and nothing but the public text", async () => {
  const world = await aWorld()
  const { editionId, secretary, reviewer } = await aReleasedEdition(world, { content: leaking })
  expect(codeOf(await printNotice(reviewer, { editionId }))).toBe("forbidden")
  const { document } = must(await printNotice(secretary, { editionId }))
  const open = must(await openPublicDocument(world.asStranger(), document.id))
  const text = readText(new Uint8Array(open.content)).replaceAll(" ", "")
  for (const words of ["振兴社区协商结果公示", "振社公〔2026〕1号", "丙*（12栋，电话（电话略）", "异议渠道"])
    expect(text).toContain(words)
  const row = (await findDocument(world.db.read, world.community.id, document.id))!
  for (const secret of ["丙三", "301室", "13900000003", "320102199003070011"])
    expect(text + row.title).not.toContain(secret)
  must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "社区公示栏" }))
  const posted = must(await printNotice(secretary, { editionId })).document
  expect(posted.version).toBe(2)
  const again = must(await openPublicDocument(world.asStranger(), posted.id))
  expect(readText(new Uint8Array(again.content)).replaceAll(" ", "")).toContain(
    "自2026年10月8日起至2026年10月23日止，不少于15日。",
  )
})

test("a released edition stands: neither text nor marks nor release change any more", async () => {
  const world = await aWorld()
  const { editionId, secretary } = await aReleasedEdition(world)
  const phrase = { phrase: "电梯", shown: "设施", reason: "不登。" }
  expect(codeOf(await maskPhrase(secretary, { editionId, revision: 2, ...phrase }))).toBe("edition_not_draft")
  const rewrite = world.db.tx("test", q =>
    q.update(publicEditions).set({ marks: [] }).where(eq(publicEditions.id, editionId)),
  )
  await expect(rewrite).rejects.toThrow()
})

test("a withdrawn edition takes its sheets and its notice with it, and the next one is drawn up anew", async () => {
  const world = await aWorld()
  const { editionId, secretary, reviewer, subject } = await aReleasedEdition(world)
  const { document } = must(await printNotice(secretary, { editionId }))
  const { noticeId } = must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "社区公示栏" }))
  expect(codeOf(await withdrawEdition(reviewer, { editionId, reason: "" }))).toBe("edition_reason_missing")
  must(await withdrawEdition(reviewer, { editionId, reason: "时限写错" }))
  expect(must(await verifySheet(world.asStranger(), document.factsHash))).toMatchObject({
    status: "withdrawn",
    reason: "时限写错",
    withdrawnOn: "2026年10月8日",
  })
  expect(codeOf(await openPublicDocument(world.asStranger(), document.id))).toBe("not_found")
  expect(codeOf(await printNotice(secretary, { editionId }))).toBe("edition_not_released")
  expect(codeOf(await readPostedNotice(world.asStranger(), noticeId))).toBe("not_found")
  expect(await listPostedNotices(world.asStranger())).toEqual([])
  expect(await listPostedNotices(world.asStranger(), { past: true })).toEqual([])
  const next = must(await draftEdition(secretary, subject))
  expect(next.isNew).toBe(true)
  expect(await editionOf(world, next.editionId)).toMatchObject({ version: 2, state: "draft", year: null })
})

test("numbers of released editions have no gaps when several are released at once", async () => {
  const world = await aWorld()
  const drafts = []
  for (let sequence = 1; sequence <= 4; sequence += 1) drafts.push(await aDraftEdition(world, { sequence }))
  const results = await Promise.all(
    drafts.map(({ reviewer, editionId }) => releaseEdition(reviewer, { editionId, revision: 1 })),
  )
  expect(results.map(result => must(result).sequence).sort()).toEqual([1, 2, 3, 4])
})

test("a sheet is found by its number however it was typed, and by its file byte by byte", async () => {
  const world = await aWorld()
  const { editionId, secretary } = await aReleasedEdition(world)
  const { document } = must(await printNotice(secretary, { editionId }))
  const anyone = world.asStranger()
  for (const typed of [
    "振社公〔2026〕1号",
    "振社公[2026]1号",
    " 振社公（２０２６）１ 号",
    "振社公2026第1号",
    "振社公【2026】01",
  ])
    expect(must(await findSheetByNumber(anyone, typed))).toMatchObject({ documentId: document.id, status: "inForce" })
  expect(codeOf(await findSheetByNumber(anyone, "振社公〔2026〕2号"))).toBe("sheet_number_unknown")
  expect(codeOf(await findSheetByNumber(anyone, "%"))).toBe("sheet_number_unknown")
  const { content } = must(await openPublicDocument(anyone, document.id))
  const bytes = new Uint8Array(content)
  expect(must(await findSheetByFile(anyone, bytes))).toMatchObject({ documentId: document.id, kind: "公示" })
  bytes[100] = bytes[100]! ^ 1
  expect(codeOf(await findSheetByFile(anyone, bytes))).toBe("sheet_file_unknown")
})

test("another community knows nothing of an edition", async () => {
  const world = await aWorld()
  const { editionId } = await aReleasedEdition(world)
  const elsewhere = await aCommunity(world.installation, { communityName: "远方社区", loginName: "other" })
  const ctx = { ...(await world.as("secretary", "reviewer")), community: elsewhere }
  expect(codeOf(await printNotice(ctx, { editionId }))).toBe("not_found")
  expect(codeOf(await withdrawEdition(ctx, { editionId, reason: "外人" }))).toBe("not_found")
  expect(codeOf(await postNotice(ctx, { editionId, postedOn: "2026-10-08", place: "墙" }))).toBe("not_found")
})

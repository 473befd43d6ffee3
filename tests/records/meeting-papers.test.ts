import { expect, test } from "vitest"
import { meetings } from "#db/schema/convening"
import type { Result } from "~/law/result"
import { readDocument } from "~/records/document-reading"
import { isPaperKey, papers, readRef, refText } from "~/records/meeting-paper-kinds"
import { drawTogether, previewPaper, printChosenPapers, printMeetingPaper } from "~/records/meeting-paper-printing"
import { listFiledOf } from "~/records/meeting-paper-store"
import { readMeetingPapers } from "~/records/meeting-papers"
import { approveMinutes, draftMinutes } from "~/records/minutes"
import { releaseEdition } from "~/records/public-editions"
import { findDocument } from "~/registry/document-store"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { countPages, readCharacters, readText, withoutSpace } from "../templates/read-pdf"
import { aWorld } from "../world"
import { aReleasedAnnouncement } from "./announcement-factories"
import { aDraftEdition } from "./edition-factories"
import { aMeetingOver, type MeetingOverInput } from "./factories"

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code}`)
  return result.value
}

async function aMeeting(input: MeetingOverInput = {}) {
  const world = await aWorld()
  const over = await aMeetingOver(world, input)
  const secretary = await world.as("secretary")
  return { world, ...over, secretary, asked: { meetingId: over.meetingId, origin: null } }
}

const ref = (text: string) => readRef(text)!

const filedOf = (ctx: Ctx, ids: string[]) => listFiledOf(ctx.db.read, ctx.community.id, ids)

test("the papers of a meeting stand in the order of the file, each with what it waits for", async () => {
  const { secretary, meetingId, roundIds } = await aMeeting()
  const { lines } = must(await readMeetingPapers(secretary, meetingId))
  expect(lines.map(line => [line.id, line.waitsFor?.code ?? null])).toEqual([
    ["convocation", "notice_time_over"],
    ["debateRules", null],
    ["agenda", null],
    ["signInSheet", null],
    [`countReport:${roundIds[0]}`, null],
    [`countAnnouncement:${roundIds[0]}`, "announcement_not_released"],
    ["record", null],
    ["minutes", "minutes_not_drafted"],
    ["briefMinutes", "minutes_not_drafted"],
    [`resolution:${roundIds[0]}`, "resolution_not_drafted"],
  ])
  expect(lines.every(line => line.mayPrint && line.filed === null)).toBe(true)
})

test("before the meeting the sheets of the table are ready, and what comes of it is not", async () => {
  const { secretary, meetingId } = await aMeeting({ state: "convened", motions: [] })
  const { lines } = must(await readMeetingPapers(secretary, meetingId))
  const ready = lines.filter(line => line.waitsFor === null).map(line => line.id)
  expect(ready).toEqual(["convocation", "debateRules", "agenda", "signInSheet"])
  expect(lines.filter(line => line.waitsFor).every(line => line.waitsFor?.code === "meeting_not_over")).toBe(true)
})

test("a draft is looked at before it may be filed; filed it is listed with its number", async () => {
  const { secretary, recorder, chair, meetingId, asked } = await aMeeting()
  must(await draftMinutes(recorder, meetingId))
  const minutesLine = async (ctx: Ctx) =>
    must(await readMeetingPapers(ctx, meetingId)).lines.find(line => line.id === "minutes")
  expect(await minutesLine(secretary)).toMatchObject({
    waitsFor: { code: "not_approved" },
    mayPreview: true,
    filed: null,
  })
  expect(readText(must(await previewPaper(secretary, asked, ref("minutes"))))).toContain("征求意见稿")
  expect(await printMeetingPaper(secretary, asked, ref("minutes"))).toMatchObject({ code: "not_approved" })
  must(await approveMinutes(chair, meetingId, 1))
  const printed = must(await printMeetingPaper(secretary, asked, ref("minutes")))
  expect(await minutesLine(secretary)).toMatchObject({
    waitsFor: null,
    filed: { id: printed.id, version: 1, number: "振社议纪〔2026〕1号", isWithdrawn: false },
    earlier: 0,
  })
})

test("a preview is the sheet that is filed, byte by byte, and filing it twice gives the row that is there", async () => {
  const { world, secretary, meetingId, roundIds, asked } = await aMeeting()
  const round = roundIds[0]!
  await aReleasedAnnouncement(world, { meetingId, roundId: round })
  for (const id of ["debateRules", "agenda", "signInSheet", `countReport:${round}`, `countAnnouncement:${round}`]) {
    const preview = must(await previewPaper(secretary, asked, ref(id)))
    const filed = must(await printMeetingPaper(secretary, asked, ref(id)))
    const row = await findDocument(secretary.db.read, secretary.community.id, filed.id)
    expect(Buffer.compare(Buffer.from(preview), Buffer.from(row!.content)), id).toBe(0)
    expect(must(await printMeetingPaper(secretary, asked, ref(id))).id).toBe(filed.id)
  }
  expect(await filedOf(secretary, [meetingId, round])).toHaveLength(5)
})

test("what has changed since is a new version, and the earlier one is said to be superseded", async () => {
  const { secretary, meetingId, asked } = await aMeeting({ state: "convened", motions: [] })
  must(await printMeetingPaper(secretary, asked, ref("signInSheet")))
  await secretary.db.tx("over", q => q.update(meetings).set({ state: "closed" }))
  must(await printMeetingPaper(secretary, asked, ref("signInSheet")))
  const line = must(await readMeetingPapers(secretary, meetingId)).lines.find(one => one.id === "signInSheet")
  expect(line).toMatchObject({ filed: { version: 2 }, earlier: 1 })
})

test("the chosen papers come in one file, each with its own first page, in the order of the list", async () => {
  const { secretary, meetingId, roundIds, asked } = await aMeeting()
  const chosen = [`countReport:${roundIds[0]}`, "debateRules", "agenda", "agenda"].map(ref)
  const single = await Promise.all(chosen.slice(0, 3).map(async one => must(await previewPaper(secretary, asked, one))))
  const pages = single.map(countPages)
  const together = must(await drawTogether(secretary, { ...asked, duplex: false }, chosen))
  expect(countPages(together)).toBe(pages[0]! + pages[1]! + pages[2]!)
  const firstPages = readCharacters(together)
    .map(one => one.text)
    .join("")
    .match(/—1—/g)
  expect(firstPages).toHaveLength(3)
  const text = readText(together)
  expect(text.indexOf("议事规则")).toBeLessThan(text.indexOf("计票报告"))
  const duplex = must(await drawTogether(secretary, { ...asked, duplex: true }, chosen))
  const [report, rules, agenda] = pages.map(count => count + (count % 2))
  expect(countPages(duplex)).toBe(rules! + agenda! + report! - (pages[0]! % 2))
  expect(await filedOf(secretary, [meetingId, ...roundIds])).toEqual([])
})

test("filing the chosen ones files each as a row of its own", async () => {
  const { world, secretary, meetingId, roundIds, asked } = await aMeeting()
  await aReleasedAnnouncement(world, { meetingId, roundId: roundIds[0]! })
  const chosen = ["agenda", `countAnnouncement:${roundIds[0]}`].map(ref)
  expect(must(await printChosenPapers(secretary, asked, chosen))).toEqual({ filed: 2 })
  const filed = await filedOf(secretary, [meetingId, ...roundIds])
  expect(filed.map(one => one.kind).sort()).toEqual(["agenda", "countAnnouncement"])
  expect(await printChosenPapers(secretary, asked, [])).toMatchObject({ code: "papers_none_chosen" })
})

test("a batch never contains what the asker may not have, and is refused with the reason of the first that is not ready", async () => {
  const { world, secretary, asked } = await aMeeting()
  const other = await aMeetingOver(world, { sequence: 9 })
  const delegate = await world.as("handler")
  const together = (ctx: Ctx, ...ids: string[]) => drawTogether(ctx, { ...asked, duplex: false }, ids.map(ref))
  expect(await together(secretary, "agenda", "minutes")).toMatchObject({ code: "minutes_not_drafted" })
  expect(await together(secretary, "agenda", `countReport:${other.roundIds[0]}`)).toMatchObject({ code: "not_found" })
  for (const { id } of must(await readMeetingPapers(secretary, asked.meetingId)).lines) {
    expect(await together(delegate, id), id).toMatchObject({ code: "forbidden" })
    expect(await previewPaper(delegate, asked, ref(id)), id).toMatchObject({ code: "forbidden" })
    expect(await printMeetingPaper(delegate, asked, ref(id)), id).toMatchObject({ code: "forbidden" })
  }
  expect(await readMeetingPapers(world.asStranger(), asked.meetingId)).toMatchObject({ code: "not_found" })
  expect(await readMeetingPapers(await world.as("gridWorker"), asked.meetingId)).toMatchObject({ ok: true })
})

test("whoever reads records sees the filed papers they may open, and nothing to press", async () => {
  const { world, secretary, meetingId, asked } = await aMeeting()
  const handler = await world.as("handler")
  expect(must(await readMeetingPapers(handler, meetingId)).lines).toEqual([])
  for (const id of ["agenda", "signInSheet"]) must(await printMeetingPaper(secretary, asked, ref(id)))
  const { lines } = must(await readMeetingPapers(handler, meetingId))
  expect(lines.map(line => [line.id, line.mayPrint, line.mayPreview])).toEqual([["agenda", false, false]])
  const [signIn] = (await filedOf(secretary, [meetingId])).filter(one => one.kind === "signInSheet")
  expect(await readDocument(handler, signIn!.id)).toMatchObject({ code: "forbidden" })
  expect((await readDocument(secretary, signIn!.id)).ok).toBe(true)
})

test("a round of another meeting gives no paper of this one", async () => {
  const { world, secretary, asked } = await aMeeting()
  const other = await aMeetingOver(world, { sequence: 9 })
  for (const key of ["countReport", "countAnnouncement", "paperRegister", "countSheet", "ballotPapers"] as const)
    expect(await papers[key].preview(secretary, { ...asked, of: other.roundIds[0]! }), key).toMatchObject({
      code: "not_found",
    })
})

test("a count that was not proclaimed has no report", async () => {
  const { secretary, asked, roundIds } = await aMeeting({ motions: [{ state: "closed" }] })
  const place = { ...asked, of: roundIds[0]! }
  expect(await papers.countReport.print(secretary, place)).toMatchObject({ code: "count_not_out" })
  expect(await papers.countAnnouncement.preview(secretary, place)).toMatchObject({ code: "count_not_out" })
})

test("the announcement says counts and articles, hides names, doors and telephones, and tells where to object", async () => {
  const content = "同意在丙三家（3号楼2单元501室，电话13900001234）门前加装扶手。"
  const { secretary, asked, roundIds } = await aMeeting({ motions: [{ content, proposal: false }] })
  const place = { ...asked, of: roundIds[0]! }
  const text = readText(must(await papers.countAnnouncement.preview(secretary, place)))
  // The digests at its end may hold any figures.
  const [said] = text.split("核验码")
  for (const hidden of ["丙三", "501", "13900001234"]) expect(said).not.toContain(hidden)
  expect(text).toContain(withoutSpace("自公告之日起15日"))
  expect(text).toContain("0500-0000001")
  for (const figure of ["符合", "本社区议事规则（法律未规定）", "应到", "实到"]) expect(text).toContain(figure)
  expect(readText(must(await papers.countReport.preview(secretary, place)))).toContain("丙三")
})

test("of a secret round no paper of the count names a voter", async () => {
  const { secretary, asked, roundIds } = await aMeeting({ motions: [{ secret: true }] })
  const place = { ...asked, of: roundIds[0]! }
  for (const key of ["countReport", "countAnnouncement"] as const) {
    const text = readText(must(await papers[key].preview(secretary, place)))
    for (const name of ["甲一", "丁四", "戊五", "己六", "庚七", "辛八", "壬九", "癸十", "子丑"])
      expect(text, key).not.toContain(name)
  }
})

test("an address names a paper or nothing", () => {
  expect(readRef("agenda")).toEqual({ key: "agenda", of: null })
  expect(readRef("countReport:1")).toEqual({ key: "countReport", of: "1" })
  expect(refText({ key: "countReport", of: "1" })).toBe("countReport:1")
  for (const text of ["", "checkInSlips", "countReport:1:2", "toString", "__proto__"]) expect(readRef(text)).toBeNull()
  expect(isPaperKey("constructor")).toBe(false)
})

test("a notice is printed with the papers of its meeting only when a second person released it", async () => {
  const world = await aWorld()
  const { secretary, reviewer, meetingId, editionId } = await aDraftEdition(world)
  const asked = { meetingId, origin: null }
  const lines = async () =>
    must(await readMeetingPapers(secretary, meetingId)).lines.filter(line => line.ref.of === editionId)
  expect((await lines()).map(line => [line.ref.key, line.waitsFor?.code, line.mayPreview])).toEqual([
    ["publicNotice", "edition_not_released", false],
    ["noticePoster", "edition_not_released", false],
  ])
  const notice = ref(`publicNotice:${editionId}`)
  expect(await drawTogether(secretary, { ...asked, duplex: false }, [notice])).toMatchObject({
    code: "edition_not_released",
  })
  expect(await printChosenPapers(secretary, asked, [ref("agenda"), notice])).toMatchObject({ ok: false })
  const tries = await listAuditEntries(world.db.read, world.community.id, [{ kind: "publicEdition", ids: [editionId] }])
  expect(tries.filter(one => one.action === "publicEdition.printRefused")).toHaveLength(2)
  expect(await filedOf(secretary, [meetingId])).toEqual([])
  must(await releaseEdition(reviewer, { editionId, revision: 1 }))
  for (const line of await lines()) must(await printMeetingPaper(secretary, asked, line.ref))
  expect((await lines()).map(line => [line.waitsFor, line.filed?.version])).toEqual([
    [null, 1],
    [null, 1],
  ])
})

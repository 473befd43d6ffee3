import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { communities } from "#db/schema/people"
import { must } from "#tests/chamber/factories"
import { readDocx } from "#tests/templates/read-docx"
import { aCommunity, aMember, aWorld } from "#tests/world"
import type { Result } from "~/law/result"
import { approveMinutes, draftMinutes, exportMinutes } from "~/records/minutes"
import { listMeetingPapers } from "~/records/records-list"
import { approveResolution, draftResolutions, exportResolution } from "~/records/resolutions"
import { readMinutesView } from "~/records/views"
import { draftMinutesWord, draftResolutionWord, exportMinutesWord, exportResolutionWord } from "~/records/word-exports"
import { findDocument } from "~/registry/document-store"
import { findSheetByFile } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { aMeetingOver } from "./factories"

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)

async function aDraft() {
  const world = await aWorld()
  const meeting = await aMeetingOver(world)
  must(await draftMinutes(meeting.recorder, meeting.meetingId))
  must(await draftResolutions(meeting.recorder, meeting.meetingId))
  return { world, ...meeting, key: { meetingId: meeting.meetingId, roundId: meeting.roundIds[0]! } }
}

async function anApproved() {
  const draft = await aDraft()
  must(await approveMinutes(draft.chair, draft.meetingId, 1))
  must(await approveResolution(draft.chair, draft.key, 1))
  return draft
}

const contentOf = async (ctx: Ctx, id: string) => {
  const row = (await findDocument(ctx.db.read, ctx.community.id, id))!
  return { row, bytes: new Uint8Array(row.content) }
}

test("approved minutes are filed as a Word file of the same number and facts as their PDF, each with versions of its own", async () => {
  const { recorder, meetingId } = await anApproved()
  const paper = must(await exportMinutes(recorder, meetingId)).document
  const { document, isNew } = must(await exportMinutesWord(recorder, meetingId))
  expect(isNew).toBe(true)
  expect(document).toMatchObject({ kind: "minutes", format: "docx", version: 1, number: paper.number })
  expect(document.factsHash).toBe(paper.factsHash)
  const { row, bytes } = await contentOf(recorder, document.id)
  expect(row.mediaType).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
  expect(row.fileName).toMatch(/会议纪要\.docx$/)
  const { text } = readDocx(bytes)
  expect(text).toContain(paper.number)
  expect(text).not.toContain("征求意见稿")
  expect(must(await findSheetByFile(recorder, bytes))).toMatchObject({ documentId: document.id, status: "inForce" })
})

test("asked for again, by whomever and on another day, the same Word file comes back", async () => {
  const { world, recorder, chair, meetingId, key } = await anApproved()
  const minutes = must(await exportMinutesWord(recorder, meetingId)).document
  const resolution = must(await exportResolutionWord(recorder, key)).document
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  expect(must(await exportMinutesWord(chair, meetingId))).toMatchObject({ isNew: false, document: { id: minutes.id } })
  expect(must(await exportResolutionWord(chair, key))).toMatchObject({ isNew: false, document: { id: resolution.id } })
})

test("an approved resolution is filed as a Word file with what was voted on and the count", async () => {
  const { recorder, key } = await anApproved()
  const paper = must(await exportResolution(recorder, key)).document
  const { document } = must(await exportResolutionWord(recorder, key))
  expect(document).toMatchObject({
    kind: "resolution",
    format: "docx",
    number: paper.number,
    factsHash: paper.factsHash,
  })
  const { text, headings } = readDocx((await contentOf(recorder, document.id)).bytes)
  expect(headings.map(one => one.text)).toContain("一、决议内容")
  expect(text).toContain(paper.number)
})

test("a draft is handed out for remarks, says so in its title and is not kept", async () => {
  const { recorder, chair, meetingId, key } = await aDraft()
  for (const ctx of [recorder, chair]) {
    const minutes = readDocx(must(await draftMinutesWord(ctx, meetingId)))
    expect(minutes.paragraphs.find(one => one.style === "Title")?.text).toContain("（征求意见稿）")
    const resolution = readDocx(must(await draftResolutionWord(ctx, key)))
    expect(resolution.paragraphs.find(one => one.style === "Title")?.text).toContain("（征求意见稿）")
  }
  expect(must(await readMinutesView(recorder, meetingId)).paper?.exported).toEqual([])
  expect(codeOf(await exportMinutesWord(recorder, meetingId))).toBe("not_approved")
  expect(codeOf(await exportResolutionWord(recorder, key))).toBe("not_approved")
})

test("only those who word or approve a paper take it as a Word file; to outsiders it is not there", async () => {
  const { world, meetingId, key } = await anApproved()
  const answers = async (ctx: Ctx) => [
    codeOf(await exportMinutesWord(ctx, meetingId)),
    codeOf(await exportResolutionWord(ctx, key)),
    codeOf(await draftMinutesWord(ctx, meetingId)),
    codeOf(await draftResolutionWord(ctx, key)),
  ]
  expect(new Set(await answers(await world.as("secretary")))).toEqual(new Set(["done"]))
  for (const role of ["viewer", "reviewer", "administrator"] as const)
    expect(new Set(await answers(await world.as(role)))).toEqual(new Set(["forbidden"]))
  const elsewhere = await aCommunity(world.installation, { communityName: "团结社区", loginName: "bingsan" })
  const actor = await aMember(world.installation, elsewhere, ["administrator", "secretary"])
  expect(new Set(await answers({ ...world.installation, actor, community: elsewhere }))).toEqual(new Set(["not_found"]))
  expect(new Set(await answers(world.asStranger()))).toEqual(new Set(["not_found"]))
})

test("a Word file is overtaken when the PDF is made anew from other facts, though no newer Word file was made", async () => {
  const { world, recorder, meetingId } = await anApproved()
  const { document } = must(await exportMinutesWord(recorder, meetingId))
  const { bytes } = await contentOf(recorder, document.id)
  expect(must(await findSheetByFile(recorder, bytes)).status).toBe("inForce")
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  await world.db.tx("rename", q =>
    q.update(communities).set({ name: "振兴里社区" }).where(eq(communities.id, world.community.id)),
  )
  const renamed: Ctx = { ...recorder, community: { ...world.community, name: "振兴里社区" } }
  must(await exportMinutes(renamed, meetingId))
  expect(must(await findSheetByFile(renamed, bytes)).status).toBe("superseded")
})

test("the Word file stands with what was exported, and the list of papers still opens the PDF", async () => {
  const { recorder, meetingId } = await anApproved()
  const paper = must(await exportMinutes(recorder, meetingId)).document
  must(await exportMinutesWord(recorder, meetingId))
  const { exported } = must(await readMinutesView(recorder, meetingId)).paper!
  expect(exported.map(({ format, version }) => `${format} ${version}`).toSorted()).toEqual(["docx 1", "pdf 1"])
  const [listed] = must(await listMeetingPapers(recorder))
  expect(listed!.papers.find(one => one.kind === "minutes")?.document?.id).toBe(paper.id)
})

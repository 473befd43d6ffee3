import { expect, test } from "vitest"
import { documents } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { findSuccessor, type PaperSheet, standingOf } from "~/registry/document-standing"
import { withdrawDocumentsIn } from "~/registry/documents"
import { findSheetByFile, findSheetByNumber, verifySheet } from "~/registry/verification"
import { aFiledSheet } from "./filed-sheets"

const sheet = (id: string, format: "pdf" | "docx", version: number, factsHash: string): PaperSheet => ({
  id,
  kind: "minutes",
  subjectId: "minutes-1",
  format,
  version,
  factsHash,
  createdAt: new Date("2026-10-08T01:00:00.000Z"),
})

test("the last sheet of any format says what holds; whatever says something else is superseded by it", () => {
  const paper = [sheet("1", "pdf", 1, "a"), sheet("2", "docx", 1, "a"), sheet("3", "pdf", 2, "b")]
  expect(paper.map(one => standingOf(one, paper, false))).toEqual(["superseded", "superseded", "inForce"])
  expect(paper.map(one => findSuccessor(one, paper)?.id)).toEqual(["3", "3", undefined])
})

test("facts that return make the sheets of every format that say them stand again, but no earlier version beside a later one", () => {
  const paper = [
    sheet("1", "pdf", 1, "a"),
    sheet("2", "docx", 1, "a"),
    sheet("3", "pdf", 2, "b"),
    sheet("4", "pdf", 3, "a"),
  ]
  expect(paper.map(one => standingOf(one, paper, false))).toEqual(["superseded", "inForce", "superseded", "inForce"])
})

test("a PDF is superseded by a Word file of newer facts", () => {
  const paper = [sheet("1", "pdf", 1, "a"), sheet("2", "docx", 1, "b")]
  expect(paper.map(one => standingOf(one, paper, false))).toEqual(["superseded", "inForce"])
})

test("a withdrawn sheet is withdrawn, whatever came after it", () => {
  const paper = [sheet("1", "pdf", 1, "a"), sheet("2", "pdf", 2, "b")]
  expect(paper.map(one => standingOf(one, paper, true))).toEqual(["withdrawn", "withdrawn"])
})

test("facts that return to an earlier state are filed anew, and their sheet is found to hold by digest, number and file", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const number = "振社议纪〔2026〕1号"
  const first = await aFiledSheet(ctx, "三项", { number })
  const second = await aFiledSheet(ctx, "四项", { number })
  const again = await aFiledSheet(ctx, "三项", { number })
  expect([first, second, again].map(one => one.version)).toEqual([1, 2, 3])
  expect(again).toMatchObject({ factsHash: first.factsHash, fileHash: first.fileHash })
  const holds = { value: { documentId: again.id, status: "inForce", version: 3 } }
  expect(await verifySheet(world.asStranger(), first.factsHash)).toMatchObject(holds)
  expect(await findSheetByNumber(world.asStranger(), number)).toMatchObject(holds)
  expect(await findSheetByFile(world.asStranger(), new TextEncoder().encode("docx 三项"))).toMatchObject(holds)
  expect(await verifySheet(world.asStranger(), second.factsHash)).toMatchObject({
    value: { documentId: second.id, status: "superseded", newestVersion: 3 },
  })
  // What holds is given back as often as it is asked for.
  expect((await aFiledSheet(ctx, "三项", { number })).id).toBe(again.id)
  expect(await world.db.read.$count(documents)).toBe(3)
})

test("facts that return are filed once, however many ask for them at the same time", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (const words of ["三项", "四项"]) await aFiledSheet(ctx, words)
  const again = await Promise.all([1, 2, 3].map(() => aFiledSheet(ctx, "三项")))
  expect(new Set(again.map(one => one.id)).size).toBe(1)
  expect(await world.db.read.$count(documents)).toBe(3)
})

test("a Word file is superseded once its paper was printed of newer facts in another format, and stands when they return", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const word = await aFiledSheet(ctx, "三项")
  await aFiledSheet(ctx, "四项", { format: "xlsx" })
  const byFile = () => findSheetByFile(world.asStranger(), new TextEncoder().encode("docx 三项"))
  expect(await byFile()).toMatchObject({ value: { documentId: word.id, status: "superseded" } })
  await aFiledSheet(ctx, "三项", { format: "xlsx" })
  expect(await byFile()).toMatchObject({ value: { documentId: word.id, status: "inForce" } })
  expect((await aFiledSheet(ctx, "三项")).id).toBe(word.id)
})

test("a sheet that was withdrawn and overtaken by nothing is not filed anew", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const sheet = await aFiledSheet(ctx, "三项")
  const subject = { kind: "minutes" as const, id: "minutes-1" }
  await world.db.tx("test", q => withdrawDocumentsIn(q, ctx, { subject, reason: "写错" }))
  expect((await aFiledSheet(ctx, "三项")).id).toBe(sheet.id)
  expect(await verifySheet(world.asStranger(), sheet.factsHash)).toMatchObject({ value: { status: "withdrawn" } })
})

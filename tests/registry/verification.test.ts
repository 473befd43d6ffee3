import { expect, test } from "vitest"
import { documentWithdrawals } from "#db/schema/registry"
import { aCommunity, aWorld } from "#tests/world"
import { issueDocument, withdrawDocumentsIn } from "~/registry/documents"
import { findSheetByFile, findSheetByNumber, verifySheet, verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"

/** A sheet about a made-up meeting; its bytes do not matter here. */
async function aSheet(ctx: Ctx, words: string) {
  const issued = await issueDocument(ctx, {
    kind: "minutes",
    subject: { kind: "minutes", id: "minutes-1" },
    number: "振社议纪〔2026〕1号",
    title: "会议纪要",
    fileName: "会议纪要.pdf",
    facts: { words },
    template: {
      name: "minutes",
      version: 1,
      format: "docx",
      write: async (facts, printing) => new TextEncoder().encode(`${facts.words} ${printing.verifyUrl}`),
    },
    date: "2026-10-08",
    verifyUrl: verifyUrlOf(ctx),
  })
  if (!issued.ok) throw new Error(issued.code)
  return issued.value.document
}

test("the address printed on a sheet leads to that sheet, for anyone", async () => {
  const world = await aWorld()
  const sheet = await aSheet(await world.as("secretary"), "议定三项")
  const url = verifyUrlOf(world.asStranger())(sheet.factsHash)!
  expect(url).toMatch(/^https:\/\/yishi\.example\/c\/zhenxing\/verify\/[0-9a-f]{16}$/)
  const found = await verifySheet(world.asStranger(), url.split("/").at(-1)!)
  expect(found).toMatchObject({ ok: true, value: { number: "振社议纪〔2026〕1号", version: 1, isNewest: true } })
})

test("a sheet that has a newer version is said to be superseded", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const first = await aSheet(ctx, "议定三项")
  await aSheet(ctx, "议定四项")
  expect(await verifySheet(world.asStranger(), first.factsHash)).toMatchObject({
    ok: true,
    value: { version: 1, isNewest: false, newestVersion: 2 },
  })
})

test("a sheet in force, one that has a newer version, and a withdrawn one are told apart", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const first = await aSheet(ctx, "议定三项")
  const statusOf = async (factsHash: string) => {
    const found = await verifySheet(world.asStranger(), factsHash)
    return found.ok && [found.value.status, found.value.reason]
  }
  expect(await statusOf(first.factsHash)).toEqual(["inForce", ""])
  const second = await aSheet(ctx, "议定四项")
  expect(await statusOf(first.factsHash)).toEqual(["superseded", ""])
  const subject = { kind: "minutes" as const, id: "minutes-1" }
  const withdraw = () =>
    world.db.tx("document:minutes-1", q => withdrawDocumentsIn(q, ctx, { subject, reason: "第二项写错" }))
  expect(await withdraw()).toBe(2)
  expect(await withdraw()).toBe(0)
  expect(await statusOf(first.factsHash)).toEqual(["withdrawn", "第二项写错"])
  expect(await statusOf(second.factsHash)).toEqual(["withdrawn", "第二项写错"])
})

test("a withdrawal is not taken back", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aSheet(ctx, "议定三项")
  const subject = { kind: "minutes" as const, id: "minutes-1" }
  await world.db.tx("document:minutes-1", q => withdrawDocumentsIn(q, ctx, { subject, reason: "写错" }))
  await expect(world.db.tx("test", q => q.delete(documentWithdrawals))).rejects.toThrow()
})

test("by number the newest sheet is found, by file the very one", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const first = await aSheet(ctx, "议定三项")
  const second = await aSheet(ctx, "议定四项")
  expect(await findSheetByNumber(world.asStranger(), "振社议纪（2026）1 号")).toMatchObject({
    value: { documentId: second.id },
  })
  const bytes = new TextEncoder().encode(`议定三项 ${verifyUrlOf(ctx)(first.factsHash)}`)
  expect(await findSheetByFile(world.asStranger(), bytes)).toMatchObject({
    value: { documentId: first.id, status: "superseded" },
  })
  expect(await findSheetByFile(world.asStranger(), new Uint8Array())).toMatchObject({ code: "sheet_file_unknown" })
})

test.each(["", "0123456789abcdef", "%", "________________", "ABCDEF0123456789", "0".repeat(65)])(
  "a digest nobody printed (%s) finds nothing",
  async digest => {
    const world = await aWorld()
    await aSheet(await world.as("secretary"), "议定三项")
    expect(await verifySheet(world.asStranger(), digest)).toMatchObject({ ok: false, code: "not_found" })
  },
)

test("another community's address does not know the sheet", async () => {
  const world = await aWorld()
  const sheet = await aSheet(await world.as("secretary"), "议定三项")
  const elsewhere = await aCommunity(world.installation, { communityName: "云上社区", loginName: "other" })
  expect(await verifySheet({ ...world.asStranger(), community: elsewhere }, sheet.factsHash)).toMatchObject({
    ok: false,
  })
})

test("without a public address paper is verified at the office", async () => {
  const world = await aWorld()
  expect(verifyUrlOf({ ...world.asStranger(), publicOrigin: null })("a".repeat(64))).toBeNull()
})

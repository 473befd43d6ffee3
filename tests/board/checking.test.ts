import { expect, test } from "vitest"
import { must } from "#tests/chamber/factories"
import { aPostedNotice } from "#tests/records/edition-factories"
import { aFiledSheet } from "#tests/registry/filed-sheets"
import { aWorld } from "#tests/world"
import { checkByDigest, checkByFile, checkByText } from "~/board/checking"
import { readSheetCode } from "~/board/rules"
import { openPublicDocument, printNotice } from "~/records/edition-sheets"
import { withdrawEdition } from "~/records/public-editions"
import { exportResolution } from "~/records/resolutions"
import { findDocument } from "~/registry/document-store"

const address = "10.0.0.1"

/** A notice as it hangs, and the inner resolution it was made of, both printed. */
async function twoSheets() {
  const world = await aWorld()
  const posted = await aPostedNotice(world)
  const notice = must(await printNotice(posted.secretary, { editionId: posted.editionId })).document
  const key = { meetingId: posted.meetingId, roundId: posted.roundIds[0]! }
  const inner = must(await exportResolution(posted.recorder, key)).document
  return { world, ...posted, notice, inner, stranger: world.asStranger() }
}

test("a notice is found by its number however it was typed, and by its digest", async () => {
  const { notice, stranger } = await twoSheets()
  for (const typed of ["振社公〔2026〕1号", "振社公[2026] 1", "1", "1号", notice.factsHash.slice(0, 16).toUpperCase()])
    expect(await checkByText(stranger, { address, text: typed }), typed).toMatchObject({
      ok: true,
      value: { number: "振社公〔2026〕1号", title: notice.title, factsHash: notice.factsHash, status: "inForce" },
    })
  expect(await checkByText(stranger, { address, text: "2" })).toMatchObject({ code: "sheet_number_unknown" })
  expect(await checkByText(stranger, { address, text: " " })).toMatchObject({ code: "sheet_number_missing" })
})

test("whoever only counts up an inner paper's number is told that it holds, and no title", async () => {
  const { inner, stranger } = await twoSheets()
  const byNumber = must(await checkByText(stranger, { address, text: inner.number! }))
  expect(byNumber).toMatchObject({ number: inner.number, status: "inForce", title: null, factsHash: null })
  expect(must(await checkByDigest(stranger, { address, digest: inner.factsHash.slice(0, 16) })).title).toBe(inner.title)
})

test("a file is ours when not one byte was changed, and a withdrawn one says why", async () => {
  const { world, notice, stranger, secretary, editionId } = await twoSheets()
  const bytes = new Uint8Array((await findDocument(world.db.read, world.community.id, notice.id))!.content)
  const check = (changed: Uint8Array | undefined) => checkByFile(stranger, { address: "10.0.0.1", bytes: changed })
  expect(await check(bytes)).toMatchObject({ ok: true, value: { status: "inForce" } })
  const forged = bytes.slice()
  forged[forged.length - 1]! ^= 1
  expect(await check(forged)).toMatchObject({ code: "sheet_file_unknown" })
  expect(await check(undefined)).toMatchObject({ code: "sheet_file_missing" })
  must(await withdrawEdition(secretary, { editionId, reason: "第二项写错" }))
  expect(await check(bytes)).toMatchObject({ ok: true, value: { status: "withdrawn", reason: "第二项写错" } })
})

test("from one address thirty files are checked in ten minutes, and no more", async () => {
  const { stranger } = await twoSheets()
  const check = (address: string) => checkByFile(stranger, { address, bytes: new Uint8Array([1]) })
  for (let times = 0; times < 30; times += 1)
    expect(await check("10.0.0.1")).toMatchObject({ code: "sheet_file_unknown" })
  expect(await check("10.0.0.1")).toMatchObject({ code: "too_many_attempts" })
  expect(await check("10.0.0.2")).toMatchObject({ code: "sheet_file_unknown" })
})

test("an inner paper asked for at the board's address is not there", async () => {
  const { inner, notice, stranger } = await twoSheets()
  expect(await openPublicDocument(stranger, inner.id)).toMatchObject({ ok: false, code: "not_found" })
  expect((await openPublicDocument(stranger, notice.id)).ok).toBe(true)
})

test("the code on a paper is read however it was typed, with letters for the digits they look like", () => {
  const code = "3f2a90bc01d7e108"
  for (const typed of [
    code,
    "3f2a 90bc 01d7 e108",
    "3F2A-90BC-01D7-E108",
    "３ｆ２ａ　９０ｂｃ　０１ｄ７　ｅ１０８",
    "3f2a9Obc oId7 el08",
    "核验码：3f2a 90bc 01d7 e108",
  ])
    expect(readSheetCode(typed), typed).toBe(code)
  for (const none of ["", "3f2a 90bc 01d7 e10", "3f2a 90bc 01d7 e10g", "19", "振社公〔2026〕19号", "0".repeat(65)])
    expect(readSheetCode(none), none).toBeNull()
})

test("the code on a paper leads to its kind, number, day and standing, also with no public address at all", async () => {
  const { notice, inner, stranger, secretary, editionId, reviewer } = await twoSheets()
  const atOffice = { ...stranger, publicOrigin: null }
  const typed = (one: { factsHash: string }) =>
    one.factsHash
      .slice(0, 16)
      .toUpperCase()
      .replace(/(.{4})/g, "$1 ")
      .replaceAll("0", "O")
  expect(await checkByText(atOffice, { address, text: typed(inner) })).toMatchObject({
    ok: true,
    value: { kind: "决议", number: inner.number, issuedOn: "2026年10月8日", status: "inForce", title: inner.title },
  })
  const posted = must(
    await printNotice({ ...secretary, community: { ...secretary.community, name: "新名社区" } }, { editionId }),
  )
  expect(posted.document.version).toBe(2)
  expect(must(await checkByText(atOffice, { address, text: typed(notice) })).status).toBe("superseded")
  must(await withdrawEdition(reviewer, { editionId, reason: "第二项写错" }))
  expect(must(await checkByText(atOffice, { address, text: typed(notice) })).status).toBe("withdrawn")
  expect(await checkByText(atOffice, { address, text: "0000 0000 0000 0000" })).toMatchObject({
    code: "sheet_code_unknown",
    detail: { field: "number" },
  })
})

test("a Word file and a workbook are checked byte by byte as a PDF is", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (const format of ["docx", "xlsx"] as const) {
    await aFiledSheet(ctx, "清单", { format, subjectId: format })
    const bytes = new TextEncoder().encode(`${format} 清单`)
    expect(await checkByFile(world.asStranger(), { address, bytes })).toMatchObject({
      ok: true,
      value: { status: "inForce" },
    })
    bytes[0]! ^= 1
    expect(await checkByFile(world.asStranger(), { address, bytes })).toMatchObject({ code: "sheet_file_unknown" })
  }
})

test("from one address sixty wrong codes are looked up in ten minutes, and right ones are not counted", async () => {
  const { notice, stranger } = await twoSheets()
  const check = (text: string, from = address) => checkByText(stranger, { address: from, text })
  for (let times = 0; times < 70; times += 1) expect((await check(notice.factsHash)).ok).toBe(true)
  for (let times = 0; times < 60; times += 1) expect(await check("99")).toMatchObject({ code: "sheet_number_unknown" })
  expect(await check(notice.factsHash)).toMatchObject({ code: "too_many_attempts" })
  expect(await checkByDigest(stranger, { address, digest: notice.factsHash })).toMatchObject({
    code: "too_many_attempts",
  })
  expect((await check(notice.factsHash, "10.0.0.2")).ok).toBe(true)
})

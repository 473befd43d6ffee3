import { expect, test } from "vitest"
import { must } from "#tests/chamber/factories"
import { aPostedNotice } from "#tests/records/edition-factories"
import { aWorld } from "#tests/world"
import { checkByDigest, checkByFile, checkByText } from "~/board/checking"
import { openPublicDocument, printNotice } from "~/records/edition-sheets"
import { withdrawEdition } from "~/records/public-editions"
import { exportResolution } from "~/records/resolutions"
import { findDocument } from "~/registry/document-store"

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
    expect(await checkByText(stranger, typed), typed).toMatchObject({
      ok: true,
      value: { number: "振社公〔2026〕1号", title: notice.title, factsHash: notice.factsHash, status: "inForce" },
    })
  expect(await checkByText(stranger, "2")).toMatchObject({ code: "sheet_number_unknown" })
  expect(await checkByText(stranger, " ")).toMatchObject({ code: "sheet_number_missing" })
})

test("whoever only counts up an inner paper's number is told that it holds, and no title", async () => {
  const { inner, stranger } = await twoSheets()
  const byNumber = must(await checkByText(stranger, inner.number!))
  expect(byNumber).toMatchObject({ number: inner.number, status: "inForce", title: null, factsHash: null })
  expect(must(await checkByDigest(stranger, inner.factsHash.slice(0, 16))).title).toBe(inner.title)
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

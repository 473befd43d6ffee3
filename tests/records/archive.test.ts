import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { unzipSync } from "fflate"
import readXlsx from "read-excel-file/node"
import { expect, onTestFinished, test } from "vitest"
import { must } from "#tests/chamber/factories"
import { codeOf } from "#tests/followup/factories"
import { aFiledSheet } from "#tests/registry/filed-sheets"
import { countPages } from "#tests/templates/read-pdf"
import { aWorld } from "#tests/world"
import { takeArchive } from "~/records/archive-package"
import { printNotice } from "~/records/edition-sheets"
import { readPublicDigests } from "~/records/public-digests"
import { withdrawEdition } from "~/records/public-editions"
import { exportResolution } from "~/records/resolutions"
import { withdrawDocumentsIn } from "~/registry/documents"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { aReleasedEdition } from "./edition-factories"

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex")

async function bytesOf(ctx: Ctx, year = 2026): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of must(await takeArchive(ctx, year)).bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const unpacked = (zip: Uint8Array) => unzipSync(zip)
const textOf = (files: Record<string, Uint8Array>, name: string) => new TextDecoder().decode(files[name])

/** Unpacked on a disk, where the checking program runs. */
function aFolderOf(files: Record<string, Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "yishi-package-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** What the program in the package itself says, run on its own. */
function checkIn(folder: string, ...kept: string[]): string {
  try {
    return execFileSync(process.execPath, ["check-digest.mjs", "digests.json", ".", ...kept], {
      cwd: folder,
      encoding: "utf8",
    })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

/** A resolution, its notice, a workbook, a withdrawn sheet and slips with codes, filed in one year; one more a year before. */
async function aYear() {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  world.clock.now = new Date("2025-12-31T15:59:00.000Z")
  await aFiledSheet(ctx, "去年的事")
  world.clock.now = new Date("2025-12-31T16:00:00.000Z")
  await aFiledSheet(ctx, "=新年/第一件", { kind: "issueLedger", format: "xlsx", subjectId: "ledger-1" })
  world.clock.now = new Date("2026-10-08T01:00:00.000Z")
  const edition = await aReleasedEdition(world)
  const key = { meetingId: edition.meetingId, roundId: edition.roundIds[0]! }
  const resolution = must(await exportResolution(edition.recorder, key)).document
  const notice = must(await printNotice(ctx, edition)).document
  must(await withdrawEdition(edition.reviewer, { editionId: edition.editionId, reason: "时限写错" }))
  await aFiledSheet(ctx, "签到条", { kind: "checkInSlips", subjectId: "meeting-1" })
  return { world, ctx, resolution, notice }
}

test("a year's package holds every file of the year by class and matter, its facts beside it, and an index", async () => {
  const { world, ctx, resolution, notice } = await aYear()
  const files = unpacked(await bytesOf(ctx))
  const index = JSON.parse(textOf(files, "index.json"))
  expect(index).toMatchObject({ community: "振兴社区", year: 2026 })
  const [ledger, decided, posted, slips] = index.documents
  expect(index.documents).toHaveLength(4)
  expect(ledger).toMatchObject({
    piece: 1,
    fileCode: "WS·2026-D30-0001",
    kind: "问题清单",
    date: "2026-01-01",
    format: "xlsx",
    pages: null,
    file: "30年/0001 关于=新年_第一件的文书/0001 问题清单 第1版.xlsx",
  })
  expect(decided).toMatchObject({
    piece: 1,
    fileCode: "WS·2026-Y-0001",
    number: resolution.number,
    title: resolution.title,
    responsible: "振兴社区居民委员会",
    keptAs: "永久",
    status: "有效",
    pages: countPages(files[decided.file]!),
    sequence: 1,
    factsHash: resolution.factsHash,
  })
  expect(posted).toMatchObject({
    piece: 2,
    keptAs: "30年",
    status: "已撤回",
    remark: "时限写错",
    documentId: notice.id,
  })
  expect(slips).toMatchObject({ keptAs: "10年", file: "", remark: "含签到码或查询码，文件不随档案移交" })
  for (const line of [ledger, decided, posted]) {
    expect(sha256(files[line.file]!), line.file).toBe(line.fileHash)
    expect(sha256(files[line.factsFile]!)).toBe(line.factsHash)
  }
  expect(Object.keys(files)).toHaveLength(6 + 2 * 3)
  expect(Object.keys(files).join()).not.toContain("签到条")
  const [signed] = (
    await listAuditEntries(world.db.read, world.community.id, [{ kind: "community", ids: [world.community.id] }])
  ).filter(entry => entry.action === "archive.taken")
  expect(signed!.detail).toEqual({ year: 2026, documents: 4, manifestHash: sha256(files["index.json"]!) })
})

test("the index opens as a workbook and as a table of text, with the customary fields and nothing that is run", async () => {
  const { ctx } = await aYear()
  const files = unpacked(await bytesOf(ctx))
  const [sheet] = await readXlsx(Buffer.from(files["index.xlsx"]!))
  expect(sheet!.data[0]![0]).toBe("振兴社区2026年归档文件目录")
  expect(sheet!.data[1]!.slice(0, 8)).toEqual(["件号", "档号", "文号", "题名", "责任者", "日期", "保管期限", "页数"])
  expect(sheet!.data[2]!.slice(0, 2)).toEqual([1, "WS·2026-D30-0001"])
  expect(sheet!.data[2]![5]).toEqual(new Date("2026-01-01T00:00:00Z"))
  const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(files["index.csv"])
  expect(csv.startsWith('\ufeff"件号","档号"')).toBe(true)
  expect(csv.trimEnd().split("\r\n")).toHaveLength(5)
  expect(csv).toContain('"2026-01-01","30年"')
})

test("the same year taken twice is the same package, byte by byte", async () => {
  const { ctx } = await aYear()
  const first = await bytesOf(ctx)
  expect(Buffer.compare(first, await bytesOf(ctx))).toBe(0)
})

test("a package says of each sheet what a check of it says: returned facts hold, a Word file of older facts does not", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (const words of ["三项", "四项", "三项"]) await aFiledSheet(ctx, words)
  await aFiledSheet(ctx, "四项", { format: "xlsx", subjectId: "minutes-2" })
  await aFiledSheet(ctx, "三项", { subjectId: "minutes-2" })
  const { documents } = JSON.parse(textOf(unpacked(await bytesOf(ctx)), "index.json"))
  expect(documents.map((one: { version: number; status: string }) => [one.version, one.status])).toEqual([
    [1, "已有新版"],
    [2, "已有新版"],
    [3, "有效"],
    [1, "已有新版"],
    [1, "有效"],
  ])
})

test("the package checks itself, and against digests that somebody kept", async () => {
  const { world, ctx } = await aYear()
  const zip = await bytesOf(ctx)
  const kept = JSON.stringify(await readPublicDigests(world.asStranger()))
  await aFiledSheet(ctx, "后来的事", { subjectId: "minutes-9" })
  const folder = aFolderOf(unpacked(await bytesOf(ctx)))
  writeFileSync(join(folder, "kept.json"), kept)
  expect(checkIn(folder, "kept.json")).toContain("签名2次，重算摘要2次，核对文件8个，对照了留存的摘要：都对得上。")
  expect(checkIn(aFolderOf(unpacked(zip)))).toContain("签名1次，重算摘要1次，核对文件6个：都对得上。")
})

test("a package in which anything was changed does not check", async () => {
  const { world, ctx } = await aYear()
  const files = unpacked(await bytesOf(ctx))
  const index = JSON.parse(textOf(files, "index.json"))
  const folder = aFolderOf(files)
  const forged = join(folder, index.documents[1].file)
  const original = readFileSync(forged)
  writeFileSync(forged, Buffer.concat([original, Buffer.from(" ")]))
  expect(checkIn(folder)).toContain(`文件改过：${index.documents[1].file}`)
  rmSync(forged)
  expect(checkIn(folder)).toContain(`缺文件：${index.documents[1].file}`)
  writeFileSync(forged, original)
  const digests = textOf(files, "digests.json")
  writeFileSync(join(folder, "digests.json"), digests.replaceAll(index.documents[1].fileHash, "0".repeat(64)))
  expect(checkIn(folder)).toContain("第1次签名的摘要算出来不一样")
  writeFileSync(join(folder, "digests.json"), digests.replace(/"documentCount": \d+/, '"documentCount": 4'))
  expect(checkIn(folder)).toContain("第1次的签名不对")
  writeFileSync(join(folder, "digests.json"), digests)
  const kept = await readPublicDigests(world.asStranger())
  kept.digests[0]!.digest = "0".repeat(64)
  writeFileSync(join(folder, "kept.json"), JSON.stringify(kept))
  expect(checkIn(folder, "kept.json")).toContain("留存的第1次摘要和现在的不一样")
})

test("a package with a paper taken out, or with its index rewritten, does not check", async () => {
  const { ctx } = await aYear()
  const files = unpacked(await bytesOf(ctx))
  const folder = aFolderOf(files)
  const [index, chain] = ["index.json", "digests.json"].map(name => JSON.parse(textOf(files, name)))
  const { documents } = index
  const checkWith = (change: object, digests: object = chain) => {
    writeFileSync(join(folder, "index.json"), JSON.stringify({ ...index, ...change }))
    writeFileSync(join(folder, "digests.json"), JSON.stringify(digests))
    return checkIn(folder)
  }
  const rewritten = (change: object) => ({
    documents: [documents[0], { ...documents[1], ...change }, ...documents.slice(2)],
  })
  for (const change of [
    { title: "别的事" },
    { number: "9号" },
    { version: 9 },
    { issuedBy: "丙三" },
    { date: "2026-01-01" },
  ])
    expect(checkWith(rewritten(change)), JSON.stringify(change)).toContain("目录和签名摘要不一样")
  const registered = { ...documents[1].registered, kind: "minutes" }
  expect(checkWith(rewritten({ registered }))).toContain("目录和签名摘要不一样")
  expect(checkWith(rewritten({ registered: undefined }))).toContain("目录和签名摘要不一样")
  expect(checkWith(rewritten({ file: "" }))).toContain("文件不在包里")
  expect(checkWith({ year: 2025 })).toContain("不是2025年归档的")
  for (const name of [documents[1].file, documents[1].factsFile]) rmSync(join(folder, name))
  const fewer = { documents: documents.filter((one: object) => one !== documents[1]) }
  expect(checkWith(fewer)).toContain(`第1次签名收了${documents[1].documentId}，目录里没有`)
  const { lines, ...unlined } = chain.digests[0]
  // Five papers, a withdrawal, and that the edition was released and withdrawn.
  const firstWords = lines.map((line: string) => line.split(" ")[0])
  expect(firstWords.filter((word: string) => word.length < 36)).toEqual(["entry", "entry", "withdrawal"])
  expect(lines).toHaveLength(8)
  expect(checkWith(fewer, { ...chain, digests: [unlined] })).toContain("第1次签名没有列出各行")
  expect(checkWith({ documents: [...fewer.documents, documents[1]] })).toContain(`缺文件：${documents[1].file}`)
})

test("ballots, registers and duty lists are in the index of whoever may not open them, and nowhere else in his package", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const kinds = ["ballotPapers", "paperRegister", "countSheet", "dutyList", "minutes"] as const
  for (const kind of kinds) await aFiledSheet(ctx, kind, { kind, subjectId: `${kind}-1` })
  const packageOf = async (role: "administrator" | "secretary") => {
    const files = unpacked(await bytesOf(await world.as(role)))
    const { documents } = JSON.parse(textOf(files, "index.json"))
    return { files, documents: documents as { registered: { kind: string }; file: string; remark: string }[] }
  }
  const whole = await packageOf("secretary")
  expect(whole.documents.filter(one => one.file === "")).toEqual([])
  const { files, documents } = await packageOf("administrator")
  expect(documents.map(one => one.registered.kind)).toEqual([...kinds])
  expect(documents.filter(one => one.file === "").map(one => one.registered.kind)).toEqual(kinds.slice(0, 4))
  expect(documents[0]!.remark).toBe("下载的人无权查看，文件不在这个包里，原件在档案里")
  expect(Object.keys(files)).toHaveLength(6 + 2)
  expect(Object.values(files).some(one => new TextDecoder().decode(one).includes("docx ballotPapers"))).toBe(false)
  const said = checkIn(aFolderOf(files))
  expect(said).toContain("另有4份只在目录里，文件不在包里，原因见备注。")
  expect(said).toContain("都对得上。")
})

test("a package whose withdrawals were rewritten, left out or put in does not check, also those of a later year", async () => {
  const { world, ctx } = await aYear()
  world.clock.now = new Date("2027-02-01T01:00:00.000Z")
  await aFiledSheet(ctx, "第二年的事", { subjectId: "minutes-7" })
  const subject = { kind: "minutes" as const, id: "ledger-1" }
  await world.db.tx("test", q => withdrawDocumentsIn(q, ctx, { subject, reason: "重复了" }))
  const files = unpacked(await bytesOf(ctx))
  const folder = aFolderOf(files)
  const index = JSON.parse(textOf(files, "index.json"))
  const [ledger, resolution, notice] = index.documents
  expect([ledger, notice].map(one => [one.status, one.withdrawn.reason])).toEqual([
    ["已撤回", "重复了"],
    ["已撤回", "时限写错"],
  ])
  const checkWith = (one: object, change: object) => {
    const documents = index.documents.map((each: object) => (each === one ? { ...each, ...change } : each))
    writeFileSync(join(folder, "index.json"), JSON.stringify({ ...index, documents }))
    return checkIn(folder)
  }
  expect(checkWith(ledger, {})).toContain("都对得上。")
  for (const one of [ledger, notice])
    expect(checkWith(one, { status: "有效", withdrawn: null })).toContain("撤回没有，目录和签名摘要不一样")
  expect(checkWith(resolution, { status: "已撤回" })).toContain("撤回没有，目录和签名摘要不一样")
  expect(checkWith(notice, { withdrawn: { ...notice.withdrawn, reason: "别的原因" } })).toContain(
    "撤回的原因、时间或者经办人，目录和签名摘要不一样",
  )
  const { digests, publicKey } = JSON.parse(textOf(files, "digests.json"))
  const { lines: _, ...unlined } = digests.at(-1)
  writeFileSync(
    join(folder, "digests.json"),
    JSON.stringify({ publicKey, digests: [...digests.slice(0, -1), unlined] }),
  )
  expect(checkWith(ledger, { status: "有效", withdrawn: null })).toContain(
    `第${unlined.sequence}次签名没有列出各行，看不出少没少`,
  )
})

test("it is taken by administrator and secretary, of a year in which something was filed", async () => {
  const { world, ctx } = await aYear()
  for (const role of ["reviewer", "viewer", "gridWorker", "handler", "delegate"] as const)
    expect(codeOf(await takeArchive(await world.as(role), 2026)), role).toBe("forbidden")
  expect(codeOf(await takeArchive(await world.as("administrator"), 2026))).toBe("done")
  for (const year of [2024, Number.NaN, 1, 2026.5]) expect(codeOf(await takeArchive(ctx, year))).toBe("not_found")
})

test("what anyone may have of the digests says nothing of the documents", async () => {
  const { world, ctx, notice } = await aYear()
  await bytesOf(ctx)
  const text = JSON.stringify(await readPublicDigests(world.asStranger()))
  for (const word of [notice.id, notice.factsHash, notice.fileHash, "lines"]) expect(text).not.toContain(word)
})

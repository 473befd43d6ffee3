import { expect, test } from "vitest"
import type { Role } from "#db/schema/people-accounts"
import { must } from "#tests/chamber/factories"
import { codeOf } from "#tests/followup/factories"
import { aFiledSheet } from "#tests/registry/filed-sheets"
import { bytesLiteral, tamper } from "#tests/registry/tampering"
import { aWorld } from "#tests/world"
import { checkOwnArchive, readArchive, resumeArchive, signArchive } from "~/records/archive"
import { writeHead } from "~/registry/archive-head"
import { withdrawDocumentsIn } from "~/registry/documents"
import { listAuditEntries } from "~/registry/store"

const readers: Role[] = ["administrator", "secretary", "reviewer", "viewer"]
const others: Role[] = ["gridWorker", "handler", "delegate"]

test("the archive counts each year by how long its papers are kept, the newest year first", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  world.clock.now = new Date("2025-06-01T01:00:00.000Z")
  await aFiledSheet(ctx, "去年的事", { kind: "convocation" })
  world.clock.now = new Date("2026-06-01T01:00:00.000Z")
  await aFiledSheet(ctx, "路灯")
  await aFiledSheet(ctx, "电梯", { kind: "issueLedger" })
  expect(must(await readArchive(ctx))).toMatchObject({
    years: [
      { year: 2026, total: 2, counts: { permanent: 1, thirtyYears: 1, tenYears: 0 } },
      { year: 2025, total: 1, counts: { permanent: 0, thirtyYears: 0, tenYears: 1 } },
    ],
    uncovered: 3,
    digests: [],
    mayTake: true,
  })
})

test("it is read and checked by those who oversee, signed and taken by those who keep it", async () => {
  const world = await aWorld()
  await aFiledSheet(await world.as("secretary"), "路灯")
  for (const role of readers) {
    const ctx = await world.as(role)
    expect(must(await readArchive(ctx)).mayTake, role).toBe(role === "administrator" || role === "secretary")
    expect(codeOf(await checkOwnArchive(ctx)), role).toBe("done")
  }
  for (const role of others) {
    const ctx = await world.as(role)
    for (const result of [await readArchive(ctx), await checkOwnArchive(ctx), await signArchive(ctx)])
      expect(codeOf(result), role).toBe("forbidden")
  }
  for (const role of ["reviewer", "viewer"] as const)
    expect(codeOf(await signArchive(await world.as(role))), role).toBe("forbidden")
  expect(codeOf(await readArchive(world.asStranger()))).toBe("not_found")
  expect(must(await signArchive(await world.as("administrator")))).toEqual({ sequence: 1 })
  expect(codeOf(await signArchive(await world.as("secretary")))).toBe("archive_nothing_new")
})

test("a check says in words which document was changed, and stands in the log with what it found", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const sheet = await aFiledSheet(ctx, "路灯")
  must(await signArchive(ctx))
  const right = must(await checkOwnArchive(ctx))
  expect(right).toMatchObject({ read: 1, uncovered: 0, documents: [], digests: [{ sequence: 1, isRight: true }] })
  await tamper(
    world,
    `update documents set content = ${bytesLiteral(new TextEncoder().encode("别的"))} where id = '${sheet.id}'`,
  )
  expect(must(await checkOwnArchive(ctx)).documents).toEqual([
    { key: sheet.id, title: sheet.title, words: "文件和归档时不一样，被改过；收在第1次签名里" },
  ])
  const entries = await listAuditEntries(world.db.read, world.community.id, [
    { kind: "community", ids: [world.community.id] },
  ])
  expect(entries.filter(entry => entry.action === "archive.checked").map(entry => entry.detail)).toEqual([
    { documents: 1, digests: 1, faults: 0 },
    { documents: 1, digests: 1, faults: 1 },
  ])
})

test("after an old backup was restored nothing is signed until the administrator says why, and then it is said for good", async () => {
  const world = await aWorld()
  const [ctx, administrator] = [await world.as("secretary"), await world.as("administrator")]
  await aFiledSheet(ctx, "路灯")
  must(await signArchive(ctx))
  await aFiledSheet(ctx, "电梯")
  writeHead(ctx.archiveKey, world.community.id, { sequence: 5, digest: "f".repeat(64) })
  expect(codeOf(await signArchive(ctx))).toBe("archive_behind")
  expect(must(await readArchive(ctx))).toMatchObject({
    behind: "本机记着的最近一次签名，数据库里没有，后面的被去掉了，或者恢复过旧备份",
    mayResume: false,
  })
  expect(must(await checkOwnArchive(ctx)).head).toContain("数据库里没有")
  expect(codeOf(await resumeArchive(ctx, { reason: "恢复了旧备份" }))).toBe("forbidden")
  expect(await resumeArchive(administrator, { reason: " " })).toMatchObject({
    code: "archive_reason_missing",
    detail: { field: "reason" },
  })
  expect(must(await readArchive(administrator)).mayResume).toBe(true)
  expect(must(await resumeArchive(administrator, { reason: "恢复了旧备份" }))).toEqual({ sequence: 2 })
  expect(codeOf(await resumeArchive(administrator, { reason: "再来一次" }))).toBe("archive_not_behind")
  expect(must(await readArchive(ctx)).behind).toBe("")
  expect(must(await checkOwnArchive(ctx))).toMatchObject({
    head: "",
    documents: [],
    remarks: [
      "2026年10月8日09:00甲一写明原因后接着签名：恢复了旧备份。那时本机记着签到第5次，数据库里到第1次，记在第2次签名里。",
    ],
  })
})

test("a withdrawal waits for its signature, and once signed is named when it was taken back in the database", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const sheet = await aFiledSheet(ctx, "路灯")
  must(await signArchive(ctx))
  const subject = { kind: "minutes" as const, id: "minutes-1" }
  await world.db.tx("test", q => withdrawDocumentsIn(q, ctx, { subject, reason: "写错" }))
  expect(must(await readArchive(ctx))).toMatchObject({ uncovered: 0, uncoveredStatements: 1 })
  expect(must(await signArchive(ctx))).toEqual({ sequence: 2 })
  await tamper(world, "delete from document_withdrawals")
  expect(must(await checkOwnArchive(ctx)).documents).toEqual([
    {
      key: `withdrawal ${sheet.id}`,
      title: "关于路灯的文书",
      words: "签名时已经撤回，现在撤回的记录不见了；收在第2次签名里",
    },
  ])
})

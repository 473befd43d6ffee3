import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { aWorld, type World } from "#tests/world"
import { checkArchive } from "~/registry/archive-check"
import { installationSigner, resumeDigests, signDigest } from "~/registry/archive-digests"
import { archiveHeadFolder } from "~/registry/archive-head"
import { readArchiveKey } from "~/registry/archive-key"
import { listDigests } from "~/registry/archive-store"
import { aFiledSheet } from "./filed-sheets"
import { tamper } from "./tampering"

const sign = ({ installation, community }: World) => signDigest(installation, community.id, installationSigner)
const check = ({ installation, community }: World) => checkArchive(installation, community.id)
const resume = ({ installation, community }: World, reason: string) =>
  resumeDigests(installation, community.id, { personId: null, name: "甲一" }, reason)
const headFile = ({ folder, community }: World) => join(folder, archiveHeadFolder, `${community.id}.json`)

/** Three digests over a sheet each. */
async function aChain() {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (const words of ["路灯", "电梯", "井盖"]) {
    await aFiledSheet(ctx, words)
    await sign(world)
  }
  return { world, ctx }
}

/** What somebody with the database's own tools takes away: the newest digests, and what they covered if he likes. */
const cutFrom = (world: World, sequence: number, ...besides: string[]) =>
  tamper(
    world,
    ...besides,
    `delete from archive_digest_statements where sequence >= ${sequence}`,
    `delete from archive_digest_entries where sequence >= ${sequence}`,
    `delete from archive_digests where sequence >= ${sequence}`,
  )

test("the last digest is kept beside the key, in a file only its owner reads, and nothing half written beside it", async () => {
  const { world } = await aChain()
  const last = (await listDigests(world.db.read, world.community.id)).at(-1)!
  expect(JSON.parse(readFileSync(headFile(world), "utf8"))).toEqual({ sequence: 3, digest: last.digest })
  expect(statSync(headFile(world)).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(world.folder, archiveHeadFolder))).toEqual([`${world.community.id}.json`])
  expect(await check(world)).toMatchObject({ head: null, remarks: [] })
})

test("with its newest digests cut off the archive is not signed anew, and the check says what is gone", async () => {
  const { world, ctx } = await aChain()
  await cutFrom(world, 2)
  expect(await sign(world)).toMatchObject({ code: "archive_behind", detail: { kept: 3, last: 1, fault: "cut" } })
  await aFiledSheet(ctx, "后来的事")
  expect(await sign(world)).toMatchObject({ code: "archive_behind" })
  expect(await check(world)).toMatchObject({ head: "cut", digests: [{ faults: [] }] })
  expect(await listDigests(world.db.read, world.community.id)).toHaveLength(1)
})

test("cut off with the documents too, so that nothing is new, it is refused and found all the same", async () => {
  const { world } = await aChain()
  await cutFrom(
    world,
    3,
    "delete from documents where id in (select document_id from archive_digest_entries where sequence = 3)",
  )
  expect(await sign(world)).toMatchObject({ code: "archive_behind" })
  expect(await check(world)).toMatchObject({ head: "cut", documents: [], uncovered: 0 })
})

test("with every digest taken away it does not begin from the first again", async () => {
  const { world } = await aChain()
  await cutFrom(world, 1)
  expect(await sign(world)).toMatchObject({ code: "archive_behind", detail: { kept: 3, last: 0 } })
  expect((await check(world)).head).toBe("cut")
})

test("another digest in the place of the one that was signed last is found out", async () => {
  const { world } = await aChain()
  await tamper(world, `update archive_digests set digest = '${"0".repeat(64)}' where sequence = 3`)
  expect(await sign(world)).toMatchObject({ code: "archive_behind", detail: { fault: "differs" } })
  expect((await check(world)).head).toBe("differs")
})

test("what somebody else signed after the last digest is not vouched for by signing on top of it", async () => {
  const { world, ctx } = await aChain()
  await aFiledSheet(ctx, "后补")
  const kept = readFileSync(headFile(world))
  const forger = { ...world.installation, archiveKey: readArchiveKey(`${world.folder}/forger`) }
  expect((await signDigest(forger, world.community.id, installationSigner)).ok).toBe(true)
  writeFileSync(headFile(world), kept)
  await aFiledSheet(ctx, "后来的事")
  expect(await sign(world)).toMatchObject({ code: "archive_behind", detail: { kept: 3, last: 4, fault: "foreign" } })
  expect((await check(world)).head).toBe("foreign")
})

test("a digest of this installation whose end was not kept any more is taken for its own", async () => {
  const { world, ctx } = await aChain()
  const kept = readFileSync(headFile(world))
  await aFiledSheet(ctx, "后来的事")
  await sign(world)
  writeFileSync(headFile(world), kept)
  expect((await check(world)).head).toBeNull()
  expect(await sign(world)).toEqual({ ok: true, value: null })
  expect(JSON.parse(readFileSync(headFile(world), "utf8")).sequence).toBe(4)
})

test("an old backup restored on purpose is taken up with a reason, signed at once, and said by every check from then on", async () => {
  const { world, ctx } = await aChain()
  expect(await resume(world, "没有这回事")).toMatchObject({ code: "archive_not_behind" })
  await cutFrom(world, 2)
  world.clock.now = new Date("2026-10-09T01:00:00.000Z")
  expect(await resume(world, "电脑坏了，恢复了昨天的备份")).toMatchObject({ value: { sequence: 2, documentCount: 2 } })
  const remark = {
    kind: "resumed",
    sequence: 2,
    at: world.clock.now,
    by: "甲一",
    reason: "电脑坏了，恢复了昨天的备份",
    kept: 3,
    last: 1,
  }
  expect(await check(world)).toMatchObject({ head: null, digests: [{ faults: [] }, { faults: [] }], remarks: [remark] })
  await aFiledSheet(ctx, "后来的事")
  expect(await sign(world)).toMatchObject({ value: { sequence: 3 } })
  expect(await check(world)).toMatchObject({ head: null, statements: [], remarks: [remark] })
})

test("that it was taken up again cannot be taken back unseen", async () => {
  const { world } = await aChain()
  await cutFrom(world, 2)
  await resume(world, "恢复了昨天的备份")
  await tamper(world, "delete from audit_entries where action = 'archive.resumed'")
  expect(await check(world)).toMatchObject({
    digests: [{ faults: [] }, { faults: ["digest"] }],
    statements: [{ kind: "entry", name: "", sequence: 2, faults: ["missing"] }],
  })
})

test("where nothing was kept of a chain, or it cannot be read, that is said for good and never passed over", async () => {
  const { world, ctx } = await aChain()
  rmSync(headFile(world))
  expect((await check(world)).remarks).toMatchObject([{ kind: "unkept" }])
  expect(await sign(world)).toMatchObject({ value: { sequence: 4, documentCount: 0 } })
  expect((await check(world)).remarks).toMatchObject([
    { kind: "resumed", sequence: 4, by: "本机定时", kept: null, last: 3 },
  ])
  writeFileSync(headFile(world), "{")
  await aFiledSheet(ctx, "后来的事")
  expect(await sign(world)).toMatchObject({ code: "archive_behind", detail: { fault: "unreadable" } })
  expect((await check(world)).head).toBe("unreadable")
  expect((await resume(world, "文件坏了")).ok).toBe(true)
  expect(await check(world)).toMatchObject({ head: null, remarks: [{ kept: null }, { reason: "文件坏了" }] })
})

test("the first digests of all, signed by several at once, leave no remark", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aFiledSheet(ctx, "路灯")
  await Promise.all([sign(world), sign(world), sign(world)])
  await aFiledSheet(ctx, "电梯")
  await Promise.all([sign(world), sign(world)])
  expect(await check(world)).toMatchObject({ head: null, remarks: [], digests: [{ faults: [] }, { faults: [] }] })
})

test("a changed key stays to be known after the new one has signed, with what was not kept of the old chain", async () => {
  const { world, ctx } = await aChain()
  const archiveKey = readArchiveKey(`${world.folder}/new`)
  const renewed = { ...world, installation: { ...world.installation, archiveKey } }
  world.clock.now = new Date("2026-10-09T01:00:00.000Z")
  await aFiledSheet(ctx, "搬家以后")
  await sign(renewed)
  expect(await check(renewed)).toMatchObject({
    head: null,
    remarks: [
      { kind: "key", sequence: 4 },
      { kind: "resumed", sequence: 4, kept: null, last: 3 },
    ],
  })
  expect((await check(renewed)).digests.flatMap(one => one.faults)).toEqual([])
})

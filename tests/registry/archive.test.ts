import { createHash } from "node:crypto"
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { archiveDigestEntries } from "#db/schema/registry-archive"
import { aCommunity, aWorld, type World } from "#tests/world"
import { checkArchive, type DigestFault, type DocumentFault } from "~/registry/archive-check"
import { installationSigner, signDigest } from "~/registry/archive-digests"
import { archiveKeyFile, isSigned, publicKeyOf, readArchiveKey } from "~/registry/archive-key"
import { signedText } from "~/registry/archive-rules"
import { listDigests } from "~/registry/archive-store"
import { listAuditEntries } from "~/registry/store"
import { aFiledSheet } from "./filed-sheets"
import { bytesLiteral, tamper } from "./tampering"

const sign = async ({ installation, community }: World) => {
  const signed = await signDigest(installation, community.id, installationSigner)
  return signed.ok ? signed.value : signed
}
const check = ({ installation, community }: World) => checkArchive(installation, community.id)

/** Three sheets in two digests, a day apart. */
async function aSignedArchive() {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const first = await aFiledSheet(ctx, "路灯")
  const second = await aFiledSheet(ctx, "电梯")
  await sign(world)
  world.clock.now = new Date("2026-10-09T01:00:00.000Z")
  const third = await aFiledSheet(ctx, "井盖")
  await sign(world)
  return { world, ctx, first, second, third }
}

/** What the check found, without the rest. */
const faultsOf = async (world: World) => {
  const { digests, documents } = await check(world)
  return {
    digests: digests.flatMap(({ sequence, faults }): [number, DigestFault[]][] =>
      faults.length ? [[sequence, faults]] : [],
    ),
    documents: documents.map(({ documentId, faults }): [string, DocumentFault[]] => [documentId, faults]),
  }
}

test("the installation's key is made once, in a file that only its owner reads", () => {
  const folder = mkdtempSync(join(tmpdir(), "yishi-key-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const key = publicKeyOf(readArchiveKey(join(folder, "data")))
  expect(Buffer.from(key, "base64")).toHaveLength(32)
  expect(publicKeyOf(readArchiveKey(join(folder, "data")))).toBe(key)
  expect(statSync(join(folder, "data", archiveKeyFile)).mode & 0o777).toBe(0o600)
  expect(publicKeyOf(readArchiveKey(join(folder, "elsewhere")))).not.toBe(key)
})

test("a digest covers every document not covered yet, takes in the one before it and is signed", async () => {
  const { world, first, second, third } = await aSignedArchive()
  const digests = await listDigests(world.db.read, world.community.id)
  expect(digests).toMatchObject([
    { sequence: 1, documentCount: 2, previousDigest: "" },
    { sequence: 2, documentCount: 1, previousDigest: digests[0]!.digest },
  ])
  const lineOf = (one: typeof first, words: string, version: number, at: string) => {
    const registered = `{"createdBy":"${one.createdBy}","format":"docx","kind":"minutes","number":null,"subjectId":"minutes-1","subjectKind":"minutes","title":"关于${words}的文书","version":${version}}`
    return `${one.id} ${one.fileHash} ${one.factsHash} ${createHash("sha256").update(registered).digest("hex")} ${at}\n`
  }
  const lines = [
    lineOf(first, "路灯", 1, "2026-10-08T01:00:00.000Z"),
    lineOf(second, "电梯", 2, "2026-10-08T01:00:00.000Z"),
  ]
    .sort()
    .join("")
  expect(digests[0]!.digest).toBe(createHash("sha256").update(`\n${lines}`).digest("hex"))
  const thirdLine = lineOf(third, "井盖", 3, "2026-10-09T01:00:00.000Z")
  expect(digests[1]!.digest).toBe(createHash("sha256").update(`${digests[0]!.digest}\n${thirdLine}`).digest("hex"))
  const publicKey = publicKeyOf(world.installation.archiveKey)
  for (const digest of digests) {
    expect(digest.publicKey).toBe(publicKey)
    expect(isSigned(publicKey, signedText(digest), digest.signature)).toBe(true)
    expect(isSigned(publicKey, signedText({ ...digest, documentCount: 9 }), digest.signature)).toBe(false)
  }
  expect(isSigned("no key", "text", "no signature")).toBe(false)
})

test("where nothing is new nothing is signed, and each signing stands in the log", async () => {
  const world = await aWorld()
  expect(await sign(world)).toBeNull()
  await aFiledSheet(await world.as("secretary"), "路灯")
  expect(await sign(world)).toMatchObject({ sequence: 1 })
  expect(await sign(world)).toBeNull()
  const entries = await listAuditEntries(world.db.read, world.community.id, [
    { kind: "community", ids: [world.community.id] },
  ])
  expect(entries.filter(entry => entry.action === "archive.signed")).toMatchObject([
    { actorName: "本机定时", detail: { sequence: 1, documents: 1 } },
  ])
})

test("signed by several at once, each document is covered once and the chain has no gap", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (const words of ["路灯", "电梯", "井盖"]) await aFiledSheet(ctx, words)
  await Promise.all([sign(world), sign(world), sign(world)])
  expect(await world.db.read.$count(archiveDigestEntries)).toBe(3)
  expect((await listDigests(world.db.read, world.community.id)).map(one => one.sequence)).toEqual([1])
  expect(await faultsOf(world)).toEqual({ digests: [], documents: [] })
})

test("an archive nobody touched is right, and says how much of it no digest covers yet", async () => {
  const { world, ctx } = await aSignedArchive()
  for (let at = 0; at < 25; at += 1) await aFiledSheet(ctx, `第${at}份`)
  expect(await check(world)).toMatchObject({ read: 28, uncovered: 25, documents: [] })
  await sign(world)
  expect(await check(world)).toMatchObject({ read: 28, uncovered: 0, documents: [] })
  expect(await faultsOf(world)).toEqual({ digests: [], documents: [] })
})

test("each community has a chain of its own", async () => {
  const { world } = await aSignedArchive()
  const other = await aCommunity(world.installation, { communityName: "远方社区", loginName: "other" })
  const ctx = { ...(await world.as("secretary")), community: other }
  await aFiledSheet(ctx, "远方")
  expect(await signDigest(world.installation, other.id, installationSigner)).toMatchObject({
    value: { sequence: 1, previousDigest: "" },
  })
  expect((await checkArchive(world.installation, other.id)).read).toBe(1)
})

test("a file changed in the database is found out, even with its hashes made to fit", async () => {
  const { world, first } = await aSignedArchive()
  const forged = new TextEncoder().encode("docx 别的话")
  await tamper(world, `update documents set content = ${bytesLiteral(forged)} where id = '${first.id}'`)
  expect(await faultsOf(world)).toEqual({ digests: [], documents: [[first.id, ["content"]]] })
  const hash = createHash("sha256").update(forged).digest("hex")
  await tamper(world, `update documents set file_hash = '${hash}' where id = '${first.id}'`)
  expect(await faultsOf(world)).toEqual({ digests: [[1, ["digest"]]], documents: [[first.id, ["content"]]] })
  // And with the entry made to fit too, its digest still does not.
  await tamper(world, `update archive_digest_entries set file_hash = '${hash}' where document_id = '${first.id}'`)
  expect(await faultsOf(world)).toEqual({ digests: [[1, ["digest"]]], documents: [] })
})

test("facts changed in the database are found out", async () => {
  const { world, second } = await aSignedArchive()
  const facts = `{"words":"票数"}`
  await tamper(world, `update documents set facts = '${facts}' where id = '${second.id}'`)
  expect(await faultsOf(world)).toEqual({ digests: [], documents: [[second.id, ["facts"]]] })
  const hash = createHash("sha256").update(facts).digest("hex")
  await tamper(world, `update documents set facts_hash = '${hash}' where id = '${second.id}'`)
  expect((await faultsOf(world)).digests).toEqual([[1, ["digest"]]])
})

test("what a paper is registered as, and what a check of it tells a stranger, is found out when rewritten", async () => {
  const { world, first } = await aSignedArchive()
  for (const [column, value, original] of [
    ["kind", "'resolution'", "'minutes'"],
    ["format", "'pdf'", "'docx'"],
    ["subject_kind", "'meeting'", "'minutes'"],
    ["subject_id", "'minutes-9'", "'minutes-1'"],
    ["version", "9", "1"],
    ["number", "'振社议纪〔2026〕9号'", "null"],
    ["title", "'关于别的事的文书'", "'关于路灯的文书'"],
    ["created_by", "'丙三'", `'${first.createdBy}'`],
  ]) {
    await tamper(world, `update documents set ${column} = ${value} where id = '${first.id}'`)
    expect(await faultsOf(world), column).toEqual({ digests: [[1, ["digest"]]], documents: [] })
    await tamper(world, `update documents set ${column} = ${original} where id = '${first.id}'`)
    expect(await faultsOf(world), column).toEqual({ digests: [], documents: [] })
  }
})

test("a document taken out is missed, and one taken out with its entry leaves a hole", async () => {
  const { world, second, third } = await aSignedArchive()
  await tamper(world, `delete from documents where id = '${third.id}'`)
  expect(await faultsOf(world)).toEqual({ digests: [[2, ["digest"]]], documents: [[third.id, ["missing"]]] })
  await tamper(
    world,
    `delete from documents where id = '${second.id}'`,
    `delete from archive_digest_entries where document_id = '${second.id}'`,
  )
  expect((await faultsOf(world)).digests).toEqual([
    [1, ["count", "digest"]],
    [2, ["digest"]],
  ])
})

test("a document put in beneath is found out: under an old digest, or with an old date under a new one", async () => {
  const { world, ctx } = await aSignedArchive()
  const forged = await aFiledSheet(ctx, "后补")
  const communityId = world.community.id
  await tamper(
    world,
    `insert into archive_digest_entries (community_id, document_id, sequence, file_hash)
     values ('${communityId}', '${forged.id}', 1, '${forged.fileHash}')`,
  )
  expect(await faultsOf(world)).toEqual({
    digests: [[1, ["count", "digest"]]],
    documents: [[forged.id, ["putIn"]]],
  })
  await tamper(world, `delete from archive_digest_entries where document_id = '${forged.id}'`)
  expect(await faultsOf(world)).toEqual({ digests: [], documents: [] })
  world.clock.now = new Date("2026-10-05T01:00:00.000Z")
  const backdated = await aFiledSheet(ctx, "倒填日期")
  expect((await faultsOf(world)).documents).toEqual([[backdated.id, ["beneath"]]])
  world.clock.now = new Date("2026-10-12T01:00:00.000Z")
  await sign(world)
  expect(await faultsOf(world)).toEqual({ digests: [], documents: [[backdated.id, ["beneath"]]] })
})

test("a digest rewritten, taken out or signed with another key is found out", async () => {
  const { world } = await aSignedArchive()
  await tamper(world, "update archive_digests set document_count = 3 where sequence = 1")
  expect((await faultsOf(world)).digests).toEqual([[1, ["count", "signature"]]])
  await tamper(world, "update archive_digests set document_count = 2 where sequence = 1")
  await tamper(world, "update archive_digests set previous_digest = '' where sequence = 2")
  expect((await faultsOf(world)).digests).toEqual([[2, ["chain", "digest", "signature"]]])
  await tamper(world, "delete from archive_digests where sequence = 1")
  expect((await faultsOf(world)).digests[0]).toMatchObject([2, ["sequence", "digest", "signature"]])
})

test("digests of a key that was lost stand once the new key has signed after them; until then they are pointed out", async () => {
  const { world, ctx } = await aSignedArchive()
  const renewed = {
    ...world,
    installation: { ...world.installation, archiveKey: readArchiveKey(`${world.folder}/new`) },
  }
  expect((await faultsOf(renewed)).digests).toEqual([
    [1, ["key"]],
    [2, ["key"]],
  ])
  await aFiledSheet(ctx, "搬家以后")
  await sign(renewed)
  expect(await faultsOf(renewed)).toEqual({ digests: [], documents: [] })
})

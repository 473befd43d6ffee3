import { expect, test } from "vitest"
import { archiveDigestStatements } from "#db/schema/registry-archive"
import { aWorld, type World } from "#tests/world"
import { checkArchive } from "~/registry/archive-check"
import { installationSigner, signDigest } from "~/registry/archive-digests"
import { audit } from "~/registry/audit"
import { withdrawDocumentsIn } from "~/registry/documents"
import type { Ctx } from "~/web/context"
import { aFiledSheet } from "./filed-sheets"
import { tamper } from "./tampering"

const sign = ({ installation, community }: World) => signDigest(installation, community.id, installationSigner)

/** What the check found, without the rest. */
const faultsOf = async ({ installation, community }: World) => {
  const { digests, documents, statements } = await checkArchive(installation, community.id)
  return {
    digests: digests.flatMap(one => (one.faults.length > 0 ? [[one.sequence, one.faults]] : [])),
    documents,
    statements: statements.map(({ kind, name, sequence, faults }) => [kind, name, sequence, faults]),
  }
}
const right = { digests: [], documents: [], statements: [] }

const withdraw = (world: World, ctx: Ctx) =>
  world.db.tx("test", q =>
    withdrawDocumentsIn(q, ctx, { subject: { kind: "minutes", id: "minutes-1" }, reason: "第二项写错" }),
  )
const release = (world: World, ctx: Ctx) =>
  world.db.tx("test", q =>
    audit(q, ctx, "publicEdition.released", { kind: "publicEdition", id: "edition-1" }, { year: 2026, sequence: 1 }),
  )

/** A sheet withdrawn and an edition released, each signed a day after the sheet was. */
async function aSignedWithdrawal() {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const sheet = await aFiledSheet(ctx, "路灯")
  await sign(world)
  world.clock.now = new Date("2026-10-09T01:00:00.000Z")
  await withdraw(world, ctx)
  await release(world, ctx)
  expect(await sign(world)).toMatchObject({ value: { sequence: 2, documentCount: 0 } })
  return { world, ctx, sheet }
}

test("a withdrawal and a release are signed by themselves too, once each", async () => {
  const { world } = await aSignedWithdrawal()
  expect(await faultsOf(world)).toEqual(right)
  expect(await sign(world)).toEqual({ ok: true, value: null })
  expect(await world.db.read.$count(archiveDigestStatements)).toBe(2)
})

test("which digest covers a withdrawal is not changed", async () => {
  const { world } = await aSignedWithdrawal()
  await expect(world.db.tx("test", q => q.delete(archiveDigestStatements))).rejects.toThrow()
  await expect(world.db.tx("test", q => q.update(archiveDigestStatements).set({ hash: "" }))).rejects.toThrow()
})

test("a withdrawal taken back in the database is found out, also with its entry taken out", async () => {
  const { world } = await aSignedWithdrawal()
  await tamper(world, "delete from document_withdrawals")
  expect(await faultsOf(world)).toEqual({
    ...right,
    digests: [[2, ["digest"]]],
    statements: [["withdrawal", "关于路灯的文书", 2, ["missing"]]],
  })
  await tamper(world, "delete from archive_digest_statements where kind = 'withdrawal'")
  expect(await faultsOf(world)).toEqual({ ...right, digests: [[2, ["digest"]]] })
})

test.each([
  ["reason", "'别的原因'"],
  ["withdrawn_by", "'丙三'"],
  ["withdrawn_at", null],
])("a withdrawal whose %s was rewritten is found out", async (column, value) => {
  const { world } = await aSignedWithdrawal()
  const { sqlite, postgres } = { sqlite: "1791500000000", postgres: "'2026-10-09T02:00:00Z'" }
  const moment = world.url.startsWith("postgres") ? postgres : sqlite
  await tamper(world, `update document_withdrawals set ${column} = ${value ?? moment}`)
  expect(await faultsOf(world)).toMatchObject({
    digests: [[2, ["digest"]]],
    statements: [["withdrawal", "关于路灯的文书", 2, ["changed"]]],
  })
})

test("a release rewritten or taken out of the log is found out", async () => {
  const { world } = await aSignedWithdrawal()
  await tamper(world, "update audit_entries set actor_name = '丙三' where action = 'publicEdition.released'")
  expect(await faultsOf(world)).toEqual({
    ...right,
    digests: [[2, ["digest"]]],
    statements: [["entry", "publicEdition.released", 2, ["changed"]]],
  })
  await tamper(world, "delete from audit_entries where action = 'publicEdition.released'")
  expect((await faultsOf(world)).statements).toEqual([["entry", "", 2, ["missing"]]])
})

test("a withdrawal put in with an old date is found out, before and after it is signed", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aFiledSheet(ctx, "路灯")
  world.clock.now = new Date("2026-10-09T01:00:00.000Z")
  await sign(world)
  world.clock.now = new Date("2026-10-08T02:00:00.000Z")
  await withdraw(world, ctx)
  expect((await faultsOf(world)).statements).toEqual([["withdrawal", "关于路灯的文书", null, ["beneath"]]])
  world.clock.now = new Date("2026-10-10T01:00:00.000Z")
  await sign(world)
  expect(await faultsOf(world)).toEqual({
    ...right,
    statements: [["withdrawal", "关于路灯的文书", 2, ["beneath"]]],
  })
})

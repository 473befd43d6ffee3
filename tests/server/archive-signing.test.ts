import { expect, test } from "vitest"
import { aFiledSheet } from "#tests/registry/filed-sheets"
import { aCommunity, aWorld } from "#tests/world"
import { writeHead } from "~/registry/archive-head"
import { listDigests } from "~/registry/archive-store"
import { signDueDigests, startSigning } from "~/server/archive-signing"

test("every community with something new is signed once a day", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const other = await aCommunity(world.installation, { communityName: "远方社区", loginName: "other" })
  expect(await signDueDigests(world.installation)).toBe(0)
  await aFiledSheet(ctx, "路灯")
  await aFiledSheet({ ...ctx, community: other }, "电梯")
  expect(await signDueDigests(world.installation)).toBe(2)
  await aFiledSheet(ctx, "井盖")
  world.clock.now = new Date("2026-10-09T00:59:59.000Z")
  expect(await signDueDigests(world.installation)).toBe(0)
  world.clock.now = new Date("2026-10-09T01:00:00.000Z")
  expect(await signDueDigests(world.installation)).toBe(1)
  expect(await listDigests(world.db.read, world.community.id)).toHaveLength(2)
  expect(await listDigests(world.db.read, other.id)).toHaveLength(1)
})

test("a chain that is not what was signed last keeps no other community from being signed, and is reported", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const other = await aCommunity(world.installation, { communityName: "远方社区", loginName: "other" })
  await aFiledSheet(ctx, "路灯")
  await aFiledSheet({ ...ctx, community: other }, "电梯")
  writeHead(world.installation.archiveKey, world.community.id, { sequence: 2, digest: "f".repeat(64) })
  await expect(signDueDigests(world.installation)).rejects.toThrow(world.community.id)
  expect(await listDigests(world.db.read, world.community.id)).toHaveLength(0)
  expect(await listDigests(world.db.read, other.id)).toHaveLength(1)
})

test("what fails at start is reported, and the server starts all the same", async () => {
  const world = await aWorld()
  await aFiledSheet(await world.as("secretary"), "路灯")
  const reported: unknown[] = []
  const broken = { ...world.installation.db, tx: () => Promise.reject(new Error("no database")) }
  const signing = await startSigning({ ...world.installation, db: broken }, error => reported.push(error))
  signing.stop()
  expect(String(reported[0])).toContain("no database")
  const started = await startSigning(world.installation, error => reported.push(error))
  started.stop()
  expect(await listDigests(world.db.read, world.community.id)).toHaveLength(1)
  expect(reported).toHaveLength(1)
})

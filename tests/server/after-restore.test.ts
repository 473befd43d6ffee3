import { expect, test } from "vitest"
import { aFiledSheet } from "#tests/registry/filed-sheets"
import { aCommunity, aWorld } from "#tests/world"
import { installationSigner, signDigest } from "~/registry/archive-digests"
import { writeHead } from "~/registry/archive-head"
import { countArchivesBehind } from "~/server/after-restore"

test("after a restore those archives are counted that were signed since the backup", async () => {
  const world = await aWorld()
  const other = await aCommunity(world.installation, { communityName: "远方社区", loginName: "other" })
  await aFiledSheet(await world.as("secretary"), "路灯")
  await signDigest(world.installation, world.community.id, installationSigner)
  expect(await countArchivesBehind(world.installation)).toBe(0)
  writeHead(world.installation.archiveKey, other.id, { sequence: 1, digest: "f".repeat(64) })
  expect(await countArchivesBehind(world.installation)).toBe(1)
})

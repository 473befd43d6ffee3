import { expect, test } from "vitest"
import { must } from "#tests/chamber/factories"
import { anAssignment, anApprovedResolution as aRiverResolution } from "#tests/followup/factories"
import { aPostedNotice } from "#tests/records/edition-factories"
import { aWorld } from "#tests/world"
import { checkByDigest } from "~/board/checking"
import { readNoticeOnWall, readPastNotices, readWall } from "~/board/wall"
import { assignTasks } from "~/followup/assigning"
import { printNotice } from "~/records/edition-sheets"
import { endNotice } from "~/records/notices"
import { draftEdition, releaseEdition, withdrawEdition } from "~/records/public-editions"

// What the office types beside an edition is looked over by nobody, and hangs beside it all the same.

test("a handler's telephone does not get onto the wall, the office's own does", async () => {
  const world = await aWorld()
  const { resolutionId } = await aRiverResolution(world)
  const secretary = await world.as("secretary")
  const { editionId } = must(await draftEdition(secretary, { kind: "resolution", subjectId: resolutionId }))
  must(await releaseEdition(await world.as("reviewer"), { editionId, revision: 1 }))
  const handler = "悦园物业王师傅（13900000077，3栋502室）"
  must(await assignTasks(secretary, { resolutionId, items: [anAssignment({ handler })] }))
  const wall = JSON.stringify(await readWall(world.asStranger()))
  expect(wall).toContain("悦园物业王师傅")
  expect(wall).not.toContain("13900000077")
  // 502 alone may stand in an identifier.
  expect(wall).not.toContain("502室")
})

test("why a notice came down and why a sheet was withdrawn name nobody of the register", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const { secretary, noticeId, editionId } = await aPostedNotice(world)
  const { name } = (await world.as("delegate")).actor
  const reason = `写了${name}的电话13900000088，重新公示`
  const { document } = must(await printNotice(secretary, { editionId }))
  must(await endNotice(secretary, { noticeId, endedOn: "2026-10-08", reason }))
  const seen = [must(await readNoticeOnWall(stranger, noticeId)), await readPastNotices(stranger)]
  must(await withdrawEdition(secretary, { editionId, reason }))
  const sheet = must(await checkByDigest(stranger, { address: "10.0.0.1", digest: document.factsHash }))
  expect(sheet).toMatchObject({ status: "withdrawn" })
  for (const shown of [...seen, sheet].map(one => JSON.stringify(one))) {
    expect(shown).toContain("重新公示")
    expect(shown).not.toContain(name)
    expect(shown).not.toContain("13900000088")
  }
})

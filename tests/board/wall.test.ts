import { expect, test } from "vitest"
import { must } from "#tests/chamber/factories"
import { anAssignment, anApprovedResolution as aRiverResolution } from "#tests/followup/factories"
import { aPostedNotice } from "#tests/records/edition-factories"
import { aWorld } from "#tests/world"
import { readNoticeOnWall, readPastNotices, readWall } from "~/board/wall"
import { assignTasks } from "~/followup/assigning"
import { blockTask, signForTask } from "~/followup/working"
import { postNotice } from "~/records/notices"
import { draftEdition, releaseEdition, withdrawEdition } from "~/records/public-editions"

/** 二夜河 posted on the wall; one item is late, one blocked, one in nobody's hands. */
async function theRiverOnTheWall() {
  const world = await aWorld()
  const { resolutionId } = await aRiverResolution(world)
  const secretary = await world.as("secretary")
  const { editionId } = must(await draftEdition(secretary, { kind: "resolution", subjectId: resolutionId }))
  must(await releaseEdition(await world.as("reviewer"), { editionId, revision: 1 }))
  const { noticeId } = must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "社区公示栏" }))
  const items = [
    anAssignment({ dueOn: "2026-10-12" }),
    anAssignment({ itemOrdinal: 2, handler: "丁四", dueOn: "2026-12-31", quantity: "1800米" }),
  ]
  const { tasks } = must(await assignTasks(secretary, { resolutionId, items }))
  return { world, secretary, noticeId, editionId, tasks }
}

test("the wall shows to anyone what hangs, how long still, and how it is carried out, late and blocked in words", async () => {
  const { world, secretary, noticeId, tasks } = await theRiverOnTheWall()
  must(await signForTask(secretary, { taskId: tasks[1]!.taskId }))
  must(await blockTask(secretary, { taskId: tasks[1]!.taskId, reason: "寅女士不同意施工" }))
  world.clock.now = new Date("2026-10-14T01:00:00.000Z")
  const wall = await readWall(world.asStranger())
  expect(wall.notices).toMatchObject([{ noticeId, daysLeft: 9, isOver: false, number: "振社公〔2026〕1号" }])
  expect(wall.decisions).toMatchObject([
    {
      noticeId,
      items: [
        { quantity: { have: 0, whole: 570, words: "0 / 570米" }, lateWord: "晚了2天", look: "low" },
        { quantity: { words: "0 / 1,800米" }, stateWord: "受阻，正在想办法", lateWord: "" },
      ],
    },
  ])
  expect(JSON.stringify(wall)).not.toContain("寅女士")
})

test("a member who is signed in reads on the wall what a stranger reads", async () => {
  const { world, secretary, noticeId } = await theRiverOnTheWall()
  expect(await readWall(secretary)).toEqual(await readWall(world.asStranger()))
  expect(await readNoticeOnWall(secretary, noticeId)).toEqual(await readNoticeOnWall(world.asStranger(), noticeId))
})

test("a notice goes over to the former ones when its time is up, and takes no more objections", async () => {
  const world = await aWorld()
  const { noticeId } = await aPostedNotice(world)
  const stranger = world.asStranger()
  expect(must(await readNoticeOnWall(stranger, noticeId)).mayObject).toBe(true)
  world.clock.now = new Date("2026-10-24T01:00:00.000Z")
  expect(await readWall(stranger)).toMatchObject({ notices: [], pastCount: 1 })
  expect((await readPastNotices(stranger)).notices).toMatchObject([{ noticeId, isOver: true }])
  expect(must(await readNoticeOnWall(stranger, noticeId)).mayObject).toBe(false)
})

test("a withdrawn edition leaves the wall with its text and its progress", async () => {
  const { world, secretary, noticeId, editionId } = await theRiverOnTheWall()
  must(await withdrawEdition(secretary, { editionId, reason: "第二项写错" }))
  const stranger = world.asStranger()
  expect(await readWall(stranger)).toMatchObject({ notices: [], pastCount: 0, decisions: [] })
  expect(await readNoticeOnWall(stranger, noticeId)).toMatchObject({ ok: false, code: "not_found" })
})

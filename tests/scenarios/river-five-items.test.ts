import { expect, test } from "vitest"
import {
  conveneRiver,
  decideRiver,
  joinMosquitoes,
  objectToRiver,
  postRiver,
  prepareRiver,
  type RiverIssue,
  reportRiver,
  riverFrom,
  riverHands,
} from "~/demo/river"
import {
  answerRiver,
  blockFloor,
  chaseChargers,
  dredgeRiver,
  handOutRiver,
  layPath,
  mendPavilion,
  rateRiver,
} from "~/demo/river-works"
import { readDutyList } from "~/followup/duty-list"
import { listDueTasks, listTaskRows } from "~/followup/task-views"
import {
  aStory,
  boardOn,
  containing,
  deskOf,
  expectUnanswered,
  followed,
  resolutionOf,
  tasksOf,
  topicOf,
  wordsOf,
} from "./telling"

test("one meeting lists five things with their quantities; half are done, one is chased, one is blocked", async () => {
  const story = await aStory(riverFrom)

  // Six residents, five troubles of one place, one topic.
  const { issues, mosquitoes } = await reportRiver(story)
  const ids = Object.fromEntries(Object.entries(issues).map(([key, { issueId }]) => [key, issueId])) as Record<
    RiverIssue,
    string
  >
  const topicId = await prepareRiver(story, ids)
  await joinMosquitoes(story, ids.river, mosquitoes.issueId)
  const topic = await topicOf(story, [4, "12:00"], topicId)
  expect(topic.issues).toHaveLength(5)
  expect(topic.issues.find(issue => issue.id === ids.river)?.supporterCount).toBe(6)
  await expectUnanswered(story, [4, "12:00"], 6, 0)

  // One meeting, a secret vote, five items.
  const resolutionId = await decideRiver(story, await conveneRiver(story, topicId))
  const { items } = await resolutionOf(story, resolutionId)
  expect(items.map(item => item.quantity)).toEqual(["570米", "1,800米", "1座", "3组", "320平方米"])
  expect(items).toMatchObject(riverHands(story))
  expect(items[0]?.content).toBe("整治二夜河570米，清淤并清理杂草杂树。")
  const { noticeId } = await postRiver(story, resolutionId)

  // Each item becomes a task, counted in its own unit.
  const taskIds = await handOutRiver(story, resolutionId)
  const signed = await tasksOf(story, [15, "12:00"], topicId)
  expect(signed.map(task => [task.quantityTotal, task.unit])).toEqual([
    [570, "米"],
    [1800, "米"],
    [1, "座"],
    [3, "组"],
    [320, "平方米"],
  ])
  expect(new Set(signed.map(task => task.state))).toEqual(new Set(["signedFor"]))
  const handler = story.as("卯四", 15, "12:00")
  const duties = await readDutyList(handler, story.personIds.卯四!)
  expect(duties.ok && duties.value.lines.filter(line => line.kind === "task")).toHaveLength(3)

  // Somebody asks where the money comes from, and has an answer within its three days.
  await objectToRiver(story, noticeId)
  expect((await boardOn(story, [17, "12:00"])).hanging[0]).toMatchObject({ objections: { received: 1, answered: 1 } })

  // The works of two weeks.
  await layPath(story, taskIds.path)
  await mendPavilion(story, taskIds.pavilion)
  await blockFloor(story, taskIds.square)
  await dredgeRiver(story, taskIds.river)
  const office = story.as("甲一", 28, "08:30")
  const late = await listTaskRows(office, { tab: "late" })
  expect(late).toMatchObject({
    ok: true,
    value: { rows: [{ taskId: taskIds.charging, daysLate: 1, level: "yellow" }] },
  })

  expect(await deskOf(story, "甲一", [28, "08:30"])).toEqual(containing("督办：增设电瓶车充电桩3组"))

  // The chargers are late by a day: a yellow slip, and a reply.
  await chaseChargers(story, taskIds.charging)
  const due = await listDueTasks(story.as("甲一", 30, "09:00"), story.dayOf(30))
  expect(due.find(task => task.taskId === taskIds.charging)).toMatchObject({
    quantityDone: 1,
    isLate: true,
    daysLate: 3,
    openChase: null,
    chase: "replied",
  })

  // What anybody reads of it: five bars, and not a word of who or why.
  const board = await boardOn(story, [30, "18:00"])
  const [progress] = board.progress
  expect(progress?.items.map(item => [item.quantityDone, item.quantityTotal, item.state, item.isLate])).toEqual([
    [570, 570, "satisfied", false],
    [900, 1800, "doing", false],
    [1, 1, "satisfied", false],
    [1, 3, "doing", true],
    [0, 320, "blocked", false],
  ])
  for (const inner of ["庚一", "辛五", "卯四", "排水管破损"]) expect(wordsOf(board)).not.toContain(inner)

  // Who asked for what is done is answered at once; the others wait on.
  await answerRiver(story, ids)
  await expectUnanswered(story, [30, "18:00"], 3, 3)
  for (const { followCode } of [issues.river, issues.pavilion, mosquitoes])
    expect(await followed(story, [30, "18:00"], followCode)).toMatchObject({ isClosed: true })
  for (const { followCode } of [issues.path, issues.charging, issues.square])
    expect(await followed(story, [30, "18:00"], followCode)).toMatchObject({ isClosed: false, canRate: false })
  await rateRiver(story, { river: issues.river.followCode, pavilion: issues.pavilion.followCode })
  expect((await boardOn(story, [30, "18:00"])).figures.satisfied).toMatchObject({ satisfied: 1, mostly: 1 })
})

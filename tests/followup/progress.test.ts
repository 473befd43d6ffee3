import { expect, test } from "vitest"
import { type EditionMark, publicEditions } from "#db/schema/records"
import { assignTasks } from "~/followup/assigning"
import { listProgress } from "~/followup/progress"
import { publicHandlers, publicItem, publicTitle } from "~/followup/public-words"
import { reportProgress, signForTask } from "~/followup/working"
import { aWorld, type World } from "../world"
import { anApprovedResolution, anAssignment, must } from "./factories"

const mark = (line: number, at: number, original: string, shown: string): EditionMark => ({
  line,
  at,
  original,
  shown,
  rule: "name",
  reason: "",
})

const released = {
  inner: {
    title: "关于寅女士家门口井盖的协商意见",
    lines: [{ label: "协商成果", text: "一、更换3栋502室门口的井盖。" }],
  },
  marks: [mark(0, 6, "502室", "某室"), mark(-1, 2, "寅女士家", "居民家")],
}

test("an item is shown in the words that were released, its masked spots masked", () => {
  expect(publicItem(released, "更换3栋502室门口的井盖。")).toBe("更换3栋某室门口的井盖。")
  expect(publicTitle(released)).toBe("关于居民家门口井盖的协商意见")
})

test("words that were not released, or would cut a masked spot in two, do not get out", () => {
  expect(publicItem(released, "更换寅女士家的水表。")).toBe(null)
  expect(publicItem(released, "更换3栋50")).toBe(null)
})

test("a name let stand in one line and masked in the item's own does not come onto the wall by the first", () => {
  const twice = {
    inner: {
      title: "关于雨棚的协商意见",
      lines: [
        { label: "议题", text: "修理丙三家的雨棚" },
        { label: "协商成果", text: "一、修理丙三家的雨棚。" },
      ],
    },
    marks: [mark(0, 2, "丙三", "丙三"), mark(1, 4, "丙三", "丙*")],
  }
  expect(publicItem(twice, "修理丙三家的雨棚")).toBe(null)
  expect(
    publicItem({ ...twice, marks: [mark(0, 2, "丙三", "丙*"), mark(1, 4, "丙三", "丙*")] }, "修理丙三家的雨棚"),
  ).toBe("修理丙*家的雨棚")
})

test("organisations are shown as they are, people of the register only by surname", () => {
  const persons = [
    { name: "甲一", gender: "unknown" as const },
    { name: "甲一二", gender: "female" as const },
  ]
  expect(publicHandlers(persons)("悦园物业")).toBe("悦园物业")
  expect(publicHandlers(persons)("网格员甲一")).toBe("网格员甲*")
  expect(publicHandlers(persons)("甲一二")).toBe("甲女士")
})

async function release(world: World, resolutionId: string, meetingId: string, state: "draft" | "released") {
  const text = "1.修复河道护栏。"
  await world.db.tx("edition", q =>
    q.insert(publicEditions).values({
      communityId: world.community.id,
      id: world.installation.newId(),
      kind: "resolution",
      subjectId: resolutionId,
      meetingId,
      version: state === "draft" ? 2 : 1,
      state,
      year: state === "draft" ? null : 2026,
      sequence: state === "draft" ? null : 1,
      inner: { title: "关于二夜河的协商意见", lines: [{ label: "协商成果", text }] },
      marks: [],
      authorAccountId: "甲",
      authorName: "甲一",
      releasedAt: null,
      releasedBy: null,
      reason: "",
      createdAt: world.clock.now,
      revision: 1,
    }),
  )
}

test("anyone sees how far a released resolution is, and nothing of one that was not released", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const handler = await world.as("handler")
  const { resolutionId, key } = await anApprovedResolution(world)
  const items = [
    anAssignment({ handler: handler.actor.name, handlerPersonId: handler.actor.personId }),
    anAssignment({ itemOrdinal: 2, quantity: "", dueOn: "2026-10-20" }),
  ]
  const { tasks } = must(await assignTasks(secretary, { resolutionId, items }))
  must(await signForTask(handler, { taskId: tasks[0]!.taskId }))
  must(await reportProgress(handler, { taskId: tasks[0]!.taskId, quantityDone: 380, note: "" }))
  await release(world, resolutionId, key.meetingId, "draft")
  expect(await listProgress(world.asStranger())).toEqual([])
  await release(world, resolutionId, key.meetingId, "released")
  world.clock.now = new Date("2026-10-25T01:00:00.000Z")
  expect(await listProgress(world.asStranger())).toMatchObject([
    {
      resolutionId,
      number: "振社议决〔2026〕1号",
      title: "关于二夜河的协商意见",
      items: [
        {
          content: "修复河道护栏",
          quantityDone: 380,
          quantityTotal: 570,
          handler: "卯*",
          state: "doing",
          isLate: false,
        },
        { content: "第2项", quantityTotal: null, handler: "悦园物业", state: "assigned", isLate: true },
      ],
    },
  ])
})

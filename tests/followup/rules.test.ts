import { expect, test } from "vitest"
import { type TaskState, taskStates } from "#db/schema/followup"
import {
  type ChaseDue,
  canMove,
  chaseDueOf,
  isCarriedOut,
  type LastChase,
  latenessOf,
  type MoveName,
  moves,
  nextChaseLevel,
  taskStateNames,
} from "~/followup/rules"

test.each<[MoveName, TaskState[]]>([
  ["signFor", ["assigned"]],
  ["report", ["signedFor", "doing"]],
  ["block", ["signedFor", "doing"]],
  ["resume", ["blocked"]],
  ["finish", ["signedFor", "doing"]],
  ["pass", ["done"]],
  ["satisfy", ["inspected"]],
  ["recheck", ["inspected", "satisfied"]],
  ["replace", ["blocked"]],
  ["reschedule", ["assigned", "signedFor", "doing", "blocked"]],
])("%s begins at %j and nowhere else", (move, from) => {
  expect(taskStates.filter(state => canMove(state, move))).toEqual(from)
})

test("what failed its inspection, its residents or its recheck goes back to work", () => {
  expect([moves.sendBack.to, moves.dissatisfy.to, moves.relapse.to]).toEqual(["doing", "doing", "doing"])
})

test("every state has its word", () => {
  expect(taskStates.every(state => taskStateNames[state])).toBe(true)
})

const doing = { state: "doing" as const, dueOn: "2026-10-08" }

test.each([
  ["on its last day it is not late", "2026-10-08", 0, "none"],
  ["the day after it is a day late: yellow", "2026-10-09", 1, "yellow"],
  // 10 October 2026 is worked in exchange for the holiday, 11 is a Sunday: 9, 10, 12, 13, 14 are five working days.
  ["five working days are still yellow", "2026-10-14", 6, "yellow"],
  ["with the sixth working day it is red", "2026-10-15", 7, "red"],
])("%s", (_, today, daysLate, level) => {
  expect(latenessOf(doing, today)).toEqual({ isLate: daysLate > 0, daysLate, level })
})

test.each<[TaskState, boolean]>([
  ["assigned", true],
  ["blocked", true],
  ["done", false],
  ["satisfied", false],
  ["replaced", false],
])("past its day a task that is %s is late: %s", (state, isLate) => {
  expect(latenessOf({ ...doing, state }, "2026-11-08").isLate).toBe(isLate)
})

test("the third chase is red, however few the days", () => {
  const aDayLate = latenessOf(doing, "2026-10-09")
  expect([0, 1, 2].map(before => nextChaseLevel(aDayLate, before))).toEqual(["yellow", "yellow", "red"])
})

test("what is not late is not chased", () => {
  expect(nextChaseLevel(latenessOf(doing, "2026-10-08"), 5)).toBe(null)
})

// 10 October 2026 is worked in exchange for the holiday, 11 is a Sunday.
test.each<[string, Partial<LastChase> | null, string, ChaseDue]>([
  ["never chased it is due", null, "2026-10-09", "due"],
  ["the reply has time to the end of its day", {}, "2026-10-14", "waiting"],
  ["without a reply by then the next one is due", {}, "2026-10-15", "due"],
  ["once replied, three working days belong to the work", { isReplied: true }, "2026-10-13", "replied"],
  ["after three without progress the next one is due", { isReplied: true }, "2026-10-14", "due"],
  ["progress begins the three anew", { isReplied: true, movedOn: "2026-10-13" }, "2026-10-16", "replied"],
  ["what went before the chase does not count", { isReplied: true, movedOn: "2026-10-08" }, "2026-10-14", "due"],
  ["progress is no reply", { movedOn: "2026-10-13" }, "2026-10-15", "due"],
])("of a chase sent on 9 October: %s", (_, last, today, due) => {
  const sent = last && { sentOn: "2026-10-09", replyDueOn: "2026-10-14", isReplied: false, movedOn: null, ...last }
  expect(chaseDueOf(latenessOf(doing, today), sent, today)).toBe(due)
})

test("what is not late is not to be chased, whatever its last chase", () => {
  expect(chaseDueOf(latenessOf(doing, "2026-10-08"), null, "2026-10-08")).toBe(null)
})

const of = (resolutionId: string, state: TaskState) => ({ resolutionId, state })

test("a matter is carried out when each of its tasks is inspected", () => {
  expect(isCarriedOut([of("一", "inspected"), of("一", "satisfied")])).toBe(true)
  expect(isCarriedOut([of("一", "inspected"), of("一", "done")])).toBe(false)
  expect(isCarriedOut([])).toBe(false)
})

test("what gave way to another proposal is carried out with that proposal's own task", () => {
  expect(isCarriedOut([of("一", "replaced")])).toBe(false)
  expect(isCarriedOut([of("一", "replaced"), of("一", "inspected")])).toBe(false)
  expect(isCarriedOut([of("一", "replaced"), of("二", "inspected")])).toBe(true)
})

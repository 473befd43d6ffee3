import { expect, test } from "vitest"
import { draftOf, fieldsToFill, isOver } from "~/web/draft-text"

test("a draft is read as it was kept, and nothing else is one", () => {
  const draft = { saved: "speech 1", typed: [{ name: "gist", value: "希望先做防水" }] }
  expect(draftOf(JSON.stringify(draft))).toEqual(draft)
  for (const text of [null, "", "{", "[]", '{"saved":"1"}', '{"typed":1}']) expect(draftOf(text)).toBeNull()
})

test("what was typed before the form saved something does not come back", () => {
  const draft = { saved: "speech 1", typed: [] }
  expect(isOver(draft, "speech 1")).toBe(false)
  expect(isOver(draft, "speech 2")).toBe(true)
  expect(isOver({ saved: null, typed: [] }, null)).toBe(false)
})

test("every field finds its place again, whatever stands beside it now", () => {
  const controls = [
    { name: "participantId", value: "" },
    { name: "stance", value: "support" },
    { name: "stance", value: "oppose" },
    { name: "condition", value: "" },
    { name: "condition", value: "" },
  ]
  const typed = [
    { name: "stance", value: "oppose", ticked: true },
    { name: "condition", value: "先做防水" },
    { name: "condition", value: "费用公示" },
    { name: "gone", value: "不再问了" },
  ]
  expect(fieldsToFill(controls, typed).map(([at]) => at)).toEqual([2, 3, 4])
})

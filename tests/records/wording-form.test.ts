import { expect, test } from "vitest"
import type { MinutesWording } from "#db/schema/records"
import {
  decisionNaming,
  itemNaming,
  minutesTyped,
  readMinutesTyped,
  readResolutionTyped,
  resolutionTyped,
  rowChange,
  rowsOf,
  withRows,
} from "~/records/wording-form"

const wording: MinutesWording = {
  opening: "会议就电梯进行了协商。",
  items: [
    {
      agendaItemId: "first",
      gist: "一段\n二段",
      dissent: "",
      decisions: [
        { content: "装电梯", handler: "业委会", dueOn: "2026-12-31" },
        { content: "出说明", handler: "", dueOn: "" },
      ],
    },
    { agendaItemId: "second", gist: "", dissent: "有不同意见", decisions: [] },
  ],
  closing: "",
}

test("a wording goes into its form and comes out the same", () => {
  expect(readMinutesTyped(minutesTyped(wording))).toEqual({ wording, errors: {} })
  const resolution = { title: "关于电梯", preamble: "依据", items: wording.items[0]!.decisions }
  expect(readResolutionTyped(resolutionTyped(resolution))).toEqual({ wording: resolution, errors: {} })
  const items = [{ content: "整治二夜河", quantity: "570米", handler: "", dueOn: "" }]
  const counted = { ...resolution, conditions: ["只在白天施工", "先付补偿"], items, money: "预算2万元。" }
  expect(readResolutionTyped(resolutionTyped(counted))).toEqual({ wording: counted, errors: {} })
})

test("each line of the conditions is one, and blank lines are none", () => {
  const typed = { title: "关于电梯", preamble: "依据", conditions: "只在白天施工\r\n\r\n 先付补偿 \n" }
  expect(readResolutionTyped(typed).wording.conditions).toEqual(["只在白天施工", "先付补偿"])
})

test.each(["10.5公里", "一些", "570"])("a quantity of %s is said to be unreadable beside its field", quantity => {
  const { errors } = readResolutionTyped({ "content-0": "修路", "quantity-0": quantity })
  expect(Object.keys(errors)).toEqual(["quantity-0"])
})

test("the minutes count no quantities: a row of theirs has no such field", () => {
  expect(Object.keys(withRows({}, decisionNaming(0), "add"))).toEqual(["content-0-0", "handler-0-0", "dueOn-0-0"])
  expect(Object.keys(withRows({}, itemNaming, "add"))).toEqual(["content-0", "quantity-0", "handler-0", "dueOn-0"])
})

test("line ends of a browser do not make a paragraph another one", () => {
  const posted = { ...minutesTyped(wording), "gist-0": "一段\r\n二段" }
  expect(readMinutesTyped(posted).wording).toEqual(wording)
})

test("a row is added and taken away without losing what else was typed", () => {
  const naming = decisionNaming(0)
  const typed = { ...minutesTyped(wording), "content-0-1": "刚改的字" }
  const longer = withRows(typed, naming, "add")
  expect(rowsOf(longer, naming)).toEqual([0, 1, 2])
  const shorter = withRows(longer, naming, { remove: 0 })
  expect(rowsOf(shorter, naming)).toEqual([1, 2])
  expect(shorter["content-0-1"]).toBe("刚改的字")
  expect(readMinutesTyped(shorter).wording.items[0]!.decisions.map(one => one.content)).toEqual(["刚改的字", ""])
})

test("items of one agenda item are not those of another with the same beginning of its number", () => {
  const typed = { "content-1-0": "第二项的", "content-11-0": "第十二项的" }
  expect(rowsOf(typed, decisionNaming(1))).toEqual([0])
})

test("a day that does not exist is said beside its field", () => {
  const { errors } = readMinutesTyped({ ...minutesTyped(wording), "dueOn-0-0": "2026-02-30" })
  expect(errors).toEqual({ "dueOn-0-0": "“2026-02-30”不是日历上的日子，请改日期" })
})

test.each([
  ["addDecision-2", "add"],
  ["removeDecision-2-1", { remove: 1 }],
  ["addItem", "add"],
  ["removeItem-3", { remove: 3 }],
])("the press %s is understood", (intent, change) => {
  expect(rowChange(intent)?.change).toEqual(change)
})

test.each(["save", "", "removeDecision-2", "removeItem-x", "addDecision--1"])(
  "the press “%s” changes no row",
  intent => {
    expect(rowChange(intent)).toBeNull()
  },
)

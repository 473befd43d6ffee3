import { expect, test } from "vitest"
import type { MinutesWording } from "#db/schema/records"
import { changesBetween, minutesLines, minutesProblems, resolutionProblems } from "~/records/rules"

const item = { agendaItemId: "item", gist: "大家谈了采光。", dissent: "", decisions: [] }
const wording: MinutesWording = { opening: "会议就电梯进行了协商。", items: [item], closing: "" }
const agenda = [{ title: "电梯", handling: "deliberate" as const, passed: false }]
const codes = (...input: Parameters<typeof minutesProblems>) => minutesProblems(...input).map(problem => problem.code)
const decision = { content: "装电梯", handler: "", dueOn: "" }

test("a worded draft of a closed meeting has nothing against its approval", () => {
  expect(codes("closed", wording, agenda, [])).toEqual([])
})

test.each(["draft", "convened", "inSession", "adjourned", "minuted", "archived", "cancelled"] as const)(
  "a meeting that is %s has no minutes to approve",
  state => {
    expect(codes(state, wording, agenda, [])).toEqual(["meeting_not_over"])
  },
)

test.each([
  ["opening_missing", { ...wording, opening: "  " }, agenda],
  ["discussion_missing", { ...wording, items: [{ ...item, gist: "" }] }, agenda],
  ["decision_missing", wording, [{ ...agenda[0]!, passed: true }]],
  [
    "decision_content_missing",
    { ...wording, items: [{ ...item, decisions: [{ ...decision, content: " " }] }] },
    agenda,
  ],
  [
    "due_date_not_real",
    { ...wording, items: [{ ...item, decisions: [{ ...decision, dueOn: "2026-02-30" }] }] },
    agenda,
  ],
])("%s blocks the approval", (code, words, items) => {
  expect(codes("closed", words, items, [])).toEqual([code])
})

test("a report need not be talked over", () => {
  const report = [{ ...agenda[0]!, handling: "report" as const }]
  expect(codes("closed", { ...wording, items: [{ ...item, gist: "" }] }, report, [])).toEqual([])
})

test("a character that no font has blocks the approval and is named", () => {
  expect(minutesProblems("closed", wording, agenda, ["𰻝"])).toEqual([
    { code: "wording_unprintable", detail: { characters: ["𰻝"] } },
  ])
})

test("a resolution needs its title, what it rests on and an item", () => {
  const bare = { title: "", preamble: "", items: [] }
  expect(resolutionProblems("closed", bare, [], []).map(problem => problem.code)).toEqual([
    "paper_title_missing",
    "preamble_missing",
    "items_missing",
  ])
  const whole = { title: "关于电梯的协商意见", preamble: "会议形成以下意见：", items: [decision] }
  expect(resolutionProblems("minuted", whole, [], [])).toEqual([])
  expect(resolutionProblems("inSession", whole, [], []).map(problem => problem.code)).toEqual(["meeting_not_over"])
})

test("of two wordings only what differs is shown, as it is stored now", () => {
  const mine = { ...wording, closing: "会议要求抓紧。" }
  const theirs = { ...wording, items: [{ ...item, decisions: [{ ...decision, handler: "业委会" }] }] }
  expect(changesBetween(minutesLines(mine), minutesLines(theirs))).toEqual([
    { label: "第1项议定事项", now: "装电梯，业委会" },
    { label: "结尾", now: "空" },
  ])
})

test.each([
  ["as voted", ["只在白天施工", "先付补偿"], true],
  ["with other punctuation", ["只在白天施工。", "先付补偿；"], true],
  ["with one left out", ["只在白天施工"], false],
  ["with one more", ["只在白天施工", "先付补偿", "再议"], false],
  ["with another word", ["只在夜里施工", "先付补偿"], false],
  ["left out altogether", undefined, false],
])("conditions of a resolution %s", (_, conditions, isFine) => {
  const item = { content: "装电梯", handler: "", dueOn: "" }
  const wording = { title: "关于电梯", preamble: "依据", items: [item], ...(conditions ? { conditions } : {}) }
  const problems = resolutionProblems("closed", wording, [], ["只在白天施工", "先付补偿"])
  expect(problems.map(problem => problem.code)).toEqual(isFine ? [] : ["conditions_not_as_voted"])
})

test("no condition is added to what was voted on without any", () => {
  const item = { content: "装电梯", handler: "", dueOn: "" }
  const wording = { title: "关于电梯", preamble: "依据", items: [item], conditions: ["再议"] }
  expect(resolutionProblems("closed", wording, [], [])).toMatchObject([{ code: "conditions_not_as_voted" }])
})

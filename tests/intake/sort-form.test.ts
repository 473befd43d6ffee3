import { expect, test } from "vitest"
import { SortForm, sortingOf } from "~/intake/sort-form"

/** What a browser posts without JavaScript: every field, whatever kind was chosen. */
const posted = (fields: Record<string, string>) =>
  SortForm.safeParse({
    reason: "",
    firstAnswer: "收到了",
    firstMeans: "电话",
    handler: "",
    answerDueOn: "",
    finalAnswer: "",
    finalMeans: "",
    ...fields,
  })

const sorting = (fields: Record<string, string>) => {
  const read = posted(fields)
  if (!read.success) throw new Error(read.error.message)
  return sortingOf(read.data)
}

const faults = (fields: Record<string, string>) => posted(fields).error?.issues.map(issue => issue.path.join()) ?? []

test("the final answer of a quick one is whole or left for later", () => {
  expect(sorting({ triage: "quick", handler: "丁四" })).toMatchObject({
    triage: "quick",
    handler: "丁四",
    finalAnswer: undefined,
  })
  expect(sorting({ triage: "quick", resolved: "yes", finalAnswer: "换好了", finalMeans: "当面" })).toMatchObject({
    finalAnswer: { content: "换好了", means: "当面", resolved: true },
  })
  expect(faults({ triage: "quick", resolved: "yes" })).toEqual(["finalAnswer", "finalMeans"])
  expect(faults({ triage: "quick", finalAnswer: "换好了", finalMeans: "当面" })).toEqual(["resolved"])
})

test("a refusal is explained to the proposer, without asking whether anything was resolved", () => {
  expect(faults({ triage: "decline", reason: "已起诉" })).toEqual(["finalAnswer", "finalMeans"])
  expect(sorting({ triage: "decline", reason: "已起诉", finalAnswer: "请等判决", finalMeans: "当面" })).toEqual({
    triage: "decline",
    reason: "已起诉",
    firstAnswer: { content: "收到了", means: "电话" },
    finalAnswer: { content: "请等判决", means: "当面" },
  })
})

test("what a kind does not ask for is passed over", () => {
  const everything = { handler: "水务所", answerDueOn: "2026-11-30", finalAnswer: "好了", finalMeans: "当面" }
  expect(sorting({ triage: "deliberate", ...everything })).not.toHaveProperty("handler")
  for (const triage of ["deliberate", "refer", "wish"])
    expect(sorting({ triage, ...everything })).not.toHaveProperty("finalAnswer")
  expect(sorting({ triage: "refer", ...everything })).toMatchObject({ handler: "水务所", answerDueOn: "2026-11-30" })
})

test("a kind is chosen, and a day is a day of the calendar", () => {
  expect(faults({})).toEqual(["triage"])
  expect(faults({ triage: "wish", answerDueOn: "2026-02-30" })).toEqual(["answerDueOn"])
})

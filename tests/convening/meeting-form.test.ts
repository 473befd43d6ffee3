import { expect, test } from "vitest"
import { MeetingForm } from "~/convening/meeting-form"

const posted = {
  intent: "save",
  version: "3",
  date: "2026-11-25",
  startTime: "14:30",
  endTime: "16:00",
  item: ["a", "b"],
  "topic-a": "",
  "title-a": "复查通报",
  "minutes-a": "10",
  "handling-a": "report",
  "topic-b": "t1",
  "minutes-b": "35",
  "handling-b": "deliberate",
  entitled: "d1",
  observer: ["d2", "d3"],
}
const read = (overrides: Record<string, unknown> = {}) => MeetingForm.safeParse({ ...posted, ...overrides })
const faults = (overrides: Record<string, unknown>) => read(overrides).error?.issues.map(issue => issue.path[0])

test("times are of the clock in Shanghai, and one ticked box is a list as well", () => {
  expect(read().data?.edit).toMatchObject({
    version: 3,
    startsAt: new Date("2026-11-25T06:30:00Z"),
    endsAt: new Date("2026-11-25T08:00:00Z"),
    entitledDelegateIds: ["d1"],
    observerDelegateIds: ["d2", "d3"],
    agenda: [
      { id: "a", title: "复查通报", topicId: null, handling: "report", minutes: 10 },
      { id: "b", topicId: "t1", handling: "deliberate", minutes: 35 },
    ],
  })
})

test.each([
  ["up:b", ["b", "a"]],
  ["down:a", ["b", "a"]],
  ["up:a", ["a", "b"]],
  ["down:b", ["a", "b"]],
  ["remove:a", ["b"]],
  ["remove:invented", ["a", "b"]],
])("%s moves the agenda as it says", (intent, expected) => {
  expect(read({ intent }).data?.edit.agenda.map(item => item.id)).toEqual(expected)
})

test("chosen topics and a written item come last", () => {
  const { agenda } = read({ intent: "topics", addTopic: ["t2", "t3"], newTitle: "二夜河整治进度" }).data!.edit
  expect(agenda.slice(2).map(item => item.topicId ?? item.title)).toEqual(["二夜河整治进度", "t2", "t3"])
})

test("a draft may lack its time altogether", () => {
  expect(read({ date: "", startTime: "", endTime: "" }).data?.edit).toMatchObject({ startsAt: null, endsAt: null })
})

test.each([
  [{ date: "2026-02-30" }, ["date"]],
  [{ date: "" }, ["date"]],
  [{ startTime: "" }, ["startTime"]],
  [{ startTime: "25:00", endTime: "下午四点" }, ["startTime", "endTime"]],
  [{ "minutes-a": "0" }, ["minutes-a"]],
  [{ "minutes-b": "半小时" }, ["minutes-b"]],
  [{ "title-a": " " }, ["title-a"]],
  [{ intent: "item", newTitle: "" }, ["newTitle"]],
  [{ "reason-notice": "急".repeat(301) }, ["reason-notice"]],
])("%j is told beside its field", (overrides, expected) => {
  expect(faults(overrides)).toEqual(expected)
})

test("a free venue that is pressed takes the place of the one in the list", () => {
  expect(read({ intent: "venue:v2", venueId: "v1" }).data?.edit.venueId).toBe("v2")
})

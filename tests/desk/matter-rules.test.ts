import { expect, test } from "vitest"
import { nextOfMatter } from "~/desk/matter-next"
import { isToBeAnswered, type MatterFacts, type MatterPaper, type MatterTask } from "~/desk/matter-rules"
import { stepsOfMatter, stepWord } from "~/desk/matter-steps"

const today = "2026-10-20"

const aPaper = (overrides: Partial<MatterPaper> = {}): MatterPaper => ({
  roundId: "r",
  meetingId: "m",
  resolutionId: "d",
  state: "approved",
  items: 1,
  assigned: 1,
  edition: { id: "e", state: "released" },
  notice: { id: "n", postedOn: "2026-10-10", until: "2026-10-26", endedOn: null },
  ...overrides,
})

const aTask = (overrides: Partial<MatterTask> = {}): MatterTask => ({
  id: "t",
  state: "doing",
  content: "铺路",
  handler: "悦园物业",
  dueOn: "2026-10-30",
  doneOn: null,
  inspectedOn: null,
  recheckOn: null,
  isRechecked: false,
  resolutionId: "d",
  chase: null,
  ...overrides,
})
const inspected = aTask({ state: "inspected", doneOn: "2026-10-17", inspectedOn: "2026-10-18" })

const issue: MatterFacts["issue"] = {
  id: "i",
  title: "道口太窄",
  state: "sorted",
  triage: "deliberate",
  reportedOn: "2026-10-01",
  acceptedOn: "2026-10-02",
  answerDueOn: "2026-11-30",
  answeredOn: null,
}
const decided: MatterFacts = {
  issue,
  topic: {
    id: "p",
    state: "decided",
    outcome: "agreed",
    createdOn: "2026-10-03",
    returnOn: null,
    waitsFor: null,
    poll: null,
  },
  meetings: [{ id: "m", title: "第3次协商议事会", state: "minuted", day: "2026-10-08" }],
  papers: [aPaper()],
  tasks: [aTask()],
}
const topicIn = (state: NonNullable<MatterFacts["topic"]>["state"]): MatterFacts => ({
  ...decided,
  topic: { ...decided.topic!, state, outcome: null, returnOn: state === "fieldwork" ? "2026-10-28" : null },
  papers: [],
  tasks: [],
})
const waitingFor = (waitsFor: NonNullable<MatterFacts["topic"]>["waitsFor"]): MatterFacts => ({
  ...topicIn("prepared"),
  topic: { ...topicIn("prepared").topic!, waitsFor },
})
const inPoll: MatterFacts = {
  ...topicIn("scheduled"),
  topic: { ...topicIn("scheduled").topic!, poll: { id: "v", title: "更换排水管", closesOn: "2026-11-02" } },
}
const bare = (triage: MatterFacts["issue"]["triage"], tasks: MatterTask[] = []): MatterFacts => ({
  issue: { ...issue, triage },
  topic: null,
  meetings: [],
  papers: [],
  tasks,
})

test.each<[string, MatterFacts, boolean]>([
  ["while its works go on", decided, false],
  ["while one of two works goes on", { ...decided, tasks: [inspected, aTask({ id: "u" })] }, false],
  ["once its works are inspected", { ...decided, tasks: [inspected] }, true],
  ["while an item is in nobody's hands", { ...decided, papers: [aPaper({ items: 2 })], tasks: [inspected] }, false],
  ["while its resolution is not approved", { ...decided, papers: [aPaper({ state: "draft" })], tasks: [] }, false],
  [
    "when the resolution asks for no work",
    { ...decided, papers: [aPaper({ items: 0, assigned: 0 })], tasks: [] },
    true,
  ],
  ["when it was not agreed on", { ...decided, topic: { ...decided.topic!, outcome: "notAgreed" }, papers: [] }, true],
  ["while it waits for fieldwork", topicIn("fieldwork"), false],
  ["as 即办 without a task", bare("quick"), true],
  ["as 转办 while its task goes on", bare("refer", [aTask({ resolutionId: null })]), false],
  ["as 转办 when its task is inspected", bare("refer", [{ ...inspected, resolutionId: null }]), true],
  ["before it is sorted", { ...bare(null), issue: { ...issue, state: "accepted", triage: null } }, false],
  ["a second time", { ...decided, tasks: [inspected], issue: { ...issue, state: "closed" } }, false],
])("its proposer is answered: %s", (_when, facts, expected) => expect(isToBeAnswered(facts)).toBe(expected))

test.each<[string, MatterFacts, string]>([
  ["without a topic", bare("deliberate"), "提为议题"],
  ["without a proposal", topicIn("proposed"), "写方案"],
  ["ready", topicIn("prepared"), "召集会议"],
  ["that nobody judged", waitingFor("route"), "去判断"],
  ["that owes its study", waitingFor("study"), "记研究"],
  ["the owners decide", waitingFor("poll"), "去办"],
  ["in the draft of a poll", waitingFor("drafted"), "接着拟"],
  ["judged for a meeting", waitingFor("convene"), "召集会议"],
  ["in a poll", inPoll, "看书面表决"],
  ["on an agenda", topicIn("scheduled"), "看会议"],
  ["in fieldwork", topicIn("fieldwork"), "记调研"],
  ["decided, the resolution not drafted", { ...decided, papers: [aPaper({ state: "toDraft" })], tasks: [] }, "去起草"],
  ["decided, the resolution not approved", { ...decided, papers: [aPaper({ state: "draft" })], tasks: [] }, "看决议"],
  ["not handed out", { ...decided, papers: [aPaper({ assigned: 0 })], tasks: [] }, "去交办"],
  ["blocked", { ...decided, tasks: [aTask({ state: "blocked" })] }, "去处理"],
  ["done, not inspected", { ...decided, tasks: [aTask({ state: "done" })] }, "去验收"],
  ["late", { ...decided, tasks: [aTask({ dueOn: "2026-10-19", chase: "due" })] }, "去督办"],
  ["late, chased, and the reply has still time", { ...decided, tasks: [aTask({ chase: "waiting" })] }, "看进度"],
  ["under way", decided, "看进度"],
  ["carried out", { ...decided, tasks: [inspected] }, "写答复"],
])("the next step of a matter that is %s", (_where, facts, action) => expect(nextOfMatter(facts)?.action).toBe(action))

const drawn = (facts: MatterFacts) =>
  stepsOfMatter(facts, today).map(({ label, state, note }) => [label, state, note ?? ""].join(" ").trim())

test("the steps of a matter that is decided and under way", () => {
  expect(drawn(decided)).toEqual([
    "收集 done 10月1日",
    "受理 done 10月2日",
    "议题 done 10月3日",
    "会议 done 10月8日",
    "公示 now 还有6天",
    "办理 todo",
    "验收 todo",
    "答复 todo 11月30日到期",
  ])
})

test("works may be done before the notice has hung to its end", () => {
  const steps = drawn({ ...decided, tasks: [inspected] })
  expect(steps.slice(4, 7)).toEqual(["公示 now 还有6天", "办理 done 10月17日", "验收 done 10月18日"])
})

test("what was not agreed on has neither notice nor works; what needs no meeting has no meeting", () => {
  const refused = { ...decided, topic: { ...decided.topic!, outcome: "notAgreed" as const }, papers: [], tasks: [] }
  const labels = (facts: MatterFacts) => stepsOfMatter(facts, today).map(step => step.label)
  expect(labels(refused)).toEqual(["收集", "受理", "议题", "会议", "答复"])
  expect(labels(bare("quick"))).toEqual(["收集", "受理", "答复"])
  expect(labels(bare("refer", [aTask()]))).toEqual(["收集", "受理", "办理", "验收", "答复"])
})

test("at most one step is the present one, and none once all is over", () => {
  const nows = (facts: MatterFacts) => stepsOfMatter(facts, today).filter(step => step.state === "now").length
  for (const facts of [decided, topicIn("fieldwork"), bare("quick"), bare(null)]) expect(nows(facts)).toBe(1)
  const closed = { ...decided, tasks: [inspected], issue: { ...issue, state: "closed" as const } }
  const over = { ...closed, papers: [aPaper({ notice: { ...aPaper().notice!, endedOn: "2026-10-27" } })] }
  expect(nows(over)).toBe(0)
})

test("what was answered and closed stands at no step, though works of its topic go on", () => {
  const closed = { ...issue, state: "closed" as const, answeredOn: "2026-10-19" }
  expect(drawn({ ...decided, issue: closed, tasks: [aTask({ state: "blocked" })] }).slice(4)).toEqual([
    "公示 todo 还有6天",
    "办理 todo 受阻",
    "验收 todo",
    "答复 done 10月19日",
  ])
})

test.each<[MatterFacts, string]>([
  [topicIn("fieldwork"), "先调研"],
  [topicIn("prepared"), "备方案"],
  [{ ...topicIn("scheduled"), meetings: [{ ...decided.meetings[0]!, day: "2026-10-21" }] }, "明天开会"],
  [{ ...decided, tasks: [aTask({ state: "blocked" })] }, "办理受阻"],
  [{ ...decided, tasks: [inspected] }, "办完待答复"],
  [decided, "办理中"],
])("in a list it is said in a word", (facts, word) => expect(stepWord(facts, today)).toBe(word))

import { expect, test } from "vitest"
import { type DeskIssue, duesOfAnswering, duesOfSorting, unansweredTable } from "~/desk/issue-dues"
import { type DeskNotices, duesOfNotices, noNotices } from "~/desk/notice-dues"
import { type DeskTask, duesOfAssignments, duesOfTasks, lateTasks } from "~/desk/task-dues"
import { duesOfTopics, noTopics } from "~/desk/topic-dues"

const today = "2026-10-15"

const anIssue = (overrides: Partial<DeskIssue> = {}): DeskIssue => ({
  id: "i",
  title: "楼道灯不亮",
  number: "振社问〔2026〕3号",
  reporter: "寅女士",
  state: "sorted",
  reportedOn: "2026-10-08",
  answerDueOn: "2026-10-20",
  handler: "网格员丁四",
  isToBeAnswered: false,
  isCarriedOut: false,
  step: "办理中",
  next: "等承办人办完",
  ...overrides,
})

test("an announcement of a count lies on the desk of who may release it", () => {
  const announcements = [
    { key: "p", title: "计票结果公告（更换排水管）", sender: "乙二", to: "/polls/p/papers/announcement" },
  ]
  expect(duesOfNotices(notices({ announcements }), today, everyNoticePower)).toMatchObject([
    {
      title: "核对计票结果公告（更换排水管）",
      late: false,
      to: "/polls/p/papers/announcement",
    },
  ])
  expect(duesOfNotices(notices({ announcements }), today, { ...everyNoticePower, release: false })).toEqual([])
})

test("a new issue is late once the day of its first answer has gone by", () => {
  const issue = anIssue({ state: "reported", answerDueOn: "2026-10-14" })
  expect(duesOfSorting([issue], today)).toMatchObject([
    { late: true, when: "逾期1天", title: "受理并分类：楼道灯不亮", to: "/issues/i" },
  ])
  expect(duesOfSorting([issue, anIssue({ id: "j", state: "reported" })], today)).toMatchObject([
    { late: true, title: "2条新问题等待受理", reasons: ["最早：楼道灯不亮"], to: "/issues?tab=reported" },
  ])
})

test.each([
  ["a matter that goes its way in time asks for nothing", {}, null],
  [
    "one whose works were inspected is answered today, whatever its last day",
    { isToBeAnswered: true, isCarriedOut: true },
    ["今天", "写答复"],
  ],
  ["one without works is answered by its day", { isToBeAnswered: true, answerDueOn: "2026-10-16" }, ["明天", "写答复"]],
  ["one whose day went by before it was done is looked at", { answerDueOn: "2026-10-13" }, ["逾期2天", "看全过程"]],
  ["but not twice, where its late task lies on the desk already", { answerDueOn: "2026-10-13", next: "督办" }, null],
  ["one that is due today and not done, too", { answerDueOn: today }, ["今天", "看全过程"]],
  ["a new one is not answered but sorted", { state: "reported" as const, isToBeAnswered: true }, null],
])("%s", (_sentence, overrides, row) => {
  const [due] = duesOfAnswering([anIssue(overrides)], today)
  expect(due ? [due.when, due.action] : null).toEqual(row)
})

test("the table of the unanswered shows the first six and counts them all", () => {
  const many = Array.from({ length: 9 }, (_, at) => anIssue({ id: `i${at}` }))
  const { rows, total } = unansweredTable(many, today)
  expect([rows.length, total]).toEqual([6, 9])
  expect(rows[0]).toMatchObject({ id: "i0", waitedDays: 7, isLate: false })
})

test("fieldwork is owed on the day the meeting set, and late after it", () => {
  const topics = (returnOn: string | null) => ({
    ...noTopics,
    fieldwork: [{ topicId: "t", title: "智慧音箱", returnOn }],
  })
  expect(duesOfTopics(topics("2026-10-12"), today)).toMatchObject([
    { late: true, when: "逾期3天", title: "记调研结果：智慧音箱" },
  ])
  expect(duesOfTopics(topics(null), today)).toMatchObject([{ late: false, dueOn: null }])
})

const everyNoticePower = { draft: true, release: true, post: true, answer: true }
const notices = (some: Partial<DeskNotices>): DeskNotices => ({ ...noNotices, ...some })
const anEdition = { editionId: "e", title: "道口拓宽", author: "乙二", isOwn: false, sentBack: "" }

test("an edition waits for a second person, and never for the one who drew it up", () => {
  expect(duesOfNotices(notices({ waiting: [anEdition] }), today, everyNoticePower)).toMatchObject([
    { title: "核对公示版：道口拓宽", to: "/notices/editions/e" },
  ])
  expect(duesOfNotices(notices({ waiting: [{ ...anEdition, isOwn: true }] }), today, everyNoticePower)).toEqual([])
  const sentBack = { ...anEdition, sentBack: "第二行还有房号" }
  expect(duesOfNotices(notices({ waiting: [sentBack] }), today, everyNoticePower)).toEqual([])
  expect(
    duesOfNotices(
      notices({ waiting: [{ ...anEdition, isOwn: true, sentBack: "第二行还有房号" }] }),
      today,
      everyNoticePower,
    ),
  ).toMatchObject([{ title: "改公示版：道口拓宽", reasons: ["第二行还有房号"] }])
})

test("a notice comes down the day after its last one, and is never late for hanging longer", () => {
  const hanging = (until: string) => notices({ hanging: [{ noticeId: "n", title: "道口拓宽", until, place: "南门" }] })
  const dueOf = (until: string) => duesOfNotices(hanging(until), today, everyNoticePower)[0]
  expect(dueOf("2026-10-15")).toMatchObject({ when: "明天", late: false })
  expect(dueOf("2026-10-14")).toMatchObject({ when: "今天", late: false })
  expect(dueOf("2026-10-01")).toMatchObject({ when: "今天", late: false })
})

test("an objection is answered by its day, by those who answer", () => {
  const objected = notices({ objections: [{ noticeId: "n", title: "道口拓宽", content: "太窄", dueOn: "2026-10-14" }] })
  expect(duesOfNotices(objected, today, everyNoticePower)).toMatchObject([{ late: true, title: "答复异议：道口拓宽" }])
  expect(duesOfNotices(objected, today, { ...everyNoticePower, answer: false })).toEqual([])
})

const aTask = (overrides: Partial<DeskTask> = {}): DeskTask => ({
  taskId: "t",
  number: "振社办〔2026〕4号",
  content: "铺平健身路径",
  handler: "悦园物业",
  isMine: false,
  dueOn: "2026-10-20",
  isLate: false,
  daysLate: 0,
  reason: "",
  recheckOn: null,
  waitsFor: "work",
  openChase: null,
  chase: null,
  quantityDone: 0,
  quantityTotal: null,
  unit: "",
  ...overrides,
})
const office = { assign: true, inspect: true, chase: true, work: true }
const handler = { assign: false, inspect: false, chase: false, work: true }
const late = { isLate: true, daysLate: 3, dueOn: "2026-10-12", chase: "due" as const }
const chased = (replyDueOn: string) => ({ openChase: { level: "yellow" as const, replyDueOn } })

test.each([
  ["in other hands and in time", {}, null],
  ["late and not chased", late, ["逾期3天", "督办"]],
  ["late, chased, the reply not due yet", { ...late, ...chased("2026-10-16"), chase: "waiting" as const }, null],
  ["late, chased and replied to", { ...late, chase: "replied" as const }, null],
  ["late, chased, and no reply came in time", { ...late, ...chased("2026-10-14") }, ["逾期3天", "督办"]],
  ["reported as done", { waitsFor: "inspection" as const }, ["今天", "去验收"]],
  ["done by the one who looks: another inspects it", { waitsFor: "inspection" as const, isMine: true }, null],
  ["blocked", { waitsFor: "unblocking" as const, reason: "车库业主不同意" }, ["受阻", "想办法"]],
  ["to be rechecked today", { waitsFor: "recheck" as const, recheckOn: today }, ["今天", "记复查"]],
])("of a task %s the office sees what it has to do", (_what, overrides, row) => {
  const [due] = duesOfTasks([aTask(overrides)], today, office)
  expect(due ? [due.when, due.action] : null).toEqual(row)
})

test.each([
  ["to be signed for", { waitsFor: "signature" as const }, "签收"],
  ["to be done", {}, "报进展"],
  ["to be done, and chased", { ...late, ...chased("2026-10-16") }, "去反馈"],
  ["done", { waitsFor: "inspection" as const }, null],
  ["blocked, which is the office's to solve", { waitsFor: "unblocking" as const }, null],
])("of a task of their own %s the handler sees their part; of others' nothing", (_what, overrides, action) => {
  expect(duesOfTasks([aTask({ ...overrides, isMine: true })], today, handler)[0]?.action ?? null).toBe(action)
  expect(duesOfTasks([aTask(overrides)], today, handler)).toEqual([])
})

test("the late tasks beside the desk begin with the latest", () => {
  const tasks = [aTask({ ...late, daysLate: 1 }), aTask({ ...late, taskId: "u", daysLate: 6 }), aTask()]
  const { rows, total } = lateTasks(tasks)
  expect([total, rows.map(row => row.id)]).toEqual([2, ["u", "t"]])
})

test.each([
  ["waiting" as const, "已督办，等待回复"],
  ["replied" as const, "督办已回复"],
])("a late task whose chase is %s says so beside the desk", (chase, words) => {
  const { rows } = lateTasks([aTask({ ...late, chase })])
  expect(rows[0]?.facts).toEqual(["悦园物业", words])
})

test("items in nobody's hands are counted against the whole", () => {
  const resolution = { resolutionId: "r", title: "二夜河整治", waiting: 2, of: 5 }
  expect(duesOfAssignments([resolution])).toMatchObject([
    { reasons: ["5项里还有2项没有交办"], to: "/tasks/new?resolution=r" },
  ])
})

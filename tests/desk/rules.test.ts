import { expect, test } from "vitest"
import { dayWord, dueWords } from "~/desk/day-words"
import { type DueMatter, duesOfPile, inOrder } from "~/desk/due-matter"
import { firstSteps } from "~/desk/first-steps"
import { type DeskIssue, duesOfAnswering, duesOfSorting, unansweredTable } from "~/desk/issue-dues"
import { type DeskMeeting, duesOfMeeting, meetingsAhead, placeAt } from "~/desk/meeting-dues"
import { type DeskNotices, duesOfNotices, noNotices } from "~/desk/notice-dues"
import { type DeskPaper, duesOfPapers } from "~/desk/paper-dues"
import { type DeskTask, duesOfAssignments, duesOfTasks, lateTasks } from "~/desk/task-dues"
import { duesOfTopics } from "~/desk/topic-dues"
import { instantOf } from "~/law/civil-date"

const today = "2026-10-15"
const all = { convene: true, desk: true }
const none = { convene: false, desk: false }

const aMeeting = (overrides: Partial<DeskMeeting> = {}): DeskMeeting => ({
  id: "m",
  title: "第十次协商议事会",
  state: "convened",
  startsAt: instantOf(today, "14:30"),
  venue: "一号议事点",
  isChair: false,
  isRecorder: false,
  isInvited: false,
  entitled: 12,
  untold: 0,
  ...overrides,
})

const aPaper = (overrides: Partial<DeskPaper> = {}): DeskPaper => ({
  kind: "minutes",
  meetingId: "m",
  roundId: "",
  meeting: "第十次协商议事会",
  title: "会议纪要",
  state: "toDraft",
  isSent: false,
  isExported: false,
  mayEdit: true,
  mayApprove: false,
  closedOn: "2026-10-13",
  ...overrides,
})
const aResolution = (overrides: Partial<DeskPaper> = {}) =>
  aPaper({ kind: "resolution", roundId: "r", title: "加装电梯", ...overrides })

test.each([
  ["2026-10-15", "今天"],
  ["2026-10-16", "明天"],
  ["2026-10-21", "周三"],
  ["2026-10-22", "10月22日"],
  ["2026-10-14", "10月14日"],
  ["2027-01-02", "2027年1月2日"],
])("seen from 15 October 2026, %s is called %s", (day, word) => expect(dayWord(day, today)).toBe(word))

test("one matter of a kind is named and opened, several are counted and listed, none is no row", () => {
  const words = { key: "k", one: "受理并分类", many: (count: number) => `${count}条`, action: "去受理" }
  const to = { one: (id: string) => `/issues/${id}`, many: "/issues?tab=reported" }
  const first = { id: "i", title: "楼道灯不亮", since: "2026-10-12" }
  expect(duesOfPile({ count: 0, first: null }, today, words, to)).toEqual([])
  expect(duesOfPile({ count: 1, first }, today, words, to)).toMatchObject([
    { when: "已等3天", title: "受理并分类：楼道灯不亮", to: "/issues/i" },
  ])
  expect(duesOfPile({ count: 4, first: { ...first, since: today } }, today, words, to)).toMatchObject([
    { when: "今天", title: "4条", reasons: ["最早：楼道灯不亮"], to: "/issues?tab=reported" },
  ])
})

test.each([
  ["the chair, who also records", { isChair: true, isRecorder: true }, all, "/meetings/m/console"],
  ["the recorder", { isRecorder: true, isInvited: true }, none, "/meetings/m/record"],
  ["the secretary", {}, all, "/meetings/m/desk"],
  ["a delegate while people check in", { isInvited: true, state: "checkIn" as const }, none, "/m/m"],
  ["a delegate before that", { isInvited: true }, none, "/meetings/m"],
])("a meeting leads %s to their own page", (_who, overrides, powers, to) =>
  expect(placeAt(aMeeting(overrides), powers)?.to).toBe(to),
)

test("a meeting today is due to those who have a part in it, and to nobody else", () => {
  expect(duesOfMeeting(aMeeting(), today, none)).toEqual([])
  expect(duesOfMeeting(aMeeting({ isInvited: true }), today, none)).toMatchObject([{ when: "14:30", late: false }])
  expect(duesOfMeeting(aMeeting({ state: "inSession" }), today, all)).toMatchObject([{ whenNote: "正在开会" }])
})

test("a meeting to come is due only while somebody has not been told", () => {
  const coming = { startsAt: instantOf("2026-10-19", "09:00") }
  expect(duesOfMeeting(aMeeting(coming), today, all)).toEqual([])
  expect(duesOfMeeting(aMeeting({ ...coming, untold: 3 }), today, none)).toEqual([])
  expect(duesOfMeeting(aMeeting({ ...coming, untold: 3 }), today, all)).toMatchObject([
    { when: "周一", to: "/meetings/m/codes", reasons: ["应到12人", "还有3人没有通知到"] },
  ])
})

test("a meeting whose day went by is late: unheld to the secretary, unclosed to its chair", () => {
  const past = { startsAt: instantOf("2026-10-13", "09:00") }
  expect(duesOfMeeting(aMeeting(past), today, all)).toMatchObject([
    { late: true, when: "过了2天", to: "/meetings/m", action: "去处理" },
  ])
  expect(duesOfMeeting(aMeeting({ ...past, isInvited: true }), today, none)).toEqual([])
  expect(duesOfMeeting(aMeeting({ ...past, state: "inSession", isChair: true }), today, all)).toMatchObject([
    { late: true, to: "/meetings/m/console", action: "去散会" },
  ])
})

test("a draft is the secretary's to finish, and late once its time has gone by", () => {
  const draft = aMeeting({ state: "draft", startsAt: null })
  expect(duesOfMeeting(draft, today, none)).toEqual([])
  expect(duesOfMeeting(draft, today, all)).toMatchObject([{ when: "草稿", late: false, to: "/meetings/m/edit" }])
  expect(duesOfMeeting({ ...draft, startsAt: instantOf("2026-10-14", "09:00") }, today, all)).toMatchObject([
    { late: true, whenNote: "时间已过" },
  ])
})

test("minutes come before resolutions: those wait until the minutes are begun, and are drafted together", () => {
  const resolutions = [aResolution(), aResolution({ roundId: "r2" })]
  expect(duesOfPapers([aPaper(), ...resolutions], today).map(due => due.title)).toEqual(["起草会议纪要"])
  expect(
    duesOfPapers([aPaper({ state: "approved", isExported: true }), ...resolutions], today).map(due => due.title),
  ).toEqual(["起草2份决议"])
})

test.each([
  ["the recorder words a draft and sends it", { mayEdit: true }, "接着写"],
  ["once it is sent it waits for the chair, not for them", { mayEdit: true, isSent: true }, null],
  ["the chair approves what was sent", { mayEdit: false, mayApprove: true, isSent: true }, "去核准"],
  ["what was not sent does not trouble a chair who words nothing", { mayEdit: false, mayApprove: true }, null],
  ["a chair who words it as well approves it without sending", { mayEdit: true, mayApprove: true }, "去核准"],
])("%s", (_sentence, overrides, action) => {
  const [due] = duesOfPapers([aResolution({ state: "draft", ...overrides })], today)
  expect(due?.action ?? null).toBe(action)
})

test("an approved paper is due until it is exported", () => {
  expect(duesOfPapers([aPaper({ state: "approved" })], today)).toMatchObject([{ title: "导出会议纪要" }])
  expect(duesOfPapers([aPaper({ state: "approved", isExported: true })], today)).toEqual([])
})

test("the longest overdue stands first, then today, then the next days, then what has no day", () => {
  const due = (key: string, dueOn: string | null, late = false) => ({ key, late, dueOn }) as DueMatter
  const dues = [
    due("open", null),
    due("tomorrow", "2026-10-16"),
    due("a day late", "2026-10-14", true),
    due("today", today),
    due("a week late", "2026-10-08", true),
    due("in six days", "2026-10-21"),
    due("in three days", "2026-10-18"),
  ]
  const { now, later } = inOrder(dues, today)
  expect(now.map(one => one.key)).toEqual(["a week late", "a day late", "today", "tomorrow", "in three days", "open"])
  expect(later.map(one => one.key)).toEqual(["in six days"])
})

test("the meetings ahead are those of today and the six days after, without drafts and cancelled ones", () => {
  const on = (day: string, state: DeskMeeting["state"] = "convened") =>
    aMeeting({ id: `${day} ${state}`, state, startsAt: instantOf(day, "09:00") })
  const days = ["2026-10-22", "2026-10-21", "2026-10-15", "2026-10-14"].map(day => on(day))
  const idsOf = (meetings: DeskMeeting[]) => meetingsAhead(meetings, today).map(one => one.id)
  expect(idsOf([...days, on("2026-10-16", "draft"), on("2026-10-16", "cancelled")])).toEqual([
    "2026-10-15 convened",
    "2026-10-21 convened",
  ])
  expect(idsOf([on("2026-11-02"), on("2026-10-30")]), "the next one, where the week is empty").toEqual([
    "2026-10-30 convened",
  ])
})

test.each([
  ["2026-10-13", { when: "逾期2天", whenNote: "应于13日", late: true }],
  ["2026-10-15", { when: "今天", whenNote: "答复时限", late: false }],
  ["2026-10-16", { when: "明天", whenNote: "答复时限", late: false }],
  ["2026-09-30", { when: "逾期15天", whenNote: "应于9月30日", late: true }],
])("what is owed by %s is said so", (day, words) => expect(dueWords(day, today, "答复时限")).toMatchObject(words))

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
  const empty = { count: 0, first: null }
  const topics = (returnOn: string | null) => ({
    toTakeUp: empty,
    toPropose: empty,
    ready: empty,
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
  quantityDone: 0,
  quantityTotal: null,
  unit: "",
  ...overrides,
})
const office = { assign: true, inspect: true, chase: true, work: true }
const handler = { assign: false, inspect: false, chase: false, work: true }
const late = { isLate: true, daysLate: 3, dueOn: "2026-10-12" }
const chased = (replyDueOn: string) => ({ openChase: { level: "yellow" as const, replyDueOn } })

test.each([
  ["in other hands and in time", {}, null],
  ["late and not chased", late, ["逾期3天", "督办"]],
  ["late, chased, the reply not due yet", { ...late, ...chased("2026-10-16") }, null],
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
  ["to be done", {}, "报进度"],
  ["to be done, and chased", { ...late, ...chased("2026-10-16") }, "写回复"],
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

test("items in nobody's hands are counted against the whole", () => {
  const resolution = { resolutionId: "r", title: "二夜河整治", waiting: 2, of: 5 }
  expect(duesOfAssignments([resolution])).toMatchObject([
    { reasons: ["5项里还有2项没有交办"], to: "/tasks/new?resolution=r" },
  ])
})

test("a newcomer is led in order, sees what is done, and is let go when all of it is", () => {
  const may = { manageAccounts: true, importIssues: true }
  const nothing = { delegates: 0, venues: 0, accounts: 1, issues: 0 }
  expect(firstSteps(nothing, may).map(step => step.label)).toEqual(["登记名册", "登记议事点", "开账号", "导入问题"])
  expect(firstSteps({ ...nothing, delegates: 12, venues: 1 }, may).map(step => step.isDone)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(firstSteps({ delegates: 12, venues: 1, accounts: 4, issues: 8 }, may)).toEqual([])
  expect(firstSteps(nothing, { manageAccounts: false, importIssues: true }).map(step => step.label)).not.toContain(
    "开账号",
  )
})

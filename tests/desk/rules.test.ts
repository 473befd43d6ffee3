import { expect, test } from "vitest"
import { dayWord, dueWords } from "~/desk/day-words"
import { type DueMatter, duesOfPile, inOrder } from "~/desk/due-matter"
import { firstSteps } from "~/desk/first-steps"
import { type DeskMeeting, duesOfMeeting, meetingsAhead, placeAt } from "~/desk/meeting-dues"
import { type DeskPaper, duesOfPapers } from "~/desk/paper-dues"
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

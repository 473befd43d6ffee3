import { expect, test } from "vitest"
import { topics } from "#db/schema/agenda"
import { anIssue as anIssueToTalkOver, aReadyTopic } from "#tests/agenda/factories"
import { aConvenedMeeting, aDelegate, aDraft, aVenue } from "#tests/convening/factories"
import { anIssue } from "#tests/intake/factories"
import { aMeetingOver } from "#tests/records/factories"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { readDesk } from "~/desk/desk"
import { acceptIssue } from "~/intake/sorting"
import { instantOf } from "~/law/civil-date"
import { createAccount } from "~/people/accounts"
import { draftMinutes, sendMinutesToChair } from "~/records/minutes"
import { draftResolutions } from "~/records/resolutions"
import type { Ctx } from "~/web/context"

const titlesOf = async (ctx: Ctx) => (await readDesk(ctx)).dues.map(due => due.title)

test("on a new database the founder finds nothing due but the way to begin", async () => {
  const world = await aWorld()
  const desk = await readDesk(await world.as("administrator", "secretary"))
  expect(desk.dues).toEqual([])
  expect(desk.steps.map(step => step.label)).toEqual(["登记名册", "登记议事点", "开账号", "导入问题"])
  expect(desk.issues).toEqual({ total: 0, closed: 0, open: 0 })
})

test("each register that is filled is ticked off, and the way goes when the last is", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aDelegate(ctx)
  await aVenue(ctx)
  expect((await readDesk(ctx)).steps.map(step => step.isDone)).toEqual([true, true, false])
  await anIssue(ctx)
  expect((await readDesk(ctx)).steps).toEqual([])
})

test("the secretary sees what waits to be accepted, sorted, taken up and convened; the grid worker does not", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await anIssue(ctx, { title: "楼道灯不亮", reportedOn: "2026-10-05" })
  await anIssue(ctx, { title: "下水道堵了" })
  const accepted = await anIssue(ctx, { title: "垃圾点太远" })
  await acceptIssue(ctx, accepted)
  const loose = await anIssueToTalkOver(ctx, { title: "电动车乱停" })
  await aReadyTopic(ctx, { title: "楼道堆物怎么清" })
  const { dues } = await readDesk(ctx)
  expect(dues.map(({ title, when, to }) => ({ title, when, to }))).toEqual([
    { title: "2条新问题等待受理", when: "已等3天", to: "/issues?tab=reported" },
    { title: "分类：垃圾点太远", when: "今天", to: `/issues/${accepted}/sort` },
    { title: "做成议题：电动车乱停", when: "已等1天", to: `/topics/new?issue=${loose}` },
    { title: "召集会议商量：楼道堆物怎么清", when: "今天", to: "/meetings/new" },
  ])
  expect(await titlesOf(await world.as("gridWorker"))).toEqual([])
})

test("an issue whose topic was decided waits for the answer to its proposer", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssueToTalkOver(ctx, { title: "电动车乱停" })
  await aReadyTopic(ctx, { issueIds: [issueId] })
  await ctx.db.tx("topic", q => q.update(topics).set({ state: "decided", outcome: "agreed" }))
  expect((await readDesk(ctx)).dues).toMatchObject([{ title: "答复提出人：电动车乱停", to: `/issues/${issueId}` }])
})

test("on the day of a meeting chair, recorder and secretary are each led to their own page", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const chair = await world.as("viewer")
  const { meetingId, meeting } = await aConvenedMeeting(world, { chairPersonId: chair.actor.personId })
  const before = await readDesk(secretary)
  expect(before.dues).toMatchObject([{ action: "去通知", to: `/meetings/${meetingId}/codes` }])
  expect((await readDesk(chair)).dues).toEqual([])
  world.clock.now = instantOf("2026-10-15", "08:00")
  const placeOf = async (ctx: Ctx) => (await readDesk(ctx)).dues.map(due => [due.when, due.to])
  expect(await placeOf(chair)).toEqual([["14:30", `/meetings/${meetingId}/console`]])
  expect(await placeOf(await world.as("reviewer"))).toEqual([["14:30", `/meetings/${meetingId}/record`]])
  expect(await placeOf(secretary)).toEqual([["14:30", `/meetings/${meetingId}/desk`]])
  expect((await readDesk(secretary)).week).toMatchObject([{ day: "今天", time: "14:30", title: meeting.title }])
  expect(await placeOf(await world.as("handler"))).toEqual([])
})

test("a draft waits for the secretary and is nowhere else", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aDraft(world)
  expect((await readDesk(ctx)).dues).toContainEqual(
    expect.objectContaining({ to: `/meetings/${meetingId}/edit`, when: "10月15日" }),
  )
  const other = await readDesk(await world.as("viewer"))
  expect([other.dues, other.week]).toEqual([[], []])
})

test("a meeting that is over owes its papers: the recorder drafts and sends, the chair approves", async () => {
  const world = await aWorld()
  const { meetingId, chair, recorder } = await aMeetingOver(world, { motions: [{}] })
  expect(await titlesOf(recorder)).toEqual(["起草会议纪要"])
  expect(await titlesOf(chair)).toEqual([])
  await draftMinutes(recorder, meetingId)
  expect(await titlesOf(recorder)).toEqual(["改好并送核准会议纪要", expect.stringMatching(/^起草决议：/)])
  await draftResolutions(recorder, meetingId)
  await sendMinutesToChair(recorder, meetingId)
  expect(await titlesOf(recorder)).toEqual([expect.stringMatching(/^改好并送核准决议：/)])
  expect((await readDesk(chair)).dues).toMatchObject([
    { title: "核准会议纪要", to: `/records/${meetingId}/minutes/approve`, action: "去核准" },
  ])
})

test("the administrator sees accounts nobody has used yet; the secretary does not", async () => {
  const world = await aWorld()
  const administrator = await world.as("administrator")
  const made = await createAccount(administrator, {
    person: { name: "庚七", phone: null },
    phone: null,
    loginName: "gengqi",
    roles: ["gridWorker"],
  })
  expect(made.ok).toBe(true)
  expect(await titlesOf(administrator)).toEqual(["庚七还没有登录过"])
  expect(await titlesOf(await world.as("secretary"))).toEqual([])
})

test("nothing of another community lies on the desk", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await anIssue(ctx)
  await aConvenedMeeting(world)
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const actor = await aMember(world.installation, community, ["administrator", "secretary"])
  const foreign = await readDesk({ ...ctx, community, actor })
  expect([foreign.dues, foreign.week, foreign.issues?.total]).toEqual([[], [], 0])
})

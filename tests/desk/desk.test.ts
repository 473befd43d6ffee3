import { expect, test } from "vitest"
import { topics } from "#db/schema/agenda"
import { anIssue as anIssueToTalkOver, aReadyTopic } from "#tests/agenda/factories"
import { aConvenedMeeting, aDelegate, aDraft, aVenue } from "#tests/convening/factories"
import { aClaim, anApprovedResolution, anAssignment, aTask, aWish, must, riverItems } from "#tests/followup/factories"
import { anIssue } from "#tests/intake/factories"
import { aMeetingOver } from "#tests/records/factories"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { insertTopicIssues } from "~/agenda/store"
import { readDesk } from "~/desk/desk"
import { assignTasks } from "~/followup/assigning"
import { inspectTask } from "~/followup/inspecting"
import { replaceTask } from "~/followup/redirecting"
import { blockTask, finishTask, signForTask } from "~/followup/working"
import { mergeIssues } from "~/intake/merging"
import { acceptIssue } from "~/intake/sorting"
import { instantOf } from "~/law/civil-date"
import { createAccount } from "~/people/accounts"
import { draftMinutes, sendMinutesToChair } from "~/records/minutes"
import { postNotice } from "~/records/notices"
import { receiveObjection } from "~/records/objections"
import { draftEdition, releaseEdition } from "~/records/public-editions"
import { draftResolutions } from "~/records/resolutions"
import type { Ctx } from "~/web/context"

const titlesOf = async (ctx: Ctx) => (await readDesk(ctx)).now.map(due => due.title)

test("on a new database the founder finds nothing due but the way to begin", async () => {
  const world = await aWorld()
  const desk = await readDesk(await world.as("administrator", "secretary"))
  expect(desk.now).toEqual([])
  expect(desk.steps.map(step => step.label)).toEqual(["登记名册", "登记议事点", "开账号", "导入问题"])
  expect(desk.figures).toMatchObject({ received: 0, closed: 0, meanDays: null })
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
  const { now: dues } = await readDesk(ctx)
  expect(dues.map(({ title, when, to }) => ({ title, when, to }))).toEqual([
    { title: "2条新问题等待受理", when: "周六", to: "/issues?tab=reported" },
    { title: "分类：垃圾点太远", when: "周六", to: `/issues/${accepted}/sort` },
    { title: "做成议题：电动车乱停", when: "已等1天", to: `/topics/new?issue=${loose}` },
    { title: "召集会议商量：楼道堆物怎么清", when: "今天", to: "/meetings/new" },
  ])
  expect(await titlesOf(await world.as("gridWorker"))).toEqual([])
})

test("what was not agreed on is answered at once; what was agreed on waits to be carried out", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssueToTalkOver(ctx, { title: "电动车乱停" })
  await aReadyTopic(ctx, { issueIds: [issueId] })
  const decide = (outcome: "agreed" | "notAgreed") =>
    ctx.db.tx("topic", q => q.update(topics).set({ state: "decided", outcome }))
  const answers = async () => {
    const { now, later } = await readDesk(ctx)
    return [...now, ...later].filter(due => due.action === "写答复").map(due => due.to)
  }
  await decide("agreed")
  expect(await answers()).toEqual([])
  await decide("notAgreed")
  expect(await answers()).toEqual([`/issues/${issueId}#field-content`])
})

test("a resolution is published and handed out, its task signed for, done, inspected, and its proposer answered", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const { resolutionId, topicId } = await anApprovedResolution(world)
  const handler = await world.as("handler")
  const issueId = await anIssueToTalkOver(secretary, { title: "河边护栏松了" })
  await secretary.db.tx("topic", q => insertTopicIssues(q, [{ communityId: world.community.id, topicId, issueId }]))
  const verbs = async (ctx: Ctx) => (await readDesk(ctx)).now.map(due => `${due.action} ${due.to}`)
  expect(await verbs(secretary)).toEqual(
    expect.arrayContaining(["去拟 /notices", `去交办 /tasks/new?resolution=${resolutionId}`]),
  )
  const items = riverItems.map((_, at) =>
    anAssignment({ itemOrdinal: at + 1, handlerPersonId: handler.actor.personId, dueOn: "2026-10-10", quantity: "" }),
  )
  const { tasks } = must(await assignTasks(secretary, { resolutionId, items }))
  const taskAt = tasks.map(task => `/tasks/${task.taskId}`)
  expect(await verbs(handler)).toEqual(taskAt.map(at => `签收 ${at}`))
  for (const { taskId } of tasks) must(await signForTask(handler, { taskId }))
  expect(await verbs(handler)).toEqual(taskAt.map(at => `报进展 ${at}`))
  world.clock.now = instantOf("2026-10-12", "09:00")
  expect(await verbs(secretary)).toEqual(expect.arrayContaining(taskAt.map(at => `督办 ${at}`)))
  expect((await readDesk(secretary)).late.total).toBe(3)
  for (const { taskId } of tasks) must(await finishTask(handler, { taskId }))
  const reviewer = await world.as("reviewer")
  expect(await verbs(reviewer)).toEqual(taskAt.map(at => `去验收 ${at}`))
  for (const { taskId } of tasks) must(await inspectTask(reviewer, { taskId, passed: true, note: "", recheckOn: null }))
  expect((await readDesk(secretary)).now).toContainEqual(
    expect.objectContaining({ title: "答复提出人：河边护栏松了", when: "今天" }),
  )
  expect(await verbs(handler)).toEqual([])
})

test("an edition is looked over by another than its author, posted, taken down, and an objection answered", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const reviewer = await world.as("reviewer")
  const { resolutionId } = await anApprovedResolution(world)
  const { editionId } = must(await draftEdition(secretary, { kind: "resolution", subjectId: resolutionId }))
  const verbs = async (ctx: Ctx) => (await readDesk(ctx)).now.map(due => `${due.action} ${due.to}`)
  const release = `核对 /notices/editions/${editionId}`
  expect(await verbs(reviewer)).toEqual([release])
  expect(await verbs(secretary)).not.toContain(release)
  must(await releaseEdition(reviewer, { editionId, revision: 1 }))
  expect(await verbs(secretary)).toContain(`去张贴 /notices/editions/${editionId}`)
  const { noticeId } = must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "南门公告栏" }))
  const objection = { noticeId, name: "", phone: "", content: "护栏太矮", means: "staff" as const }
  must(await receiveObjection(secretary, objection))
  expect(await verbs(secretary)).toContain(`写答复 /notices/${noticeId}`)
  world.clock.now = instantOf("2026-10-26", "09:00")
  expect((await readDesk(secretary)).now).toContainEqual(
    expect.objectContaining({ key: `take down ${noticeId}`, late: false }),
  )
  expect((await readDesk(secretary)).now[0]).toMatchObject({ late: true, action: "写答复" })
  expect(await verbs(await world.as("viewer"))).toEqual([])
})

test("what gave way to another proposal is not to be published again", async () => {
  const world = await aWorld()
  const { secretary, handler, taskId } = await aTask(world)
  const toDraft = async () => (await readDesk(secretary)).now.filter(due => due.action === "去拟").length
  expect(await toDraft()).toBe(1)
  must(await signForTask(handler, { taskId }))
  must(await blockTask(handler, { taskId, reason: "车库业主不同意" }))
  must(await replaceTask(secretary, { taskId, reason: "车库业主不同意" }))
  expect(await toDraft()).toBe(0)
})

test("the subdistrict finds figures, and nothing to do", async () => {
  const world = await aWorld()
  await anIssue(await world.as("secretary"))
  const desk = await readDesk(await world.as("viewer"))
  expect([desk.now, desk.may.onlyLook, desk.figures?.received]).toEqual([[], true, 1])
  expect((await readDesk(await world.as("delegate"))).may.onlyLook).toBe(false)
})

test("open issues stand in the table by the day of their answer, merged ones behind their head", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const late = await anIssue(ctx, { title: "楼道灯不亮" })
  world.clock.now = instantOf("2026-10-14", "09:00")
  const head = await anIssue(ctx, { title: "下水道堵了" })
  const merged = await anIssue(ctx, { title: "下水道又堵了" })
  must(await mergeIssues(ctx, { intoId: head, issueIds: [merged], reason: "同一件事" }))
  const { unanswered } = await readDesk(ctx)
  expect(unanswered.rows.map(row => [row.id, row.isLate, row.step])).toEqual([
    [late, true, "待受理"],
    [head, false, "待受理"],
  ])
  expect((await readDesk(await world.as("handler"))).unanswered).toEqual({ rows: [], total: 0 })
})

test("on the day of a meeting chair, recorder and secretary are each led to their own page", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const chair = await world.as("viewer")
  const { meetingId, meeting } = await aConvenedMeeting(world, { chairPersonId: chair.actor.personId })
  const before = await readDesk(secretary)
  expect(before.now).toMatchObject([{ action: "去通知", to: `/meetings/${meetingId}/codes` }])
  expect((await readDesk(chair)).now).toEqual([])
  world.clock.now = instantOf("2026-10-15", "08:00")
  const placeOf = async (ctx: Ctx) => (await readDesk(ctx)).now.map(due => [due.when, due.to])
  expect(await placeOf(chair)).toEqual([["14:30", `/meetings/${meetingId}/console`]])
  expect(await placeOf(await world.as("reviewer"))).toEqual([["14:30", `/meetings/${meetingId}/record`]])
  expect(await placeOf(secretary)).toEqual([["14:30", `/meetings/${meetingId}/desk`]])
  expect((await readDesk(secretary)).week).toMatchObject([{ day: "今天", time: "14:30", title: meeting.title }])
  expect(await placeOf(await world.as("handler"))).toEqual([])
})

test("a draft waits for the secretary and is nowhere else", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aDraft(world)
  expect((await readDesk(ctx)).now).toContainEqual(
    expect.objectContaining({ to: `/meetings/${meetingId}/edit`, when: "10月15日" }),
  )
  const other = await readDesk(await world.as("viewer"))
  expect([other.now, other.week]).toEqual([[], []])
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
  expect((await readDesk(chair)).now).toMatchObject([
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
  expect([foreign.now, foreign.week, foreign.figures?.received]).toEqual([[], [], 0])
})

test("wishes nobody has taken up wait for the secretary, and those taken up for the day promised", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const issueId = await aWish(secretary, { title: "想配一副老花镜" })
  const rowsOf = async (ctx: Ctx) => {
    const { now, later } = await readDesk(ctx)
    return [...now, ...later].filter(due => due.to.startsWith("/claims")).map(due => `${due.title} ${due.to}`)
  }
  expect(await rowsOf(secretary)).toEqual([`找人认领：想配一副老花镜 /claims/new?issue=${issueId}`])
  await aWish(secretary, { title: "想学用手机" })
  expect(await rowsOf(secretary)).toEqual(["2件微心愿等人认领 /claims"])
  const claimId = await aClaim(secretary, { issueId })
  expect(await rowsOf(secretary)).toEqual(
    expect.arrayContaining([
      `问认领进展：想配一副老花镜 /claims/${claimId}`,
      expect.stringMatching(/^找人认领：想学用手机/),
    ]),
  )
  expect(await rowsOf(await world.as("gridWorker"))).toEqual([])
})

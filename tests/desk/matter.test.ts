import { expect, test } from "vitest"
import { aClaim, anApprovedResolution, anAssignment, aWish, must, riverItems } from "#tests/followup/factories"
import { anAnswer, anIssue, byDeliberation } from "#tests/intake/factories"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { insertTopicIssues } from "~/agenda/store"
import { auditWords } from "~/audit-words"
import { readMatter } from "~/desk/matter"
import { assignTasks } from "~/followup/assigning"
import { endClaim, finishClaim } from "~/followup/claims/claiming"
import { inspectTask } from "~/followup/inspecting"
import { blockTask, finishTask, signForTask } from "~/followup/working"
import { readIssue } from "~/intake/issue-views"
import { mergeIssues } from "~/intake/merging"
import { acceptIssue, answerIssue, sortIssue } from "~/intake/sorting"
import { instantOf } from "~/law/civil-date"
import type { Ctx } from "~/web/context"

const matterOf = async (ctx: Ctx, issueId: string) =>
  must(await readMatter(ctx, auditWords, must(await readIssue(ctx, issueId))))

/** An issue in the topic of an approved resolution of three items. */
async function aDecidedMatter() {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const handler = await world.as("handler")
  const issueId = await anIssue(secretary, { title: "河边护栏松了" })
  must(await sortIssue(secretary, { issueId, sorting: byDeliberation() }))
  const { resolutionId, topicId } = await anApprovedResolution(world)
  const communityId = world.community.id
  await secretary.db.tx("topic", q => insertTopicIssues(q, [{ communityId, topicId, issueId }]))
  const items = riverItems.map((_, at) =>
    anAssignment({ itemOrdinal: at + 1, handlerPersonId: handler.actor.personId, quantity: "" }),
  )
  const assign = async () => must(await assignTasks(secretary, { resolutionId, items })).tasks.map(task => task.taskId)
  return { world, secretary, handler, issueId, resolutionId, assign }
}

test("a new issue is followed through acceptance and sorting, one step at a time", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx)
  const nextOf = async () => {
    const { next, steps } = await matterOf(ctx, issueId)
    return [next?.action, steps.find(step => step.state === "now")?.label]
  }
  expect(await nextOf()).toEqual(["去受理", "受理"])
  must(await acceptIssue(ctx, issueId))
  expect(await nextOf()).toEqual(["去分类", "分类"])
  must(await sortIssue(ctx, { issueId, sorting: byDeliberation() }))
  expect(await nextOf()).toEqual(["提为议题", "议题"])
})

test("what was decided is handed out, carried out, inspected, and then its proposer is answered", async () => {
  const { secretary, handler, issueId, resolutionId, assign } = await aDecidedMatter()
  const next = async () => (await matterOf(secretary, issueId)).next
  expect(await next()).toMatchObject({ to: `/tasks/new?resolution=${resolutionId}`, mayAct: true })
  const taskIds = await assign()
  expect(await next()).toMatchObject({ action: "看进度" })
  for (const taskId of taskIds) must(await signForTask(handler, { taskId }))
  must(await blockTask(handler, { taskId: taskIds[1]!, reason: "要等枯水期" }))
  expect(await next()).toMatchObject({ title: "换一个方案", to: `/tasks/${taskIds[1]}` })
  const stepOf = async (label: string) => (await matterOf(secretary, issueId)).steps.find(step => step.label === label)
  expect(await stepOf("办理")).toMatchObject({ note: "受阻" })
})

test("the last answer closes the matter: no step is left, and the days it took stand beside it", async () => {
  const { world, secretary, handler, issueId, assign } = await aDecidedMatter()
  for (const taskId of await assign()) {
    must(await signForTask(handler, { taskId }))
    must(await finishTask(handler, { taskId }))
    must(await inspectTask(secretary, { taskId, passed: true, note: "", recheckOn: null }))
  }
  expect((await matterOf(secretary, issueId)).next).toMatchObject({ action: "写答复" })
  world.clock.now = instantOf("2026-10-12", "09:00")
  must(await answerIssue(secretary, { issueId, answer: { ...anAnswer(), resolved: true } }))
  const matter = await matterOf(secretary, issueId)
  expect(matter.next).toBeNull()
  expect(matter.facts).toContainEqual({ label: "用时", value: "4天" })
  expect(matter.steps.at(-1)).toEqual({ label: "答复", note: "10月12日", state: "done" })
})

test("its life is told from the logs of everything that belongs to it, and of nothing else", async () => {
  const { secretary, handler, issueId, assign } = await aDecidedMatter()
  const [first] = await assign()
  must(await signForTask(handler, { taskId: first! }))
  const { life } = await matterOf(secretary, issueId)
  const told = life.map(event => event.what).join("\n")
  for (const words of ["登记", "核准了决议", "交办", "签收"]) expect(told).toContain(words)
  expect(told).not.toContain("签到")
  expect(life[0]!.what).toContain("签收")
  expect(life.at(-1)!.what).toContain("登记")
  const other = await anIssue(secretary, { title: "路灯不亮", place: "9栋" })
  expect((await matterOf(secretary, other)).life).toHaveLength(1)
})

test("what was merged into it belongs to its life", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const head = await anIssue(ctx, { title: "下水道堵了" })
  const merged = await anIssue(ctx, { title: "下水道又堵了" })
  must(await mergeIssues(ctx, { intoId: head, issueIds: [merged], reason: "同一件事" }))
  const { life } = await matterOf(ctx, head)
  expect(life.filter(event => event.about?.to === `/issues/${merged}`).map(event => event.what)).not.toEqual([])
})

test("whoever may not act sees the next step without its button; papers are links for their readers only", async () => {
  const { world, issueId, assign } = await aDecidedMatter()
  await assign()
  const gridWorker = await matterOf(await world.as("gridWorker"), issueId)
  expect(gridWorker.next).toMatchObject({ action: "看进度", mayAct: true })
  expect(gridWorker.sheets.every(sheet => sheet.to === null)).toBe(true)
  const viewer = await matterOf(await world.as("viewer"), await anIssue(await world.as("secretary")))
  expect(viewer.next).toMatchObject({ action: "去受理", mayAct: false })
})

test("of another community, and for whoever does not read issues, it is not there", async () => {
  const { world, secretary, issueId } = await aDecidedMatter()
  const handler = await world.as("handler")
  expect(await readIssue(handler, issueId)).toMatchObject({ code: "forbidden" })
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const actor = await aMember(world.installation, community, ["secretary"])
  expect(await readIssue({ ...secretary, community, actor }, issueId)).toMatchObject({ code: "not_found" })
})

test("who took a wish up stands on its page, and it waits for him until he met it", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const issueId = await aWish(secretary)
  expect((await matterOf(secretary, issueId)).claims).toEqual([])
  const given = await aClaim(secretary, { issueId, claimant: "甲乙眼镜店" })
  must(await endClaim(secretary, { claimId: given, reason: "店里没有这种镜片" }))
  const claimId = await aClaim(secretary, { issueId, claimant: "丙丁眼镜店" })
  const seen = await matterOf(await world.as("gridWorker"), issueId)
  expect(seen.claims.map(claim => [claim.claimant, claim.state])).toEqual([
    ["丙丁眼镜店", "claimed"],
    ["甲乙眼镜店", "ended"],
  ])
  expect(seen.next).toMatchObject({ title: "等认领单位办好", to: `/claims/${claimId}`, mayAct: true })
  expect(seen.life.filter(event => event.what.includes("眼镜店")).map(event => event.state)).toEqual([
    "done",
    "stop",
    "done",
  ])
  must(await finishClaim(secretary, { claimId, result: "眼镜已经送到", doneOn: "2026-10-08" }))
  expect((await matterOf(secretary, issueId)).next).toMatchObject({ title: "答复提出人" })
})

import { expect, test } from "vitest"
import { aReadyTopic, aStudy, forRepresentatives } from "#tests/agenda/factories"
import { must } from "#tests/followup/factories"
import {
  agreed,
  anAnnouncedPoll,
  anOpenPoll,
  anotherSecretary,
  aPaper,
  aPollDraft,
  closes,
  forOwners,
  on,
  opens,
} from "#tests/polling/factories"
import { aDraftVersion, versionNow } from "#tests/rulebook/factories"
import { aWorld } from "#tests/world"
import { recordPartyReview } from "~/agenda/party-reviews"
import { listTopicIssueIds } from "~/agenda/store"
import { readDesk } from "~/desk/desk"
import { readMatterFacts } from "~/desk/matter-facts"
import { nextOfMatter } from "~/desk/matter-next"
import { listIssuesIn } from "~/intake/issue-views"
import { checkBallot, enterBallot } from "~/polling/ballots"
import { closePoll, proclaimPoll } from "~/polling/closing"
import { deliverPapers } from "~/polling/delivering"
import { checkVersion, enableVersion } from "~/rulebook/versions"
import type { Ctx } from "~/web/context"

/** Everything on the desk, what lies further ahead too. */
const rowsOf = async (ctx: Ctx) => {
  const { now, later } = await readDesk(ctx)
  return [...now, ...later].map(due => `${due.title} ${due.to}`)
}

test("a topic nobody has judged waits for its procedure, not for a meeting", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx, { answers: null })
  expect(await rowsOf(ctx)).toEqual([`判断程序：楼道堆物怎么清 /topics/${topicId}/procedure`])
  await aReadyTopic(ctx, { answers: null })
  expect(await rowsOf(ctx)).toEqual(["2个议题还没有判断程序 /topics?state=prepared"])
})

test("an important matter waits for the party organization's agreement, then for its meeting", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx, { title: "居民公约", answers: forRepresentatives })
  const study = `先经党组织研究：居民公约 /topics/${topicId}/study`
  expect(await rowsOf(ctx)).toEqual([study])
  must(await recordPartyReview(ctx, { topicId, ...aStudy({ opinion: "notAgreed" }) }))
  expect(await rowsOf(ctx)).toEqual([study])
  must(await recordPartyReview(ctx, { topicId, ...aStudy() }))
  expect(await rowsOf(ctx)).toEqual(["召集会议商量：居民公约 /meetings/new"])
})

test("what the owners decide waits for a poll, and once one is drafted for that draft alone", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const waiting = await aReadyTopic(ctx, { title: "换水管", answers: forOwners })
  expect(await rowsOf(ctx)).toEqual([`办书面表决：换水管 /polls/new?topic=${waiting}`])
  const { pollId } = await aPollDraft(world)
  expect(await rowsOf(ctx)).toEqual([
    `拟好并公告书面表决：更换排水管 /polls/${pollId}/edit`,
    `办书面表决：换水管 /polls/new?topic=${waiting}`,
  ])
  expect(await rowsOf(await world.as("reviewer"))).toEqual([])
})

test("a poll leads the secretary from the delivery of its papers to the proclamation", async () => {
  const world = await aWorld()
  const owners = ["辛一", "辛二"]
  const { ctx, pollId } = await anAnnouncedPoll(world, { owners })
  const row = async () => (await rowsOf(ctx)).filter(one => one.includes(pollId))
  expect(await row()).toEqual([`送达表决票：更换排水管 /polls/${pollId}/roll?show=undelivered`])
  on(world, opens)
  expect(await row()).toEqual([`开始收票：更换排水管 /polls/${pollId}`])
})

test("a matter in a poll says so on its own page", async () => {
  const world = await aWorld()
  const { ctx, pollId, topicId } = await anAnnouncedPoll(world, { owners: ["辛一"] })
  const pairs = await listTopicIssueIds(ctx.db.read, ctx.community.id)
  const { issueId } = pairs.find(pair => pair.topicId === topicId)!
  const issues = await listIssuesIn(ctx.db.read, ctx.community.id, [issueId])
  const facts = (await readMatterFacts(ctx, issues, { withDays: true })).get(issueId)!
  expect(nextOfMatter(facts)).toMatchObject({ to: `/polls/${pollId}`, dueOn: closes })
})

test("papers are checked by another person than the one who entered them", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(world, { owners: ["辛一", "辛二"] })
  const viewer = await world.as("viewer")
  expect(await rowsOf(ctx)).toEqual([`录入收回的票：更换排水管 /polls/${pollId}/ballots`])
  expect(await rowsOf(other)).toEqual([])
  for (const ordinal of [1, 2]) agreed(await enterBallot(ctx, { pollId, ordinal, paper: aPaper() }))
  const check = `核对录入的票：更换排水管 /polls/${pollId}/check`
  expect(await rowsOf(other)).toEqual([check])
  expect(await rowsOf(await anotherSecretary(world))).toEqual([check])
  expect(await rowsOf(ctx)).toEqual([`等另一个人核对：更换排水管 /polls/${pollId}`])
  expect(await rowsOf(viewer)).toEqual([])
  for (const ordinal of [1, 2]) agreed(await checkBallot(other, { pollId, ordinal, answer: "for" }))
  expect(await rowsOf(ctx)).toEqual([`结束收票，计票：更换排水管 /polls/${pollId}/close`])
  agreed(await closePoll(ctx, { pollId }))
  expect(await rowsOf(ctx)).toEqual([`公布结果：更换排水管 /polls/${pollId}/proclaim`])
  agreed(await proclaimPoll(ctx, { pollId }))
  expect((await rowsOf(ctx)).filter(one => one.includes("/polls/"))).toEqual([])
})

test("a poll whose last day has gone by is late until it is counted", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anOpenPoll(world, { owners: ["辛一", "辛二"] })
  on(world, closes)
  expect((await readDesk(ctx)).now).toMatchObject([{ when: "今天", late: false }])
  on(world, "2026-11-04")
  expect((await readDesk(ctx)).now).toMatchObject([{ when: "逾期2天", late: true, to: `/polls/${pollId}/close` }])
})

test("once all papers are delivered the poll waits for its first day", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anAnnouncedPoll(world, { owners: ["辛一"] })
  agreed(await deliverPapers(ctx, { pollId, ordinals: [1], deliveredOn: "2026-10-08", means: "hand", to: "" }))
  expect((await readDesk(ctx)).later).toMatchObject([{ title: "开始收票：更换排水管", when: "10月24日" }])
})

test("a draft of the rulebook is checked by another than its drafter, then put in force", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const reviewer = await world.as("reviewer")
  const unfinished = await aDraftVersion(ctx, { preset: "openTalk", changes: [], basis: "" })
  const versionId = await aDraftVersion(ctx)
  const check = `核对规程：协商议事会（第1版） /rulebook/deliberation/${versionId}`
  expect(await rowsOf(reviewer)).toEqual([check])
  expect(await rowsOf(ctx)).toEqual([])
  expect(await rowsOf(await world.as("viewer"))).toEqual([])
  const { version } = await versionNow(ctx, versionId)
  agreed(await checkVersion(reviewer, { versionId, version, isConfirmed: true }))
  expect(await rowsOf(reviewer)).toEqual([])
  expect(await rowsOf(ctx)).toEqual([`启用规程：协商议事会（第1版） /rulebook/deliberation/${versionId}`])
  agreed(await enableVersion(ctx, { versionId }))
  expect(await rowsOf(ctx)).toEqual([])
  expect((await versionNow(ctx, unfinished)).state).toBe("draft")
})

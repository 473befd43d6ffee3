import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { auditWords } from "~/audit-words"
import { formatFollowCode } from "~/intake/follow-codes"
import { readIssue } from "~/intake/issue-views"
import { supportIssue } from "~/intake/issues"
import { mergeIssues } from "~/intake/merging"
import { readFollowedIssue, reportByResident } from "~/intake/resident-reports"
import { rateByFollowCode } from "~/intake/satisfaction"
import { sortIssue } from "~/intake/sorting"
import { readTimeline } from "~/registry/timeline"
import type { Ctx } from "~/web/context"
import { anIssue, quickly } from "./factories"

const aReport = {
  content: "3栋电梯停了两天。老人下不了楼。",
  place: "银杏家园3栋",
  reporterName: "未女士",
  reporterPhone: "13900000022",
}

async function aFollowed(ctx: Ctx) {
  const made = await reportByResident(ctx, aReport)
  if (!made.ok) throw new Error(made.code)
  return made.value
}

const follow = async (ctx: Ctx, code: string) => {
  const found = await readFollowedIssue(ctx, code)
  if (!found.ok) throw new Error(found.code)
  return found.value
}

test("a resident without an account reports, and has a number and a code to follow it by", async () => {
  const world = await aWorld()
  const made = await aFollowed(world.asStranger())
  expect(made).toMatchObject({ number: "振社问〔2026〕1号", followCode: expect.stringMatching(/^\d{10}$/) })
  const ctx = await world.as("secretary")
  const issue = await readIssue(ctx, made.issueId)
  expect(issue.ok && issue.value).toMatchObject({
    channel: "board",
    title: "3栋电梯停了两天",
    reporterName: "未女士",
    reportedOn: "2026-10-08",
    state: "reported",
  })
  const timeline = await readTimeline(ctx, auditWords, [{ kind: "issue", ids: [made.issueId] }])
  expect(timeline.map(({ who, what }) => `${who}：${what}`)).toEqual(["居民：登记，来自网上公示栏"])
})

test("an empty report is refused, and a member signed in at the board is a resident there too", async () => {
  const world = await aWorld()
  const refused = await reportByResident(world.asStranger(), { ...aReport, content: " " })
  expect(refused).toMatchObject({ code: "resident_report_empty", detail: { field: "content" } })
  const secretary = await world.as("secretary")
  const made = await aFollowed(secretary)
  const timeline = await readTimeline(secretary, auditWords, [{ kind: "issue", ids: [made.issueId] }])
  expect(timeline[0]!.who).toBe("居民")
})

test("the holder of the code follows his issue from report to rating", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const { issueId, followCode } = await aFollowed(stranger)
  expect(await follow(stranger, formatFollowCode(followCode))).toMatchObject({
    number: "振社问〔2026〕1号",
    state: "reported",
    content: aReport.content,
    answers: [],
    answerDueOn: "2026年10月10日",
    canRate: false,
    isClosed: false,
    elapsedDays: 0,
    supporterCount: 1,
  })
  world.clock.now = new Date("2026-10-11T01:00:00.000Z")
  expect((await follow(stranger, followCode)).isLate).toBe(true)
  await sortIssue(await world.as("secretary"), { issueId, sorting: quickly() })
  world.clock.now = new Date("2026-10-15T01:00:00.000Z")
  expect(await follow(stranger, followCode)).toMatchObject({
    isClosed: true,
    isLate: false,
    canRate: true,
    elapsedDays: 3,
    satisfaction: null,
    answers: [{ kind: "first" }, { kind: "final", content: "灯已经换好。", resolved: true }],
  })
  await rateByFollowCode(stranger, { followCode, level: "satisfied", comment: "谢谢" })
  expect(await follow(stranger, followCode)).toMatchObject({
    canRate: false,
    satisfaction: { level: "satisfied", comment: "谢谢" },
  })
})

test("a resident whose issue was merged is told so, and how many share the trouble, but nothing of them", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const secretary = await world.as("secretary")
  const { issueId, followCode } = await aFollowed(stranger)
  const headId = await anIssue(secretary, {
    content: "电梯坏了，请午先生转告物业。",
    reporterName: "申先生",
    reporterPhone: "13900000033",
    collectorName: "丁四",
  })
  await supportIssue(secretary, {
    issueId: headId,
    support: { name: "酉女士", phone: "13900000044", content: "我家也是", reportedOn: "2026-10-08" },
  })
  await mergeIssues(secretary, { intoId: headId, issueIds: [issueId], reason: "同一部电梯" })
  const seen = await follow(stranger, followCode)
  expect(seen).toMatchObject({ mergedInto: true, supporterCount: 3, number: "振社问〔2026〕1号" })
  expect(JSON.stringify(seen)).not.toMatch(/申先生|酉女士|丁四|139000000|请午先生|未女士/)
})

test("a code nobody was given leads nowhere, and neither does another community's", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const { followCode } = await aFollowed(stranger)
  const elsewhere = { ...stranger, community: { ...stranger.community, id: "elsewhere" } }
  for (const [ctx, code] of [
    [stranger, "12"],
    [stranger, "振社问〔2026〕1号"],
    [elsewhere, followCode],
  ] as const)
    expect(await readFollowedIssue(ctx, code)).toMatchObject({ code: "follow_code_unknown", detail: { status: 404 } })
})

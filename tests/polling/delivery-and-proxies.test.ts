import { expect, test } from "vitest"
import { aReadyTopic } from "#tests/agenda/factories"
import { aVersionInForce } from "#tests/rulebook/factories"
import { aWorld, type World } from "#tests/world"
import { announcePoll, openPoll } from "~/polling/announcing"
import { enterBallot } from "~/polling/ballots"
import { closePoll } from "~/polling/closing"
import { deliverPapers } from "~/polling/delivering"
import { createPoll, editPoll } from "~/polling/polls"
import { readResult } from "~/polling/result-views"
import { readRollView } from "~/polling/roll-views"
import { listPersonsNamed, listVoters } from "~/polling/store"
import {
  aBuildingOfOwners,
  aDraft,
  agreed,
  anOpenPoll,
  answerAll,
  aPaper,
  candidatesNamed,
  closes,
  forOwners,
  on,
  opens,
} from "./factories"

/** Six owners whose 议事规则 counts silence with the majority; open, and nothing delivered yet. */
async function aPollThatCountsSilence(world: World) {
  const ctx = await world.as("secretary")
  const { estateId } = await aBuildingOfOwners(ctx)
  const silence = { key: "silence", value: "withMajority", article: "康乐里业主大会议事规则第十二条" }
  await aVersionInForce(world, { preset: "ownersOrdinary", estateId, changes: [silence] })
  const topicId = await aReadyTopic(ctx, { answers: forOwners })
  const { pollId } = agreed(await createPoll(ctx, { preset: "ownersOrdinary", topicId, estateId, title: "换管" }))
  agreed(await editPoll(ctx, { pollId, version: 1, ...aDraft() }))
  agreed(await announcePoll(ctx, { pollId, version: 2 }))
  on(world, opens)
  agreed(await openPoll(ctx, { pollId }))
  return { ctx, other: await world.as("reviewer"), pollId }
}

const handed = { deliveredOn: opens, means: "hand" as const, to: "" }

test("a notice on the wall makes nobody's silence a vote", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await aPollThatCountsSilence(world)
  agreed(await deliverPapers(ctx, { pollId, ordinals: [1, 2], ...handed }))
  agreed(await deliverPapers(ctx, { pollId, ordinals: [3, 4, 5, 6], ...handed, means: "posted" }))
  await answerAll({ ctx, other, pollId }, ["for", "for"])
  on(world, "2026-11-03")
  expect(agreed(await closePoll(ctx, { pollId }))).toEqual({ outcome: "notPassed" })
  const { figures } = agreed(await readResult(ctx, pollId))
  expect(figures).toContainEqual({ label: "未送达", value: "4人、400平方米" })
})

test("whoever sees after the last day what is missing delivers no paper to the silent any more", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await aPollThatCountsSilence(world)
  agreed(await deliverPapers(ctx, { pollId, ordinals: [1, 2], ...handed }))
  await answerAll({ ctx, other, pollId }, ["for", "for"])
  on(world, "2026-11-03")
  const rest = { pollId, ordinals: [3, 4, 5, 6], means: "hand" as const, to: "" }
  expect(await deliverPapers(ctx, { ...rest, deliveredOn: "2026-11-03" })).toMatchObject({
    code: "delivery_after_closing",
  })
  expect(await deliverPapers(ctx, { ...rest, deliveredOn: closes })).toMatchObject({ code: "delivery_too_late" })
  expect(agreed(await closePoll(ctx, { pollId }))).toEqual({ outcome: "notPassed" })
})

test("where silence joins no side a late entry of a timely delivery is only bookkeeping", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anOpenPoll(world)
  on(world, "2026-11-03")
  expect(await deliverPapers(ctx, { pollId, ordinals: [1], ...handed, deliveredOn: closes })).toMatchObject({
    ok: true,
  })
})

async function aSelectionByHomes(world: World) {
  const ctx = await world.as("secretary")
  const { estateId, buildingId } = await aBuildingOfOwners(ctx, ["辛一、辛二", "辛三", "辛四", "辛五"])
  const [neighbour] = await listPersonsNamed(ctx.db.read, ctx.community.id, ["辛三"])
  const [stranger] = await candidatesNamed(ctx, ["癸二"])
  const options = [stranger!, { key: "c2", label: "辛三", personId: neighbour!.id }]
  const made = { preset: "selection" as const, topicId: null, estateId, title: "推选楼栋长" }
  const { pollId } = agreed(await createPoll(ctx, made))
  const scope = { buildingIds: [buildingId], unitIds: [] }
  const office = { kind: "buildingLeader" as const, buildingId }
  const days = { opensOn: "2026-10-12", closesOn: "2026-10-12" }
  agreed(await editPoll(ctx, { pollId, version: 1, ...aDraft({ options, scope, office, ...days }) }))
  agreed(await announcePoll(ctx, { pollId, version: 2 }))
  on(world, "2026-10-12")
  agreed(await openPoll(ctx, { pollId }))
  const take = (ordinals: number[], to: string) =>
    deliverPapers(ctx, { pollId, ordinals, deliveredOn: "2026-10-12", means: "hand", to })
  return { ctx, pollId, take }
}

test("of a 推选 without proxies nobody carries away the papers of several homes", async () => {
  const world = await aWorld()
  const { ctx, pollId, take } = await aSelectionByHomes(world)
  expect(await listVoters(ctx.db.read, ctx.community.id, pollId)).toHaveLength(4)
  expect(await take([1, 2], "申一")).toMatchObject({ code: "proxy_not_granted" })
  // One lives with an owner and takes the paper of that home, an owner takes his own, and a clerk hands out the rest.
  agreed(await take([1], "申一"))
  agreed(await take([2], "辛 三"))
  expect(await take([3], "申一")).toMatchObject({ code: "proxy_not_granted" })
  expect(await take([3], "辛三")).toMatchObject({ code: "proxy_not_granted" })
  agreed(await take([3, 4], ""))
  const roll = agreed(await readRollView(ctx, pollId, { filter: "all", page: 1, isPrinted: false }))
  expect(roll.proxies).toEqual([])
})

test("a candidate who is on the roll himself takes no other's paper", async () => {
  const world = await aWorld()
  await aVersionInForce(world, {
    preset: "selection",
    changes: [{ key: "proxies", value: "2", article: "振兴社区推选办法第四条" }],
  })
  const { take } = await aSelectionByHomes(world)
  agreed(await take([2], "辛三"))
  expect(await take([3], "辛三")).toMatchObject({ code: "proxy_barred", detail: { to: "辛三" } })
})

test("one more blank in the name makes no second proxy", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { estateId } = await aBuildingOfOwners(ctx)
  const limit = { key: "proxies", value: "1", article: "康乐里业主大会议事规则第八条" }
  await aVersionInForce(world, { preset: "ownersOrdinary", estateId, changes: [limit] })
  const topicId = await aReadyTopic(ctx, { answers: forOwners })
  const { pollId } = agreed(await createPoll(ctx, { preset: "ownersOrdinary", topicId, estateId, title: "换管" }))
  agreed(await editPoll(ctx, { pollId, version: 1, ...aDraft() }))
  agreed(await announcePoll(ctx, { pollId, version: 2 }))
  on(world, opens)
  agreed(await openPoll(ctx, { pollId }))
  agreed(await enterBallot(ctx, { pollId, ordinal: 1, paper: aPaper({ proxyName: "申一" }) }))
  expect(await enterBallot(ctx, { pollId, ordinal: 2, paper: aPaper({ proxyName: "申 一" }) })).toMatchObject({
    code: "proxy_too_many",
  })
})

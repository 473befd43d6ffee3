import { expect, test } from "vitest"
import { aReadyTopic } from "#tests/agenda/factories"
import { aBuilding, aUnit } from "#tests/estates/factories"
import { aVersionInForce } from "#tests/rulebook/factories"
import { aWorld, type World } from "#tests/world"
import { registerBody } from "~/people/bodies"
import { announcePoll } from "~/polling/announcing"
import { createPoll, editPoll, type PollDraft } from "~/polling/polls"
import type { Ctx } from "~/web/context"
import { aBuildingOfOwners, aDraft, agreed, aPollDraft, candidatesNamed, opens } from "./factories"

const byScope = { key: "scope", value: "chosenBuildings", article: "某市物业管理条例第六十九条" }
const useFunds = { subject: "matter", private: "no", owners: "useFunds" }
const manager = { subject: "matter", private: "no", owners: "property" }

/** An estate of two buildings whose rule lets the owners 列支范围内 decide; a draft on a matter with these answers. */
async function aScopedDraft(world: World, answers: Record<string, string>) {
  const ctx = await world.as("secretary")
  const { estateId, buildingId } = await aBuildingOfOwners(ctx)
  const other = await aBuilding(ctx, estateId, { name: "2栋" })
  const unitId = await aUnit(ctx, other, { label: "101室", owners: ["壬一"] })
  await aVersionInForce(world, { preset: "ownersOrdinary", estateId, changes: [byScope] })
  const topicId = await aReadyTopic(ctx, { answers })
  const { pollId } = agreed(await createPoll(ctx, { preset: "ownersOrdinary", topicId, estateId, title: "表决" }))
  return { ctx, pollId, buildingId, other, unitId }
}

const announce = async (ctx: Ctx, pollId: string, draft: Partial<PollDraft>, version = 1) => {
  agreed(await editPoll(ctx, { pollId, version, ...aDraft(draft) }))
  return announcePoll(ctx, { pollId, version: version + 1 })
}

test("friends of another building are not picked one by one beside the chosen building", async () => {
  const world = await aWorld()
  const { ctx, pollId, buildingId, unitId } = await aScopedDraft(world, useFunds)
  const picked = { scope: { buildingIds: [buildingId], unitIds: [unitId] } }
  expect(await announce(ctx, pollId, picked)).toMatchObject({ code: "scope_picked_units" })
  expect(await announce(ctx, pollId, { scope: { buildingIds: [buildingId], unitIds: [] } }, 2)).toMatchObject({
    ok: true,
  })
})

test("the rule for 维修资金 does not let one building choose the manager of the whole estate", async () => {
  const world = await aWorld()
  const { ctx, pollId, buildingId } = await aScopedDraft(world, manager)
  const some = { scope: { buildingIds: [buildingId], unitIds: [] } }
  expect(await announce(ctx, pollId, some)).toMatchObject({ code: "scope_all_owners" })
  expect(await announce(ctx, pollId, { scope: null }, 2)).toMatchObject({ ok: true })
})

test("for a shop in a home the whole building is asked, never only the one neighbour who agrees", async () => {
  const world = await aWorld()
  const { ctx, pollId, buildingId } = await aPollDraft(world, {
    answers: { subject: "convert" },
    poll: { preset: "allConcerned" },
  })
  const unitId = await aUnit(ctx, buildingId, { label: "901室", owners: ["壬一"] })
  const friend = { scope: { buildingIds: [], unitIds: [unitId] }, opensOn: opens }
  expect(await announce(ctx, pollId, friend, 2)).toMatchObject({ code: "poll_scope_missing" })
})

test("a number of electors never stands in for the roll of owners", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aPollDraft(world)
  expect(await announce(ctx, pollId, { electors: 3 }, 2)).toMatchObject({ code: "electors_not_counted" })
})

async function anElection(
  world: World,
  preset: "selection" | "committeeElection" | "committeeElectionByRepresentatives",
) {
  const ctx = await world.as("secretary")
  const { estateId, buildingId } = await aBuildingOfOwners(ctx)
  const options = await candidatesNamed(ctx, ["癸一", "癸二"])
  const { pollId } = agreed(await createPoll(ctx, { preset, topicId: null, estateId, title: "选举" }))
  const facts = { kind: "residentsCommittee" as const, name: "振兴社区居委会", estateId: null, note: "" }
  const { bodyId } = agreed(await registerBody(ctx, facts))
  const office = { kind: "body" as const, bodyId, post: "委员", until: null }
  const days = { opensOn: "2026-10-29", closesOn: "2026-10-29" }
  return { ctx, pollId, buildingId, estateId, draft: { options, office, ...days } }
}

test("the 居委会 is not chosen by 推选", async () => {
  const world = await aWorld()
  const selection = await anElection(world, "selection")
  expect(await announce(selection.ctx, selection.pollId, { ...selection.draft, electors: 20 })).toMatchObject({
    code: "office_not_so_filled",
  })
})

test("the 居委会 is elected by the whole community", async () => {
  const world = await aWorld()
  const { ctx, pollId, buildingId, draft } = await anElection(world, "committeeElection")
  const scope = { buildingIds: [buildingId], unitIds: [] }
  expect(await announce(ctx, pollId, { ...draft, scope })).toMatchObject({ code: "scope_of_community" })
  expect(await announce(ctx, pollId, { ...draft, electors: 900 }, 2)).toMatchObject({ ok: true })
})

test("where the representatives elect, all of them are the whole, and not a number somebody typed", async () => {
  const world = await aWorld()
  const { ctx, pollId, draft } = await anElection(world, "committeeElectionByRepresentatives")
  expect(await announce(ctx, pollId, { ...draft, electors: 3 })).toMatchObject({ code: "electors_not_counted" })
})

test("a 楼栋长 is chosen by his own building", async () => {
  const world = await aWorld()
  const { ctx, pollId, buildingId, estateId, draft } = await anElection(world, "selection")
  const other = await aBuilding(ctx, estateId, { name: "2栋" })
  await aUnit(ctx, other, { label: "101室", owners: ["壬一"] })
  const office = { kind: "buildingLeader" as const, buildingId }
  const by = (...buildingIds: string[]) => ({ ...draft, office, scope: { buildingIds, unitIds: [] } })
  expect(await announce(ctx, pollId, by(other))).toMatchObject({ code: "scope_not_the_office" })
  expect(await announce(ctx, pollId, by(buildingId, other), 2)).toMatchObject({ code: "scope_not_the_office" })
  expect(await announce(ctx, pollId, by(buildingId), 3)).toMatchObject({ ok: true })
})

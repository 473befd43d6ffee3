import { expect, test } from "vitest"
import { aReadyTopic, aWording } from "#tests/agenda/factories"
import { aUnit } from "#tests/estates/factories"
import { aVersionInForce } from "#tests/rulebook/factories"
import { aWorld } from "#tests/world"
import { saveProposal } from "~/agenda/proposals"
import { findTopic } from "~/agenda/store"
import { announcePoll, openPoll } from "~/polling/announcing"
import { closePoll, proclaimPoll } from "~/polling/closing"
import { checkCount, enterCount } from "~/polling/counts"
import { createPoll, editPoll } from "~/polling/polls"
import { readResult } from "~/polling/result-views"
import {
  aBuildingOfOwners,
  aDraft,
  agreed,
  anotherSecretary,
  answerAll,
  aPollDraft,
  candidatesNamed,
  forOwners,
  on,
  opens,
  pollOf,
} from "./factories"

test("a question drawn from a wording that has changed since is looked at again before it is announced", async () => {
  const world = await aWorld()
  const { ctx, pollId, topicId } = await aPollDraft(world)
  agreed(await saveProposal(ctx, { topicId, version: 1, ...aWording({ content: "改为收费八十万元。" }) }))
  expect(await announcePoll(ctx, { pollId, version: 2 })).toMatchObject({ code: "poll_wording_moved" })
  agreed(await editPoll(ctx, { pollId, version: 2, ...aDraft() }))
  agreed(await announcePoll(ctx, { pollId, version: 3 }))
})

test("a result of some buildings and without parking says so, and by which rule", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { estateId, buildingId } = await aBuildingOfOwners(ctx, ["辛一", "辛二"])
  await aUnit(ctx, buildingId, { label: "车位1", kind: "parking", owners: ["辛三"] })
  const changes = [
    { key: "scope", value: "chosenBuildings", article: "某市物业管理条例第六十九条" },
    { key: "parkingArea", value: "notCounted", article: "某市物业管理条例第十八条" },
  ]
  await aVersionInForce(world, { preset: "ownersOrdinary", estateId, changes })
  const topicId = await aReadyTopic(ctx, { answers: forOwners })
  const { pollId } = agreed(await createPoll(ctx, { preset: "ownersOrdinary", topicId, estateId, title: "换管" }))
  const scope = { buildingIds: [buildingId], unitIds: [] }
  agreed(await editPoll(ctx, { pollId, version: 1, ...aDraft({ scope }) }))
  agreed(await announcePoll(ctx, { pollId, version: 2 }))
  on(world, opens)
  agreed(await openPoll(ctx, { pollId }))
  await answerAll({ ctx, other: await world.as("reviewer"), pollId }, ["for", "for"])
  agreed(await closePoll(ctx, { pollId }))
  const words = agreed(await readResult(ctx, pollId)).sentences.join("")
  expect(words).toContain("只由列支范围内的业主表决（某市物业管理条例第六十九条）")
  expect(words).toContain("车位、车库的人数和面积不计入（某市物业管理条例第十八条）")
  expect(words).toContain("业主共2人")
})

test("a candidate neither enters nor compares the counting sheet, and of no papers at all nothing is decided", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { estateId, buildingId } = await aBuildingOfOwners(ctx)
  const [rival] = await candidatesNamed(ctx, ["癸一"])
  const standing = await anotherSecretary(world)
  const own = { key: "c2", label: standing.actor.name, personId: standing.actor.personId }
  const topicId = await aReadyTopic(ctx, { answers: { subject: "office", office: "buildingLeader" } })
  const { pollId } = agreed(await createPoll(ctx, { preset: "selection", topicId, estateId, title: "推选楼栋长" }))
  const office = { kind: "buildingLeader" as const, buildingId }
  const day = { opensOn: "2026-10-12", closesOn: "2026-10-12" }
  const draft = aDraft({ options: [rival!, own], office, electors: 20, ...day })
  agreed(await editPoll(ctx, { pollId, version: 1, ...draft }))
  agreed(await announcePoll(ctx, { pollId, version: 2 }))
  on(world, "2026-10-12", "18:00")
  agreed(await openPoll(ctx, { pollId }))
  const nothing = { issued: 12, returned: 0, notReturned: 12, invalid: 0, none: 0, abstain: 0, votes: {} }
  expect(await enterCount(standing, { pollId, ordinal: 1, count: nothing })).toMatchObject({
    code: "counter_is_candidate",
  })
  agreed(await enterCount(ctx, { pollId, ordinal: 1, count: nothing }))
  expect(await checkCount(standing, { pollId, ordinal: 1, version: 1 })).toMatchObject({ code: "counter_is_candidate" })
  agreed(await checkCount(await world.as("reviewer"), { pollId, ordinal: 1, version: 1 }))
  expect(agreed(await closePoll(ctx, { pollId }))).toEqual({ outcome: "cannotBeCounted" })
  agreed(await proclaimPoll(ctx, { pollId }))
  expect(await findTopic(ctx.db.read, ctx.community.id, topicId)).toMatchObject({ state: "prepared", outcome: null })
  expect((await pollOf(ctx, pollId)).state).toBe("proclaimed")
})

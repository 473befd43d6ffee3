import { expect, test } from "vitest"
import { polls } from "#db/schema/polling"
import { aReadyTopic } from "#tests/agenda/factories"
import { aBuilding, anEstate, aUnit, setOwners } from "#tests/estates/factories"
import { aWorld } from "#tests/world"
import { findTopic } from "~/agenda/store"
import { announcePoll, cancelPoll, openPoll } from "~/polling/announcing"
import { createPoll, editPoll } from "~/polling/polls"
import { listVoters } from "~/polling/store"
import { readPollRule } from "~/rulebook/poll-rules"
import {
  aBuildingOfOwners,
  aDraft,
  agreed,
  anAnnouncedPoll,
  aPollDraft,
  closes,
  forSingleOwner,
  on,
  opens,
  pollOf,
} from "./factories"

const refused = (code: string, detail: object = {}) => ({ ok: false, code, detail: expect.objectContaining(detail) })

test("an announcement gives the number, freezes roll and rule, and holds the topic", async () => {
  const world = await aWorld()
  const { ctx, pollId, topicId, number } = await anAnnouncedPoll(world)
  expect(number).toBe("振社表〔2026〕1号")
  const poll = await pollOf(ctx, pollId)
  expect(poll).toMatchObject({ state: "announced", announcedOn: "2026-10-08", sequence: 1 })
  expect(poll.ruleHash).toMatch(/^[0-9a-f]{64}$/)
  expect(readPollRule(poll.ruleSnapshot!)).toMatchObject({ preset: "ownersOrdinary", notice: { days: 15 } })
  expect((await findTopic(ctx.db.read, ctx.community.id, topicId))?.state).toBe("scheduled")
  const voters = await listVoters(ctx.db.read, ctx.community.id, pollId)
  expect(voters.map(({ ordinal, name, areaCm2 }) => [ordinal, name, areaCm2])).toEqual(
    ["辛一", "辛二", "辛三", "辛四", "辛五", "辛六"].map((name, at) => [at + 1, name, 1_000_000]),
  )
})

test("the roll stands when the register changes afterwards", async () => {
  const world = await aWorld()
  const { ctx, pollId, buildingId } = await anAnnouncedPoll(world)
  const unitId = (await listVoters(ctx.db.read, ctx.community.id, pollId))[0]!.unitIds[0]!
  agreed(await setOwners(ctx, unitId, ["癸九"]))
  await aUnit(ctx, buildingId, { label: "801室", owners: ["癸八"] })
  const names = (await listVoters(ctx.db.read, ctx.community.id, pollId)).map(voter => voter.name)
  expect(names).toEqual(["辛一", "辛二", "辛三", "辛四", "辛五", "辛六"])
})

test("what was announced stands in the database itself: question, scope, rule, days, counters", async () => {
  const world = await aWorld()
  const { ctx } = await anAnnouncedPoll(world)
  for (const set of [
    { question: "改为收费" },
    { scope: { buildingIds: ["b"], unitIds: [] } },
    { ruleSnapshot: "{}" },
    { closesOn: "2026-12-31" },
    { scrutineers: ["别人"] },
  ])
    await expect(ctx.db.tx("change", q => q.update(polls).set(set))).rejects.toThrow()
})

test("co-owners have one paper together", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anAnnouncedPoll(world, { owners: ["辛一、辛二", "辛三"] })
  const voters = await listVoters(ctx.db.read, ctx.community.id, pollId)
  expect(voters.map(voter => [voter.name, voter.personIds.length])).toEqual([
    ["辛一、辛二", 2],
    ["辛三", 1],
  ])
})

test("fifteen days' notice: fourteen are refused, and the first day in time is told", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aPollDraft(world, { draft: { opensOn: "2026-10-23" } })
  expect(await announcePoll(ctx, { pollId, version: 2 })).toEqual(
    refused("poll_notice_short", { days: 15, earliest: opens }),
  )
})

test("a register that contradicts itself is refused with the list of what to mend", async () => {
  const world = await aWorld()
  const { ctx, pollId, estateId } = await aPollDraft(world)
  const buildingId = await aBuilding(ctx, estateId, { name: "2栋" })
  await aUnit(ctx, buildingId, { label: "101室" })
  await aUnit(ctx, buildingId, { label: "201室", holding: "unsold" })
  expect(await announcePoll(ctx, { pollId, version: 2 })).toEqual(
    refused("register_contradicts", {
      contradictions: ["2栋101室：没有登记业主", "2栋201室：登记为开发商持有，小区却没有登记开发商"],
    }),
  )
  expect((await pollOf(ctx, pollId)).state).toBe("draft")
})

test("a scope of some buildings is refused where the rule wants all owners, with its article", async () => {
  const world = await aWorld()
  const { ctx, pollId, buildingId } = await aPollDraft(world)
  const scope = { buildingIds: [buildingId], unitIds: [] }
  agreed(await editPoll(ctx, { pollId, version: 2, ...aDraft({ scope }) }))
  expect(await announcePoll(ctx, { pollId, version: 3 })).toEqual(
    refused("scope_not_allowed", { article: expect.stringContaining("第二百七十八条") }),
  )
})

test("a building of another estate is none of this poll's", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aPollDraft(world)
  const elsewhere = await aBuilding(ctx, await anEstate(ctx, { name: "悦园" }))
  const scope = { buildingIds: [elsewhere], unitIds: [] }
  expect(await editPoll(ctx, { pollId, version: 2, ...aDraft({ scope }) })).toMatchObject({ code: "not_found" })
})

test("a poll of another procedure than the topic's is refused", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { estateId } = await aBuildingOfOwners(ctx)
  const topicId = await aReadyTopic(ctx, { answers: forSingleOwner })
  const wrong = { preset: "ownersOrdinary" as const, topicId, estateId, title: "打开一户车库" }
  expect(await createPoll(ctx, wrong)).toMatchObject({ ok: false, code: "wrong_procedure" })
  const unasked = await aReadyTopic(ctx, { answers: null })
  expect(await createPoll(ctx, { ...wrong, topicId: unasked })).toMatchObject({ code: "poll_topic_not_routed" })
  expect(await createPoll(ctx, { ...wrong, topicId: null })).toMatchObject({ code: "poll_topic_missing" })
  expect(await createPoll(ctx, { ...wrong, estateId: null })).toMatchObject({ code: "poll_estate_missing" })
})

test.each([
  [{ counters: ["丑一"] }, "counters_missing"],
  [{ scrutineers: [] }, "scrutineers_missing"],
  [{ scrutineers: ["乙二"] }, "scrutineer_is_handler"],
  [{ scrutineers: ["悦园物业"] }, "scrutineer_is_handler"],
  [{ scrutineers: ["丑二"] }, "scrutineer_is_counter"],
  [{ question: " " }, "poll_question_missing"],
  [{ opensOn: null }, "poll_dates_missing"],
  [{ closesOn: "2026-10-20" }, "poll_dates_crossed"],
])("a draft with %j is not announced: %s", async (draft, code) => {
  const world = await aWorld()
  const { ctx, pollId } = await aPollDraft(world, { draft })
  expect(await announcePoll(ctx, { pollId, version: 2 })).toMatchObject({ ok: false, code })
})

test("an announced poll is not edited, and not announced twice", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anAnnouncedPoll(world)
  expect(await editPoll(ctx, { pollId, version: 2, ...aDraft() })).toMatchObject({ code: "poll_announced" })
  expect(await announcePoll(ctx, { pollId, version: 2 })).toMatchObject({ code: "poll_moved_on" })
})

test("who announces what another has changed meanwhile is told so", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aPollDraft(world)
  expect(await announcePoll(ctx, { pollId, version: 1 })).toMatchObject({ code: "changed_meanwhile" })
  expect(await editPoll(ctx, { pollId, version: 1, ...aDraft({ title: "换管" }) })).toMatchObject({
    code: "changed_meanwhile",
    detail: { version: 2, changes: [{ label: "标题", now: "更换排水管" }] },
  })
})

test("a topic stands on one poll at a time", async () => {
  const world = await aWorld()
  const { ctx, topicId, estateId } = await anAnnouncedPoll(world)
  const again = { preset: "ownersOrdinary" as const, topicId, estateId, title: "再来一次" }
  const { pollId } = agreed(await createPoll(ctx, again))
  agreed(await editPoll(ctx, { pollId, version: 1, ...aDraft() }))
  expect(await announcePoll(ctx, { pollId, version: 2 })).toMatchObject({ code: "topic_not_ready" })
  // Refused halfway, it leaves no roll and takes no number.
  expect(await listVoters(ctx.db.read, ctx.community.id, pollId)).toEqual([])
  expect((await pollOf(ctx, pollId)).sequence).toBeNull()
})

test("it opens on its first day and not before", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anAnnouncedPoll(world)
  on(world, "2026-10-23")
  expect(await openPoll(ctx, { pollId })).toMatchObject({ code: "poll_opens_later", detail: { opensOn: opens } })
  on(world, opens)
  agreed(await openPoll(ctx, { pollId }))
  expect(await openPoll(ctx, { pollId })).toMatchObject({ code: "poll_moved_on" })
  expect(await pollOf(ctx, pollId)).toMatchObject({ state: "open", closesOn: closes })
})

test("a poll called off gives its topic back, with the reason", async () => {
  const world = await aWorld()
  const { ctx, pollId, topicId } = await anAnnouncedPoll(world)
  expect(await cancelPoll(ctx, { pollId, reason: " " })).toMatchObject({ code: "poll_reason_missing" })
  agreed(await cancelPoll(ctx, { pollId, reason: "方案要改" }))
  expect(await pollOf(ctx, pollId)).toMatchObject({ state: "cancelled", endReason: "方案要改" })
  expect((await findTopic(ctx.db.read, ctx.community.id, topicId))?.state).toBe("prepared")
  expect(await cancelPoll(ctx, { pollId, reason: "再取消" })).toMatchObject({ code: "poll_moved_on" })
})

test("a consent of one owner asks each of the co-owners", async () => {
  const world = await aWorld()
  const { ctx, pollId, buildingId } = await aPollDraft(world, {
    owners: ["辛一、辛二", "辛三"],
    answers: forSingleOwner,
    poll: { preset: "singleOwner" },
    draft: { opensOn: "2026-10-08" },
  })
  expect(await announcePoll(ctx, { pollId, version: 2 })).toMatchObject({ code: "poll_one_unit" })
  const unitId = await aUnit(ctx, buildingId, { label: "901室", owners: ["壬一", "壬二"] })
  const scope = { buildingIds: [], unitIds: [unitId] }
  agreed(await editPoll(ctx, { pollId, version: 2, ...aDraft({ scope, opensOn: "2026-10-08" }) }))
  agreed(await announcePoll(ctx, { pollId, version: 3 }))
  const voters = await listVoters(ctx.db.read, ctx.community.id, pollId)
  expect(voters.map(voter => [voter.name, voter.areaCm2])).toEqual([
    ["壬一", 0],
    ["壬二", 0],
  ])
})

test("whoever has no office for it does nothing of a poll", async () => {
  const world = await aWorld()
  const { pollId } = await anAnnouncedPoll(world)
  for (const role of ["reviewer", "viewer", "administrator", "handler"] as const) {
    const ctx = await world.as(role)
    for (const refusal of [
      await createPoll(ctx, { preset: "selection", topicId: null, estateId: null, title: "推选" }),
      await editPoll(ctx, { pollId, version: 2, ...aDraft() }),
      await announcePoll(ctx, { pollId, version: 2 }),
      await openPoll(ctx, { pollId }),
      await cancelPoll(ctx, { pollId, reason: "不办了" }),
    ])
      expect(refusal).toMatchObject({ ok: false, code: "forbidden" })
  }
})

import { expect, test } from "vitest"
import type { BodyKind } from "#db/schema/people-organizations"
import { aReadyTopic } from "#tests/agenda/factories"
import { must } from "#tests/chamber/factories"
import { aWorld, type World } from "#tests/world"
import { convene, findProblems } from "~/convening/convene"
import { readConvening } from "~/convening/convening-preview"
import { readDraft } from "~/convening/draft-reading"
import { readMeeting } from "~/convening/meeting-reading"
import { draftMeeting, editMeeting } from "~/convening/meetings"
import { findMeeting, listAgendaItems, listParticipants } from "~/convening/store"
import { registerBody } from "~/people/bodies"
import { seatInBodyIn } from "~/people/body-terms"
import type { Ctx } from "~/web/context"
import { aConvenedMeeting, aDelegate, aDraft, aPerson } from "./factories"

type Seated = { name: string; post: string; until?: string }

async function aBody(ctx: Ctx, kind: BodyKind, name: string, people: Seated[] = []) {
  const { bodyId } = must(await registerBody(ctx, { kind, name, estateId: null, note: "" }))
  for (const { name, post, until = null } of people) {
    const personId = await aPerson(ctx, { name })
    const seat = { post, chosenHow: "elected" as const, basis: "名册", since: "2026-01-01", until }
    must(await ctx.db.tx("seat", q => seatInBodyIn(q, ctx, { ...seat, bodyId, personId, pollId: null })))
  }
  return bodyId
}

const noTopic = [{ id: null, title: "审议修缮方案", topicId: null, handling: "deliberate" as const, minutes: 30 }]

const codesOf = async (world: World, meetingId: string) => {
  const found = await findProblems(await world.as("secretary"), meetingId)
  return found.ok ? found.value.map(one => `${one.field} ${one.code}`) : []
}

test("to a party assembly every member of the branch on that day is called; delegates only attend", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const bodyId = await aBody(ctx, "partyBranch", "第一党支部", [
    { name: "甲一甲", post: "书记" },
    { name: "乙二乙", post: "党员" },
    { name: "丙三丙", post: "党员", until: "2026-10-14" },
  ])
  const observer = await aDelegate(ctx)
  const { meetingId, meeting } = await aConvenedMeeting(world, {
    preset: "partyAssembly",
    bodyId,
    agenda: noTopic,
    entitledDelegateIds: [],
    observerDelegateIds: [observer.id],
  })
  const people = await listParticipants(ctx.db.read, ctx.community.id, meetingId)
  expect(people.map(one => `${one.standing} ${one.capacity} ${one.name}`).toSorted()).toEqual([
    "entitled partyMember 乙二乙",
    "entitled partyMember 甲一甲",
    "observer resident 寅三",
  ])
  expect(meeting).toMatchObject({ bodyId, title: "第1次党员大会" })
  const shown = must(await readMeeting(ctx, meetingId))
  expect(shown.entitledGroups).toMatchObject([{ delegation: "党员", people: [{}, {}] }])
})

test("at a 居民会议 the roll says who is there for a household and who for themselves", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const bodyId = await aBody(ctx, "residentsAssembly", "居民会议名册", [
    { name: "甲一甲", post: "户代表" },
    { name: "乙二乙", post: "居民" },
  ])
  const { ctx: _, meetingId } = await aConvenedMeeting(world, {
    preset: "residents",
    bodyId,
    entitledDelegateIds: [],
    reasons: { notice: "年前要定下来" },
  })
  const people = await listParticipants(ctx.db.read, ctx.community.id, meetingId)
  expect(people.map(one => `${one.name} ${one.capacity}`).toSorted()).toEqual([
    "乙二乙 adultResident",
    "甲一甲 householdDelegate",
  ])
})

test("the only body of its kind is chosen already; of two one has to be named", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const first = await aBody(ctx, "partyBranch", "第一党支部")
  const draftOf = async () => {
    const { meetingId } = must(await draftMeeting(ctx, { preset: "partyAssembly" }))
    return (await findMeeting(ctx.db.read, ctx.community.id, meetingId))!
  }
  expect((await draftOf()).bodyId).toBe(first)
  await aBody(ctx, "partyBranch", "第二党支部")
  const { id, bodyId } = await draftOf()
  expect(bodyId).toBeNull()
  expect(await codesOf(world, id)).toContain("bodyId body_missing")
  expect(must(await readDraft(ctx, id)).bodies.map(body => body.label)).toEqual(["第一党支部", "第二党支部"])
})

test("a body without members on that day calls nobody together", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const bodyId = await aBody(ctx, "partyBranch", "第一党支部", [{ name: "甲一甲", post: "党员", until: "2026-10-14" }])
  const { meetingId } = await aDraft(world, { preset: "partyAssembly", bodyId, agenda: noTopic })
  expect(await codesOf(world, meetingId)).toEqual(["bodyId body_empty"])
})

test("a body of another kind is not there, and the table itself meets as no body", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const assembly = await aBody(ctx, "residentsAssembly", "居民会议名册")
  const party = await aDraft(world, { preset: "partyAssembly", bodyId: null, agenda: noTopic })
  expect(await editMeeting(ctx, { ...party.edit, bodyId: assembly })).toMatchObject({ code: "not_found" })
  const table = await aDraft(world, { bodyId: assembly })
  expect((await findMeeting(ctx.db.read, ctx.community.id, table.meetingId))!.bodyId).toBeNull()
})

test.each(["jointSession", "openTalk"] as const)(
  "a %s votes on nothing: its topics are talked over, and the notice asks for no quorum",
  async preset => {
    const world = await aWorld()
    const ctx = await world.as("secretary")
    const topicId = await aReadyTopic(ctx, { answers: null })
    const agenda = [{ id: null, title: "", topicId, handling: "deliberate" as const, minutes: 30 }]
    const { meetingId } = await aDraft(world, { preset, agenda })
    const [item] = await listAgendaItems(ctx.db.read, ctx.community.id, meetingId)
    expect(item!.handling).toBe("consult")
    const preview = must(await readConvening(ctx, meetingId))
    expect(preview.lines).toContainEqual({ label: "应到", value: "2人，协商一致，不进行表决" })
    expect(preview.agenda.join()).toContain("听取意见，不表决")
    expect((await convene(ctx, { meetingId })).ok).toBe(true)
    expect(must(await readMeeting(ctx, meetingId))).toMatchObject({ quorum: null, quorumArticle: "" })
  },
)

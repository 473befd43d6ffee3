import { expect, test } from "vitest"
import type { agendaHandlings } from "#db/schema/convening"
import { aReadyTopic, aStudy, forDeliberation, forOneOwner, forRepresentatives } from "#tests/agenda/factories"
import { aWorld, type World } from "#tests/world"
import { recordChainStep } from "~/agenda/chain"
import { recordPartyReview } from "~/agenda/party-reviews"
import { routeTopic } from "~/agenda/routing"
import { convene, findProblems } from "~/convening/convene"
import { listAgendaItems } from "~/convening/store"
import { sentences } from "~/refusals"
import type { PresetKey } from "~/rulebook/rules"
import { aDraft, aRepresentative } from "./factories"

type Matter = {
  preset?: PresetKey
  answers?: Record<string, string> | null
  handling?: (typeof agendaHandlings)[number]
}

/** A draft with one topic judged by these answers, and members for it. */
async function aDraftOn(world: World, { preset = "deliberation", answers, handling = "deliberate" }: Matter) {
  const ctx = await world.as("secretary")
  if (preset === "representatives") await aRepresentative(ctx)
  const topicId = await aReadyTopic(ctx, { answers })
  const draft = await aDraft(world, { preset, agenda: [{ id: null, title: "", topicId, handling, minutes: 30 }] })
  const problems = async () => {
    const found = await findProblems(ctx, draft.meetingId)
    return found.ok ? found.value : []
  }
  const sent = () => convene(ctx, { meetingId: draft.meetingId })
  return { ...draft, topicId, problems, sent }
}

const codesOf = async (draft: Awaited<ReturnType<typeof aDraftOn>>) => (await draft.problems()).map(one => one.code)

test("a topic nobody has judged is not put to the vote", async () => {
  const draft = await aDraftOn(await aWorld(), { answers: null })
  expect(await draft.problems()).toEqual([
    { code: "topic_not_routed", field: "agenda", detail: { title: "楼道堆物怎么清" } },
  ])
  expect((await draft.sent()).ok).toBe(false)
  await routeTopic(draft.ctx, { topicId: draft.topicId, answers: forDeliberation })
  expect((await draft.sent()).ok).toBe(true)
})

test("no majority of the table opens one owner's garage: the notice is refused with the article", async () => {
  const draft = await aDraftOn(await aWorld(), { answers: forOneOwner })
  const [problem] = await draft.problems()
  expect(problem).toMatchObject({
    code: "wrong_procedure",
    field: "agenda",
    detail: { title: "楼道堆物怎么清", procedure: "singleOwner", means: "deliberation" },
  })
  const spoken = sentences.wrong_procedure!(problem!.detail)
  expect(spoken).toContain("楼道堆物怎么清")
  expect(spoken).toContain("民法典")
  expect((await draft.sent()).ok).toBe(false)
})

test.each<[Matter["preset"], Record<string, string>, string[]]>([
  ["deliberation", { subject: "matter", private: "no", owners: "useFunds" }, ["wrong_procedure"]],
  ["deliberation", { subject: "convert" }, ["wrong_procedure"]],
  ["deliberation", forRepresentatives, ["wrong_procedure"]],
  ["representatives", forDeliberation, []],
  ["representatives", forOneOwner, ["wrong_procedure"]],
])("at a %s meeting a matter of %j finds %j in its way", async (preset, answers, codes) => {
  expect(await codesOf(await aDraftOn(await aWorld(), { preset, answers }))).toEqual(codes)
})

test.each([null, forOneOwner, { subject: "convert" }, forRepresentatives])(
  "any matter may be talked over without a vote, also one judged by %j",
  async answers => {
    const draft = await aDraftOn(await aWorld(), { answers, handling: "consult" })
    expect((await draft.sent()).ok).toBe(true)
    const [item] = await listAgendaItems(draft.ctx.db.read, draft.ctx.community.id, draft.meetingId)
    expect(item).toMatchObject({ handling: "consult", topicId: draft.topicId })
  },
)

test("an important matter waits for the party organization's study, and for its agreement", async () => {
  const world = await aWorld()
  const draft = await aDraftOn(world, { preset: "representatives", answers: forRepresentatives })
  const { ctx, topicId } = draft
  expect(await draft.problems()).toMatchObject([
    { code: "party_study_missing", detail: { article: expect.stringContaining("第三十条第四款") } },
  ])
  await recordPartyReview(ctx, { topicId, ...aStudy({ opinion: "notAgreed" }) })
  expect(await codesOf(draft)).toEqual(["party_study_not_agreed"])
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await recordPartyReview(ctx, { topicId, ...aStudy() })
  expect((await draft.sent()).ok).toBe(true)
})

test("what no law calls important needs no study, at the same meeting", async () => {
  const draft = await aDraftOn(await aWorld(), { preset: "representatives", answers: forDeliberation })
  expect((await draft.sent()).ok).toBe(true)
})

test("of a 四议两公开 that was begun every step before the representatives' is taken first", async () => {
  const world = await aWorld()
  const draft = await aDraftOn(world, { preset: "representatives", answers: forDeliberation })
  const { ctx, topicId } = draft
  const held = { heldOn: "2026-10-08", until: null, place: "社区会议室", content: "同意提交" }
  const voted = { entitled: 9, present: 7, inFavour: 6, against: 1, abstained: 0 }
  const steps = ["branchProposal", "committeesDiscussion", "partyAssembly"] as const
  for (const [seen, step] of steps.entries()) {
    if (seen > 0)
      expect(await draft.problems()).toMatchObject([{ code: "chain_step_missing", field: "agenda", detail: { step } }])
    world.clock.now = new Date(world.clock.now.getTime() + 60_000)
    expect(await recordChainStep(ctx, { ...held, ...voted, topicId, step, seen })).toMatchObject({ ok: true })
  }
  expect((await draft.sent()).ok).toBe(true)
})

test("what is no topic was never judged and is not put to the vote; it may be told or talked over", async () => {
  const world = await aWorld()
  for (const [handling, codes] of [
    ["deliberate", ["item_without_topic"]],
    ["consult", []],
    ["report", []],
  ] as const) {
    const { ctx, meetingId } = await aDraft(world, {
      agenda: [{ id: null, title: "打开102室车库", topicId: null, handling, minutes: 10 }],
    })
    const found = await findProblems(ctx, meetingId)
    expect(found.ok && found.value.map(one => one.code)).toEqual(codes)
  }
})

test("of two topics judged wrongly each is named", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const agenda = [
    { id: null, title: "", topicId: await aReadyTopic(ctx, { answers: forOneOwner }), handling: "deliberate" as const },
    { id: null, title: "", topicId: await aReadyTopic(ctx, { answers: null }), handling: "deliberate" as const },
  ].map(item => ({ ...item, minutes: 20 }))
  const { meetingId } = await aDraft(world, { agenda })
  const found = await findProblems(ctx, meetingId)
  expect(found.ok && found.value.map(one => one.code)).toEqual(["wrong_procedure", "topic_not_routed"])
})

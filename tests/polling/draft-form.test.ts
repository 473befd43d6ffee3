import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { registerPerson } from "~/people/persons"
import { DraftForm, readDraft } from "~/polling/draft-form"
import { readMatter, readMatters } from "~/polling/draft-views"
import { saveDraft } from "~/polling/drafting"
import { agreed, aPollDraft, candidatesNamed, pollOf } from "./factories"

const typed = (overrides: Record<string, unknown> = {}) =>
  DraftForm.parse({ version: "2", title: "换管", question: "换不换", seats: "1", ...overrides })

test("units are found however they are written, and one that is not in the register is named", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aPollDraft(world)
  const poll = await pollOf(ctx, pollId)
  const read = agreed(await readDraft(ctx, poll, typed({ units: "1栋 101\n一栋201室\n1栋101室" })))
  expect(read.scope?.unitIds).toHaveLength(2)
  expect(await readDraft(ctx, poll, typed({ units: "1栋909室" }))).toMatchObject({
    code: "unit_unknown",
    detail: { field: "units", label: "1栋909室" },
  })
})

test("candidates come from the register; of two of one name the telephone says who is meant", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aPollDraft(world)
  const poll = await pollOf(ctx, pollId)
  await candidatesNamed(ctx, ["癸一"])
  for (const phone of ["13900000101", "13900000102"]) {
    const facts = {
      name: "癸二",
      phone,
      gender: "unknown" as const,
      address: "",
      organization: "",
      gridId: null,
      note: "",
    }
    agreed(await registerPerson(ctx, facts))
  }
  const read = (candidates: string) => readDraft(ctx, poll, typed({ candidates }))
  expect(agreed(await read("癸一\n癸二 0102\n癸一")).options?.map(({ key, label }) => [key, label])).toEqual([
    ["c1", "癸一"],
    ["c2", "癸二"],
  ])
  expect(await read("癸二")).toMatchObject({ code: "candidate_ambiguous", detail: { name: "癸二" } })
  expect(await read("癸三")).toMatchObject({ code: "candidate_unknown", detail: { name: "癸三" } })
})

test("numbers are read in full width too, and what is none is refused at its field", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aPollDraft(world)
  const poll = await pollOf(ctx, pollId)
  expect(agreed(await readDraft(ctx, poll, typed({ seats: "２", electors: "１２０" })))).toMatchObject({
    seats: 2,
    electors: 120,
  })
  for (const [field, value] of [
    ["seats", "两个"],
    ["seats", "0"],
    ["electors", "约一百"],
  ] as const)
    expect(await readDraft(ctx, poll, typed({ [field]: value }))).toMatchObject({
      code: "number_not_whole",
      detail: { field },
    })
})

test("names of counters are split at whatever stands between them, each once", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aPollDraft(world)
  agreed(await saveDraft(ctx, pollId, typed({ counters: "丑一、丑二，丑一 丑三", scrutineers: "寅一" })))
  expect(await pollOf(ctx, pollId)).toMatchObject({ counters: ["丑一", "丑二", "丑三"], title: "换管", version: 3 })
})

test("a poll is offered for the topics that need one, by the procedure that was judged", async () => {
  const world = await aWorld()
  const { ctx, topicId } = await aPollDraft(world)
  const { matters } = agreed(await readMatters(ctx))
  expect(matters[0]).toMatchObject({ value: `topic:${topicId}`, label: "楼道堆物怎么清" })
  expect(matters.slice(1).map(matter => matter.value)).toEqual([
    "preset:selection",
    "preset:committeeElection",
    "preset:committeeElectionByRepresentatives",
  ])
  expect(agreed(await readMatter(ctx, `topic:${topicId}`))).toEqual({ preset: "ownersOrdinary", topicId })
  expect(await readMatter(ctx, "")).toMatchObject({ code: "poll_matter_missing" })
  expect(await readMatters(await world.as("reviewer"))).toMatchObject({ code: "forbidden" })
})

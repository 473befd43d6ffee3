import { expect, test } from "vitest"
import { must } from "#tests/chamber/factories"
import { readRef } from "~/records/meeting-paper-kinds"
import { approveMinutes, draftMinutes } from "~/records/minutes"
import { readSubstituted } from "~/records/previewed-characters"
import { readMinutesView } from "~/records/views"
import { aWorld } from "../world"
import { aMeetingOver, tenOfTwelve } from "./factories"

const withRareName = tenOfTwelve.map((one, at) => (at === 2 ? { ...one, name: "丙喆" } : one))

/** A meeting that is over, its minutes drafted; 丙喆 has a character the font of papers lacks. */
async function aMeeting(attenders = withRareName) {
  const world = await aWorld()
  const over = await aMeetingOver(world, { attenders, speeches: [] })
  must(await draftMinutes(over.recorder, over.meetingId))
  return { world, ...over, asked: { meetingId: over.meetingId, origin: null } }
}

test("beside the draft stands which characters are printed in another font, and where", async () => {
  const { recorder, chair, meetingId, world } = await aMeeting()
  const characters = [{ character: "喆", printedIn: "自带细楷体", where: "丙喆" }]
  for (const reader of [recorder, chair]) {
    const { paper } = must(await readMinutesView(reader, meetingId))
    expect(paper).toMatchObject({ substituted: characters, problems: [] })
  }
  must(await approveMinutes(chair, meetingId, 1))
  expect(must(await readMinutesView(recorder, meetingId)).paper!.substituted).toEqual(characters)
  // Whoever only reads has nothing to print.
  expect(must(await readMinutesView(await world.as("viewer"), meetingId)).paper!.substituted).toEqual([])
})

test("where every character has its font nothing is said", async () => {
  const { recorder, meetingId } = await aMeeting(tenOfTwelve)
  expect(must(await readMinutesView(recorder, meetingId)).paper!.substituted).toEqual([])
})

test("any paper of a meeting is looked through as it is previewed, and for nobody else", async () => {
  const { world, recorder, asked } = await aMeeting()
  const secretary = await world.as("secretary")
  const found = await readSubstituted(secretary, asked, readRef("signInSheet")!)
  expect(found).toEqual([{ character: "喆", printedIn: "自带细楷体", where: "丙喆" }])
  expect(await readSubstituted(secretary, asked, readRef("debateRules")!)).toEqual([])
  expect(await readSubstituted(recorder, asked, readRef("record")!)).toHaveLength(1)
  expect(await readSubstituted(await world.as("viewer"), asked, readRef("record")!)).toEqual([])
})

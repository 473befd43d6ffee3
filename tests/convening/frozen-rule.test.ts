import { expect, test, vi } from "vitest"
import { aWorld } from "#tests/world"
import { ruleOfMeeting } from "~/convening/readiness"
import { findMeeting } from "~/convening/store"
import { aConvenedMeeting, aDraft } from "./factories"

const rulebook = vi.hoisted(() => ({ noticeBoardDays: 15 }))

vi.mock("~/rulebook/presets", async importOriginal => {
  const original = await importOriginal<typeof import("~/rulebook/presets")>()
  const presetOf: typeof original.presetOf = key => ({ ...original.presetOf(key), ...rulebook })
  return { ...original, presetOf }
})

test("a preset that is changed later governs new meetings, and changes nothing of a convened one", async () => {
  const world = await aWorld()
  const convened = await aConvenedMeeting(world)
  const { ctx, meetingId } = await aDraft(world)
  rulebook.noticeBoardDays = 30
  const ruleNow = async (id: string) =>
    ruleOfMeeting(ctx.db.read, (await findMeeting(ctx.db.read, ctx.community.id, id))!)
  expect(await ruleNow(convened.meetingId)).toMatchObject({ noticeBoardDays: 15 })
  expect(await ruleNow(meetingId)).toMatchObject({ noticeBoardDays: 30 })
})

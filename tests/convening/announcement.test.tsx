import { renderToStaticMarkup } from "react-dom/server"
import { createRoutesStub } from "react-router"
import { expect, test } from "vitest"
import { tagWith } from "#tests/ui/render-part"
import { aWorld, type World } from "#tests/world"
import { readMeeting } from "~/convening/meeting-reading"
import { MeetingDocuments } from "~/convening/parts/MeetingDocuments"
import { draftEdition } from "~/records/public-editions"
import type { Ctx } from "~/web/context"
import { aConvenedMeeting, aDraft } from "./factories"

const documentsFor = async (ctx: Ctx, meetingId: string, slips: string | null = null) => {
  const meeting = await readMeeting(ctx, meetingId)
  if (!meeting.ok) throw new Error(meeting.code)
  const Stub = createRoutesStub([
    { path: "/", Component: () => <MeetingDocuments meeting={meeting.value} slips={slips} community="zhenxing" /> },
  ])
  return renderToStaticMarkup(<Stub />)
}
const aConvened = async (world: World) => (await aConvenedMeeting(world)).meetingId

test("from a convened meeting its public announcement is drawn up with one press", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const meetingId = await aConvened(world)
  const markup = await documentsFor(secretary, meetingId)
  expect(markup).toContain("起草会议公告")
  expect(tagWith(markup, "/notices")).toContain('method="post"')
  const form = markup.slice(markup.indexOf('action="/c/zhenxing/notices"'))
  for (const [name, value] of [
    ["intent", "draft"],
    ["kind", "convocation"],
    ["subjectId", meetingId],
  ])
    expect(tagWith(form, `name="${name}"`)).toContain(`value="${value}"`)
  expect((await draftEdition(secretary, { kind: "convocation", subjectId: meetingId })).ok).toBe(true)
})

test("check-in slips are sent for with a button: following a link prints nothing", async () => {
  const world = await aWorld()
  const at = "/c/zhenxing/meetings/1/slips"
  const markup = await documentsFor(await world.as("secretary"), await aConvened(world), at)
  expect(tagWith(markup, `action="${at}"`)).toContain('method="post"')
  expect(markup).not.toContain(`href="${at}"`)
})

test("whoever draws up no public edition is not offered it, and a draft has nothing to announce", async () => {
  const world = await aWorld()
  const meetingId = await aConvened(world)
  for (const role of ["administrator", "reviewer", "viewer"] as const)
    expect(await documentsFor(await world.as(role), meetingId)).not.toContain("起草会议公告")
  const { meetingId: draft } = await aDraft(world)
  expect(await documentsFor(await world.as("secretary"), draft)).not.toContain("起草会议公告")
})

import { expect, test } from "vitest"
import { aConvenedMeeting } from "#tests/convening/factories"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { issueConvocation } from "~/convening/convocation"
import { readDocument } from "~/records/document-reading"

test("a notice is read by its readers and by the meeting's own recorder; to outsiders it is not there", async () => {
  const world = await aWorld()
  const recorder = await world.as("gridWorker")
  const { ctx, meetingId } = await aConvenedMeeting(world, { recorderPersonId: recorder.actor.personId })
  const issued = await issueConvocation(ctx, { meetingId, origin: null })
  if (!issued.ok) throw new Error(issued.code)
  const { id } = issued.value.document
  for (const reader of [ctx, recorder, await world.as("delegate"), await world.as("viewer")])
    expect((await readDocument(reader, id)).ok).toBe(true)
  const otherGridWorker = { ...recorder, actor: await aMember(world.installation, world.community, ["gridWorker"]) }
  expect(await readDocument(otherGridWorker, id)).toMatchObject({ code: "forbidden" })
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const foreign = { ...ctx, community, actor: await aMember(world.installation, community, ["administrator"]) }
  expect(await readDocument(foreign, id)).toMatchObject({ code: "not_found" })
  expect(await readDocument(ctx, "invented")).toMatchObject({ code: "not_found" })
})

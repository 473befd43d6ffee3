import { must } from "#tests/chamber/factories"
import { postNotice } from "~/records/notices"
import { draftEdition, releaseEdition } from "~/records/public-editions"
import { approveResolution, draftResolutions, editResolution } from "~/records/resolutions"
import { findResolution } from "~/records/store"
import type { World } from "../world"
import { aMeetingOver, type MeetingOverInput } from "./factories"

/** A resolution the chair approved; `content` is its only item, as a person worded it. */
export async function anApprovedResolution(world: World, input: MeetingOverInput & { content?: string } = {}) {
  const meeting = await aMeetingOver(world, input)
  must(await draftResolutions(meeting.recorder, meeting.meetingId))
  const key = { meetingId: meeting.meetingId, roundId: meeting.roundIds[0]! }
  const resolution = (await findResolution(world.db.read, world.community.id, key.roundId))!
  let version = 1
  if (input.content !== undefined) {
    const items = [{ content: input.content, handler: "振兴物业服务有限公司", dueOn: "2026-12-31" }]
    version = must(await editResolution(meeting.recorder, key, { ...resolution.wording, items }, 1)).version
  }
  must(await approveResolution(meeting.chair, key, version))
  return { ...meeting, resolutionId: resolution.id }
}

/** A public edition drawn up by the secretary 乙二. */
export async function aDraftEdition(world: World, input: MeetingOverInput & { content?: string } = {}) {
  const approved = await anApprovedResolution(world, input)
  const secretary = await world.as("secretary")
  const subject = { kind: "resolution" as const, subjectId: approved.resolutionId }
  const { editionId } = must(await draftEdition(secretary, subject))
  return { ...approved, subject, secretary, reviewer: await world.as("reviewer"), editionId }
}

/** … released by the reviewer 戊五. */
export async function aReleasedEdition(world: World, input: MeetingOverInput & { content?: string } = {}) {
  const draft = await aDraftEdition(world, input)
  must(await releaseEdition(draft.reviewer, { editionId: draft.editionId, revision: 1 }))
  return draft
}

/** … and posted today. */
export async function aPostedNotice(world: World, input: MeetingOverInput & { content?: string } = {}) {
  const released = await aReleasedEdition(world, input)
  const { editionId, secretary } = released
  const posted = must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "社区公示栏" }))
  return { ...released, ...posted }
}

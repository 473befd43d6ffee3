import { must } from "#tests/chamber/factories"
import type { MeetingOver } from "#tests/records/factories"
import { civilDateOf } from "~/law/civil-date"
import { findEdition } from "~/records/edition-store"
import { addNoticePhoto, postNotice } from "~/records/notices"
import { receiveObjection } from "~/records/objections"
import { draftEdition, maskPhrase, releaseEdition } from "~/records/public-editions"
import { findResolution } from "~/records/store"
import type { Ctx } from "~/web/context"
import type { Frame } from "./access-people"

type Draft = { editionId: string; revision: number }

/** The public edition of an approved resolution, drawn up by this author. */
export async function anEdition({ world, ctx }: Frame, over: MeetingOver, author: Ctx = ctx.secretary): Promise<Draft> {
  const resolution = (await findResolution(world.db.read, world.community.id, over.roundIds[0]!))!
  const subject = { kind: "resolution" as const, subjectId: resolution.id }
  return { editionId: must(await draftEdition(author, subject)).editionId, revision: 1 }
}

/** … with one spot that a person added. */
export async function aMaskedEdition(house: Frame, over: MeetingOver) {
  const { editionId } = await anEdition(house, over)
  const phrase = { phrase: "电梯", shown: "设施", reason: "只有一部。" }
  const { revision } = must(await maskPhrase(house.ctx.secretary, { editionId, revision: 1, ...phrase }))
  const edition = (await findEdition(house.world.db.read, house.world.community.id, editionId))!
  return { editionId, revision, mark: edition.marks[0]! }
}

/** … released by the reviewer. */
export async function aReleasedEdition(house: Frame, over: MeetingOver): Promise<string> {
  const { editionId, revision } = await anEdition(house, over)
  must(await releaseEdition(house.ctx.reviewer, { editionId, revision }))
  return editionId
}

/** … posted today. */
export async function aNotice(house: Frame, over: MeetingOver): Promise<string> {
  const { secretary } = house.ctx
  const editionId = await aReleasedEdition(house, over)
  const posted = { editionId, postedOn: civilDateOf(secretary.now()), place: "社区公示栏" }
  return must(await postNotice(secretary, posted)).noticeId
}

/** … with a picture of the board. */
export async function aNoticeWithPhoto(house: Frame, over: MeetingOver, bytes: Uint8Array) {
  const noticeId = await aNotice(house, over)
  const { photoId } = must(await addNoticePhoto(house.ctx.secretary, { noticeId, bytes, caption: "公示栏" }))
  return { noticeId, noticePhotoId: photoId }
}

/** An objection that waits for its answer. */
export async function anObjection({ ctx }: Frame, noticeId: string): Promise<string> {
  const entry = { noticeId, name: "", phone: "", content: "水管太近", means: "staff" as const }
  return must(await receiveObjection(ctx.secretary, entry)).objectionId
}

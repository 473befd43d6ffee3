import { must } from "#tests/chamber/factories"
import { printNotice } from "~/records/edition-sheets"
import { findPostedNotice } from "~/records/notice-store"
import { setNoticePhotoPublic } from "~/records/notices"
import type { Frame } from "./access-people"

/** The sheet of a notice as it hangs, and its picture, looked over for the board. */
export async function onTheWall(
  { world, ctx }: Frame,
  { noticeId, noticePhotoId: photoId }: { noticeId: string; noticePhotoId: string },
) {
  const posted = await findPostedNotice(world.db.read, world.community.id, noticeId)
  const sheet = must(await printNotice(ctx.secretary, { editionId: posted!.edition.id })).document
  must(await setNoticePhotoPublic(ctx.secretary, { noticeId, photoId, isPublic: true }))
  return { wallDocumentId: sheet.id, wallPhotoId: photoId }
}

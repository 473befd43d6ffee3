import type { ResolutionWording } from "#db/schema/records"
import { printNotice } from "~/records/edition-sheets"
import { approveMinutes, draftMinutes, exportMinutes } from "~/records/minutes"
import { addNoticePhoto, postNotice, setNoticePhotoPublic } from "~/records/notices"
import { draftEdition, releaseEdition } from "~/records/public-editions"
import { approveResolution, draftResolutions, editResolution, exportResolution } from "~/records/resolutions"
import { findResolution } from "~/records/store"
import type { Ctx } from "~/web/context"
import { must } from "./must"
import { sketch } from "./sketches"
import type { Story } from "./stage"

/** The minutes as drafted from the record, approved by the chair and printed. */
export async function writeMinutes(chair: Ctx, meetingId: string): Promise<void> {
  must(await draftMinutes(chair, meetingId))
  must(await approveMinutes(chair, meetingId, 1))
  must(await exportMinutes(chair, meetingId))
}

/** The resolution of a round, worded further where `word` is given, approved by the chair and printed. Returns its id. */
export async function writeResolution(
  chair: Ctx,
  key: { meetingId: string; roundId: string },
  word?: (drafted: ResolutionWording) => ResolutionWording,
): Promise<string> {
  must(await draftResolutions(chair, key.meetingId))
  const drafted = (await findResolution(chair.db.read, chair.community.id, key.roundId))!
  if (word) must(await editResolution(chair, key, word(drafted.wording), drafted.version))
  must(await approveResolution(chair, key, drafted.version + (word ? 1 : 0)))
  must(await exportResolution(chair, key))
  return drafted.id
}

type Posting = { resolutionId: string; day: number; hour: string; place: string }

/** 公示: drawn up by 乙二, looked over and released by 戊五, printed and hung. Returns edition and notice. */
export async function postResolution(
  story: Story,
  { resolutionId, day, hour, place }: Posting,
): Promise<{ editionId: string; noticeId: string; until: string }> {
  const subject = { kind: "resolution", subjectId: resolutionId } as const
  const { editionId } = must(await draftEdition(story.as("乙二", day, `${hour}:00`), subject))
  must(await releaseEdition(story.as("戊五", day, `${hour}:20`), { editionId, revision: 1 }))
  const poster = story.as("乙二", day, `${hour}:40`)
  const { noticeId, until } = must(await postNotice(poster, { editionId, postedOn: story.dayOf(day), place }))
  must(await printNotice(poster, { editionId }))
  const photo = { noticeId, bytes: await sketch("noticeBoard"), caption: "公示栏张贴情况" }
  const { photoId } = must(await addNoticePhoto(poster, photo))
  must(await setNoticePhotoPublic(poster, { noticeId, photoId, isPublic: true }))
  return { editionId, noticeId, until }
}

import { type Stance, stances } from "#db/schema/chamber-speaking"
import { findAttendance } from "~/chamber/attendance/store"
import { countsChannel, inMeeting, meetingSubject } from "~/chamber/meeting-access"
import { mayRecord } from "~/chamber/rules"
import { findLastSpeechOrdinal, findSpeech, insertSpeech, updateSpeech } from "~/chamber/speaking/store"
import { findAgendaItem } from "~/chamber/store"
import { findParticipant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"

export const stanceNames: Record<Stance, string> = {
  support: "赞成",
  oppose: "不赞成",
  conditional: "有条件赞成",
  neutral: "只说情况",
}

const longestGist = 2000

type Said = { stance: Stance; gist: string }

function checkSaid({ stance, gist }: Said): Result<Said> {
  if (!stances.includes(stance)) return refuse("stance_missing", { field: "stance" })
  const text = gist.trim()
  if (!text) return refuse("gist_missing", { field: "gist" })
  return text.length > longestGist
    ? refuse("text_too_long", { field: "gist", longest: longestGist })
    : done({ stance, gist: text })
}

/**
 * 发言, taken down by the recorder until the minutes are out.
 * Refusals: gist_missing, stance_missing, text_too_long, meeting_not_recorded_now, not_found, speaker_absent.
 */
export async function recordSpeech(
  ctx: Ctx,
  input: { meetingId: string; agendaItemId: string; participantId: string; stance: Stance; gist: string },
): Promise<Result<{ speechId: string }>> {
  const { meetingId } = input
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    const said = checkSaid(input)
    if (!said.ok) return said
    if (!mayRecord(meeting.state)) return refuse("meeting_not_recorded_now")
    const item = await findAgendaItem(q, ctx.community.id, meetingId, input.agendaItemId)
    const speaker = await findParticipant(q, ctx.community.id, input.participantId)
    if (!item || speaker?.meetingId !== meetingId) return refuse("not_found")
    const attendance = await findAttendance(q, ctx.community.id, meetingId, speaker.id)
    if (!attendance?.firstArrivedAt) return refuse("speaker_absent", { name: speaker.name, field: "participantId" })
    const speechId = ctx.newId()
    await insertSpeech(q, {
      communityId: ctx.community.id,
      id: speechId,
      meetingId,
      agendaItemId: item.id,
      ordinal: (await findLastSpeechOrdinal(q, ctx.community.id, meetingId, item.id)) + 1,
      participantId: speaker.id,
      ...said.value,
      at: ctx.now(),
      requestId: null,
      version: 1,
    })
    await audit(q, ctx, "speech.recorded", meetingSubject(meetingId), { speechId, name: speaker.name })
    return done({ speechId })
  })
  if (result.ok) ctx.publish(countsChannel(meetingId))
  return result
}

/**
 * Puts the gist of a speech right. Refusals: not_found, changed_meanwhile, those of `recordSpeech`.
 */
export async function editSpeech(
  ctx: Ctx,
  input: { speechId: string; version: number; stance: Stance; gist: string },
): Promise<Result<null>> {
  const found = await findSpeech(ctx.db.read, ctx.community.id, input.speechId)
  if (!found) return refuse("not_found")
  const result = await inMeeting(ctx, found.meetingId, "meeting:record", async (q, meeting) => {
    const said = checkSaid(input)
    if (!said.ok) return said
    if (!mayRecord(meeting.state)) return refuse("meeting_not_recorded_now")
    const speech = await findSpeech(q, ctx.community.id, input.speechId)
    if (!speech) return refuse("not_found")
    const key = { communityId: ctx.community.id, id: speech.id, version: input.version }
    if (!(await updateSpeech(q, key, said.value))) return changedSpeech(speech)
    const was = { stance: speech.stance, gist: speech.gist }
    await audit(q, ctx, "speech.edited", meetingSubject(speech.meetingId), { speechId: speech.id, was })
    return done(null)
  })
  if (result.ok) ctx.publish(countsChannel(found.meetingId))
  return result
}

const changedSpeech = (now: Said & { version: number }) =>
  refuse("changed_meanwhile", {
    version: now.version,
    changes: [
      { label: "态度", now: stanceNames[now.stance] },
      { label: "发言要点", now: now.gist },
    ],
  })

import type { Writer } from "#db/client"
import { type Stance, stances } from "#db/schema/chamber-speaking"
import { findAttendance } from "~/chamber/attendance/store"
import { countsChannel, inMeeting, meetingSubject } from "~/chamber/meeting-access"
import { mayRecord } from "~/chamber/rules"
import { stanceNames } from "~/chamber/speaking/rules"
import { findLastSpeechOrdinal, findSpeech, insertSpeech, updateSpeech } from "~/chamber/speaking/store"
import { findRequest, listTurnEvents, listTurnsWithGist } from "~/chamber/speaking/turn-store"
import { findAgendaItem } from "~/chamber/store"
import { findParticipant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"

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

type NewSpeech = { meetingId: string; stance: Stance; gist: string } & (
  | { requestId: string; agendaItemId?: string; participantId?: string }
  | { requestId?: undefined; agendaItemId: string; participantId: string }
)

/**
 * 发言, taken down by the recorder until the minutes are out. With `requestId` it is the gist of a turn at the clock, which
 * says who spoke, on which item and since when; one gist for each turn.
 * Refusals: gist_missing, stance_missing, text_too_long, meeting_not_recorded_now, not_found, speaker_absent,
 * turn_not_begun { name }, gist_already_taken { name }.
 */
export async function recordSpeech(ctx: Ctx, input: NewSpeech): Promise<Result<{ speechId: string }>> {
  const { meetingId } = input
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    const said = checkSaid(input)
    if (!said.ok) return said
    if (!mayRecord(meeting.state)) return refuse("meeting_not_recorded_now")
    const turn = await findTurn(q, ctx, input)
    if (!turn.ok) return turn
    const item = await findAgendaItem(q, ctx.community.id, meetingId, turn.value.agendaItemId)
    const speaker = await findParticipant(q, ctx.community.id, turn.value.participantId)
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
      at: turn.value.at,
      requestId: input.requestId ?? null,
      version: 1,
    })
    await audit(q, ctx, "speech.recorded", meetingSubject(meetingId), { speechId, name: speaker.name })
    return done({ speechId })
  })
  if (result.ok) ctx.publish(countsChannel(meetingId))
  return result
}

type Told = { agendaItemId: string; participantId: string; at: Date }

/** Whose speech it is, on what, and when: of a turn as the clock has it, else as the recorder says. */
async function findTurn(q: Writer, ctx: Ctx, input: NewSpeech): Promise<Result<Told>> {
  if (input.requestId === undefined)
    return done({ agendaItemId: input.agendaItemId, participantId: input.participantId, at: ctx.now() })
  const request = await findRequest(q, ctx.community.id, input.requestId)
  if (request?.meetingId !== input.meetingId) return refuse("not_found")
  const name = (await findParticipant(q, ctx.community.id, request.participantId))?.name ?? ""
  if (request.state === "waiting" || request.state === "withdrawn") return refuse("turn_not_begun", { name })
  // Asked under the meeting's lock: two recorders do not take one turn down twice.
  if ((await listTurnsWithGist(q, ctx.community.id, input.meetingId)).has(request.id))
    return refuse("gist_already_taken", { name })
  const events = await listTurnEvents(q, ctx.community.id, input.meetingId, request.id)
  const { agendaItemId, participantId } = request
  return done({ agendaItemId, participantId, at: events.findLast(one => one.kind === "begun")?.at ?? ctx.now() })
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

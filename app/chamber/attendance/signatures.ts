import { canArrive } from "~/chamber/attendance/rules"
import { countsChannel, meetingSubject } from "~/chamber/meeting-access"
import { findMeeting, findParticipant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { consentsInForce } from "~/people/consent-store"
import { giveOwnConsentIn } from "~/people/consents"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { asSeat } from "./attendance"
import { type MeetingHead, readHead } from "./presence-view"
import { contentHashOf, signatureHashOf } from "./signature-chain"
import { readDrawing, statementOf } from "./signature-rules"
import { findLastLink, hasSigned, insertSignature } from "./signature-store"

export type SigningView = {
  head: MeetingHead
  name: string
  statement: string
  /** Whether signing on tablets was agreed to before; then it is not asked again. */
  hasAgreed: boolean
  hasSigned: boolean
}

/** The sheet to be signed at check-in. Refusals: not_seated, helped_seat_signs_nothing, and those of `canArrive`. */
export async function readSigning(ctx: Ctx): Promise<Result<SigningView>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  if (seat.helper) return refuse("helped_seat_signs_nothing")
  const q = ctx.db.read
  const meeting = await findMeeting(q, ctx.community.id, seat.meetingId)
  if (!meeting) return refuse("not_seated")
  const open = canArrive(meeting.state)
  if (!open.ok) return open
  const hasAgreed = (await consentsInForce(q, ctx.community.id, [seat.personId])).get(seat.personId)!.eSigning
  return done({
    head: await readHead(q, meeting),
    name: seat.name,
    statement: statementOf({ name: seat.name, meeting: meeting.title, hasAgreed }),
    hasAgreed,
    hasSigned: await hasSigned(q, ctx.community.id, meeting.id, seat.participantId),
  })
}

/**
 * 签名签到: a drawing under the words that stood above it, bound to person and time and to the signature before it. The first
 * one carries the agreement to sign this way, filed as the person's consent. A later one stands beside the earlier.
 * Refusals: not_seated, helped_seat_signs_nothing, signing_not_agreed, signature_statement_changed, those of `readDrawing`
 * and `canArrive`.
 */
export async function signCheckIn(
  ctx: Ctx,
  input: {
    strokes: string
    width: number
    height: number
    statement: string
    agreed: boolean
    device: string
  },
): Promise<Result<{ signatureId: string }>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  if (seat.helper) return refuse("helped_seat_signs_nothing")
  const drawing = readDrawing(input)
  if (!drawing.ok) return drawing
  const { id: communityId } = ctx.community
  const result = await ctx.db.tx(`meeting:${seat.meetingId}`, async q => {
    const meeting = await findMeeting(q, communityId, seat.meetingId)
    const participant = await findParticipant(q, communityId, seat.participantId)
    if (!meeting || participant?.meetingId !== meeting.id) return refuse("not_seated")
    const open = canArrive(meeting.state)
    if (!open.ok) return open
    const { id: participantId, personId, name } = participant
    const hasAgreed = (await consentsInForce(q, communityId, [personId])).get(personId)!.eSigning
    if (!hasAgreed && !input.agreed) return refuse("signing_not_agreed", { field: "agreed" })
    const statement = statementOf({ name, meeting: meeting.title, hasAgreed })
    if (input.statement !== statement) return refuse("signature_statement_changed")
    const seated = asSeat(ctx, seat)
    if (!hasAgreed) await giveOwnConsentIn(q, seated, { personId, kind: "eSigning", note: `签到时，${meeting.title}` })
    const last = await findLastLink(q, communityId, meeting.id)
    const now = ctx.now()
    // The order of the chain is the order of time: no two share an instant, and a clock set back does not tangle it.
    const signedAt = last && last.signedAt >= now ? new Date(last.signedAt.getTime() + 1) : now
    const signed = { meetingId: meeting.id, participantId, statement, ...drawing.value, signedAt }
    const contentHash = contentHashOf(signed)
    const signatureHash = signatureHashOf({ ...signed, contentHash }, last?.signatureHash ?? "")
    const signatureId = ctx.newId()
    await insertSignature(q, {
      ...signed,
      communityId,
      id: signatureId,
      purpose: "checkIn",
      contentHash,
      device: input.device,
      signatureHash,
    })
    await audit(q, seated, "attendance.signed", meetingSubject(meeting.id), { participantId, name, signatureHash })
    return done({ signatureId })
  })
  if (result.ok) ctx.publish(countsChannel(seat.meetingId))
  return result
}

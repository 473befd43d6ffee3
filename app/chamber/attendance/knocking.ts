import { timingSafeEqual } from "node:crypto"
import type { Reader, Writer } from "#db/client"
import { canArrive } from "~/chamber/attendance/rules"
import { checkInCodeOf } from "~/convening/check-in-codes"
import { findMeeting, listParticipants, type Meeting, type Participant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { countAttempt, readAttempts } from "~/web/limits"

/** Wrong codes until the next window: of one address, or of one seat that hands its tablet on. Right ones cost nothing. */
const wrongCodes = 20
/**
 * Wrong codes by everyone together after which a code alone no longer opens a seat: the name must stand beside it. Nobody
 * with a right code is kept out by a stranger's guessing, and a guess then hits one code in a hundred million, not one of
 * a whole hall's.
 */
const wrongCodesUntilNames = 300
const windowMinutes = 10

export type Knock = { meetingId: string; code: string; address: string; name?: string }

/** A tablet that holds a seat here is counted by its seat: a hall behind one address does not lock out its own tablets. */
function bucketsOf(ctx: Ctx, { meetingId, address }: Knock) {
  const { seat } = ctx.actor
  const isSeated = seat?.meetingId === meetingId
  return {
    isSeated,
    own: isSeated ? `seat:participant:${seat.participantId}` : `seat:address:${address}`,
    meeting: `seat:meeting:${meetingId}`,
  }
}

/**
 * Whether this knock is heard at all; asked before the meeting's lock is taken too, so that a flood of guesses does not
 * stand in the way of ballots. Refusals: too_many_attempts, code_needs_name.
 */
export async function mayKnock(q: Reader, ctx: Ctx, knock: Knock): Promise<Result<null>> {
  const { isSeated, own, meeting } = bucketsOf(ctx, knock)
  const now = ctx.now()
  if ((await readAttempts(q, own, now, windowMinutes)) >= wrongCodes)
    return refuse("too_many_attempts", { minutes: windowMinutes })
  if (isSeated || knock.name !== undefined) return done(null)
  const isGuessedAt = (await readAttempts(q, meeting, now, windowMinutes)) >= wrongCodesUntilNames
  return isGuessedAt ? refuse("code_needs_name", { field: "name" }) : done(null)
}

/**
 * Inner step: the participant a code belongs to, while one may enter. A wrong one is counted; nothing says what was wrong.
 * Refusals: not_found, those of `canArrive` and `mayKnock`, code_wrong.
 */
export async function findByCode(
  q: Writer,
  ctx: Ctx,
  knock: Knock,
): Promise<Result<{ meeting: Meeting; participant: Participant }>> {
  const meeting = await findMeeting(q, ctx.community.id, knock.meetingId)
  if (!meeting) return refuse("not_found")
  const open = canArrive(meeting.state)
  if (!open.ok) return open
  const heard = await mayKnock(q, ctx, knock)
  if (!heard.ok) return heard

  const given = Buffer.from(
    knock.code
      .normalize("NFKC")
      .replace(/[^0-9]/g, "")
      .slice(0, 8)
      .padEnd(8, "x"),
  )
  const name = knock.name === undefined ? null : plainName(knock.name)
  // Every code is compared, each in constant time, so that the time taken tells nothing about any of them.
  const matching = (await listParticipants(q, ctx.community.id, meeting.id)).filter(participant =>
    timingSafeEqual(Buffer.from(checkInCodeOf(ctx.secret, participant)), given),
  )
  const participant =
    matching.length === 1 ? matching[0] : matching.find(one => name !== null && plainName(one.name) === name)
  if (participant && (name === null || plainName(participant.name) === name)) return done({ meeting, participant })
  const buckets = bucketsOf(ctx, knock)
  for (const bucket of [buckets.own, buckets.meeting]) await countAttempt(q, bucket, ctx.now(), windowMinutes)
  return refuse("code_wrong", { field: "code" })
}

const plainName = (name: string) => name.normalize("NFKC").replace(/\s/g, "")

import type { Reader } from "#db/client"
import type { ChallengeGround } from "#db/schema/chamber-challenges"
import { findHolderId } from "~/chamber/attendance/proxy-store"
import { meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { findMotion } from "~/chamber/motions/store"
import { findParticipant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx, Seat } from "~/web/context"
import { ballotWords } from "./ballot-marks"
import { listNamedBallots, listRoll } from "./ballot-store"
import {
  type Challenge,
  findChallenge,
  insertChallenge,
  listChallenges,
  updateChallengeAnswered,
} from "./challenge-store"
import { inRound } from "./round-access"
import { findRound, type Round } from "./round-store"

const longestAnswer = 500

/**
 * 我对计票有异议, from the own seat between closing and proclaiming; as proxy for whom the seat stands for. It says that
 * something is wrong, never what was voted. Refusals: not_seated, not_found, not_entitled, proxy_not_held,
 * no_challenge_now, challenge_waiting, challenge_answered_before.
 */
export async function raiseChallenge(
  ctx: Ctx,
  input: { roundId: string; ground: ChallengeGround; forParticipantId?: string },
): Promise<Result<{ challengeId: string }>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const result = await ctx.db.tx(`meeting:${seat.meetingId}`, async q => {
    const round = await findRound(q, ctx.community.id, input.roundId)
    if (round?.meetingId !== seat.meetingId) return refuse("not_found")
    const whose = await whoseBallot(q, ctx, seat, input.forParticipantId)
    if (!whose.ok) return whose
    const raisedById = whose.value === seat.participantId ? null : seat.participantId
    return raiseIn(q, ctx, round, { participantId: whose.value, raisedById, ground: input.ground, means: "tablet" })
  })
  if (result.ok) ctx.publish(stateChannel(seat.meetingId))
  return result
}

/** The seat itself, or whom it stands for. Refusal: proxy_not_held. */
export async function whoseBallot(q: Reader, ctx: Ctx, seat: Seat, forParticipantId?: string): Promise<Result<string>> {
  if (forParticipantId === undefined || forParticipantId === seat.participantId) return done(seat.participantId)
  const holderId = await findHolderId(q, ctx.community.id, seat.meetingId, forParticipantId)
  return holderId === seat.participantId ? done(forParticipantId) : refuse("proxy_not_held")
}

/**
 * The same said aloud, taken down by whoever is at the desk. Refusals: not_found, forbidden, not_entitled,
 * no_challenge_now, challenge_waiting, challenge_answered_before.
 */
export const raiseChallengeAtDesk = (
  ctx: Ctx,
  { roundId, participantId, ground }: { roundId: string; participantId: string; ground: ChallengeGround },
): Promise<Result<{ challengeId: string }>> =>
  inRound(ctx, roundId, "meeting:desk", (q, _, round) =>
    raiseIn(q, ctx, round, { participantId, raisedById: null, ground, means: "desk" }),
  )

async function raiseIn(
  q: Parameters<typeof insertChallenge>[0],
  ctx: Ctx,
  round: Round,
  input: Pick<Challenge, "participantId" | "raisedById" | "ground" | "means">,
): Promise<Result<{ challengeId: string }>> {
  const participant = await findParticipant(q, ctx.community.id, input.participantId)
  if (participant?.meetingId !== round.meetingId) return refuse("not_found")
  if (participant.standing !== "entitled") return refuse("not_entitled")
  if (round.state !== "closed") return refuse("no_challenge_now")
  const earlier = await listChallenges(q, ctx.community.id, round.id)
  if (earlier.some(one => one.participantId === participant.id && !one.answeredAt)) return refuse("challenge_waiting")
  // Said again in the same words it would only put the proclamation off.
  if (earlier.some(one => one.participantId === participant.id && one.ground === input.ground))
    return refuse("challenge_answered_before")
  const id = ctx.newId()
  await insertChallenge(q, {
    communityId: ctx.community.id,
    id,
    roundId: round.id,
    ...input,
    raisedAt: ctx.now(),
    answer: "",
    answeredAt: null,
    answeredBy: "",
  })
  await audit(q, ctx, "round.challenged", meetingSubject(round.meetingId), {
    roundId: round.id,
    motionId: round.motionId,
    name: participant.name,
    ...(input.raisedById ? { by: ctx.actor.seat?.name ?? "" } : {}),
    ground: input.ground,
  })
  return done({ challengeId: id })
}

/**
 * What was found and said to the one who raised it; told to the hall before the result is proclaimed.
 * Refusals: not_found, forbidden, answer_missing, text_too_long, challenge_answered.
 */
export async function answerChallenge(ctx: Ctx, input: { challengeId: string; answer: string }): Promise<Result<null>> {
  const found = await findChallenge(ctx.db.read, ctx.community.id, input.challengeId)
  if (!found) return refuse("not_found")
  const answer = input.answer.trim()
  return inRound(ctx, found.roundId, "meeting:chair", async (q, meeting, round) => {
    if (!answer) return refuse("answer_missing", { field: "answer" })
    if (answer.length > longestAnswer) return refuse("text_too_long", { field: "answer", longest: longestAnswer })
    const set = { answer, answeredAt: ctx.now(), answeredBy: ctx.actor.name }
    if (!(await updateChallengeAnswered(q, ctx.community.id, found.id, set))) return refuse("challenge_answered")
    const participant = await findParticipant(q, ctx.community.id, found.participantId)
    await audit(q, ctx, "round.challengeAnswered", meetingSubject(meeting.id), {
      roundId: round.id,
      motionId: round.motionId,
      name: participant?.name ?? "",
    })
    return done(null)
  })
}

export type OwnBallot = {
  choice: string
  choiceName: string
  channel: "tablet" | "paper"
  /** How often it was changed before closing. */
  changes: number
  helperName: string
}

/**
 * How one's own ballot of a named round is recorded, for the seat alone, or one that the seat cast as proxy; null where none
 * is. Of a secret round nobody can say.
 * Refusals: not_seated, not_found, proxy_not_held, not_cast_by_proxy { name }, own_ballot_sealed, round_annulled.
 */
export async function readOwnBallot(
  ctx: Ctx,
  roundId: string,
  forParticipantId?: string,
): Promise<Result<OwnBallot | null>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const q = ctx.db.read
  const round = await findRound(q, ctx.community.id, roundId)
  const motion = round && (await findMotion(q, ctx.community.id, round.motionId))
  if (!motion || round.meetingId !== seat.meetingId) return refuse("not_found")
  if (round.secret) return refuse("own_ballot_sealed")
  if (round.state === "annulled") return refuse("round_annulled")
  const whose = await whoseBallot(q, ctx, seat, forParticipantId)
  if (!whose.ok) return whose
  const isMine = ({ participantId }: { participantId: string }) => participantId === whose.value
  const ballot = (await listNamedBallots(q, ctx.community.id, roundId)).find(isMine)
  const entry = (await listRoll(q, ctx.community.id, roundId)).find(isMine)
  if (!ballot || !entry) return done(null)
  if (whose.value !== seat.participantId && entry.castById !== seat.participantId) {
    const principal = await findParticipant(q, ctx.community.id, whose.value)
    return refuse("not_cast_by_proxy", { name: principal?.name ?? "" })
  }
  const { choice, changes } = ballot
  return done({
    choice,
    choiceName: ballotWords(motion, choice),
    channel: entry.channel,
    changes,
    helperName: entry.helperName,
  })
}

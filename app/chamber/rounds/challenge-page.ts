import type { Reader } from "#db/client"
import { listProxiesInForce } from "~/chamber/attendance/proxy-store"
import { findParticipant, type Participant } from "~/convening/store"
import { sortByStrokes } from "~/law/names"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { readChallenges } from "./challenge-view"
import { whoseBallot } from "./challenges"
import { findRound, type Round } from "./round-store"

type Whose = { participantId: string; name: string; isPrincipal: boolean }

/** 异议 as its own delegate is shown it, the newest; the answer is null while it waits. */
export type OwnChallenge = { groundName: string; answer: string | null }

/** Somebody whose ballot a seat answers for; `mayRaise` while nothing of theirs waits for its answer. */
export type AnsweredFor = Whose & { mayRaise: boolean; earlier: OwnChallenge | null }

/** 对计票的异议 on a tablet: for the seat's own ballot, or for that of somebody it stands for. */
export type ChallengePage = {
  whose: Whose
  /** Nothing of this one waits for its answer, and this one may vote here. */
  mayRaise: boolean
  /** What was raised for this one last. */
  earlier: OwnChallenge | null
  /** The others whose ballots this seat answers for, and who wait for no answer: itself, and those it stands for. */
  others: Whose[]
}

/** Refusals: not_seated, not_found, proxy_not_held. */
export async function readChallengePage(
  ctx: Ctx,
  roundId: string,
  forParticipantId?: string,
): Promise<Result<ChallengePage>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const q = ctx.db.read
  const round = await findRound(q, ctx.community.id, roundId)
  if (round?.meetingId !== seat.meetingId) return refuse("not_found")
  const whose = await whoseBallot(q, ctx, seat, forParticipantId)
  if (!whose.ok) return whose
  const participant = await findParticipant(q, ctx.community.id, seat.participantId)
  if (!participant) return refuse("not_found")
  const all = await listAnsweredFor(q, round, participant)
  const mine = all.find(one => one.participantId === whose.value)
  if (!mine) return refuse("not_found")
  const { mayRaise, earlier } = mine
  return done({
    whose: whoseOf(mine),
    mayRaise: mayRaise && round.state === "closed",
    earlier,
    others: sortByStrokes(all.filter(one => one !== mine && one.mayRaise).map(whoseOf), one => one.name),
  })
}

const whoseOf = ({ participantId, name, isPrincipal }: AnsweredFor): Whose => ({ participantId, name, isPrincipal })

/** Itself first, then whom this participant stands for, each with what was raised last. */
export async function listAnsweredFor(
  q: Reader,
  round: Pick<Round, "communityId" | "id" | "meetingId">,
  self: Pick<Participant, "id" | "name" | "standing">,
): Promise<AnsweredFor[]> {
  const challenges = await readChallenges(q, round)
  const held = (await listProxiesInForce(q, round.communityId, round.meetingId)).filter(one => one.holderId === self.id)
  const principals = await Promise.all(held.map(proxy => findParticipant(q, round.communityId, proxy.principalId)))
  return [self, ...principals.filter(one => one !== null)].map(({ id, name, standing }) => {
    const own = challenges.filter(one => one.participantId === id)
    const newest = own.toSorted((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime()).at(-1)
    const earlier = newest ? { groundName: newest.groundName, answer: newest.answer?.words ?? null } : null
    const mayRaise = standing === "entitled" && earlier?.answer !== null
    return { participantId: id, name, isPrincipal: id !== self.id, mayRaise, earlier }
  })
}

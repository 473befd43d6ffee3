import { listProxiesInForce } from "~/chamber/attendance/proxy-store"
import { findParticipant } from "~/convening/store"
import { sortByStrokes } from "~/law/names"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { readChallenges } from "./challenge-view"
import { whoseBallot } from "./challenges"
import { findRound } from "./round-store"

type Whose = { participantId: string; name: string; isPrincipal: boolean }

/** 对计票的异议 on a tablet: for the seat's own ballot, or for that of somebody it stands for. */
export type ChallengePage = {
  whose: Whose
  /** Nothing of this one waits for its answer, and this one may vote here. */
  mayRaise: boolean
  /** What was raised for this one last; the answer is null while it waits. */
  earlier: { groundName: string; answer: string | null } | null
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
  const challenges = await readChallenges(q, round)
  const earlierOf = (participantId: string) =>
    challenges
      .filter(one => one.participantId === participantId)
      .toSorted((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime())
      .at(-1)
  const isFree = (participantId: string) => earlierOf(participantId)?.answer !== null
  const all: Whose[] = []
  let isEntitled = false
  const held = (await listProxiesInForce(q, ctx.community.id, seat.meetingId)).filter(
    proxy => proxy.holderId === seat.participantId,
  )
  for (const participantId of [seat.participantId, ...held.map(proxy => proxy.principalId)]) {
    const participant = await findParticipant(q, ctx.community.id, participantId)
    if (!participant) continue
    all.push({ participantId, name: participant.name, isPrincipal: participantId !== seat.participantId })
    if (participantId === whose.value) isEntitled = participant.standing === "entitled"
  }
  const mine = all.find(one => one.participantId === whose.value)
  if (!mine) return refuse("not_found")
  const newest = earlierOf(whose.value)
  return done({
    whose: mine,
    mayRaise: isEntitled && round.state === "closed" && isFree(whose.value),
    earlier: newest ? { groundName: newest.groundName, answer: newest.answer?.words ?? null } : null,
    others: sortByStrokes(
      all.filter(one => one !== mine && isFree(one.participantId)),
      one => one.name,
    ),
  })
}

import type { Reader } from "#db/client"
import type { Presence } from "#db/schema/chamber"
import { listProxiesInForce } from "~/chamber/attendance/proxy-store"
import { listAttendances } from "~/chamber/attendance/store"
import { listRecused } from "~/chamber/motions/recusal-store"
import { listRollParticipants, type Round } from "~/chamber/rounds/round-store"
import { sortByStrokes } from "~/law/names"
import { done, type Result, refuse } from "~/law/result"
import { listPapers } from "./store"

/** Somebody entitled, as the table that hands out papers sees them. */
export type Voter = {
  participantId: string
  name: string
  presence: Presence
  /** Who stands for them; null where nobody does. */
  holderId: string | null
  holderName: string
  isRecused: boolean
  /** Who stands for them must not vote on it, for nobody. */
  isHolderRecused: boolean
  hasVoted: boolean
  /** Holds a paper, or has handed it in. */
  hasPaper: boolean
}

/** Everyone entitled to vote, in the order of strokes. */
export async function listVoters(q: Reader, communityId: string, round: Round): Promise<Voter[]> {
  const people = await listAttendances(q, communityId, round.meetingId)
  const holders = new Map(
    (await listProxiesInForce(q, communityId, round.meetingId)).map(proxy => [proxy.principalId, proxy.holderId]),
  )
  const names = new Map(people.map(one => [one.participantId, one.name]))
  const recused = await listRecused(q, communityId, round.motionId)
  const voted = new Set(await listRollParticipants(q, communityId, round.id))
  const papers = await listPapers(q, communityId, round.id)
  const held = new Set(
    papers.filter(paper => paper.state === "issued" || paper.state === "returned").map(paper => paper.participantId),
  )
  const voters = people
    .filter(one => one.standing === "entitled")
    .map(({ participantId, name, presence }) => {
      const holderId = holders.get(participantId) ?? null
      return {
        participantId,
        name,
        presence: presence ?? ("absent" as const),
        holderId,
        holderName: holderId ? (names.get(holderId) ?? "") : "",
        isRecused: recused.has(participantId),
        isHolderRecused: holderId !== null && recused.has(holderId),
        hasVoted: voted.has(participantId),
        hasPaper: held.has(participantId),
      }
    })
  return sortByStrokes(voters, voter => voter.name)
}

export async function findVoter(
  q: Reader,
  communityId: string,
  round: Round,
  participantId: string,
): Promise<Voter | null> {
  const voters = await listVoters(q, communityId, round)
  return voters.find(voter => voter.participantId === participantId) ?? null
}

/**
 * Refusals: paper_held_already { name }, ballot_there_already { name }, paper_for_recused { name },
 * holder_is_recused { name, holder }, paper_for_absent { name }.
 */
export function mayGetPaper(voter: Voter): Result<null> {
  const detail = { field: "participantId", name: voter.name }
  if (voter.hasPaper) return refuse("paper_held_already", detail)
  if (voter.hasVoted) return refuse("ballot_there_already", detail)
  if (voter.isRecused) return refuse("paper_for_recused", detail)
  if (voter.isHolderRecused) return refuse("holder_is_recused", { ...detail, holder: voter.holderName })
  return voter.presence === "present" || voter.holderId ? done(null) : refuse("paper_for_absent", detail)
}

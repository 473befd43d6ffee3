import type { Reader } from "#db/client"
import { listBarred } from "~/chamber/attendance/attendance"
import { listPeople, type PersonHere } from "~/chamber/attendance/presence-view"
import { listRecused } from "~/chamber/motions/recusal-store"
import type { Meeting } from "~/convening/store"
import type { Ctx } from "~/web/context"
import { hasRoundKey } from "./round-keys"
import { countRoll, listRollParticipants, type Round } from "./round-store"
import { mannerName } from "./round-view"

export type NotVoted = Pick<PersonHere, "participantId" | "name" | "capacityName" | "organization"> & {
  /** Who stands for them; null of who sits there. */
  stoodForBy: string | null
}

/** The round under way, for who conducts it: how many voted and who has not, never what. */
export type RunningRound = {
  roundId: string
  motionId: string
  /** 记名, 无记名, 举手. */
  mannerName: string
  means: Round["means"]
  medium: Round["medium"]
  secret: boolean
  hasCodes: boolean
  openedAt: Date
  cast: number
  /** In the room, or stood for there, and free to vote. */
  mayVote: number
  notVoted: NotVoted[]
  recusedNames: string[]
  lastCallAt: Date | null
  countdownUntil: Date | null
  votingEndedAt: Date | null
  /** This secret round can only be annulled. */
  keyIsLost: boolean
}

export async function readRunningRound(
  q: Reader,
  ctx: Pick<Ctx, "keyDir">,
  meeting: Meeting,
  round: Round,
  people?: readonly PersonHere[],
): Promise<RunningRound> {
  const here = (people ?? (await listPeople(q, meeting))).filter(isHere)
  const recused = await listRecused(q, meeting.communityId, round.motionId)
  const barred = await listBarred(q, meeting.communityId, meeting.id, round.motionId)
  const mayVote = here.filter(one => !barred.has(one.participantId))
  return {
    roundId: round.id,
    motionId: round.motionId,
    mannerName: mannerName(round),
    means: round.means,
    medium: round.medium,
    secret: round.secret,
    hasCodes: round.hasCodes,
    openedAt: round.openedAt,
    cast: await countRoll(q, meeting.communityId, round.id),
    mayVote: mayVote.length,
    notVoted: round.means === "hands" ? [] : await withoutBallot(q, round, mayVote),
    recusedNames: here.filter(one => recused.has(one.participantId)).map(one => one.name),
    lastCallAt: round.lastCallAt,
    countdownUntil: round.countdownUntil,
    votingEndedAt: round.votingEndedAt,
    keyIsLost: round.secret && !(await hasRoundKey(ctx.keyDir, round.id)),
  }
}

const isHere = ({ standing, presence, stoodForBy }: PersonHere) =>
  standing === "entitled" && (presence === "present" || stoodForBy !== null)

/** By name, in secret rounds too: that someone voted is no secret, how is. */
async function withoutBallot(q: Reader, round: Round, people: readonly PersonHere[]): Promise<NotVoted[]> {
  const voted = new Set(await listRollParticipants(q, round.communityId, round.id))
  return people
    .filter(one => !voted.has(one.participantId))
    .map(({ participantId, name, capacityName, organization, stoodForBy }) => ({
      participantId,
      name,
      capacityName,
      organization,
      stoodForBy,
    }))
}

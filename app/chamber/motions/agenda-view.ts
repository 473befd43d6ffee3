import type { Reader } from "#db/client"
import type { MotionKind, MotionOption, MotionStanding } from "#db/schema/chamber-motions"
import type { MotionEffect } from "#db/words"
import { listMotions, listMovers, type Motion } from "~/chamber/motions/store"
import type { ListedRound } from "~/chamber/rounds/round-store"
import { type RoundView, viewRounds } from "~/chamber/rounds/round-view"
import type { listSpeeches } from "~/chamber/speaking/store"
import { listProposalsOfMeeting } from "~/chamber/store"
import { type AgendaItem, listAgendaItems, type Meeting } from "~/convening/store"
import type { CivilDate } from "~/law/civil-date"
import { type MotionTerms, termsOf, termsOfAmendment } from "./motion-terms"
import { type RecommendationView, readRecommendations } from "./recommendation-view"
import { listRecusals } from "./recusal-store"
import { pendingAmendment } from "./rules"

/** 方案: what is proposed, what it costs, who pays, who does it, by when. */
export type ProposalFacts = {
  id: string
  /** 第几个方案, and which wording of it. */
  ordinal: number
  version: number
  content: string
  budgetFen: number | null
  funding: string
  handler: string
  dueOn: string | null
}

export type MotionView = {
  motionId: string
  agendaItemId: string
  ordinal: number
  kind: MotionKind
  /** withdrawn and adopted ones are not voted on any more; `standingReason` says why, or on whose word. */
  standing: MotionStanding
  standingReason: string
  /** Of an amendment: the motion whose text it would change, and the version of that text it was drawn up from. */
  amends: { motionId: string; ordinal: number; version: number } | null
  /** Who moved it, among those at the table; empty where the table itself did. */
  moverName: string
  moverId: string | null
  content: string
  version: number
  putAt: Date
  proposal: ProposalFacts | null
  effect: MotionEffect
  conditions: string[]
  returnOn: CivilDate | null
  /** For an effect of escalated: the procedure that is to decide it. */
  escalateTo: string | null
  /** What a committee or the party branch says of it; the newest word of each. */
  recommendations: RecommendationView[]
  /** What its passing brings, as it is shown beside the text. */
  terms: MotionTerms
  /** 多选一: what may be chosen; null for 赞成, 反对, 弃权. */
  options: MotionOption[] | null
  /** How many of the options are wanted. */
  seats: number
  /** 回避: who must not vote on it, and why. */
  recused: { participantId: string; name: string; reason: string }[]
  rounds: RoundView[]
  /** Whether the wording may still be changed. */
  mayEdit: boolean
}

export type ItemView = {
  agendaItemId: string
  ordinal: number
  title: string
  handling: AgendaItem["handling"]
  minutes: number
  topicId: string | null
  /** The wording the notice was sent with. */
  proposal: ProposalFacts | null
  /** Every wording of the topic's proposals, for choosing one. */
  proposals: ProposalFacts[]
  motions: MotionView[]
}

export type SpeechView = Awaited<ReturnType<typeof listSpeeches>>[number]

/** The agenda with what was put and voted on under each item. */
export async function readItems(q: Reader, meeting: Meeting, rounds: readonly ListedRound[]): Promise<ItemView[]> {
  const [items, motions, proposals] = [
    await listAgendaItems(q, meeting.communityId, meeting.id),
    await listMotions(q, meeting.communityId, meeting.id),
    await listProposalsOfMeeting(q, meeting.communityId, meeting.id),
  ]
  const recusals = await listRecusals(q, meeting.communityId, meeting.id)
  const movers = new Map((await listMovers(q, meeting.communityId, meeting.id)).map(one => [one.motionId, one.name]))
  const recommended = await readRecommendations(q, meeting, items, motions, proposals)
  const known = new Map(proposals.map(({ topicId: _, ...facts }) => [facts.id, facts]))
  const views = await viewRounds(q, rounds, motionId => motions.find(motion => motion.id === motionId))
  return items.map(item => ({
    agendaItemId: item.id,
    ordinal: item.ordinal,
    title: item.title,
    handling: item.handling,
    minutes: item.minutes,
    topicId: item.topicId,
    proposal: known.get(item.proposalId ?? "") ?? null,
    proposals: proposals.flatMap(({ topicId, ...facts }) => (topicId === item.topicId ? [facts] : [])),
    motions: motions
      .filter(motion => motion.agendaItemId === item.id)
      .map(motion => ({
        ...viewMotion(motion, motions, views, known),
        moverName: movers.get(motion.id) ?? "",
        recommendations: recommended.get(motion.id) ?? [],
        recused: recusals
          .filter(one => one.motionId === motion.id)
          .map(({ participantId, name, reason }) => ({ participantId, name, reason })),
      })),
  }))
}

function viewMotion(
  motion: Motion,
  motions: readonly Motion[],
  rounds: readonly RoundView[],
  known: ReadonlyMap<string, ProposalFacts>,
): Omit<MotionView, "recused" | "moverName" | "recommendations"> {
  const own = rounds.filter(round => round.motionId === motion.id)
  const amended = motions.find(one => one.id === motion.amendsMotionId)
  return {
    motionId: motion.id,
    agendaItemId: motion.agendaItemId,
    ordinal: motion.ordinal,
    kind: motion.kind,
    standing: motion.standing,
    standingReason: motion.standingReason,
    amends: amended ? { motionId: amended.id, ordinal: amended.ordinal, version: motion.amendsVersion ?? 1 } : null,
    moverId: motion.moverId,
    content: motion.content,
    version: motion.version,
    putAt: motion.createdAt,
    proposal: known.get(motion.proposalId ?? "") ?? null,
    effect: motion.effect,
    conditions: motion.conditions ?? [],
    returnOn: motion.returnOn,
    escalateTo: motion.escalateTo,
    terms: amended ? termsOfAmendment(amended.ordinal, motion) : termsOf(motion),
    options: motion.options,
    seats: motion.seats,
    rounds: own,
    mayEdit:
      motion.kind !== "amendment" &&
      motion.standing === "standing" &&
      own.length === 0 &&
      !pendingAmendment(motion.id, motions, rounds),
  }
}

import type { Reader } from "#db/client"
import type { MotionOption } from "#db/schema/chamber-motions"
import type { MotionEffect } from "#db/words"
import { listMotions, type Motion } from "~/chamber/motions/store"
import type { Round } from "~/chamber/rounds/round-store"
import { type RoundView, viewRound } from "~/chamber/rounds/round-view"
import type { listSpeeches } from "~/chamber/speaking/store"
import { listProposalsOfMeeting } from "~/chamber/store"
import { type AgendaItem, listAgendaItems, type Meeting } from "~/convening/store"
import type { CivilDate } from "~/law/civil-date"
import { type MotionTerms, termsOf } from "./motion-terms"
import { listRecusals } from "./recusal-store"

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
  content: string
  version: number
  putAt: Date
  proposal: ProposalFacts | null
  effect: MotionEffect
  conditions: string[]
  returnOn: CivilDate | null
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
export async function readItems(q: Reader, meeting: Meeting, rounds: readonly Round[]): Promise<ItemView[]> {
  const [items, motions, proposals] = [
    await listAgendaItems(q, meeting.communityId, meeting.id),
    await listMotions(q, meeting.communityId, meeting.id),
    await listProposalsOfMeeting(q, meeting.communityId, meeting.id),
  ]
  const recusals = await listRecusals(q, meeting.communityId, meeting.id)
  const known = new Map(proposals.map(({ topicId: _, ...facts }) => [facts.id, facts]))
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
        ...viewMotion(motion, rounds, known),
        recused: recusals
          .filter(one => one.motionId === motion.id)
          .map(({ participantId, name, reason }) => ({ participantId, name, reason })),
      })),
  }))
}

function viewMotion(
  motion: Motion,
  rounds: readonly Round[],
  known: ReadonlyMap<string, ProposalFacts>,
): Omit<MotionView, "recused"> {
  const own = rounds.filter(round => round.motionId === motion.id)
  return {
    motionId: motion.id,
    agendaItemId: motion.agendaItemId,
    ordinal: motion.ordinal,
    content: motion.content,
    version: motion.version,
    putAt: motion.createdAt,
    proposal: known.get(motion.proposalId ?? "") ?? null,
    effect: motion.effect,
    conditions: motion.conditions ?? [],
    returnOn: motion.returnOn,
    terms: termsOf(motion),
    options: motion.options,
    seats: motion.seats,
    rounds: own.map(viewRound),
    mayEdit: own.length === 0,
  }
}

import type { Presence } from "#db/schema/chamber"
import type { MotionKind, MotionOption, MotionStanding, RecommendationStance } from "#db/schema/chamber-motions"
import type { Stance } from "#db/schema/chamber-speaking"
import type { MotionEffect } from "#db/words"
import { isSettled } from "~/chamber/rounds/round-results"
import type { Round } from "~/chamber/rounds/round-store"
import type { AgendaItem, Meeting, Participant } from "~/convening/store"
import type { CivilDate } from "~/law/civil-date"
import { type Light, meets } from "~/law/threshold"
import { quorumLight, type RuleSnapshot } from "~/rulebook/rules"
import type { AgendaForApproval } from "./rules"

export type RecordedParticipant = Participant & {
  presence: Presence
  firstArrivedAt: Date | null
  leftAt: Date | null
  /** 委托: who stood for someone that did not come; not set or null where nobody did. */
  stoodForBy?: string | null
  /** Why someone is excused; empty or left out where nothing was said. */
  reason?: string
}

/** 上次会议纪要的确认 at this meeting: of which meeting, their number, and what was to be put right (empty where nothing). */
export type RecordedConfirmation = { meeting: string; number: string; remark: string }

/** 休会: since when and why, until when and with how many there; null where the meeting ended without being resumed. */
export type RecordedRecess = {
  from: Date
  reason: string
  resumed: { at: Date; entitled: number; present: number } | null
}

export type RecordedSpeech = {
  id: string
  agendaItemId: string
  stance: Stance
  gist: string
  name: string
  capacity: Participant["capacity"]
}

/** The wording of a proposal that a motion was made of. */
export type RecordedProposal = {
  id: string
  content: string
  budgetFen: number | null
  funding: string
  handler: string
  dueOn: CivilDate | null
}

/** 更正 after proclaiming, signed by two: a slip of the pen, or that the round was set aside for a new one. */
export type RecordedCorrection = { kind: "note" | "setAside"; wrong: string; right: string; signedBy: string[] }
export type RecordedRound = Round & { corrections: RecordedCorrection[] }

/** 不同意见, and the explanation given. */
export type RecordedDissent = { heldBy: string; opinion: string; explanation: string; explainedBy: string }

export type RecordedMotion = {
  id: string
  agendaItemId: string
  ordinal: number
  kind: MotionKind
  standing: MotionStanding
  standingReason: string
  /** Of an amendment. */
  amendsMotionId: string | null
  /** Of an effect of escalated: the procedure that decides it now. */
  escalateTo: string | null
  dissents: RecordedDissent[]
  /** What committees said of it before the vote, in the order in which they came. */
  recommendations: { body: string; stance: RecommendationStance; reason: string }[]
  content: string
  effect: MotionEffect
  conditions: string[] | null
  returnOn: CivilDate | null
  options: MotionOption[] | null
  seats: number
  proposal: RecordedProposal | null
  /** In order; the annulled ones too. */
  rounds: RecordedRound[]
}

/** Everything that was recorded of a meeting: the only source of what its papers say beside their wording. */
export type RecordedMeeting = {
  communityName: string
  meeting: Meeting
  rule: RuleSnapshot
  venue: { name: string; address: string } | null
  chairName: string
  recorderName: string
  agenda: AgendaItem[]
  participants: RecordedParticipant[]
  speeches: RecordedSpeech[]
  motions: RecordedMotion[]
  /** In the order in which they were confirmed. */
  confirmedMinutes: RecordedConfirmation[]
  /** In order. */
  recesses: RecordedRecess[]
}

/** 应到: those entitled, whether they came or not. */
export const entitledOf = (recorded: RecordedMeeting) =>
  recorded.participants.filter(one => one.standing === "entitled")

/** Whoever arrived was there, also who left early; and so was whoever was stood for by one who arrived. */
export const hasCome = (one: RecordedParticipant) => one.firstArrivedAt !== null || Boolean(one.stoodForBy)

/** 实到 against 应到, where a quorum is demanded, over the whole meeting; each round has its own count, frozen when it was closed. */
export function meetingQuorum(recorded: RecordedMeeting): { present: number; entitled: number; light: Light | null } {
  const entitled = entitledOf(recorded)
  const present = entitled.filter(hasCome).length
  return { present, entitled: entitled.length, light: quorumLight(recorded.rule, present, entitled.length) }
}

/** A result that was set aside is still printed, and decides nothing. */
export const isSetAside = ({ corrections }: { corrections: readonly Pick<RecordedCorrection, "kind">[] }): boolean =>
  corrections.some(({ kind }) => kind === "setAside")

/** The round by which a motion stands: the last one proclaimed and not set aside. */
export const standingRound = (motion: RecordedMotion): RecordedRound | null =>
  motion.rounds.findLast(round => round.state === "proclaimed" && round.result !== null && !isSetAside(round)) ?? null

export type Standing = "passed" | "notPassed" | "undecided" | "notVoted"

/**
 * What a round came to. Without a quorum nothing was decided: 未形成决定 is not 未通过, and the matter may come back.
 * The quorum's light, if there is one, is the first; whether it was met is read again from its own figures.
 */
export function standingOf(round: Round | null): Standing {
  const result = round?.result
  if (!result) return "notVoted"
  if (result.outcome === "passed") return "passed"
  if (result.outcome === "cannotBeCounted") return "undecided"
  // Options that fell short decide nothing, unless more than half want none of them.
  if (result.options && !isSettled(result)) return "undecided"
  const quorum = result.lights.length > (result.options?.length ?? 1) ? result.lights[0] : undefined
  return quorum && !meets(quorum.count, quorum.whole, quorum.bar) ? "undecided" : "notPassed"
}

/** What the rules of approval ask of the agenda. */
export const agendaForApproval = (recorded: RecordedMeeting): AgendaForApproval[] =>
  recorded.agenda.map(item => ({
    title: item.title,
    handling: item.handling,
    passed: recorded.motions.some(
      motion => motion.agendaItemId === item.id && standingOf(standingRound(motion)) === "passed",
    ),
  }))

/**
 * Motions that were passed, each with the round by which it stands: every one of them owes a resolution. An amendment does
 * not: what it changed is voted on with its motion.
 */
export const listPassedRounds = (recorded: RecordedMeeting): { motion: RecordedMotion; round: RecordedRound }[] =>
  recorded.motions.flatMap(motion => {
    if (motion.kind === "amendment") return []
    const round = standingRound(motion)
    return round && standingOf(round) === "passed" ? [{ motion, round }] : []
  })

export const findPassedRound = (recorded: RecordedMeeting, roundId: string) =>
  listPassedRounds(recorded).find(one => one.round.id === roundId) ?? null

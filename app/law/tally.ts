import { type Choice, choices } from "#db/words"
import { requireCounts } from "~/law/counts"
import { type Bar, type Light, makeLight } from "~/law/threshold"

export { type Choice, choices }
/** What a delegate says: 赞成. */
export const choiceNames: Record<Choice, string> = { for: "赞成", against: "反对", abstain: "弃权" }

/** What one ballot says. A paper ballot may be invalid (废票), which is not an abstention (弃权). */
export type Mark = Choice | "invalid"
export type Counts = Record<Mark, number>

/**
 * What the agreement is measured against:
 * forAndAgainst = those who took a side · valid = for, against and abstain · cast = also the invalid ballots ·
 * present = 到会, whether they voted or not · members = everyone entitled (应到 / 组成人员).
 */
export const agreementBases = ["forAndAgainst", "valid", "cast", "present", "members"] as const
export type AgreementBase = (typeof agreementBases)[number]
export const agreementBaseNames: Record<AgreementBase, string> = {
  forAndAgainst: "赞成与反对票数",
  valid: "有效票数",
  cast: "收回票数",
  present: "到会人数",
  members: "应到人数",
}

export type DecisionRule = {
  /** Null where nothing demands a quorum. */
  quorum: { label: string; bar: Bar; article: string } | null
  agreement: { label: string; bar: Bar; base: AgreementBase; article: string }
  /** What a tie comes to. No Act grants a casting vote: chairDecides only where the body's own rule does. */
  tie?: "notPassed" | "chairDecides"
}

/** 决定票: how the chair decided a tie. */
export type CastingVote = "for" | "against"

/**
 * Who was there. `present` counts the entitled who were present at any moment of the round (one who voted and then left
 * belongs to it), observers never; `entitled` is 应到. `recused` are those of the present who must not vote for reasons of
 * recusal: they still count in both, because recusal does not shrink a statutory base, but they are not silent.
 */
export type Attendance = { present: number; entitled: number; recused?: number }

export type DecisionReason =
  | "agreed"
  | "notEnoughAgreed"
  | "quorumNotMet"
  | "nothingToCount"
  | "moreBallotsThanPresent"
  | "morePresentThanEntitled"

export type Decision = {
  outcome: "passed" | "notPassed" | "cannotBeCounted"
  reason: DecisionReason
  /** Quorum light first, if there is a quorum; then the agreement light. */
  lights: Light[]
  counts: Counts
  attendance: Attendance
  /** Present and entitled without a ballot, the recused apart. Silence is counted with no side. */
  silent: number
  /** As many for as against, and at least one of each. A tie does not pass by itself. */
  tie: boolean
  /** How the chair decided it; null where none was given or none was due. It is in the agreement light, never in `counts`. */
  castingVote: CastingVote | null
  /** A casting vote would decide, and has not been given. */
  awaitsCastingVote: boolean
}

export function tally(marks: Iterable<Mark>): Counts {
  const counts: Counts = { for: 0, against: 0, abstain: 0, invalid: 0 }
  for (const mark of marks) counts[mark] += 1
  return counts
}

export function countCast(counts: Counts): number {
  return counts.for + counts.against + counts.abstain + counts.invalid
}

/**
 * The decision of a deliberation table, an assembly or a 居民代表会议 by the rule which governs it.
 * Silence never joins the majority here (居委会组织法第27、29条 count those who came), proxies do not exist.
 *
 * A casting vote, where the rule grants one, is a second vote beside the chair's own: one more agreement, and one more in
 * the whole it is measured against, whatever that is. So it decides only where the two sides halve the whole, it cannot
 * stand in for those who abstained, said nothing or stayed away, and what it carries would be carried under the milder
 * reading (the whole stays as it was) too. One that is not due is without effect and not recorded.
 */
export function decide(
  counts: Counts,
  attendance: Attendance,
  rule: DecisionRule,
  castingVote?: CastingVote,
): Decision {
  const { present, entitled, recused = 0 } = attendance
  requireCounts({ ...counts, present, entitled, recused })
  const { base, ...condition } = rule.agreement
  const whole = agreementWhole(base, counts, attendance)
  const quorum = rule.quorum && makeLight({ ...rule.quorum, count: present, whole: entitled })
  const own = makeLight({ ...condition, count: counts.for, whole })
  const label = `${condition.label}（含主持人决定票）`
  const decided = makeLight({ ...condition, label, count: counts.for + 1, whole: whole + 1 })
  const cast = countCast(counts)
  const tie = counts.for > 0 && counts.for === counts.against
  const isSound = present <= entitled && cast + recused <= present
  const isDue = rule.tie === "chairDecides" && isSound && tie && (!quorum || quorum.met) && !own.met && decided.met
  const given = isDue ? (castingVote ?? null) : null
  const agreement = given ? makeLight({ ...decided, count: counts.for + (given === "for" ? 1 : 0) }) : own
  const decision = (outcome: Decision["outcome"], reason: DecisionReason): Decision => ({
    outcome,
    reason,
    lights: quorum ? [quorum, agreement] : [agreement],
    counts: { ...counts },
    attendance: { ...attendance },
    silent: Math.max(0, present - cast - recused),
    tie,
    castingVote: given,
    awaitsCastingVote: isDue && !given,
  })

  if (present > entitled) return decision("cannotBeCounted", "morePresentThanEntitled")
  if (!isSound) return decision("cannotBeCounted", "moreBallotsThanPresent")
  if (cast === 0 || !agreement.countable) return decision("cannotBeCounted", "nothingToCount")
  if (quorum && !quorum.met) return decision("notPassed", "quorumNotMet")
  return agreement.met ? decision("passed", "agreed") : decision("notPassed", "notEnoughAgreed")
}

function agreementWhole(base: AgreementBase, counts: Counts, { present, entitled }: Attendance): number {
  switch (base) {
    case "forAndAgainst":
      return counts.for + counts.against
    case "valid":
      return counts.for + counts.against + counts.abstain
    case "cast":
      return countCast(counts)
    case "present":
      return present
    case "members":
      return entitled
  }
}

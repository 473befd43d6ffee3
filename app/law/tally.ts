import { type Choice, choices } from "#db/words"
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
}

/**
 * Who was there. `present` counts the entitled who were present at any moment of the round (one who voted and then left
 * belongs to it), observers never; `entitled` is 应到. Someone who must not vote for reasons of recusal still counts in both:
 * recusal does not shrink a statutory base.
 */
export type Attendance = { present: number; entitled: number }

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
  /** Present and entitled without a ballot. Silence is counted with no side. */
  silent: number
  /** As many for as against, and at least one of each. A tie does not pass by itself. */
  tie: boolean
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
 * The decision of a deliberation table or a 居民代表会议 by the rule which governs it.
 * Silence never joins the majority here (居委会组织法第27、29条 count those who came), proxies do not exist.
 */
export function decide(counts: Counts, attendance: Attendance, rule: DecisionRule): Decision {
  requireCounts({ ...counts, ...attendance })
  const { present, entitled } = attendance
  const lights: Light[] = []
  if (rule.quorum) lights.push(makeLight({ ...rule.quorum, count: present, whole: entitled }))
  const { base, ...agreement } = rule.agreement
  lights.push(makeLight({ ...agreement, count: counts.for, whole: agreementWhole(base, counts, attendance) }))
  const cast = countCast(counts)
  const decision = (outcome: Decision["outcome"], reason: DecisionReason): Decision => ({
    outcome,
    reason,
    lights,
    counts: { ...counts },
    attendance: { ...attendance },
    silent: Math.max(0, present - cast),
    tie: counts.for > 0 && counts.for === counts.against,
  })

  if (present > entitled) return decision("cannotBeCounted", "morePresentThanEntitled")
  if (cast > present) return decision("cannotBeCounted", "moreBallotsThanPresent")
  if (cast === 0 || lights.some(light => !light.countable)) return decision("cannotBeCounted", "nothingToCount")
  if (rule.quorum && !lights[0]?.met) return decision("notPassed", "quorumNotMet")
  return lights.at(-1)?.met ? decision("passed", "agreed") : decision("notPassed", "notEnoughAgreed")
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

function requireCounts(numbers: Record<string, number>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} is not a count: ${value}`)
  }
}

import { type ConsentAnswer, type ConsentDecision, decideConsent } from "~/law/consent"
import { explainConsent } from "~/law/consent-words"
import { decideOptions, type OptionsDecision, type OptionsRule, runOffRule } from "~/law/options"
import { explainOptions } from "~/law/options-words"
import { decideOwners, type OwnersDecision } from "~/law/owners-vote"
import { explainOwners } from "~/law/owners-words"
import {
  type ElectionPollRule,
  electionRuleOf,
  type OwnersPollRule,
  ownersRuleOf,
  type PollRule,
} from "~/rulebook/poll-rules"
import type { Answer } from "./rules"

/** Papers, as the announcement of a result tells them: 发出, 收回, 未收回, kept aside. */
export type Papers = { voters: number; delivered: number; returned: number; setAside: number }

/** What one round of an unnamed election came to. */
export type RoundResult = { ordinal: number; issued: number; decision: OptionsDecision; sentences: string[] }

/** What a closed poll came to, with all its lights and the sentences a notice board prints. Kept as it is, for ever. */
export type PollResult =
  | { form: "owners"; outcome: Outcome; papers: Papers; decision: OwnersDecision; sentences: string[] }
  | { form: "consent"; outcome: Outcome; papers: Papers; decision: ConsentDecision; sentences: string[] }
  | {
      form: "election"
      outcome: Outcome
      papers: Papers
      rounds: RoundResult[]
      /** Keys of those chosen in all rounds, in the order in which they were. */
      chosen: string[]
      seats: number
      /** Why no run-off was held where one was owed; empty otherwise. */
      withoutRunOff: string
      sentences: string[]
    }

export type Outcome = "passed" | "notPassed" | "cannotBeCounted"

export type VoterPaper = { areaCm2: number; answer: Answer | null; isDelivered: boolean }

/** Of a poll with named papers, by its frozen rule. */
export function resultOf(
  voters: readonly VoterPaper[],
  rule: Exclude<PollRule, ElectionPollRule>,
  papers: Papers,
  /** Only the owners of some buildings were asked. */
  isScoped = false,
): PollResult {
  if (rule.form === "owners") {
    const votes = voters.map(({ areaCm2, answer, isDelivered }) => ({
      areaCm2,
      answer: answer ?? ("notReturned" as const),
      // A paper that came back was delivered, whatever the roll says.
      isDelivered: isDelivered || answer !== null,
    }))
    const ownersRule = ownersRuleOf(rule)
    const decision = decideOwners(votes, ownersRule)
    const sentences = [...leftOutInWords(rule, isScoped), ...explainOwners(decision, ownersRule)]
    return { form: "owners", outcome: decision.outcome, papers, decision, sentences }
  }
  const answers = voters.map(({ answer }): ConsentAnswer => answer ?? "notReturned")
  const label = rule.concerned === "singleOwner" ? "业主本人同意" : "有利害关系的业主同意"
  const decision = decideConsent(answers, { label, article: rule.agreement.article })
  return { form: "consent", outcome: decision.outcome, papers, decision, sentences: explainConsent(decision) }
}

/** Who or what was not asked, and by which rule: whoever was left out has to find it on the board. */
const leftOutInWords = ({ scope, parkingArea }: OwnersPollRule, isScoped: boolean): string[] => [
  ...(isScoped ? [`这次只由列支范围内的业主表决（${scope.article}）。`] : []),
  ...(parkingArea.mode === "notCounted" ? [`车位、车库的人数和面积不计入（${parkingArea.article}）。`] : []),
]

export type CountedRound = {
  ordinal: number
  optionKeys: readonly string[]
  issued: number
  returned: number
  invalid: number
  none: number
  abstain: number
  votes: Record<string, number>
}

/** What is put to the vote in the next round: the first one, or the run-off of what was left open. */
export type NextRound = { ordinal: number; keys: string[]; rule: OptionsRule }

/** The rounds counted so far, each by the rule it was held under, and the one that is owed still, if any. */
export function decideRounds(
  rounds: readonly CountedRound[],
  { rule, keys, seats, entitled }: { rule: ElectionPollRule; keys: readonly string[]; seats: number; entitled: number },
  labels: Readonly<Record<string, string>>,
): { results: RoundResult[]; next: NextRound | null } {
  let next: NextRound | null = { ordinal: 1, keys: [...keys], rule: electionRuleOf(rule, seats) }
  const results: RoundResult[] = []
  for (const round of rounds) {
    if (!next) break
    const { votes, none, abstain, invalid, returned, issued } = round
    const counts = { votes, none, abstain, invalid, cast: returned }
    const decision: OptionsDecision = decideOptions(next.keys, counts, { present: returned, entitled }, next.rule)
    const sentences = [...explainOptions(decision, next.rule, labels), ...evenInWords(decision, labels)]
    results.push({ ordinal: next.ordinal, issued, decision, sentences })
    const owed: OptionsRule | null = runOffRule(next.rule, decision)
    next = owed && { ordinal: next.ordinal + 1, keys: decision.runOffAmong, rule: owed }
  }
  return { results, next }
}

/**
 * Who goes into the run-off with as many votes as another. Those above the bar are `tied` and told so already; below it
 * as many votes are no tie of law, but everybody in the room sees them.
 */
export function evenKeys({ tied, runOffAmong, counts }: OptionsDecision): string[] {
  if (tied.length > 0) return tied
  const most = Math.max(0, ...runOffAmong.map(key => counts.votes[key] ?? 0))
  const even = runOffAmong.filter(key => most > 0 && counts.votes[key] === most)
  return even.length > 1 ? even : []
}

function evenInWords(decision: OptionsDecision, labels: Readonly<Record<string, string>>): string[] {
  const even = evenKeys(decision)
  if (decision.tied.length > 0 || even.length === 0) return []
  const votes = decision.counts.votes[even[0] ?? ""] ?? 0
  return [`${even.map(key => labels[key] ?? key).join("、")}得票相同，都是${votes}票，不抽签，另行选举。`]
}

/** Who was chosen in all rounds together; what was counted cannot pass with a seat left empty by figures that contradict. */
export function resultOfElection(
  results: readonly RoundResult[],
  seats: number,
  papers: Papers,
  withoutRunOff: string,
  labels: Readonly<Record<string, string>>,
): PollResult {
  const chosen = results.flatMap(round => round.decision.chosen)
  const [first] = results
  const outcome: Outcome =
    chosen.length > 0 ? "passed" : first?.decision.outcome === "cannotBeCounted" ? "cannotBeCounted" : "notPassed"
  const names = chosen.map(key => labels[key] ?? key).join("、")
  const left = seats - chosen.length
  const sentences = [
    chosen.length > 0 ? `${names}当选。` : "没有人当选。",
    ...(left > 0 && chosen.length > 0 ? [`应选${seats}人，还缺${left}人。`] : []),
    ...(withoutRunOff ? [`没有另行选举：${withoutRunOff.replace(/。$/, "")}。`] : []),
  ]
  return { form: "election", outcome, papers, rounds: [...results], chosen, seats, withoutRunOff, sentences }
}

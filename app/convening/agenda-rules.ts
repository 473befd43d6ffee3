import type { PartyOpinion } from "#db/schema/agenda"
import type { agendaHandlings } from "#db/schema/convening"
import { type ChainStep, chainSteps } from "#db/words"
import { type Refusal, refuse } from "~/law/result"
import { checkMeans, type ProcedureKey } from "~/rulebook/routing"
import { needsPartyStudy, type RuleSnapshot } from "~/rulebook/rules"

/** One item of an agenda with what decides whether it may be put to the vote there. */
export type AgendaFacts = {
  title: string
  minutes: number
  handling: (typeof agendaHandlings)[number]
  /** Null of an item that is no topic: a report, a word of welcome. */
  topic: {
    isReady: boolean
    /** Null while nobody judged it. */
    procedure: ProcedureKey | null
    isImportant: boolean
    /** Of the party organization; null where it has not studied the proposal. */
    partyOpinion: PartyOpinion | null
    /** Of a 四议两公开 that was begun: the first step before the representatives' which is not taken. */
    missingStep: ChainStep | null
  } | null
}

/**
 * What of a matter's procedure stands against voting on it in this meeting; null where nothing does. Only what is put to the
 * vote has to be in its own procedure: any matter may be told or talked over. `detail` holds the item's title.
 */
export function procedureProblem(rule: RuleSnapshot, item: AgendaFacts): Refusal | null {
  const { title, topic } = item
  if (item.handling !== "deliberate") return null
  const kind = rule.meetingKind
  // What is no topic was never judged. A party assembly binds nobody's property: it may vote on its own affairs.
  if (!topic) return rule.preset === "partyAssembly" ? null : refuse("item_without_topic", { title })
  if (topic.procedure === null) return refuse("topic_not_routed", { title })
  const means = checkMeans(topic.procedure, rule.preset)
  if (!means.ok) return refuse("wrong_procedure", { ...means.detail, title, kind })
  const step = stepBefore(rule, topic.missingStep)
  if (step) return refuse("chain_step_missing", { title, kind, step })
  if (!needsPartyStudy(rule, topic.isImportant)) return null
  const { article } = rule.partyStudy
  if (topic.partyOpinion === null) return refuse("party_study_missing", { title, kind, article })
  return topic.partyOpinion === "notAgreed" ? refuse("party_study_not_agreed", { title, kind, article }) : null
}

/** A step of the chain that has to be taken before this meeting; the meeting's own step is not before it. */
function stepBefore(rule: RuleSnapshot, missing: ChainStep | null): ChainStep | null {
  const decides = rule.preset === "representatives" || rule.preset === "residents"
  const own = decides ? "representativesDecision" : rule.preset === "partyAssembly" ? "partyAssembly" : null
  return own && missing && chainSteps.indexOf(missing) < chainSteps.indexOf(own) ? missing : null
}

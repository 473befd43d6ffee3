import { houseCitations, houseRules } from "~/rulebook/house-rules"
import type { RuleSnapshot } from "~/rulebook/rules"

/** The first schema: only meetings that vote, always with quorum and agreement, nothing said of a tie. */
type FirstSnapshot = Omit<
  SecondSnapshot,
  "schema" | "form" | "voting" | "bodyKind" | "tie" | "quorum" | "agreement" | "citations"
> & {
  schema: 1
  quorum: NonNullable<RuleSnapshot["quorum"]>
  agreement: NonNullable<RuleSnapshot["agreement"]>
  citations: Omit<SecondSnapshot["citations"], "tie">
}

/** The second schema: who voted how was always in the record of a named round, and no ballot had a code. */
type SecondSnapshot = Omit<RuleSnapshot, "schema" | "ballotPublicity" | "verificationCodes" | "citations"> & {
  schema: 2
  citations: Omit<RuleSnapshot["citations"], "ballotPublicity" | "verificationCodes">
}

/**
 * A stored rule in the shape of today. What the first schema did not say is added as it was understood then: the
 * agreement it demands is more than half, so a tie was never enough.
 */
export function upgradeStoredRule(stored: unknown): RuleSnapshot {
  const schema = typeof stored === "object" && stored !== null && "schema" in stored ? stored.schema : null
  if (schema === 3 && (stored as RuleSnapshot).form === "meeting") return stored as RuleSnapshot
  if (schema === 2 && (stored as SecondSnapshot).form === "meeting") return upgradeSecond(stored as SecondSnapshot)
  if (schema !== 1 || !isMeeting(stored)) throw new Error("a rule snapshot of an unknown schema")
  const { citations, ...rule } = stored
  return upgradeSecond({
    ...rule,
    schema: 2,
    form: "meeting",
    voting: "ballots",
    bodyKind: null,
    tie: "notPassed",
    citations: { ...citations, tie: `${rule.agreement.article}：赞成与反对相等的，不足过半数，不通过` },
  })
}

const upgradeSecond = ({ citations, ...rule }: SecondSnapshot): RuleSnapshot => ({
  ...rule,
  schema: 3,
  ballotPublicity: houseRules.ballotPublicity,
  verificationCodes: houseRules.verificationCodes,
  citations: {
    ...citations,
    ballotPublicity: houseCitations.ballotPublicity,
    verificationCodes: houseCitations.verificationCodes,
  },
})

/** A rule of a paper poll has a schema 1 of its own and must not pass for a meeting's. */
function isMeeting(stored: unknown): stored is FirstSnapshot {
  return typeof stored === "object" && stored !== null && !("form" in stored) && "meetingKind" in stored
}

import type { RuleSnapshot } from "~/rulebook/rules"

/** The first schema: only meetings that vote, always with quorum and agreement, nothing said of a tie. */
type FirstSnapshot = Omit<
  RuleSnapshot,
  "schema" | "form" | "voting" | "bodyKind" | "tie" | "quorum" | "agreement" | "citations"
> & {
  schema: 1
  quorum: NonNullable<RuleSnapshot["quorum"]>
  agreement: NonNullable<RuleSnapshot["agreement"]>
  citations: Omit<RuleSnapshot["citations"], "tie">
}

/**
 * A stored rule in the shape of today. What the first schema did not say is added as it was understood then: the
 * agreement it demands is more than half, so a tie was never enough.
 */
export function upgradeStoredRule(stored: unknown): RuleSnapshot {
  const schema = typeof stored === "object" && stored !== null && "schema" in stored ? stored.schema : null
  if (schema === 2 && (stored as RuleSnapshot).form === "meeting") return stored as RuleSnapshot
  if (schema !== 1 || !isMeeting(stored)) throw new Error("a rule snapshot of an unknown schema")
  const { citations, ...rule } = stored
  return {
    ...rule,
    schema: 2,
    form: "meeting",
    voting: "ballots",
    bodyKind: null,
    tie: "notPassed",
    citations: { ...citations, tie: `${rule.agreement.article}：赞成与反对相等的，不足过半数，不通过` },
  }
}

/** A rule of a paper poll has a schema 1 of its own and must not pass for a meeting's. */
function isMeeting(stored: unknown): stored is FirstSnapshot {
  return typeof stored === "object" && stored !== null && !("form" in stored) && "meetingKind" in stored
}

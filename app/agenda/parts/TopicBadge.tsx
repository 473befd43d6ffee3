import type { TopicState } from "#db/schema/agenda"
import { type TopicOutcome, topicOutcomeNames, topicStateNames } from "~/agenda/rules"
import { Badge, type BadgeKind } from "~/ui/Badge"

const kinds: Record<TopicState, BadgeKind> = {
  proposed: "todo",
  prepared: "wait",
  scheduled: "doing",
  decided: "done",
  fieldwork: "wait",
}

/** Where a topic stands: a shape and a word. */
export function TopicBadge({ state, outcome }: { state: TopicState; outcome: TopicOutcome | null }) {
  return (
    <Badge kind={outcome === "notAgreed" ? "stop" : kinds[state]}>
      {topicStateNames[state]}
      {outcome ? `：${topicOutcomeNames[outcome]}` : null}
    </Badge>
  )
}

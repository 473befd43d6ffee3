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

type Props = { state: TopicState; outcome: TopicOutcome | null; returnOn?: string }

/** Where a topic stands: a shape and a word; of one that waits for fieldwork, the day it is to be back. */
export function TopicBadge({ state, outcome, returnOn }: Props) {
  if (state === "fieldwork")
    return (
      <>
        <Badge kind={kinds.fieldwork}>{topicStateNames.fieldwork}</Badge>
        {/* Beside the badge, which does not break: a whole date is too long for a phone in large type. */}
        {returnOn ? ` ${returnOn}前再上会` : null}
      </>
    )
  return (
    <Badge kind={outcome === "notAgreed" ? "stop" : kinds[state]}>
      {topicStateNames[state]}
      {outcome ? `：${topicOutcomeNames[outcome]}` : null}
    </Badge>
  )
}

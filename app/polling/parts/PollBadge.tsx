import type { PollState } from "#db/schema/polling"
import { pollStateNames } from "~/polling/rules"
import { Badge, type BadgeKind } from "~/ui/Badge"

const kinds: Record<PollState, BadgeKind> = {
  draft: "todo",
  announced: "doing",
  open: "doing",
  closed: "wait",
  proclaimed: "done",
  cancelled: "stop",
}

export function PollBadge({ state }: { state: PollState }) {
  return <Badge kind={kinds[state]}>{pollStateNames[state]}</Badge>
}

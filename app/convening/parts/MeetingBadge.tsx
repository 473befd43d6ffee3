import type { MeetingState } from "#db/schema/convening"
import { meetingStateNames } from "~/convening/rules"
import { Badge, type BadgeKind } from "~/ui/Badge"

const kinds: Record<MeetingState, BadgeKind> = {
  draft: "todo",
  convened: "wait",
  checkIn: "doing",
  inSession: "doing",
  adjourned: "stop",
  closed: "wait",
  minuted: "done",
  archived: "done",
  cancelled: "stop",
}

/** Where a meeting stands: a shape and a word. */
export const MeetingBadge = ({ state }: { state: MeetingState }) => (
  <Badge kind={kinds[state]}>{meetingStateNames[state]}</Badge>
)

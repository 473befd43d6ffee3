import { taskStateNames } from "~/followup/rules"
import type { TaskLine } from "~/followup/task-views"
import { Badge, type BadgeKind } from "~/ui/Badge"

const kinds: Record<TaskLine["state"], BadgeKind> = {
  assigned: "todo",
  signedFor: "doing",
  doing: "doing",
  blocked: "stop",
  done: "wait",
  inspected: "done",
  satisfied: "done",
  replaced: "stop",
}

/** Where a task is, and how late. */
export function TaskBadge({ task }: { task: Pick<TaskLine, "state" | "daysLate"> }) {
  return (
    <>
      <Badge kind={kinds[task.state]}>{taskStateNames[task.state]}</Badge>
      {task.daysLate > 0 ? (
        <>
          {" "}
          <Badge kind="late">逾期{task.daysLate}天</Badge>
        </>
      ) : null}
    </>
  )
}

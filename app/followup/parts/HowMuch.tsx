import type { TaskLine } from "~/followup/task-views"
import { Bar } from "~/ui/Bar"

type Counted = Pick<TaskLine, "quantityTotal" | "quantityDone" | "unit" | "state" | "isLate">

/** How much is done of what there is to do: figures, and a bar. Nothing where nothing is counted. */
export function HowMuch({ task }: { task: Counted }) {
  const { quantityTotal: total, quantityDone: have, unit } = task
  if (total === null) return null
  const kind = task.state === "blocked" ? "low" : task.isLate ? "over" : have >= total ? "ok" : "fill"
  return (
    <div className="fraction">
      <p className="frac">
        <b>{have.toLocaleString("zh-CN")}</b>
        <span className="frac__of">
          / {total.toLocaleString("zh-CN")}
          {unit}
        </span>
        <span className="vh">已完成</span>
      </p>
      <Bar have={have} whole={total} kind={kind} />
    </div>
  )
}

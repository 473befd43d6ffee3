import { reportKindNames } from "~/followup/rules"
import type { TaskView } from "~/followup/task-reading"
import { Sheet } from "~/ui/Sheet"
import { type Moment, Timeline } from "~/ui/Timeline"

/** 办理经过: every report, newest first, down to the day it was handed out. */
export function TaskLog({ task }: { task: TaskView }) {
  const reports = task.reports.toReversed().map((report): Moment => {
    const stopped = ["blocked", "reworked", "replaced"].includes(report.kind)
    return {
      key: report.id,
      when: report.day,
      whenNote: report.time,
      title: report.quantity ? `${reportKindNames[report.kind]}：${report.quantity}` : reportKindNames[report.kind],
      state: stopped ? "stop" : report.kind === "progress" ? "plain" : "done",
      children: (
        <>
          {report.note ? <p className="prewrap">{report.note}</p> : null}
          <p className="small soft">{report.by}</p>
        </>
      ),
    }
  })
  const assigned: Moment = {
    key: "assigned",
    when: task.assigned.day,
    whenNote: task.assigned.time,
    title: "交办",
    children: <p className="small soft">{task.assigned.by}</p>,
  }
  return (
    <Sheet title="办理经过">
      <Timeline items={[...reports, assigned]} />
    </Sheet>
  )
}

import { Form } from "react-router"
import { chaseLevelNames } from "~/followup/rules"
import type { TaskView } from "~/followup/task-reading"
import { Badge } from "~/ui/Badge"
import { Button } from "~/ui/Button"
import { Facts } from "~/ui/Facts"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

type ChasesProps = { task: TaskView; form?: FormView; documentTo: (documentId: string) => string }

/** 督办: each with its demand and its answer. The oldest one open is answered first. */
export function TaskChases({ task, form, documentTo }: ChasesProps) {
  const open = task.chases.find(chase => chase.reply === "")
  if (task.chases.length === 0) return null
  return (
    <Sheet title="督办" id="chases">
      {task.chases.toReversed().map(chase => (
        <div key={chase.id} className="stack">
          <h3>
            第{chase.ordinal}次督办{" "}
            <Badge kind={chase.level === "red" ? "late" : "wait"}>{chaseLevelNames[chase.level]}</Badge>
          </h3>
          <Facts
            items={[
              { label: "编号", value: chase.number },
              { label: "发出", value: chase.sent, note: `当时逾期${chase.daysLate}天` },
              { label: "要求", value: <span className="prewrap">{chase.demand}</span> },
              { label: "反馈时限", value: chase.reply ? "" : chase.replyDue },
              { label: "反馈", value: <span className="prewrap">{chase.reply}</span>, note: chase.replied },
            ].filter(fact => fact.label !== "反馈" || chase.reply)}
          />
          {task.can.reply && chase === open ? <ReplyForm chaseId={chase.id} form={form} /> : null}
          <div className="row">
            {task.can.print ? (
              <Form method="post" reloadDocument>
                <input type="hidden" name="chaseId" value={chase.id} />
                <Button small name="intent" value="printChase">
                  打印督办单<span className="vh">（第{chase.ordinal}次）</span>
                </Button>
              </Form>
            ) : null}
            {chase.documentId ? <a href={documentTo(chase.documentId)}>打开第{chase.ordinal}次督办单</a> : null}
          </div>
        </div>
      ))}
    </Sheet>
  )
}

function ReplyForm({ chaseId, form }: { chaseId: string; form?: FormView }) {
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="chaseId" value={chaseId} />
      <TextArea label="反馈" rows={3} maxLength={500} {...field(form, "reply")} required />
      <Button kind="go" name="intent" value="reply">
        提交反馈
      </Button>
    </Form>
  )
}

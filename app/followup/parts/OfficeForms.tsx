import { Form, href } from "react-router"
import { chaseLevelNames } from "~/followup/rules"
import type { TaskView } from "~/followup/task-reading"
import { Button, ButtonLink } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

type OfficeProps = {
  task: TaskView
  community: string
  formOf: (...intents: string[]) => FormView | undefined
  documentTo: (documentId: string) => string
}

/** What the office does beside the work: chase, set another day, go on to the next proposal, print. */
export function OfficeForms({ task, community, formOf, documentTo }: OfficeProps) {
  const { can } = task
  if (!can.reschedule && !can.replace && !can.chase && !can.print) return null
  return (
    <Sheet title="社区办理">
      {can.chase && task.nextChase ? <Chasing task={task} form={formOf("chase")} /> : null}
      {can.replace ? <ReplaceForm form={formOf("replace")} /> : null}
      {can.print ? (
        <Form method="post" reloadDocument>
          <Button wide name="intent" value="printSlip">
            打印交办单
          </Button>
        </Form>
      ) : null}
      {can.print ? (
        <ButtonLink wide to={href("/c/:community/tasks/:taskId/satisfaction-form", { community, taskId: task.taskId })}>
          满意度评议表
        </ButtonLink>
      ) : null}
      {task.slipId ? <a href={documentTo(task.slipId)}>打开上次印的交办单</a> : null}
      {can.reschedule ? <RescheduleForm task={task} form={formOf("reschedule")} /> : null}
    </Sheet>
  )
}

/** One chase at a time: the next one is offered when the last has had its time. */
function Chasing({ task, form }: { task: TaskView; form?: FormView }) {
  if (task.chaseDue === "due" || form) return <ChaseForm task={task} form={form} />
  return (
    <p>
      {task.chaseDue === "waiting"
        ? `已经督办，等待回复。${task.chases.at(-1)?.replyDue}过了还没有反馈，再督办。`
        : "督办已回复。三个工作日没有新进展，再督办。"}
    </p>
  )
}

function ChaseForm({ task, form }: { task: TaskView; form?: FormView }) {
  return (
    <details open={Boolean(form)} id="chase">
      <summary>
        督办：已逾期{task.daysLate}天，发{task.nextChase ? chaseLevelNames[task.nextChase] : ""}
      </summary>
      <Form method="post" className="stack">
        <TextArea label="要求" rows={3} maxLength={500} {...field(form, "demand")} required />
        <DateField label="反馈时限" min={task.today} {...field(form, "replyDueOn")} required />
        <Button wide name="intent" value="chase">
          发督办单
        </Button>
      </Form>
    </details>
  )
}

function ReplaceForm({ form }: { form?: FormView }) {
  return (
    <details open={Boolean(form)} id="replace">
      <summary>这个方案走不通，改走下一个方案</summary>
      <Form method="post" className="stack">
        <p className="small soft">这件事到此为止，议题回到“待写方案”，写好下一个方案再开会商量。</p>
        <TextArea label="为什么走不通" rows={3} maxLength={500} {...field(form, "replaceReason")} required />
        <Button wide name="intent" value="replace">
          改走下一个方案
        </Button>
      </Form>
    </details>
  )
}

function RescheduleForm({ task, form }: { task: TaskView; form?: FormView }) {
  return (
    <details open={Boolean(form)}>
      <summary>改时限</summary>
      <Form method="post" className="stack">
        <DateField label="新的时限" min={task.today} {...field(form, "dueOn", task.dueOn)} required />
        <TextArea label="为什么改" rows={2} maxLength={500} {...field(form, "rescheduleReason")} required />
        <Button wide name="intent" value="reschedule">
          改时限
        </Button>
      </Form>
    </details>
  )
}

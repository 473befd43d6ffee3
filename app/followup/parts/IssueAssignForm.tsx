import { Form, href, Link } from "react-router"
import type { IssueToAssign } from "~/followup/assign-reading"
import { HandlerFields } from "~/followup/parts/HandlerFields"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

/** An issue into somebody's hands, without a meeting. */
export function IssueAssignForm(props: { issue: IssueToAssign; form?: FormView; community: string }) {
  const { issue, form, community } = props
  return (
    <>
      {issue.tasks.length > 0 ? (
        <Note title="这个问题已经交办过">
          {issue.tasks.map(task => (
            <p key={task.taskId}>
              <Link to={href("/c/:community/tasks/:taskId", { community, taskId: task.taskId })}>{task.number}</Link>，
              {task.handler}
            </p>
          ))}
        </Note>
      ) : null}
      <Sheet title="要办的事">
        <Form method="post" className="stack">
          <input type="hidden" name="issue" value={issue.issueId} />
          <TextArea label="事项" rows={4} maxLength={500} {...field(form, "content", issue.content)} required />
          <HandlerFields
            form={form}
            row=""
            known={{ ...issue, quantity: "" }}
            choices={issue.choices}
            today={issue.today}
          />
          <p>
            <Button kind="main">交办</Button>
          </p>
        </Form>
      </Sheet>
    </>
  )
}

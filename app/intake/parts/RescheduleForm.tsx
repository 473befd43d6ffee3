import { Form } from "react-router"
import type { IssueView } from "~/intake/issue-views"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { FormColumn } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"

/** 改承办人或答复时限, with a reason. Posts intent=reschedule. */
export function RescheduleForm({ issue, form }: { issue: IssueView; form: FormView | undefined }) {
  const own = form?.values.intent === "reschedule" ? form : undefined
  return (
    <Sheet title="承办人和答复时限">
      <details open={own ? true : undefined}>
        <summary>{issue.triage === "deliberate" ? "改答复时限" : "改承办人或答复时限"}</summary>
        <Form method="post">
          <FormColumn>
            {issue.triage === "deliberate" ? null : (
              <TextField
                label={issue.triage === "refer" ? "办理人或承办单位" : "办理人或承办单位（选填）"}
                maxLength={100}
                {...field(own, "handler", issue.handler)}
              />
            )}
            <DateField label="答复时限" {...field(own, "answerDueOn", issue.answerDueDay)} />
            <TextField label="为什么改" maxLength={500} {...field(own, "changeReason")} />
            <input type="hidden" name="version" value={field(own, "version", String(issue.version)).defaultValue} />
            <Button name="intent" value="reschedule">
              保存
            </Button>
          </FormColumn>
        </Form>
      </details>
    </Sheet>
  )
}

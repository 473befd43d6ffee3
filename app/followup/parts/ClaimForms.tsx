import { Form } from "react-router"
import type { ClaimView } from "~/followup/claims/views"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

/** How a project goes on: its progress, its end, or that it was given up. */
export function ClaimForms({ claim, form }: { claim: ClaimView; form?: FormView }) {
  const formOf = (intent: string) => (form?.values.intent === intent ? form : undefined)
  return (
    <>
      <Sheet title="完成">
        <Form method="post" className="stack">
          <p className="soft">心愿实现了，记下结果，再去答复提出人。</p>
          <TextArea label="结果" rows={2} maxLength={500} {...field(formOf("finish"), "result")} required />
          <DateField
            label="完成日期"
            min={claim.claimedOn}
            max={claim.today}
            {...field(formOf("finish"), "doneOn", claim.today)}
            required
          />
          <Button kind="main" name="intent" value="finish">
            记为完成
          </Button>
        </Form>
      </Sheet>
      <Sheet title="还在办">
        <details open={Boolean(formOf("report"))}>
          <summary>报进展</summary>
          <Form method="post" className="stack">
            <TextArea label="办到哪一步" rows={2} maxLength={500} {...field(formOf("report"), "progress")} required />
            <Button name="intent" value="report">
              提交进展
            </Button>
          </Form>
        </details>
        <details open={Boolean(formOf("end"))}>
          <summary>办不了，终止认领</summary>
          <Form method="post" className="stack">
            <p className="small soft">终止以后，这件心愿重新等人认领。</p>
            <TextArea label="原因" rows={2} maxLength={500} {...field(formOf("end"), "endReason")} required />
            <Button name="intent" value="end">
              终止认领
            </Button>
          </Form>
        </details>
      </Sheet>
    </>
  )
}

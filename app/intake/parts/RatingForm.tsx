import { Form } from "react-router"
import { satisfactionNames } from "~/intake/rules"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { FormColumn } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"

/** 满意度评议: what the proposer said of the final answer. Posts intent=rate. */
export function RatingForm({ form }: { form: FormView | undefined }) {
  const own = form?.values.intent === "rate" ? form : undefined
  return (
    <Sheet title="问提出人满意不满意">
      <p className="soft">提出人也可以用查询码自己评。说没有解决的，这个问题会重新打开。</p>
      <Form method="post">
        <FormColumn>
          <RadioGroup
            label="提出人怎么说"
            options={Object.entries(satisfactionNames).map(([value, label]) => ({ value, label }))}
            {...field(own, "level")}
          />
          <TextField label="原话（选填）" maxLength={500} {...field(own, "comment")} />
          <Button name="intent" value="rate">
            记下评价
          </Button>
        </FormColumn>
      </Form>
    </Sheet>
  )
}

/** 重新打开, with a reason. Posts intent=reopen. */
export function ReopenForm({ form }: { form: FormView | undefined }) {
  const own = form?.values.intent === "reopen" ? form : undefined
  return (
    <Sheet title="重新打开">
      <p className="soft">事情又出现，或者没有办好，就重新打开。以前的答复都留着，要重新处置、重新答复。</p>
      <details open={own ? true : undefined}>
        <summary>要重新打开</summary>
        <Form method="post">
          <FormColumn>
            <TextField label="为什么重新打开" maxLength={500} {...field(own, "reopenReason")} />
            <Button name="intent" value="reopen">
              重新打开
            </Button>
          </FormColumn>
        </Form>
      </details>
    </Sheet>
  )
}

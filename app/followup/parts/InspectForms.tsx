import { Form } from "react-router"
import { taskRatingNames } from "~/followup/rules"
import type { TaskView } from "~/followup/task-reading"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

type FormOf = (...intents: string[]) => FormView | undefined

/** 验收, 满意度评议 and 复查, each when its time has come. */
export function InspectForms({ task, formOf }: { task: TaskView; formOf: FormOf }) {
  const { can } = task
  return (
    <>
      {can.inspect ? <Inspection form={formOf("inspect")} /> : null}
      {can.recheck && can.isRecheckDue ? (
        <Sheet title="复查">
          <Recheck form={formOf("recheck")} />
        </Sheet>
      ) : null}
      {can.rate ? <Rating form={formOf("rate")} /> : null}
      {can.recheck && !can.isRecheckDue ? (
        <Sheet title="复查">
          <p>约定{task.recheck}。</p>
          <details open={Boolean(formOf("recheck"))}>
            <summary>提前复查</summary>
            <Recheck form={formOf("recheck")} />
          </details>
        </Sheet>
      ) : null}
    </>
  )
}

function Inspection({ form }: { form?: FormView }) {
  return (
    <Sheet title="验收">
      <Form method="post" className="stack">
        <RadioGroup
          label="到现场看过，结果"
          stacked
          options={[
            { value: "yes", label: "通过" },
            { value: "no", label: "不通过，退回重办" },
          ]}
          {...field(form, "passed")}
        />
        <TextArea
          label="验收意见"
          hint="不通过的，写清哪里还要改。"
          rows={3}
          maxLength={500}
          {...field(form, "note")}
        />
        <DateField label="复查日期（选填）" hint="怕反复的事，过一阵再看一次。" {...field(form, "recheckOn")} />
        <Button kind="big" wide name="intent" value="inspect">
          提交验收
        </Button>
      </Form>
    </Sheet>
  )
}

function Rating({ form }: { form?: FormView }) {
  return (
    <Sheet title="满意度评议">
      <Form method="post" className="stack">
        <RadioGroup
          label="居民怎么说"
          options={Object.entries(taskRatingNames).map(([value, label]) => ({ value, label }))}
          {...field(form, "level")}
        />
        <TextArea
          label="居民的意见"
          hint="不满意的，写清还缺什么，退回重办。"
          rows={3}
          maxLength={500}
          {...field(form, "rateNote")}
        />
        <Button kind="main" wide name="intent" value="rate">
          记下评议
        </Button>
      </Form>
    </Sheet>
  )
}

function Recheck({ form }: { form?: FormView }) {
  return (
    <Form method="post" className="stack">
      <RadioGroup
        label="再看一次，结果"
        stacked
        options={[
          { value: "yes", label: "还是好的" },
          { value: "no", label: "又有问题，重新办理" },
        ]}
        {...field(form, "held")}
      />
      <TextArea label="复查意见" rows={3} maxLength={500} {...field(form, "recheckNote")} />
      <Button kind="main" wide name="intent" value="recheck">
        提交复查
      </Button>
    </Form>
  )
}

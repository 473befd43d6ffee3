import { Plus } from "lucide-react"
import type { ReactNode } from "react"
import { type Naming, rowsOf } from "~/records/wording-form"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { Icon } from "~/ui/Icon"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export type ItemRowsProps = {
  form: FormView
  /** 议定事项, 落实要求. */
  legend: string
  naming: Naming
  addIntent: string
  removeIntent: (row: number) => string
  /** What each item's words rest on, under its content. */
  beside?: ReactNode
}

/** Items of content, handler and date, of a resolution with a quantity as well. 添一条 and 去掉 are posts: nothing is saved by them and nothing typed is lost. */
export function ItemRows({ form, legend, naming, addIntent, removeIntent, beside }: ItemRowsProps) {
  const rows = rowsOf(form.values, naming)
  return (
    <fieldset className="stack">
      <legend className="label">{legend}</legend>
      {rows.length === 0 ? <p className="soft">还没有。</p> : null}
      {rows.map((row, at) => (
        <fieldset className="stack record-item" key={row}>
          <legend>第{at + 1}条</legend>
          <TextArea label="内容" rows={3} {...field(form, naming("content", row))} />
          {beside}
          {naming.parts.includes("quantity") ? (
            <TextField
              label="数量（选填）"
              hint="如“570米”“3组”，办理时按它记进度。"
              short
              {...field(form, naming("quantity", row))}
            />
          ) : null}
          <div className="record-item__who">
            <TextField label="责任单位或人（选填）" {...field(form, naming("handler", row))} />
            <DateField label="完成时限（选填）" {...field(form, naming("dueOn", row))} />
          </div>
          <p>
            <Button kind="link" name="intent" value={removeIntent(row)}>
              去掉第{at + 1}条
            </Button>
          </p>
        </fieldset>
      ))}
      <p>
        <Button name="intent" value={addIntent}>
          <Icon of={Plus} />
          添一条
        </Button>
      </p>
    </fieldset>
  )
}

import type { HandlerChoice } from "~/followup/handlers"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { SelectField } from "~/ui/SelectField"
import { TextField } from "~/ui/TextField"

type HandlerFieldsProps = {
  form?: FormView
  /** What makes the names of this item's fields its own: `handler-1`. Empty where there is one item only. */
  row: string
  known: { handler: string; handlerPersonId: string; quantity: string; dueOn: string; dueBefore?: string }
  choices: readonly HandlerChoice[]
  today: string
}

/** Into whose hands, how much, and by when. */
export function HandlerFields({ form, row, known, choices, today }: HandlerFieldsProps) {
  const name = (field: string) => (row ? `${field}-${row}` : field)
  return (
    <div className="record-item__who">
      <TextField
        label="承办单位或承办人"
        hint="印在交办单上。"
        {...field(form, name("handler"), known.handler)}
        maxLength={60}
        required
      />
      <SelectField
        label="用哪个账号办理"
        hint="承办人登录后自己签收、报进展。"
        empty="没有账号，由社区代录"
        options={choices.map(({ personId, name, organization }) => ({
          value: personId,
          label: organization ? `${name}（${organization}）` : name,
        }))}
        {...field(form, name("handlerPersonId"), known.handlerPersonId)}
      />
      <TextField
        label="数量（选填）"
        hint="写成“570米”“3组”，不计数的留空。"
        {...field(form, name("quantity"), known.quantity)}
        maxLength={20}
        short
      />
      <DateField
        label="完成时限"
        hint={known.dueBefore ? `决议定的${known.dueBefore}已经过了，请另定一天。` : undefined}
        min={today}
        {...field(form, name("dueOn"), known.dueOn)}
        required
      />
    </div>
  )
}

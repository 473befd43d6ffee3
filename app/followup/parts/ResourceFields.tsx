import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

type ResourceFieldsProps = {
  form?: FormView
  providers: readonly string[]
  known?: { provider: string; content: string; contactName: string; contactPhone: string; until: string }
  min?: string
}

/** What a partner offers, whom to call, and for how long. */
export function ResourceFields({ form, providers, known, min }: ResourceFieldsProps) {
  return (
    <>
      <TextField
        label="单位"
        hint="名册里有的单位，联系人可以不填，按名册的写。"
        {...field(form, "provider", known?.provider)}
        list="providers"
        maxLength={60}
        required
      />
      <datalist id="providers">
        {providers.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextArea
        label="可供资源"
        hint="如“每月第一个周六义诊，可上门”"
        rows={2}
        maxLength={200}
        {...field(form, "content", known?.content)}
        required
      />
      <TextField label="联系人" {...field(form, "contactName", known?.contactName)} maxLength={30} short />
      <TextField
        label="联系电话（选填）"
        type="tel"
        {...field(form, "contactPhone", known?.contactPhone)}
        maxLength={30}
        short
      />
      <DateField
        label="提供到哪一天（选填）"
        hint="长期提供的留空。"
        min={min}
        {...field(form, "until", known?.until)}
      />
    </>
  )
}

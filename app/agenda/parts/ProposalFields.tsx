import { yuanText } from "~/agenda/rules"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

type Known = { content: string; budgetFen: number | null; funding: string; handler: string; dueOn: string | null }

/** 做什么, 预算, 谁出钱, 谁来办, 何时办完. */
export function ProposalFields({ form, known }: { form?: FormView; known?: Known | null }) {
  return (
    <>
      <TextArea
        label="做什么"
        hint="写清楚地点、做法和要花的时间，代表看了就能表态。"
        rows={8}
        {...field(form, "content", known?.content)}
      />
      <TextField
        label="预算（元）"
        hint="最多两位小数；不花钱就空着。"
        inputMode="decimal"
        short
        {...field(form, "budget", known ? yuanText(known.budgetFen) : "")}
      />
      <TextField
        label="谁出钱"
        hint="如“物业公共收益”“街道补助”“居民自筹”。"
        {...field(form, "funding", known?.funding)}
      />
      <TextField label="谁来办" hint="单位或人，如“悦园物业”。" {...field(form, "handler", known?.handler)} />
      <DateField label="何时办完（选填）" {...field(form, "dueOn", known?.dueOn)} />
    </>
  )
}

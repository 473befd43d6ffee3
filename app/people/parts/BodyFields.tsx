import type { BodyKind } from "#db/schema/people-organizations"
import { bodyKindHints, bodyKindNames } from "~/people/body-names"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { type Option, SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export const bodyFieldOrder = ["kind", "name", "estateId", "note"]

const kinds = (Object.keys(bodyKindNames) as BodyKind[]).map(value => ({
  value,
  label: bodyKindNames[value],
  hint: bodyKindHints[value],
}))

type Known = { kind: BodyKind; name: string; estateId: string | null; note: string }

/** What the register keeps of a body; who sits in it has pages of its own. */
export function BodyFields({
  form,
  known,
  estates,
}: {
  form?: FormView | null
  known?: Known
  estates: readonly Option[]
}) {
  return (
    <>
      <RadioGroup label="类别" options={kinds} stacked {...field(form, "kind", known?.kind)} />
      <TextField
        label="名称"
        hint="如“振兴社区居民委员会”“银杏家园业主委员会”，会印在文书上。"
        {...field(form, "name", known?.name)}
      />
      <SelectField
        label="小区（业委会才选）"
        hint={estates.length === 0 ? "还没有登记小区，登记以后再来选。" : undefined}
        empty="不选"
        options={estates}
        {...field(form, "estateId", known?.estateId)}
      />
      <TextArea label="备注（选填）" rows={2} {...field(form, "note", known?.note)} />
    </>
  )
}

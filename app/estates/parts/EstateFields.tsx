import { type FormView, field } from "~/ui/form-view"
import { type Option, SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export const estateFieldOrder = ["name", "address", "developerId", "propertyCompanyId", "note"]

type Known = {
  name: string
  address: string
  developerId: string | null
  propertyCompanyId: string | null
  note: string
}

/** What the register keeps of a 小区. */
export function EstateFields({
  form,
  known,
  developers,
  propertyCompanies,
}: {
  form?: FormView | null
  known?: Known
  developers: readonly Option[]
  propertyCompanies: readonly Option[]
}) {
  return (
    <>
      <TextField label="小区名称" autoComplete="off" {...field(form, "name", known?.name)} />
      <TextField label="地址（选填）" autoComplete="off" {...field(form, "address", known?.address)} />
      <SelectField
        label="建设单位（选填）"
        hint="未售和已售未交付的房屋，表决时都算在它名下，只算一人。"
        empty="不填"
        options={developers}
        {...field(form, "developerId", known?.developerId)}
      />
      <SelectField
        label="物业公司（选填）"
        hint="没有的，先到“单位”名册登记。"
        empty="不填"
        options={propertyCompanies}
        {...field(form, "propertyCompanyId", known?.propertyCompanyId)}
      />
      <TextArea label="备注（选填）" rows={2} {...field(form, "note", known?.note)} />
    </>
  )
}

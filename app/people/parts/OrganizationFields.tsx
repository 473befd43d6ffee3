import { organizationKindNames, organizationKinds } from "~/people/organization-names"
import { type FormView, field } from "~/ui/form-view"
import { SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export const organizationFieldOrder = ["name", "kind", "contactName", "contactPhone", "address", "note"]

type Known = Record<"name" | "kind" | "contactName" | "contactPhone" | "address" | "note", string>

const kinds = organizationKinds.map(value => ({ value, label: organizationKindNames[value] }))

/** What the register keeps of a 单位. */
export function OrganizationFields({ form, known }: { form?: FormView | null; known?: Known }) {
  return (
    <>
      <TextField label="名称" hint="写全称，会印在文书上。" {...field(form, "name", known?.name)} />
      <SelectField label="类别" empty="请选择" options={kinds} {...field(form, "kind", known?.kind)} />
      <TextField label="联系人（选填）" autoComplete="off" {...field(form, "contactName", known?.contactName)} />
      <TextField
        label="联系电话（选填）"
        type="tel"
        autoComplete="off"
        short
        {...field(form, "contactPhone", known?.contactPhone)}
      />
      <TextField label="地址（选填）" autoComplete="off" {...field(form, "address", known?.address)} />
      <TextArea label="备注（选填）" rows={2} {...field(form, "note", known?.note)} />
    </>
  )
}

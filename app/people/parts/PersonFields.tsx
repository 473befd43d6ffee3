import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { NameList } from "./NameList"

export type KnownPersonFacts = {
  name: string
  phone: string | null
  gender: string
  address: string
  organization: string
  gridId: string | null
  note: string
}

export const personFieldOrder = ["name", "phone", "gender", "address", "organization", "gridId", "note"]

const genders = [
  { value: "female", label: "女" },
  { value: "male", label: "男" },
  { value: "unknown", label: "不填" },
]

/** What the register keeps of a person. */
export function PersonFields({
  form,
  known,
  grids,
  organizations,
}: {
  form?: FormView | null
  known?: KnownPersonFacts
  grids: { value: string; label: string }[]
  organizations: readonly string[]
}) {
  return (
    <>
      <TextField label="姓名" autoComplete="off" {...field(form, "name", known?.name)} />
      <TextField
        label="电话（选填）"
        hint="一个号码只登记一个人。"
        type="tel"
        autoComplete="off"
        short
        {...field(form, "phone", known?.phone)}
      />
      <RadioGroup label="性别" options={genders} {...field(form, "gender", known?.gender ?? "unknown")} />
      <TextField
        label="住址（选填）"
        hint="只有工作人员看得到。"
        autoComplete="off"
        {...field(form, "address", known?.address)}
      />
      <TextField
        label="单位和职务（选填）"
        list="organizations"
        autoComplete="off"
        {...field(form, "organization", known?.organization)}
      />
      <NameList id="organizations" names={organizations} />
      <SelectField label="网格（选填）" empty="不填" short options={grids} {...field(form, "gridId", known?.gridId)} />
      <TextArea label="备注（选填）" hint="同名的人可以靠备注分清。" rows={2} {...field(form, "note", known?.note)} />
    </>
  )
}

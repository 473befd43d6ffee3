import { type FormView, field } from "~/ui/form-view"
import { type Option, SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export const buildingFieldOrder = ["name", "gridId", "residentGroupId", "note"]

type Known = { name: string; gridId: string | null; residentGroupId: string | null; note: string }

/** What the register keeps of a 楼栋. */
export function BuildingFields({
  form,
  known,
  grids,
  groups,
}: {
  form?: FormView | null
  known?: Known
  grids: readonly Option[]
  groups: readonly Option[]
}) {
  return (
    <>
      <TextField
        label="楼栋名称"
        hint="照墙上写的，如“12栋”"
        autoComplete="off"
        {...field(form, "name", known?.name)}
      />
      <SelectField label="网格（选填）" empty="不填" options={grids} {...field(form, "gridId", known?.gridId)} />
      <SelectField
        label="居民小组（选填）"
        empty="不填"
        options={groups}
        {...field(form, "residentGroupId", known?.residentGroupId)}
      />
      <TextArea label="备注（选填）" rows={2} {...field(form, "note", known?.note)} />
    </>
  )
}

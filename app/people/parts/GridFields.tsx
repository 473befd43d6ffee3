import { type GridKind, gridKindNames } from "~/people/grid-kinds"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { type Option, SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export const gridFieldOrder = ["name", "kind", "parentId", "leaderName", "phone", "scope"]

const kinds = [
  { value: "basic", label: gridKindNames.basic, hint: "居民住的地方" },
  { value: "dedicated", label: gridKindNames.dedicated, hint: "市场、学校、园区等" },
]

type Known = {
  name: string
  kind: GridKind
  parentId: string | null
  leader: string
  leaderPhone: string
  scope: string
}

/** What the register keeps of a grid. */
export function GridFields({
  form,
  parents,
  known,
}: {
  form?: FormView | null
  parents: readonly Option[]
  known?: Known
}) {
  return (
    <>
      <TextField label="名称" hint="如“第一网格”“1号楼微网格”" {...field(form, "name", known?.name)} />
      <RadioGroup label="类型" options={kinds} {...field(form, "kind", known?.kind ?? "basic")} />
      <SelectField
        label="上级网格（选填）"
        hint="微网格才选。"
        empty="没有，它自己是网格"
        options={parents}
        {...field(form, "parentId", known?.parentId)}
      />
      <TextField
        label="网格长（选填）"
        hint="没登记过的，会一并登记到人员名册。"
        autoComplete="off"
        {...field(form, "leaderName", known?.leader)}
      />
      <TextField
        label="网格长手机（选填）"
        type="tel"
        autoComplete="off"
        short
        {...field(form, "phone", known?.leaderPhone)}
      />
      <TextArea label="范围（选填）" hint="管哪些楼，如“1至6号楼”" rows={2} {...field(form, "scope", known?.scope)} />
    </>
  )
}

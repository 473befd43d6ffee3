import { areaSourceNames, unitHoldingNames, unitKindNames } from "~/estates/rules"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export const unitFieldOrder = ["label", "kind", "area", "areaSource", "holding", "note"]

type Known = { label: string; kind: string; area: string; areaSource: string; holding: string; note: string }

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** What the register keeps of a 专有部分. */
export function UnitFields({ form, known }: { form?: FormView | null; known?: Known }) {
  return (
    <>
      <TextField
        label="房号"
        hint="如“二单元102室”，车位写车位号"
        autoComplete="off"
        {...field(form, "label", known?.label)}
      />
      <SelectField
        label="用途"
        short
        options={optionsOf(unitKindNames)}
        {...field(form, "kind", known?.kind ?? "home")}
      />
      <TextField
        label="建筑面积（平方米）"
        hint="照登记簿写，最多四位小数。没有登记的，用实测面积；还没有实测的，用合同面积。"
        inputMode="decimal"
        autoComplete="off"
        short
        {...field(form, "area", known?.area)}
      />
      <RadioGroup
        label="面积依据"
        options={optionsOf(areaSourceNames)}
        {...field(form, "areaSource", known?.areaSource ?? "register")}
      />
      <RadioGroup
        label="交付状态"
        hint="未售和已售未交付的，表决时算在建设单位名下。"
        options={optionsOf(unitHoldingNames)}
        {...field(form, "holding", known?.holding ?? "owned")}
      />
      <TextArea label="备注（选填）" rows={2} {...field(form, "note", known?.note)} />
    </>
  )
}

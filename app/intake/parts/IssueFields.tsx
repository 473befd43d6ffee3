import { channelNames } from "~/intake/channels"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

const channelOptions = Object.entries(channelNames).map(([value, label]) => ({ value, label }))

export type IssueFieldsProps = {
  form: FormView | null | undefined
  grids: readonly { id: string; name: string }[]
  /** What stands in the fields before anything was posted. */
  values: Record<string, string>
  today: string
}

/** The fields of an issue, for entering and mending. */
export function IssueFields({ form, grids, values, today }: IssueFieldsProps) {
  const of = (name: string) => field(form, name, values[name])
  return (
    <>
      <TextArea label="诉求内容" hint="照居民的原话写" rows={5} maxLength={5000} required {...of("content")} />
      <TextField label="标题（选填）" hint="不填就取内容的第一句" maxLength={100} {...of("title")} />
      <TextField label="地点（选填）" hint="如银杏家园7栋2单元" maxLength={200} {...of("place")} />
      {grids.length > 0 ? (
        <SelectField
          label="网格（选填）"
          empty="未定"
          options={grids.map(({ id, name }) => ({ value: id, label: name }))}
          {...of("gridId")}
        />
      ) : (
        <input type="hidden" name="gridId" value="" />
      )}
      <TextField label="提出人" short maxLength={50} autoComplete="off" required {...of("reporterName")} />
      <TextField label="联系电话（选填）" type="tel" short autoComplete="off" {...of("reporterPhone")} />
      <DateField label="提出时间" max={today} required {...of("reportedOn")} />
      <SelectField label="渠道" short required options={channelOptions} {...of("channel")} />
      <TextField label="网格员（选填）" hint="谁收集来的" short maxLength={50} {...of("collectorName")} />
      <TextArea label="备注（选填）" rows={2} maxLength={2000} {...of("note")} />
    </>
  )
}

import { type FormView, field } from "~/ui/form-view"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export const residentGroupFieldOrder = ["name", "households", "leaderName", "phone", "scope"]

type Known = { name: string; households: number | null; leader: string; leaderPhone: string; scope: string }

/** What the register keeps of a 居民小组. */
export function ResidentGroupFields({ form, known }: { form?: FormView | null; known?: Known }) {
  const households = known?.households === null || known === undefined ? undefined : String(known.households)
  return (
    <>
      <TextField label="名称" hint="如“第一居民小组”" {...field(form, "name", known?.name)} />
      <TextField
        label="户数（选填）"
        hint="每20至50户推选一名居民代表。"
        inputMode="numeric"
        short
        {...field(form, "households", households)}
      />
      <TextField
        label="组长（选填）"
        hint="从居民代表中产生。没登记过的，会一并登记到人员名册。"
        autoComplete="off"
        {...field(form, "leaderName", known?.leader)}
      />
      <TextField
        label="组长手机（选填）"
        type="tel"
        autoComplete="off"
        short
        {...field(form, "phone", known?.leaderPhone)}
      />
      <TextArea label="范围（选填）" hint="哪些楼，如“1至6号楼”" rows={2} {...field(form, "scope", known?.scope)} />
    </>
  )
}

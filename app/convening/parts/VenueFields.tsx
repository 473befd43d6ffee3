import { type FormView, field } from "~/ui/form-view"
import { TextField } from "~/ui/TextField"

type Known = { name: string; address: string; capacity: number | null }

export function VenueFields({ form, known }: { form?: FormView; known?: Known }) {
  return (
    <>
      <TextField label="名称" hint="如“一号议事点”。" {...field(form, "name", known?.name)} />
      <TextField label="地址（选填）" hint="印在通知上，让人找得到。" {...field(form, "address", known?.address)} />
      <TextField
        label="能坐多少人（选填）"
        short
        inputMode="numeric"
        {...field(form, "capacity", known?.capacity ? String(known.capacity) : "")}
      />
    </>
  )
}

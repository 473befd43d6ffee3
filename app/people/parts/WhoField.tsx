import { Facts } from "~/ui/Facts"
import { type FormView, field } from "~/ui/form-view"
import { TextField } from "~/ui/TextField"

/** Who is meant: someone whose page led here, or a name and perhaps a phone; who is new is entered in the register too. */
export function WhoField({ form, person }: { form?: FormView | null; person?: { id: string; mark: string } | null }) {
  if (person)
    return (
      <>
        <Facts items={[{ label: "人员", value: person.mark }]} />
        <input type="hidden" name="personId" value={person.id} />
      </>
    )
  return (
    <>
      <TextField
        label="姓名"
        hint="人员名册里已有的会自动对上；没有的同时登记到人员名册。"
        autoComplete="off"
        {...field(form, "name")}
      />
      <TextField
        label="手机（选填）"
        hint="有同名的人时要填，靠它分清是哪一位。"
        type="tel"
        autoComplete="off"
        short
        {...field(form, "phone")}
      />
    </>
  )
}

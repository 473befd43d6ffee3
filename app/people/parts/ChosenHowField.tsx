import { chosenHowOptions } from "~/people/choosing"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"

/** 推选, 委派 or 邀请; may stay open only for who was entered before it was asked. */
export function ChosenHowField({
  form,
  known,
  label = "产生方式",
}: {
  form?: FormView | null
  known?: string | null
  label?: string
}) {
  return <RadioGroup label={label} options={chosenHowOptions} {...field(form, "chosenHow", known)} />
}

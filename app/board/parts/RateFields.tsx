import { satisfactionChoices } from "~/board/rules"
import { satisfactionNames } from "~/intake/rules"
import { FieldError } from "~/ui/Field"
import { type FormView, field } from "~/ui/form-view"
import { TextArea } from "~/ui/TextArea"

/** Four buttons, each of which says it all: one press and it is told. */
export function RateFields({ form }: { form: FormView | undefined }) {
  const { error } = field(form, "level")
  return (
    <fieldset className="stack">
      <legend>
        <h2>您满意吗</h2>
      </legend>
      <FieldError name="level" error={error} />
      <TextArea label="想说的话（选填）" rows={2} maxLength={500} {...field(form, "comment")} />
      <div className="rate">
        {satisfactionChoices.map(level => (
          <button className="btn" type="submit" name="level" value={level} key={level}>
            {satisfactionNames[level]}
          </button>
        ))}
      </div>
      <p className="small soft">按下就记下来了，只能评一次。选“没有解决”，这件事会重新办理。</p>
    </fieldset>
  )
}

import type { ReactNode } from "react"
import { describe, FieldError, type FieldProps, fieldClass, Hint } from "~/ui/Field"
import { fieldId } from "~/ui/form-view"

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode }

export type RadioGroupProps = Omit<FieldProps, "short" | "required"> & {
  options: readonly RadioOption[]
  /** One under the other: for long labels and for options with hints. */
  stacked?: boolean
}

/** One of a few. Nothing is preselected unless `defaultValue` says so. The error summary leads to the first option. */
export function RadioGroup({ name, label, hint, error, defaultValue, options, stacked }: RadioGroupProps) {
  const { "aria-describedby": describedBy } = describe({ name, hint, error })
  return (
    <fieldset className={fieldClass(error)} aria-describedby={describedBy}>
      <legend className="label">{label}</legend>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      <div className={stacked ? "options options--stacked" : "options"}>
        {options.map((option, at) => (
          <label className="check" key={option.value}>
            <input
              id={at === 0 ? fieldId(name) : undefined}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={defaultValue === option.value}
            />
            <span>
              {option.label}
              {option.hint ? <span className="hint">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import { describe, FieldError, type FieldProps, fieldClass, Hint } from "~/ui/Field"
import { fieldId } from "~/ui/form-view"
import type { RadioOption } from "~/ui/RadioGroup"

export type CheckFieldProps = Omit<FieldProps, "short"> & {
  /** What a ticked box posts. The box is ticked when `defaultValue` is this. */
  value?: string
}

/** One box to tick. */
export function CheckField({ name, label, hint, error, defaultValue, required, value = "yes" }: CheckFieldProps) {
  return (
    <div className={fieldClass(error)}>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      <label className="check">
        <input
          {...describe({ name, hint, error })}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultValue === value}
          aria-required={required || undefined}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

export type CheckGroupProps = Omit<FieldProps, "short" | "defaultValue" | "required"> & {
  options: readonly RadioOption[]
  /** The values ticked now: `fieldValues(form, name, stored)`. */
  defaultValues?: readonly string[]
  stacked?: boolean
}

/** Several boxes under one name, each posting its own value. */
export function CheckGroup({ name, label, hint, error, options, defaultValues = [], stacked }: CheckGroupProps) {
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
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={defaultValues.includes(option.value)}
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

import { TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"
import { fieldId } from "~/ui/form-view"
import { Icon } from "~/ui/Icon"

/** What every field takes; `{...field(form, "name")}` gives name, defaultValue and error. */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  defaultValue?: string
  /** Said to the browser and to readers. A field that is not required says 选填 in its label. */
  required?: boolean
  /** As wide as what goes in, not as the column. */
  short?: boolean
}

/** The ids that tie a control to its hint and its error. */
export function describe({ name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">) {
  const id = fieldId(name)
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean)
  return {
    id,
    "aria-describedby": ids.length ? ids.join(" ") : undefined,
    "aria-invalid": error ? (true as const) : undefined,
  }
}

/** Label, hint, error, then the control, in this order. */
export function Field({
  name,
  label,
  hint,
  error,
  short,
  children,
}: Pick<FieldProps, "name" | "label" | "hint" | "error" | "short"> & { children: ReactNode }) {
  return (
    <div className={fieldClass(error, short)}>
      <label className="label" htmlFor={fieldId(name)}>
        {label}
      </label>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      {children}
    </div>
  )
}

/** The class of a field's wrapper. */
export function fieldClass(error?: string, short?: boolean): string {
  return ["field", error ? "field--bad" : "", short ? "field--short" : ""].filter(Boolean).join(" ")
}

/** The quiet line under a label. */
export function Hint({ name, hint }: Pick<FieldProps, "name" | "hint">) {
  return hint ? (
    <span className="hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </span>
  ) : null
}

/** The sentence in the red pen. */
export function FieldError({ name, error }: Pick<FieldProps, "name" | "error">) {
  return error ? (
    <p className="error" id={`${fieldId(name)}-error`}>
      <Icon of={TriangleAlert} />
      <span>{error}</span>
    </p>
  ) : null
}

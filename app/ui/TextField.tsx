import type { ComponentProps } from "react"
import { describe, Field, type FieldProps } from "~/ui/Field"

export type TextFieldProps = FieldProps &
  Pick<ComponentProps<"input">, "autoComplete" | "inputMode" | "maxLength" | "list" | "spellCheck"> & {
    type?: "text" | "password" | "tel" | "email" | "search" | "url"
  }

/** One line of text. A password is never filled in again. */
export function TextField({
  name,
  label,
  hint,
  error,
  short,
  required,
  defaultValue,
  type = "text",
  ...rest
}: TextFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} short={short}>
      <input
        {...rest}
        {...describe({ name, hint, error })}
        className="input"
        type={type}
        name={name}
        defaultValue={type === "password" ? undefined : defaultValue}
        aria-required={required || undefined}
      />
    </Field>
  )
}

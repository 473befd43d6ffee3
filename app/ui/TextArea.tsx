import { describe, Field, type FieldProps } from "~/ui/Field"

/** Several lines of text; the box grows by hand. */
export function TextArea({ rows = 4, maxLength, ...props }: FieldProps & { rows?: number; maxLength?: number }) {
  return (
    <Field {...props}>
      <textarea
        {...describe(props)}
        className="area"
        name={props.name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={props.defaultValue}
        aria-required={props.required || undefined}
      />
    </Field>
  )
}

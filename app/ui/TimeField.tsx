import { describe, Field, type FieldProps } from "~/ui/Field"

export type TimeFieldProps = FieldProps & {
  /** Minutes between two choices of the browser's own list. */
  stepMinutes?: number
}

/** A time of day, posted as 14:30; what is not one comes back in a plain box, as in DateField. */
export function TimeField({ stepMinutes, short = true, ...props }: TimeFieldProps) {
  const asText = Boolean(props.defaultValue) && !/^([01]\d|2[0-3]):[0-5]\d$/.test(props.defaultValue!)
  return (
    <Field {...props} short={short}>
      <input
        {...describe(props)}
        className="input"
        type={asText ? "text" : "time"}
        name={props.name}
        step={stepMinutes ? stepMinutes * 60 : undefined}
        defaultValue={props.defaultValue}
      />
    </Field>
  )
}

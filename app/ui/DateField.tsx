import { describe, Field, type FieldProps } from "~/ui/Field"

export type DateFieldProps = FieldProps & {
  /** Civil dates, 2026-11-25. Only a help: the rules refuse on the server. */
  min?: string
  max?: string
}

/**
 * A civil date, posted as 2026-11-25. The browser's own calendar drops whatever is not a date, so what was typed
 * as 2026-02-30 or 11月25日 comes back in a plain box, where it can be seen and mended.
 */
export function DateField({ min, max, short = true, ...props }: DateFieldProps) {
  const asText = Boolean(props.defaultValue) && !isCivilDate(props.defaultValue!)
  return (
    <Field {...props} short={short}>
      <input
        {...describe(props)}
        className="input"
        type={asText ? "text" : "date"}
        name={props.name}
        min={min}
        max={max}
        defaultValue={props.defaultValue}
      />
    </Field>
  )
}

function isCivilDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

import { describe, Field, type FieldProps } from "~/ui/Field"

export type FileFieldProps = Omit<FieldProps, "defaultValue" | "short"> & {
  /** What the chooser offers first, as in the HTML attribute: `.xlsx,.csv`, `image/*`. The server looks at the bytes. */
  accept?: string
  multiple?: boolean
  /** A phone opens its camera. */
  capture?: "environment" | "user"
}

/** A file to send. The form around it needs `encType="multipart/form-data"`. */
export function FileField({ accept, multiple, capture, ...props }: FileFieldProps) {
  return (
    <Field {...props}>
      <input
        {...describe(props)}
        className="input"
        type="file"
        name={props.name}
        accept={accept}
        multiple={multiple}
        capture={capture}
      />
    </Field>
  )
}

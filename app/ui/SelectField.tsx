import { describe, Field, type FieldProps } from "~/ui/Field"

/** One thing to choose from; `group` gathers options under a heading. */
export type Option = { value: string; label: string; group?: string }

export type SelectFieldProps = FieldProps & {
  options: readonly Option[]
  /** The first line, for nothing chosen: 请选择, 全部网格. Without one the first option is chosen. */
  empty?: string
}

/** One of a list, for more than five; RadioGroup for fewer. */
export function SelectField({ options, empty, ...props }: SelectFieldProps) {
  const groups = [...new Set(options.map(option => option.group))]
  return (
    <Field {...props}>
      <select
        {...describe(props)}
        className="select"
        name={props.name}
        defaultValue={props.defaultValue ?? (empty === undefined ? undefined : "")}
        aria-required={props.required || undefined}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {groups.map(group =>
          group === undefined ? (
            <Options key="" options={options.filter(option => option.group === undefined)} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={options.filter(option => option.group === group)} />
            </optgroup>
          ),
        )}
      </select>
    </Field>
  )
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(option => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ))
}

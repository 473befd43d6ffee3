import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"

/** The days of a term; a term is ended, never deleted. */
export function TermFields({
  form,
  known,
}: {
  form?: FormView | null
  known: { since: string; until: string | null }
}) {
  return (
    <>
      <DateField label="任期自" {...field(form, "since", known.since)} />
      <DateField
        label="任期至（选填）"
        hint="不再担任的，填最后一天。以前的会议和文书不受影响。"
        {...field(form, "until", known.until)}
      />
    </>
  )
}

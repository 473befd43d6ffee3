import type { FormView } from "~/ui/form-view"

/** What the editor saw; after a refusal for another's change, what stands now. */
export function VersionField({ form, version }: { form?: FormView | null; version: number }) {
  return <input type="hidden" name="version" value={String(form?.values.version ?? version)} readOnly />
}

/**
 * What a form shows again after a refused post: everything that was typed, and one sentence for each field at fault.
 * `errors[""]` is a sentence about the form as a whole. Files cannot be shown again; their values are left out.
 * `changes` lists what someone else saved meanwhile, when two people edit one thing.
 */
export type FormView = {
  values: Record<string, string | string[]>
  errors: Record<string, string>
  changes?: { label: string; now: string }[]
}

/** The state of one field, to be spread into its part: `<TextField label="地点" {...field(form, "place")} />`. */
export type FieldState = { name: string; defaultValue: string | undefined; error: string | undefined }

/** The id of the control of a field: where the error summary leads. */
export function fieldId(name: string): string {
  return `field-${name}`
}

/** What was posted wins; without a post the value known so far (`fallback`) stands in the field. */
export function field(form: FormView | null | undefined, name: string, fallback?: string | null): FieldState {
  const posted = form?.values[name]
  const value = Array.isArray(posted) ? posted[0] : posted
  // A box that was ticked off is missing from a post: once anything was posted, the fallback no longer holds.
  return { name, defaultValue: form ? value : (fallback ?? undefined), error: form?.errors[name] }
}

/** All values posted under one name, for groups of boxes. */
export function fieldValues(form: FormView | null | undefined, name: string, fallback: string[] = []): string[] {
  if (!form) return fallback
  const posted = form.values[name]
  if (posted === undefined) return []
  return Array.isArray(posted) ? posted : [posted]
}

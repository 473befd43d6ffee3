/** One field as it stood: a box or a choice by whether it was ticked. */
export type TypedField = { name: string; value: string; ticked?: boolean }
export type Typed = readonly TypedField[]

/** `saved`: what the form had saved last when this was typed. */
export type Draft = { saved: string | null; typed: Typed }

/** Null for what nobody kept. */
export function draftOf(text: string | null): Draft | null {
  try {
    const draft = JSON.parse(text ?? "null") as Partial<Draft> | null
    return Array.isArray(draft?.typed) ? { saved: draft.saved ?? null, typed: draft.typed } : null
  } catch {
    return null
  }
}

/** The form has saved something since: what was typed is in it. */
export const isOver = (draft: Draft, saved: string | null): boolean => draft.saved !== saved

/**
 * Which of the controls of a form take what was typed: by name, boxes and choices by their value too, and several of one
 * name in their order. What the form has no place for any more is left out.
 */
export function fieldsToFill(
  controls: readonly { name: string; value: string }[],
  typed: Typed,
): [at: number, field: TypedField][] {
  const taken = new Set<number>()
  return typed.flatMap((field): [number, TypedField][] => {
    const at = controls.findIndex(
      (control, index) =>
        !taken.has(index) &&
        control.name === field.name &&
        (field.ticked === undefined || control.value === field.value),
    )
    if (at < 0) return []
    taken.add(at)
    return [[at, field]]
  })
}

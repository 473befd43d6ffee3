import type { FormView } from "~/ui/form-view"

/** Names of fields that stand on one page several times, in one place: the forms and their reading agree on them. */

/** Of one spot of a public edition, by its index. */
export const spotField = (part: "shown" | "reason", spot: number) => `${part}-${spot}`

/** The answer to one objection. */
export const answerField = (objectionId: string) => `answer-${objectionId}`

/**
 * What was posted, where this field was part of it: a page of several forms gets one of them back, and the others show
 * again what they showed before.
 */
export const ifPosted = (form: FormView | undefined, name: string): FormView | undefined =>
  form && name in form.values ? form : undefined

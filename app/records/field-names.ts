/** Names of fields that stand on one page several times, in one place: the forms and their reading agree on them. */

/** Of one spot of a public edition, by its index. */
export const spotField = (part: "shown" | "reason", spot: number) => `${part}-${spot}`

/** The answer to one objection. */
export const answerField = (objectionId: string) => `answer-${objectionId}`

import { z } from "zod"
import { triages } from "#db/schema/intake"
import { answerField, dateField, meansField } from "./issue-form"
import type { Sorting } from "./sorting"

const text = (most: number) => z.string().trim().max(most, `最多${most}个字`)

/**
 * 分类处置 as posted: without JavaScript every field comes along, whatever kind was chosen. What the kind does not ask for
 * is passed over; a final answer of 即办 is either whole or left for later.
 */
export const SortForm = z
  .object({
    triage: z.enum(triages, "请选怎么办"),
    reason: text(500),
    firstAnswer: answerField,
    firstMeans: meansField,
    handler: text(100).default(""),
    answerDueOn: dateField.or(z.literal("")).default(""),
    finalAnswer: text(2000).default(""),
    finalMeans: text(50).default(""),
    resolved: z.enum(["yes", "no"]).optional(),
  })
  .superRefine((form, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message })
    if (form.triage === "decline") {
      if (!form.finalAnswer) need("finalAnswer", "不予受理要把原因向提出人说清楚，请写办结答复")
    } else if (form.triage !== "quick" || !isFinalGiven(form)) return
    else {
      if (!form.resolved) need("resolved", "请选解决了没有；还没有办完的，下面两格空着，以后再答复")
      if (!form.finalAnswer) need("finalAnswer", "请写办结答复；还没有办完的，这里和下面一格空着，以后再答复")
    }
    if (!form.finalMeans) need("finalMeans", "请填怎样告诉的，如电话、当面")
  })

const isFinalGiven = (form: { finalAnswer: string; finalMeans: string; resolved?: string }) =>
  Boolean(form.finalAnswer || form.finalMeans || form.resolved)

/** What the form means to `sortIssue`. */
export function sortingOf(form: z.output<typeof SortForm>): Sorting {
  const { triage, reason, handler } = form
  const firstAnswer = { content: form.firstAnswer, means: form.firstMeans }
  const finalAnswer = { content: form.finalAnswer, means: form.finalMeans }
  const answerDueOn = form.answerDueOn || null
  const common = { reason, firstAnswer }
  if (triage === "decline") return { ...common, triage, finalAnswer }
  if (triage === "deliberate") return { ...common, triage, answerDueOn }
  if (triage !== "quick") return { ...common, triage, handler, answerDueOn }
  const resolved = form.resolved === "yes"
  const final = isFinalGiven(form) ? { ...finalAnswer, resolved } : undefined
  return { ...common, triage, handler, answerDueOn, finalAnswer: final }
}

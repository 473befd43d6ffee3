import { z } from "zod"
import { recommendationStances } from "#db/schema/chamber-motions"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { moveAmendment } from "./amendments"
import { explainDissent, recordDissent } from "./dissents"
import { recordRecommendation } from "./recommendations"
import { adoptAmendment, withdrawMotion } from "./standing"

const version = z.coerce.number().int()
const person = z
  .string()
  .default("")
  .transform(id => id || null)
const lines = z.string().transform(text => text.split(/\r?\n/))

/** What is done about one motion: the forms of its page. */
export const MotionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("amend"), version, content: z.string(), conditions: lines, moverId: person }),
  z.object({ intent: z.literal("adopt"), reason: z.string() }),
  z.object({ intent: z.literal("withdraw"), reason: z.string() }),
  z.object({
    intent: z.literal("recommend"),
    body: z.string(),
    stance: z.enum(recommendationStances, "请选建议同意还是不同意"),
    reason: z.string(),
  }),
  z.object({
    intent: z.literal("dissent"),
    participantId: person,
    heldBy: z.string().default(""),
    opinion: z.string(),
    explanation: z.string().default(""),
    explainedBy: z.string().default(""),
  }),
  z.object({
    intent: z.literal("explain"),
    dissentId: z.string(),
    version,
    explanation: z.string(),
    explainedBy: z.string(),
  }),
])

export const motionIntents = ["amend", "adopt", "withdraw", "recommend", "dissent", "explain"] as const
export type MotionIntent = (typeof motionIntents)[number]

export function pressOnMotion(
  ctx: Ctx,
  key: { meetingId: string; motionId: string },
  form: z.output<typeof MotionForm>,
): Promise<Result<unknown>> {
  switch (form.intent) {
    case "amend":
      return moveAmendment(ctx, { ...form, ...key })
    case "adopt":
      return adoptAmendment(ctx, { ...form, ...key })
    case "withdraw":
      return withdrawMotion(ctx, { ...form, ...key })
    case "recommend":
      return recordRecommendation(ctx, { ...form, ...key })
    case "dissent":
      return recordDissent(ctx, { ...form, ...key })
    case "explain":
      return explainDissent(ctx, form)
  }
}

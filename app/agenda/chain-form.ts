import { z } from "zod"
import { chainSteps } from "#db/words"

/** Left out where the step asks for none; whether it may be is for the rule to say. */
const heads = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, "请填人数，如 7")
  .transform(text => (text === "" ? null : Number(text)))
  .optional()
  .transform(value => value ?? null)

/** The one form of the chain's page: a step as it was held. */
export const ChainForm = z.object({
  step: z.enum(chainSteps),
  seen: z.coerce.number().int().min(0),
  heldOn: z.string().trim(),
  until: z
    .string()
    .trim()
    .optional()
    .transform(text => text || null),
  place: z.string().trim().max(200, "最多200个字"),
  entitled: heads,
  present: heads,
  inFavour: heads,
  against: heads,
  abstained: heads,
  content: z.string().trim().max(5000, "最多5000个字"),
})

export const chainFieldNames = [
  "heldOn",
  "until",
  "place",
  "entitled",
  "present",
  "inFavour",
  "against",
  "abstained",
  "content",
] as const

import { z } from "zod"
import { choice, line } from "~/people/form-fields"

export const ClaimForm = z.object({
  issue: z.string().min(1).max(60),
  resourceId: choice,
  claimant: line(60),
  content: line(200),
  dueOn: z.string().trim().max(20).default(""),
})

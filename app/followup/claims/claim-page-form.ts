import { z } from "zod"
import type { Ctx } from "~/web/context"
import { endClaim, finishClaim, reportClaim } from "./claiming"

const note = z.string().trim().max(500, "最多500个字").default("")
const day = z.string().trim().max(20).default("")

/** The forms of the page of one project. */
export const ClaimPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("report"), progress: note }),
  z.object({ intent: z.literal("finish"), result: note, doneOn: day }),
  z.object({ intent: z.literal("end"), endReason: note }),
])

export function doClaimForm(ctx: Ctx, claimId: string, form: z.output<typeof ClaimPageForm>) {
  switch (form.intent) {
    case "report":
      return reportClaim(ctx, { claimId, progress: form.progress })
    case "finish":
      return finishClaim(ctx, { claimId, result: form.result, doneOn: form.doneOn })
    case "end":
      return endClaim(ctx, { claimId, reason: form.endReason })
  }
}

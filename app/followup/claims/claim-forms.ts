import { z } from "zod"
import { choice, laterDate, line, phone, version } from "~/people/form-fields"
import type { Ctx } from "~/web/context"
import { endClaim, finishClaim, reportClaim } from "./claiming"
import { editResource, endResource } from "./resources"

const note = z.string().trim().max(500, "最多500个字").default("")
const day = z.string().trim().max(20).default("")

const resourceFields = {
  provider: line(60),
  content: line(200),
  contactName: line(30),
  contactPhone: phone.transform(read => read ?? ""),
  until: laterDate,
}
export const ResourceForm = z.object(resourceFields)

export const ResourcePageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("edit"), version, ...resourceFields }),
  z.object({ intent: z.literal("end"), reason: note }),
])

export const doResourceForm = (ctx: Ctx, resourceId: string, form: z.output<typeof ResourcePageForm>) =>
  form.intent === "edit" ? editResource(ctx, { resourceId, ...form }) : endResource(ctx, { resourceId, ...form })

export const ClaimForm = z.object({
  issue: z.string().min(1).max(60),
  resourceId: choice,
  claimant: line(60),
  content: line(200),
  dueOn: day,
})

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

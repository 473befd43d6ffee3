import { z } from "zod"
import { version } from "~/people/form-fields"
import type { Ctx } from "~/web/context"
import { resourceFields } from "./resource-form"
import { editResource, endResource } from "./resources"

/** The forms of the page of one resource. */
export const ResourcePageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("edit"), version, ...resourceFields }),
  z.object({ intent: z.literal("end"), reason: z.string().trim().max(500, "最多500个字").default("") }),
])

export const doResourceForm = (ctx: Ctx, resourceId: string, form: z.output<typeof ResourcePageForm>) =>
  form.intent === "edit" ? editResource(ctx, { resourceId, ...form }) : endResource(ctx, { resourceId, ...form })

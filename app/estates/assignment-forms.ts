import { z } from "zod"
import { buildingDuties } from "#db/schema/estates"
import { date, laterDate, line, phone, version } from "~/people/form-fields"

export const AssignForm = z
  .object({
    intent: z.literal("assign"),
    personId: z.string().max(60).optional(),
    name: line(30),
    phone,
    duty: z.enum(buildingDuties, "请选职责"),
    since: date,
    until: laterDate,
  })
  .refine(typed => typed.personId || typed.name, { path: ["name"], message: "请填姓名" })
export const EndForm = z.object({
  intent: z.literal("endAssignment"),
  assignmentId: z.string().max(60),
  version,
  until: date,
})
export const BuildingPageForm = z.discriminatedUnion("intent", [AssignForm, EndForm])

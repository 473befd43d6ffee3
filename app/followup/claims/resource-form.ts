import { z } from "zod"
import { laterDate, line, phone } from "~/people/form-fields"
import type { resourceFieldNames } from "./field-names"

export const resourceFields = {
  provider: line(60),
  content: line(200),
  contactName: line(30),
  contactPhone: phone.transform(read => read ?? ""),
  until: laterDate,
} satisfies Record<(typeof resourceFieldNames)[number], z.ZodType>

export const ResourceForm = z.object(resourceFields)

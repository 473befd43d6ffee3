import { z } from "zod"
import { choice, line, neededLine, phone, version } from "./form-fields"

export const PersonForm = z.object({
  name: neededLine(30, "请填姓名"),
  phone,
  gender: z.enum(["female", "male", "unknown"]).default("unknown"),
  address: line(60),
  organization: line(60),
  gridId: choice,
  note: line(200),
})

export const PersonChangeForm = PersonForm.extend({ version })

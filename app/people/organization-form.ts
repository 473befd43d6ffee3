import { z } from "zod"
import { line, neededLine, phone, version } from "./form-fields"
import { organizationKinds } from "./organization-names"

export const OrganizationForm = z.object({
  name: neededLine(60, "请填单位名称"),
  kind: z.enum(organizationKinds, "请选类别"),
  contactName: line(30),
  contactPhone: phone.transform(read => read ?? ""),
  address: line(60),
  note: line(200),
})
export const OrganizationChangeForm = OrganizationForm.extend({ version })

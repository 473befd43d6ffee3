import { z } from "zod"
import { choice, line, neededLine, version } from "~/people/form-fields"

export const EstateForm = z.object({
  name: neededLine(40, "请填小区名称"),
  address: line(100),
  developerId: choice,
  propertyCompanyId: choice,
  note: line(200),
})
export const EstateChangeForm = EstateForm.extend({ version })

export const BuildingForm = z.object({
  name: neededLine(30, "请填楼栋名称"),
  gridId: choice,
  residentGroupId: choice,
  note: line(200),
})
export const BuildingChangeForm = BuildingForm.extend({ version })

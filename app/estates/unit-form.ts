import { z } from "zod"
import { areaSources, unitHoldings, unitKinds } from "#db/schema/estates"
import { line, neededLine } from "~/people/form-fields"
import { speak } from "~/web/refusals"
import { estatesRefusals } from "./refusals"
import { readArea } from "./rules"

/** 平方米 as written in the deed; what cannot be read exactly is refused beside the field. */
const area = z
  .string()
  .trim()
  .min(1, "请填建筑面积")
  .transform((text, context) => {
    const read = readArea(text)
    if (read.ok) return read.value
    context.addIssue({ code: "custom", message: speak(estatesRefusals, read) })
    return z.NEVER
  })

export const UnitForm = z.object({
  label: neededLine(40, "请填房号"),
  kind: z.enum(unitKinds, "请选用途"),
  area,
  areaSource: z.enum(areaSources, "请选面积依据"),
  holding: z.enum(unitHoldings, "请选交付状态"),
  note: line(200),
})

export const unitFactsOf = ({ area: areaCm2, ...facts }: z.output<typeof UnitForm>) => ({ ...facts, areaCm2 })

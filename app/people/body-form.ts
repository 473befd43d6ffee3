import { z } from "zod"
import type { BodyKind } from "#db/schema/people-organizations"
import { bodyKindNames } from "./body-names"
import { chosenHows } from "./choosing"
import { choice, date, laterDate, line, neededLine, version, who } from "./form-fields"

const kinds = Object.keys(bodyKindNames) as BodyKind[]

export const BodyForm = z.object({
  kind: z.enum(kinds, "请选类别"),
  name: neededLine(60, "请填名称"),
  estateId: choice,
  note: line(200),
})
export const BodyChangeForm = BodyForm.extend({ version })

const seat = {
  post: neededLine(30, "请填职务"),
  chosenHow: z.enum(chosenHows, "请选产生方式"),
  basis: line(120),
  since: date,
  until: laterDate,
}
export const SeatForm = who.and(z.object(seat))
export const BodyTermForm = z.object({ ...seat, version })

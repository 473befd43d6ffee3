import { z } from "zod"
import { choice, line, neededLine, phone, version } from "./form-fields"

export const GridForm = z
  .object({
    name: neededLine(30, "请填网格名称"),
    kind: z.enum(["basic", "dedicated"]).default("basic"),
    parentId: choice,
    leaderName: line(30),
    phone,
    scope: line(200),
  })
  .refine(typed => typed.leaderName || !typed.phone, {
    path: ["leaderName"],
    message: "填了电话，请把网格长姓名也填上",
  })

export const GridChangeForm = GridForm.and(z.object({ version }))

export const gridFactsOf = (typed: z.output<typeof GridForm>) => ({
  name: typed.name,
  kind: typed.kind,
  parentId: typed.parentId,
  leader: typed.leaderName ? { name: typed.leaderName, phone: typed.phone } : null,
  scope: typed.scope,
})

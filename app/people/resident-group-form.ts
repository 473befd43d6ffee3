import { z } from "zod"
import { line, neededLine, phone, version } from "./form-fields"

const households = z
  .string()
  .trim()
  .default("")
  .refine(text => text === "" || /^[1-9]\d{0,4}$/.test(text), "户数请填一个整数，如86；还没有数清就空着")
  .transform(text => (text === "" ? null : Number(text)))

export const ResidentGroupForm = z
  .object({ name: neededLine(30, "请填居民小组名称"), households, leaderName: line(30), phone, scope: line(200) })
  .refine(typed => typed.leaderName || !typed.phone, {
    path: ["leaderName"],
    message: "填了电话，请把组长姓名也填上",
  })

export const ResidentGroupChangeForm = ResidentGroupForm.and(z.object({ version }))

export const groupFactsOf = (typed: z.output<typeof ResidentGroupForm>) => ({
  name: typed.name,
  households: typed.households,
  leader: typed.leaderName ? { name: typed.leaderName, phone: typed.phone } : null,
  scope: typed.scope,
})

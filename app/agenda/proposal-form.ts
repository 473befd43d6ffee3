import { z } from "zod"
import { isRealDate } from "~/law/civil-date"
import { type ProposalWording, parseYuan } from "./rules"

const yuan = z.string().transform((text, at) => {
  const parsed = parseYuan(text)
  if (parsed.ok) return parsed.fen
  at.addIssue("请填金额，如 48000 或 48000.50；不花钱就空着")
  return z.NEVER
})

const openDate = z
  .string()
  .trim()
  .refine(text => text === "" || isRealDate(text), "没有这一天，请看日历再填")
  .transform(text => text || null)

/** The fields of a proposal as they are posted. */
export const proposalFields = {
  content: z.string().trim().max(5000, "最多5000个字"),
  budget: yuan,
  funding: z.string().trim().max(200, "最多200个字"),
  handler: z.string().trim().max(200, "最多200个字"),
  dueOn: openDate,
}

export const proposalFieldNames = ["content", "budget", "funding", "handler", "dueOn"] as const

export const wordingOf = (v: z.output<z.ZodObject<typeof proposalFields>>): ProposalWording => ({
  content: v.content,
  budgetFen: v.budget,
  funding: v.funding,
  handler: v.handler,
  dueOn: v.dueOn,
})

import { z } from "zod"
import { satisfactionLevels } from "#db/schema/intake"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { answerField, dateField, meansField, phoneField } from "./issue-form"
import { supportIssue } from "./issues"
import { unmergeIssue } from "./merging"
import { reopenIssue } from "./reopening"
import { rescheduleIssue } from "./rescheduling"
import { rateIssue } from "./satisfaction"
import { acceptIssue, answerIssue } from "./sorting"

const reason = z.string().trim().min(1, "请写明理由").max(500, "最多500个字")

/** What is done on an issue's own page. */
export const MoveForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept") }),
  z.object({
    intent: z.literal("answer"),
    content: answerField,
    means: meansField,
    resolved: z.enum(["yes", "no"], "请选解决了没有"),
  }),
  z.object({
    intent: z.literal("support"),
    name: z.string().trim().min(1, "请填附议人").max(50, "最多50个字"),
    phone: phoneField,
    voice: z.string().trim().max(2000, "最多2000个字"),
    reportedOn: dateField,
  }),
  z.object({
    intent: z.literal("rate"),
    level: z.enum(satisfactionLevels, "请选满意不满意"),
    comment: z.string().trim().max(500, "最多500个字"),
  }),
  z.object({ intent: z.literal("reopen"), reopenReason: reason }),
  z.object({
    intent: z.literal("reschedule"),
    version: z.coerce.number().int(),
    /** Not asked for where the issue goes to a deliberation. */
    handler: z.string().trim().max(100, "最多100个字").default(""),
    answerDueOn: dateField,
    changeReason: reason,
  }),
  /** `part` leaves: this one, or one that was merged into it. */
  z.object({ intent: z.literal("unmerge"), part: z.string("请选拆开哪一件").max(64), partReason: reason }),
])

/** Does what was pressed on the page of `issueId`. */
export function moveAsPressed(ctx: Ctx, issueId: string, input: z.output<typeof MoveForm>): Promise<Result<unknown>> {
  if (input.intent === "accept") return acceptIssue(ctx, issueId)
  if (input.intent === "answer") {
    const answer = { content: input.content, means: input.means, resolved: input.resolved === "yes" }
    return answerIssue(ctx, { issueId, answer })
  }
  if (input.intent === "rate") return rateIssue(ctx, { issueId, level: input.level, comment: input.comment })
  if (input.intent === "reopen") return reopenIssue(ctx, { issueId, reason: input.reopenReason })
  if (input.intent === "reschedule") {
    const { version, handler, answerDueOn, changeReason } = input
    return rescheduleIssue(ctx, { issueId, version, handler, answerDueOn, reason: changeReason })
  }
  if (input.intent === "unmerge") return unmergeIssue(ctx, { issueId: input.part, reason: input.partReason })
  const { name, phone, voice: content, reportedOn } = input
  return supportIssue(ctx, { issueId, support: { name, phone, content, reportedOn } })
}

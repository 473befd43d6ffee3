import { z } from "zod"
import { channels } from "#db/schema/intake"
import { isRealDate } from "~/law/civil-date"
import { phoneOf } from "~/registry/cell-values"
import { registryRefusals } from "~/registry/refusals"
import { issueFieldOrder } from "./issue-fields"
import type { IssueView } from "./issue-views"

const text = (most: number) => z.string().trim().max(most, `最多${most}个字`)

/** A telephone however it is written, or nothing. */
export const phoneField = z
  .string()
  .trim()
  .transform((written, context) => {
    const read = phoneOf(written)
    if (read.ok) return read.value ?? ""
    context.addIssue({ code: "custom", message: registryRefusals[read.code]?.(read.detail) ?? "电话看不明白" })
    return z.NEVER
  })

export const dateField = z.string().trim().refine(isRealDate, "请填一个有的日子，如2026-10-09")

/** The form of an issue; `editIssue` and `reportIssue` take what comes out of it. */
export const IssueForm = z.object({
  title: text(100),
  content: text(5000).min(1, "请写下居民反映的事情"),
  place: text(200),
  gridId: z.string().transform(id => id || null),
  reporterName: text(50).min(1, "请填提出人，答复时要找到人"),
  reporterPhone: phoneField,
  reportedOn: dateField,
  channel: z.enum(channels, "请选渠道"),
  collectorName: text(50),
  note: text(2000),
})

export const answerField = text(2000).min(1, "请写下怎样答复的")
export const meansField = text(50).min(1, "请填怎样告诉的，如电话、当面")

/** The stored values as a form shows them. */
export const formValuesOf = (issue: IssueView): Record<string, string> =>
  Object.fromEntries(issueFieldOrder.map(name => [name, String(issue[name] ?? "")]))

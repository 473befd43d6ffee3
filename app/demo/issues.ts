import type { Channel } from "#db/schema/intake"
import { routeTopic } from "~/agenda/routing"
import { createTopic, type NewTopic } from "~/agenda/topics"
import { reportIssue, supportIssue } from "~/intake/issues"
import { sortIssue } from "~/intake/sorting"
import { civilDateOf } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import { must } from "./must"
import { residentNamed } from "./residents"
import type { Stage } from "./stage"

export type Report = {
  title: string
  content: string
  place: string
  grid: string
  /** A resident of the demo. */
  reporter: string
  channel: Channel
  /** The grid worker who brought it. */
  collector?: string
}

/** What a reported issue is known by afterwards. */
export type Reported = Extract<Awaited<ReturnType<typeof reportIssue>>, { ok: true }>["value"]

/** Enters a report on the day and at the hour of `ctx`, by whoever acts in it. */
export async function enterReport(
  stage: Stage,
  ctx: Ctx,
  { grid, reporter, collector = "", ...report }: Report,
): Promise<Reported> {
  const { name, phone } = residentNamed(reporter)
  const entry = {
    ...report,
    collectorName: collector,
    gridId: stage.gridIds[grid] ?? null,
    reporterName: name,
    reporterPhone: phone,
    reportedOn: civilDateOf(ctx.now()),
    note: "",
  }
  return must(await reportIssue(ctx, entry, true))
}

/** Residents of the demo who have the same trouble. */
export async function enterSupporters(ctx: Ctx, issueId: string, names: readonly string[]): Promise<void> {
  for (const resident of names) {
    const { name, phone } = residentNamed(resident)
    must(
      await supportIssue(ctx, { issueId, support: { name, phone, content: "", reportedOn: civilDateOf(ctx.now()) } }),
    )
  }
}

/** Sorts an issue as one to be talked over, with its first answer by telephone. */
export async function putToDeliberation(
  ctx: Ctx,
  issueId: string,
  { reason, answer }: { reason: string; answer: string },
): Promise<void> {
  const sorting = { triage: "deliberate" as const, reason, firstAnswer: { content: answer, means: "电话" } }
  must(await sortIssue(ctx, { issueId, sorting }))
}

/** What is answered of a matter that enters nobody's own property, spends no owners' money and does not concern everybody. */
export const ordinaryMatter = { subject: "matter", private: "no", owners: "no", residents: "no" }

/** A topic with its proposal, and what was answered to the questions of its procedure. Returns its id. */
export async function proposeTopic(ctx: Ctx, topic: NewTopic, answers: Record<string, string>): Promise<string> {
  const { topicId } = must(await createTopic(ctx, topic))
  must(await routeTopic(ctx, { topicId, answers }))
  return topicId
}

import type { SatisfactionLevel } from "#db/schema/intake"
import { assignTaskOfIssue } from "~/followup/assigning"
import { signForTask } from "~/followup/working"
import { mergeIssues } from "~/intake/merging"
import { reportByResident } from "~/intake/resident-reports"
import { rateByFollowCode, rateIssue } from "~/intake/satisfaction"
import { acceptIssue, answerIssue, type Sorting, sortIssue } from "~/intake/sorting"
import type { Ctx } from "~/web/context"
import { enterReport, enterSupporters, type Report, type Reported } from "./issues"
import { must } from "./must"
import { type OfferIds, type TakenUp, takeUp } from "./offers"
import { residentNamed } from "./residents"
import { type Stage, type Story, storyFrom } from "./stage"

type Answer = { content: string; means: string }

/** How an everyday matter went on. Days are counted from the day it was reported. */
export type Course = {
  /** 受理 without sorting yet. */
  acceptedAfter?: number
  sorted?: {
    after: number
    triage: "quick" | "refer" | "wish" | "decline"
    reason: string
    first: Answer
    handler?: string
    /** The answer is owed so many days after the report; left out, the usual period. */
    dueAfter?: number
  }
  /** Handed to a company's handler on the day it was sorted; the answer waits for it. */
  task?: { name: string; handler: string; content: string; dueAfter: number; signedAfter?: number }
  /** Of a wish: who took it up. */
  takenUp?: TakenUp
  final?: Answer & { after: number; resolved?: boolean }
  rated?: { after: number; level: SatisfactionLevel; comment: string; means: "followPage" | "staff" }
  /** Reopened by its proposer, it was sorted anew. */
  again?: NonNullable<Course["sorted"]>
  /** Others with the same trouble who were entered one day later. */
  supporters?: string[]
}

/** One trouble of the everyday; `on` counts from today. A resident who reports by the board has no grid yet. */
export type Everyday = Omit<Report, "grid"> & Course & { on: number; grid?: string }

/** Reports it as it came in: over the counter of a member, or by the resident's own telephone. */
export async function reportEveryday(stage: Stage, one: Everyday): Promise<Reported> {
  const { on, title, content, place, channel, collector, reporter, grid } = one
  const story = storyFrom(stage, on)
  // The first hour of the day: a demo loaded in the small hours has no future in it.
  const time = on === 0 ? "00:00" : "08:00"
  if (channel !== "board") {
    const report = { title, content, place, channel, reporter, grid: grid ?? "" }
    const ctx = story.as(collector ?? "乙二", 0, time)
    return enterReport(stage, ctx, collector ? { ...report, collector } : report)
  }
  const { name: reporterName, phone: reporterPhone } = residentNamed(reporter)
  return must(await reportByResident(story.asResident(0, time), { title, content, place, reporterName, reporterPhone }))
}

/** What became of it: accepted, sorted, answered, rated, as far as it came. */
export async function followEveryday(
  stage: Stage,
  one: Everyday,
  { issueId, followCode }: Reported,
  offerIds: OfferIds,
): Promise<void> {
  const story = storyFrom(stage, one.on)
  if (one.supporters) await enterSupporters(story.as("丁四", 1, "08:20"), issueId, one.supporters)
  if (one.acceptedAfter !== undefined) must(await acceptIssue(story.as("乙二", one.acceptedAfter, "08:40"), issueId))
  if (one.sorted)
    must(
      await sortIssue(story.as("甲一", one.sorted.after, "09:00"), {
        issueId,
        sorting: sortingOf(story, one.sorted, one),
      }),
    )
  if (one.task) await handOver(story, issueId, one.task, one.sorted?.after ?? 1)
  if (one.takenUp) await takeUp(story, issueId, one.takenUp, offerIds)
  if (one.final && one.sorted?.triage !== "decline") {
    const { after, content, means, resolved = true } = one.final
    must(await answerIssue(story.as("乙二", after, "16:00"), { issueId, answer: { content, means, resolved } }))
  }
  if (one.rated) await rate(story, one.rated, { issueId, followCode })
  if (one.again)
    must(
      await sortIssue(story.as("甲一", one.again.after, "09:30"), {
        issueId,
        sorting: sortingOf(story, one.again, one),
      }),
    )
}

function sortingOf(story: Story, { after: _, first, dueAfter, ...sorted }: NonNullable<Course["sorted"]>, one: Course) {
  const { triage, reason, handler = "" } = sorted
  const common = { reason, firstAnswer: first }
  if (triage === "decline") return { ...common, triage, finalAnswer: one.final! } satisfies Sorting
  const answerDueOn = dueAfter === undefined ? null : story.dayOf(dueAfter)
  return { ...common, triage, handler, answerDueOn } satisfies Sorting
}

async function handOver(story: Story, issueId: string, task: NonNullable<Course["task"]>, after: number) {
  const { name, handler, content, dueAfter, signedAfter } = task
  const assignment = { handler, handlerPersonId: story.personIds[name]!, dueOn: story.dayOf(dueAfter), content }
  const { taskId } = must(await assignTaskOfIssue(story.as("甲一", after, "09:20"), { ...assignment, issueId }))
  if (signedAfter !== undefined) must(await signForTask(story.as(name, signedAfter, "10:00"), { taskId }))
}

async function rate(
  story: Story,
  { after, level, comment, means }: NonNullable<Course["rated"]>,
  { issueId, followCode }: Pick<Reported, "issueId" | "followCode">,
): Promise<void> {
  must(
    means === "followPage"
      ? await rateByFollowCode(story.asResident(after, "20:00"), { followCode, level, comment })
      : await rateIssue(story.as("乙二", after, "17:00"), { issueId, level, comment, means }),
  )
}

/** 并案: a report about the same thing joins the one it is dealt with under, and its proposer is answered if he was not. */
export async function mergeInto(
  ctx: Ctx,
  intoId: string,
  issueId: string,
  { reason, answer }: { reason: string; answer?: string },
): Promise<void> {
  const firstAnswer = answer ? { firstAnswer: { content: answer, means: "电话" } } : {}
  must(await mergeIssues(ctx, { intoId, issueIds: [issueId], reason, ...firstAnswer }))
}

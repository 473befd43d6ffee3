import { z } from "zod"
import { done, type Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { readCountHead } from "./count-head"
import { countMayVote, newestHandCounts, recordHandCount } from "./hand-counts"
import { officerIntents, pressOnOfficers } from "./papers-page"
import { printCountSheet } from "./printing-form"
import { isSameCount, sumOfHands } from "./rules"

/**
 * The page of a show of hands. What a counter counted is shown once all of them have said theirs, so that nobody counts
 * after another's figure. Refusals: not_found, forbidden.
 */
export async function readHandsPage(ctx: Ctx, key: { meetingId: string; roundId: string }) {
  const found = await readCountHead(ctx, key)
  if (!found.ok) return found
  const { head, round } = found.value
  const newest = await newestHandCounts(ctx.db.read, ctx.community.id, round.id)
  const counters = head.officers.filter(officer => officer.office === "counter")
  const isWhole = counters.length > 1 && newest.length === counters.length
  const [first] = newest
  return done({
    head,
    present: await countMayVote(ctx.db.read, ctx.community.id, round),
    counters: counters.map(({ participantId, name }) => {
      const count = newest.find(one => one.counterId === participantId)
      return {
        participantId,
        name,
        hasCounted: count !== undefined,
        figures: isWhole && count ? { ...figuresOf(count), sum: sumOfHands(count) } : null,
      }
    }),
    agrees: isWhole ? newest.every(one => first !== undefined && isSameCount(first, one)) : null,
  })
}

const figuresOf = (count: { for: number; against: number; abstain: number }) => ({
  for: count.for,
  against: count.against,
  abstain: count.abstain,
})

const figure = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, "请填人数，没有的填0")
  .transform(Number)

export const HandsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("count"),
    counterId: z.string().min(1, "请选是哪位计票人数的"),
    for: figure,
    against: figure,
    abstain: figure,
  }),
  ...officerIntents,
  printCountSheet,
])

export async function pressOnHands(
  ctx: Ctx,
  roundId: string,
  form: Exclude<z.output<typeof HandsForm>, z.output<typeof printCountSheet>>,
): Promise<Result<unknown>> {
  return form.intent === "count" ? recordHandCount(ctx, { roundId, ...form }) : pressOnOfficers(ctx, roundId, form)
}

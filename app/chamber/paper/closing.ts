import type { Writer } from "#db/client"
import type { CountedBy, PaperBalance } from "#db/schema/chamber-rounds"
import { done, type Result } from "~/law/result"
import type { Counts } from "~/law/tally"
import type { Ctx } from "~/web/context"
import type { Round } from "../rounds/round-store"

export type PaperClosing = { balance: PaperBalance | null; countedBy: CountedBy }

/**
 * Inner step of closing: whether every paper of the round is accounted for and read twice alike, and what became of them.
 * Refusals: papers_not_all_read { returned, read }, papers_not_accounted_for { open }.
 */
export async function closePapers(_q: Writer, _ctx: Ctx, _round: Round): Promise<Result<PaperClosing>> {
  return done({ balance: null, countedBy: [] })
}

/**
 * Inner step of closing a show of hands: what both counters counted alike.
 * Refusals: hand_counts_missing { counted }, hand_counts_differ, more_hands_than_present { counted, present }.
 */
export async function closeHandCounts(
  _q: Writer,
  _ctx: Ctx,
  _round: Round,
): Promise<Result<{ counts: Counts; countedBy: CountedBy }>> {
  return done({ counts: { for: 0, against: 0, abstain: 0, invalid: 0 }, countedBy: [] })
}

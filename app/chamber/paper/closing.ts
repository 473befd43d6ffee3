import type { Reader, Writer } from "#db/client"
import type { CountedBy, PaperBalance } from "#db/schema/chamber-rounds"
import { done, type Result, refuse } from "~/law/result"
import type { Counts } from "~/law/tally"
import type { Ctx } from "~/web/context"
import { listOpenedBallots } from "../rounds/ballot-store"
import { readRoundKey } from "../rounds/round-keys"
import type { Round } from "../rounds/round-store"
import { countMayVote, newestHandCounts } from "./hand-counts"
import { listOfficers } from "./officer-store"
import { agreeOnHands, balanceOf, canClosePapers, hasOfficers, progressOf } from "./rules"
import { openReading } from "./sheet-sealing"
import { dropSealedEntries, listEntries, listPapers, type PaperEntry } from "./store"

export type PaperClosing = { balance: PaperBalance | null; countedBy: CountedBy }

/**
 * Inner step of closing: whether every paper of the round is accounted for and read twice alike, and what became of them.
 * The ballots themselves are in the box since their two readings agreed: named ones among the named ballots, those of a secret
 * round sealed among the sealed ones. So this is the last step that may refuse, and it writes only once it does not.
 * Refusals: papers_not_accounted_for { open }, papers_not_all_read { returned, read }, officers_missing, round_key_lost.
 */
export async function closePapers(q: Writer, ctx: Ctx, round: Round): Promise<Result<PaperClosing>> {
  const communityId = ctx.community.id
  const papers = await listPapers(q, communityId, round.id)
  if (papers.length === 0) return done({ balance: null, countedBy: [] })
  const entries = await listEntries(q, communityId, round.id)
  const progress = progressOf(papers, entries, round.secret)
  const complete = canClosePapers(progress)
  if (!complete.ok) return complete
  const officers = await listOfficers(q, communityId, round.id)
  if (progress.sheets > 0) {
    const named = hasOfficers(officers)
    if (!named.ok) return named
  }
  const invalid = await countInvalid(q, ctx, round, entries)
  if (invalid === null) return refuse("round_key_lost")
  if (round.secret && round.state === "open") await dropSealedEntries(q, communityId, round.id)
  return done({ balance: balanceOf(progress, invalid), countedBy: countedByOf(officers) })
}

/** Null where a sealed reading cannot be opened. */
async function countInvalid(q: Reader, ctx: Ctx, round: Round, entries: readonly PaperEntry[]): Promise<number | null> {
  const counted = entries.filter(entry => entry.verdict === "counted")
  if (!round.secret) return counted.filter(entry => entry.choice === "invalid").length
  if (counted.length === 0) return 0
  // A round that was closed and waits for the chair: its box lies open, and only papers can be invalid.
  if (round.state !== "open") return countOpenedInvalid(q, ctx, round)
  const key = await readRoundKey(ctx.keyDir, round.id)
  let invalid = 0
  for (const { sealed } of counted) {
    const choice = key && sealed && (await openReading(round, key.privateKey, sealed))
    if (!choice) return null
    if (choice === "invalid") invalid += 1
  }
  return invalid
}

async function countOpenedInvalid(q: Reader, ctx: Ctx, round: Round): Promise<number> {
  const opened = await listOpenedBallots(q, ctx.community.id, round.id)
  return opened.filter(ballot => ballot.choice === "invalid").length
}

/**
 * Inner step of closing a show of hands: what both counters counted alike.
 * Refusals: officers_missing, hand_counts_missing { counted }, hand_counts_differ, more_hands_than_present { counted, present }.
 */
export async function closeHandCounts(
  q: Reader,
  ctx: Ctx,
  round: Round,
): Promise<Result<{ counts: Counts; countedBy: CountedBy }>> {
  const communityId = ctx.community.id
  const officers = await listOfficers(q, communityId, round.id)
  const named = hasOfficers(officers, 2)
  if (!named.ok) return named
  const newest = await newestHandCounts(q, communityId, round.id)
  const agreed = agreeOnHands(newest, await countMayVote(q, communityId, round))
  return agreed.ok ? done({ counts: agreed.value, countedBy: countedByOf(officers) }) : agreed
}

const countedByOf = (officers: CountedBy): CountedBy => officers.map(({ name, office }) => ({ name, office }))

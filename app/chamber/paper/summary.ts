import type { Reader } from "#db/client"
import type { CountedBy } from "#db/schema/chamber-rounds"
import type { Round } from "../rounds/round-store"
import { newestHandCounts } from "./hand-counts"
import { listOfficers } from "./officer-store"
import { isSameCount, type PaperProgress, progressOf } from "./rules"
import { listEntries, listPapers } from "./store"

/** How far paper and hands of a round are, for the console and the pages of the count. No choice is in it. */
export type PaperSummary = PaperProgress & {
  means: Round["means"]
  medium: Round["medium"]
  secret: boolean
  officers: CountedBy
  /** Of a show of hands: how many counters have said what they counted, and whether they counted alike. */
  hands: { counted: number; differ: boolean } | null
  /** Whether the vote may be moved to paper with one click. */
  mayFallBack: boolean
  /** Whether papers and hands are so far that the round may be closed. */
  isReady: boolean
}

/** Null where the round is taken on tablets alone, and no paper was handed out. */
export async function readPaperSummary(q: Reader, round: Round): Promise<PaperSummary | null> {
  const { communityId, id, means, medium, secret } = round
  const papers = await listPapers(q, communityId, id)
  if (means === "ballots" && medium === "tablet" && papers.length === 0) return null
  const entries = await listEntries(q, communityId, id)
  const progress = progressOf(papers, entries, secret)
  const officers = await listOfficers(q, communityId, id)
  const hands = means === "hands" ? await readHands(q, round) : null
  return {
    ...progress,
    means,
    medium,
    secret,
    officers: officers.map(({ name, office }) => ({ name, office })),
    hands,
    mayFallBack: mayFallBack(round),
    isReady: hands ? hands.counted > 1 && !hands.differ : progress.out === 0 && progress.read >= progress.sheets,
  }
}

async function readHands(q: Reader, round: Round) {
  const newest = await newestHandCounts(q, round.communityId, round.id)
  const [first] = newest
  return { counted: newest.length, differ: newest.some(one => first !== undefined && !isSameCount(first, one)) }
}

/** One click, while ballots are taken and not all on paper already. */
export const mayFallBack = (round: Pick<Round, "state" | "means" | "medium" | "votingEndedAt">): boolean =>
  round.state === "open" && round.means === "ballots" && round.medium !== "paper" && round.votingEndedAt === null

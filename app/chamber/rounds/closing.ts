import type { Reader, Writer } from "#db/client"
import type { CountedBy, PaperBalance, RoundResult } from "#db/schema/chamber-rounds"
import type { Motion } from "~/chamber/motions/store"
import { closeHandCounts, closePapers } from "~/chamber/paper/closing"
import { canOpenSealed } from "~/chamber/rounds/rules"
import { done, type Result, refuse } from "~/law/result"
import { type Counts, choices, type Mark, tally } from "~/law/tally"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { listRoll, replaceSealed } from "./ballot-store"
import { openBox, readChoices } from "./counting"
import type { Round } from "./round-store"

/** What was in the box, or what the hands came to, and who saw to it. */
export type Box = {
  /** As they are stored, in an order that tells nothing. */
  choices: string[]
  balance: PaperBalance | null
  countedBy: CountedBy
  byProxy: number
  assisted: number
}

/**
 * Inner step of closing: gathers the papers, opens the box and holds it against the roll; of a show of hands, what both
 * counters counted. Refusals: round_key_lost, secret_too_few_cast { cast, needed }, and those of `closePapers` and
 * `closeHandCounts`.
 */
export async function emptyBox(
  q: Writer,
  ctx: Ctx,
  round: Round,
  { rule, motion }: { rule: RuleSnapshot; motion: Motion },
): Promise<Result<Box>> {
  if (round.means === "hands") return handsOf(q, ctx, round)
  const roll = await listRoll(q, ctx.community.id, round.id)
  const cast = roll.length
  if (round.secret) {
    const hands = new Set(roll.map(entry => entry.castById ?? entry.participantId))
    const enough = canOpenSealed(rule, hands.size)
    if (!enough.ok) return enough
  }
  const choices = await openBox(q, ctx, round, motion)
  if (!choices) return refuse("round_key_lost")
  // The last that may refuse: whatever was refused is committed too, so nothing is written before.
  const papers = await closePapers(q, ctx, round)
  if (!papers.ok) return papers
  if (choices.length !== cast) throw new Error(`the roll has ${cast} entries and the box ${choices.length} ballots`)
  if (round.secret) await replaceSealed(q, ctx.community.id, round.id, choices)
  const help = await countHelp(q, ctx, round)
  return done({ ...papers.value, choices: choices.map(ballot => ballot.choice), ...help })
}

/** The same of a round that was closed, where the chair decides its tie: the box lies open. Refusals as `emptyBox`. */
export async function readBox(q: Writer, ctx: Ctx, round: Round): Promise<Result<Box>> {
  if (round.means === "hands") return handsOf(q, ctx, round)
  const papers = await closePapers(q, ctx, round)
  if (!papers.ok) return papers
  return done({ ...papers.value, choices: await readChoices(q, ctx, round), ...(await countHelp(q, ctx, round)) })
}

async function handsOf(q: Writer, ctx: Ctx, round: Round): Promise<Result<Box>> {
  const hands = await closeHandCounts(q, ctx, round)
  if (!hands.ok) return hands
  const { counts, countedBy } = hands.value
  return done({ choices: choicesOf(counts), balance: null, countedBy, byProxy: 0, assisted: 0 })
}

/** What a closed round came to before the chair decides its tie. */
export async function readCounts(q: Reader, ctx: Ctx, round: Round): Promise<Counts> {
  if (round.means !== "hands") return tally((await readChoices(q, ctx, round)) as Mark[])
  const hands = await closeHandCounts(q, ctx, round)
  return hands.ok ? hands.value.counts : tally([])
}

const choicesOf = (counts: Counts): string[] => choices.flatMap(choice => Array<string>(counts[choice]).fill(choice))

async function countHelp(q: Writer, ctx: Ctx, round: Round): Promise<Pick<Box, "byProxy" | "assisted">> {
  const roll = await listRoll(q, ctx.community.id, round.id)
  return {
    byProxy: roll.filter(entry => entry.castById !== null).length,
    assisted: roll.filter(entry => entry.helperName !== "").length,
  }
}

/** The result with who counted and how the ballots came in; what there was nothing of is left out. */
const withBox = (result: RoundResult, { balance, countedBy, byProxy, assisted }: Box): RoundResult => ({
  ...result,
  ...(balance ? { paper: balance } : {}),
  ...(countedBy.length > 0 ? { countedBy } : {}),
  ...(byProxy > 0 ? { byProxy } : {}),
  ...(assisted > 0 ? { assisted } : {}),
})

/** What the box came to; null while a tie waits for the chair. */
export function resultOfBox(box: Box, count: (box: Box) => RoundResult | null): RoundResult | null {
  const result = count(box)
  return result && withBox(result, box)
}

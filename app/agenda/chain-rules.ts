import type { chainRecords } from "#db/schema/agenda"
import { type ChainStep, chainSteps } from "#db/words"
import { type CivilDate, isRealDate } from "~/law/civil-date"
import { lastDayOfPeriod } from "~/law/day-counting"
import { done, type Result, refuse } from "~/law/result"
import { type Decision, type DecisionRule, decide } from "~/law/tally"
import { MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"
import { branchRegulation } from "~/rulebook/preset-words"

export type ChainRecord = typeof chainRecords.$inferSelect
export type VotedStep = Exclude<ChainStep, "decisionPublished" | "resultPublished">

export const chainStepNames: Record<ChainStep, string> = {
  branchProposal: "党支部提议",
  committeesDiscussion: "“两委”商议",
  partyAssembly: "党员大会审议",
  representativesDecision: "居民代表会议决议",
  decisionPublished: "决议公开",
  resultPublished: "实施结果公开",
}

const act = "《中华人民共和国城市居民委员会组织法》（2025年修订）"
const workingMethod = "四议两公开工作法（法律未规定）"

/** Half or more, for what asks for no more: 半数以上. */
const HALF_OR_MORE = { part: [1, 2] } as const

/**
 * By which rule each step is voted. The base of the party assembly is everyone entitled (应到会有表决权的党员), as 支部工作条例
 * and the working method say; texts that count those present exist, and whoever follows one changes `base` here.
 */
export const chainVotes: Record<VotedStep, DecisionRule> = {
  branchProposal: {
    quorum: { label: "到会支部委员", bar: HALF_OR_MORE, article: `${branchRegulation}第十二条` },
    agreement: {
      label: "赞成的支部委员",
      bar: MORE_THAN_HALF,
      base: "present",
      article: `${workingMethod}：支委会充分讨论，支委表决，少数服从多数`,
    },
  },
  committeesDiscussion: {
    quorum: null,
    agreement: {
      label: "赞成的“两委”成员",
      bar: MORE_THAN_HALF,
      base: "present",
      article: `${workingMethod}：充分讨论后表决，少数服从多数`,
    },
  },
  partyAssembly: {
    quorum: {
      label: "到会党员",
      bar: TWO_THIRDS_OR_MORE,
      article: `${workingMethod}：到会党员达到党员总数的三分之二以上`,
    },
    agreement: {
      label: "赞成的党员",
      bar: MORE_THAN_HALF,
      base: "members",
      article: `${branchRegulation}第十一条：赞成人数超过应到会有表决权的党员的半数为通过`,
    },
  },
  representativesDecision: {
    quorum: { label: "到会组成人员", bar: TWO_THIRDS_OR_MORE, article: `${act}第二十九条` },
    agreement: { label: "赞成的组成人员", bar: MORE_THAN_HALF, base: "present", article: `${act}第二十九条` },
  },
}

/** How long each publication hangs at least. The working method's older texts say seven days; the Act's floor is higher. */
export const publication = {
  days: 15,
  article: `${act}第三十四条：公布的期限不得少于十五日。四议两公开工作法的一些文本写七天，低于法律的下限，按十五日办`,
}

export const isVotedStep = (step: ChainStep): step is VotedStep => step in chainVotes

export type ChainFigures = { entitled: number; present: number; inFavour: number; against: number; abstained: number }
export const chainFigureNames = ["entitled", "present", "inFavour", "against", "abstained"] as const

/** What the vote of a step came to, with its lights. */
export const judgeChainStep = (step: VotedStep, figures: ChainFigures): Decision =>
  decide(
    { for: figures.inFavour, against: figures.against, abstain: figures.abstained, invalid: 0 },
    { present: figures.present, entitled: figures.entitled },
    chainVotes[step],
  )

/** The figures of a record; null where nobody votes. */
export function figuresOf(record: Pick<ChainRecord, (typeof chainFigureNames)[number]>): ChainFigures | null {
  const { entitled, present, inFavour, against, abstained } = record
  if (entitled === null || present === null || inFavour === null || against === null || abstained === null) return null
  return { entitled, present, inFavour, against, abstained }
}

type Stepped = Pick<ChainRecord, "step" | "proposalOrdinal" | "heldOn" | "until" | (typeof chainFigureNames)[number]>

/** A vote that passed, or a sheet that was posted. */
export function isStepTaken(record: Stepped): boolean {
  if (!isVotedStep(record.step)) return true
  const figures = figuresOf(record)
  return figures !== null && judgeChainStep(record.step, figures).outcome === "passed"
}

/** What is said of a record in a word or two. */
export function chainOutcome(record: Stepped): { name: string; isTaken: boolean } {
  const isTaken = isStepTaken(record)
  if (!isVotedStep(record.step)) return { name: "已公开", isTaken }
  return { name: isTaken ? "通过" : "没有通过", isTaken }
}

/** The record that holds for each step of one proposal: of several the last one given, as the store lists them. */
export const standingRecords = <R extends Stepped>(records: readonly R[], ordinal: number): Map<ChainStep, R> =>
  new Map(records.filter(one => one.proposalOrdinal === ordinal).map(one => [one.step, one]))

export type ChainStanding = {
  /** The step that can be recorded now; null when all six are, or while the chain is stopped. */
  next: ChainStep | null
  /** The step whose vote failed. */
  stoppedAt: ChainStep | null
  /** The last one recorded: only it may be recorded anew, held again or put right. */
  last: ChainStep | null
}

export function chainStanding(records: readonly Stepped[], ordinal: number): ChainStanding {
  const standing = standingRecords(records, ordinal)
  const last = chainSteps.findLast(step => standing.has(step)) ?? null
  const open = chainSteps.find(step => !isTakenIn(standing, step)) ?? null
  const isStopped = open !== null && standing.has(open)
  return { next: isStopped ? null : open, stoppedAt: isStopped ? open : null, last }
}

const isTakenIn = (standing: ReadonlyMap<ChainStep, Stepped>, step: ChainStep): boolean => {
  const record = standing.get(step)
  return record !== undefined && isStepTaken(record)
}

/**
 * What a chain that was begun still lacks before the representatives may decide: the first of its three steps that is not
 * taken. Null where it lacks none, and where no chain was begun for this proposal. `records` are one topic's.
 */
export function missingChainStep(records: readonly Stepped[], ordinal: number): ChainStep | null {
  const standing = standingRecords(records, ordinal)
  if (standing.size === 0) return null
  const before = chainSteps.slice(0, chainSteps.indexOf("representativesDecision"))
  return before.find(step => !isTakenIn(standing, step)) ?? null
}

export type ChainEntry = {
  step: ChainStep
  heldOn: CivilDate
  /** Only of a publication. */
  until: CivilDate | null
  place: string
  content: string
} & { [Name in keyof ChainFigures]: number | null }

/**
 * An entry as it is kept, the words trimmed. Refusals: chain_step_early { step, missing }, chain_step_past { step, later },
 * chain_stopped { step }, chain_date_wrong, chain_date_future, chain_before_previous { previous, on }, chain_posting_running
 * { until }, chain_incomplete, chain_figures_missing, chain_figures_contradict, chain_posting_short { days, least }; each
 * with its field.
 */
export function checkChainEntry(
  entry: ChainEntry,
  known: { records: readonly Stepped[]; ordinal: number; today: CivilDate },
): Result<ChainEntry> {
  const order = checkOrder(entry.step, known)
  if (!order.ok) return order
  const day = checkDay(entry, known)
  if (!day.ok) return day
  const [place, content] = [entry.place.trim(), entry.content.trim()]
  if (!place) return refuse("chain_incomplete", { field: "place" })
  if (!content) return refuse("chain_incomplete", { field: "content" })
  if (!isVotedStep(entry.step)) return checkPosting({ ...entry, place, content })
  const figures = checkFigures(entry)
  return figures.ok ? done({ ...entry, place, content, until: null }) : figures
}

function checkOrder(step: ChainStep, known: { records: readonly Stepped[]; ordinal: number }): Result<null> {
  const { next, stoppedAt, last } = chainStanding(known.records, known.ordinal)
  if (step === next || step === last) return done(null)
  if (stoppedAt && isAfter(step, stoppedAt)) return refuse("chain_stopped", { step: stoppedAt })
  if (last && isAfter(last, step)) return refuse("chain_step_past", { step, later: last })
  return refuse("chain_step_early", { step, missing: next })
}

const isAfter = (one: ChainStep, other: ChainStep): boolean => chainSteps.indexOf(one) > chainSteps.indexOf(other)

function checkDay(
  { step, heldOn }: ChainEntry,
  { records, ordinal, today }: { records: readonly Stepped[]; ordinal: number; today: CivilDate },
): Result<null> {
  if (!isRealDate(heldOn)) return refuse("chain_date_wrong", { field: "heldOn" })
  if (heldOn > today) return refuse("chain_date_future", { field: "heldOn" })
  const standing = standingRecords(records, ordinal)
  const previous = chainSteps.slice(0, chainSteps.indexOf(step)).findLast(one => standing.has(one))
  const before = previous && standing.get(previous)
  if (!before) return done(null)
  if (heldOn < before.heldOn) return refuse("chain_before_previous", { field: "heldOn", previous, on: before.heldOn })
  // The decision hangs for its whole time before anyone reports that it was carried out.
  if (before.until && heldOn <= before.until)
    return refuse("chain_posting_running", { field: "heldOn", until: before.until })
  return done(null)
}

function checkPosting(entry: ChainEntry): Result<ChainEntry> {
  const least = lastDayOfPeriod(entry.heldOn, publication.days)
  if (!entry.until || !isRealDate(entry.until)) return refuse("chain_date_wrong", { field: "until" })
  if (entry.until < least) return refuse("chain_posting_short", { field: "until", days: publication.days, least })
  return done({ ...entry, entitled: null, present: null, inFavour: null, against: null, abstained: null })
}

function checkFigures(entry: ChainEntry): Result<null> {
  const missing = chainFigureNames.find(name => {
    const value = entry[name]
    return value === null || !Number.isSafeInteger(value) || value < 0
  })
  const figures = missing ? null : figuresOf(entry)
  if (!figures) return refuse("chain_figures_missing", { field: missing })
  if (figures.entitled === 0) return refuse("chain_figures_missing", { field: "entitled" })
  if (figures.present > figures.entitled) return refuse("chain_figures_contradict", { field: "present" })
  const cast = figures.inFavour + figures.against + figures.abstained
  return cast > figures.present ? refuse("chain_figures_contradict", { field: "inFavour" }) : done(null)
}

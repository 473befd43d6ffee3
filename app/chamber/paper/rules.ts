import type { PaperState } from "#db/schema/chamber-paper"
import type { PaperBalance, RoundMeans, RoundMedium, RoundState } from "#db/schema/chamber-rounds"
import { type BallotForm, checkBallot } from "~/chamber/rounds/ballot-marks"
import { formatTime } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import type { Counts } from "~/law/tally"
import type { Office } from "./office-names"

export const paperStateNames: Record<PaperState, string> = {
  issued: "已发出",
  returned: "已收回",
  spoiled: "作废",
  missing: "未收回",
}

type RoundFacts = {
  state: RoundState
  means: RoundMeans
  medium: RoundMedium
  votingEndedAt: Date | null
}

/** Refusals: round_annulled, already_closed. */
export function canConductCount({ state }: Pick<RoundFacts, "state">): Result<null> {
  if (state === "annulled") return refuse("round_annulled")
  return state === "open" ? done(null) : refuse("already_closed")
}

/** Refusals: those of `canConductCount`, hands_have_no_papers. */
export function canHandlePapers({ state, means }: RoundFacts): Result<null> {
  const open = canConductCount({ state })
  if (!open.ok) return open
  return means === "hands" ? refuse("hands_have_no_papers") : done(null)
}

/** Papers are handed out and exchanged while ballots are taken. Refusals: those of `canHandlePapers`, papers_voting_ended. */
export function canIssue(round: RoundFacts): Result<null> {
  const open = canHandlePapers(round)
  if (!open.ok) return open
  return round.votingEndedAt ? refuse("papers_voting_ended") : done(null)
}

/** Papers are said to be missing, and read, once no ballot is taken any more. Refusals: those of `canHandlePapers`, papers_before_end. */
export function canRead(round: RoundFacts): Result<null> {
  const open = canHandlePapers(round)
  if (!open.ok) return open
  return round.votingEndedAt ? done(null) : refuse("papers_before_end")
}

/**
 * What became of a paper is put right while no sheet was read: from then on its ballot is known, or among those that are.
 * Refusals: those of `canHandlePapers`, papers_being_read.
 */
export function canReopen(round: RoundFacts, entries: number): Result<null> {
  const open = canHandlePapers(round)
  if (!open.ok) return open
  return entries > 0 ? refuse("papers_being_read") : done(null)
}

export type PaperFact = { serial: number; state: PaperState; channel: "tablet" | "paper" | null }
export type EntryFact = { sheet: number; verdict: "counted" | "duplicate" | null; enteredByAccountId: string }

/** An entry whose two readings differed stands empty until it is read again. */
export const isRead = (entry: Pick<EntryFact, "enteredByAccountId">): boolean => entry.enteredByAccountId !== ""

/** Handed in by somebody whose ballot had come in on a tablet. */
export const isDuplicate = (paper: PaperFact): boolean => paper.state === "returned" && paper.channel === "tablet"

type HandedPaper = { serial: number; name: string; participantId: string; handedToId: string | null }
type ProxyFact = { principalId: string; holderId: string; revokedAt: Date | null }

/** When the proxy by which a paper was handed out ended: taken back, or its principal came. Null while it holds. */
export function proxyEndOf(
  { participantId, handedToId }: Pick<HandedPaper, "participantId" | "handedToId">,
  proxies: readonly ProxyFact[],
): Date | null {
  const own = proxies.filter(one => one.principalId === participantId && one.holderId === handedToId)
  return own.some(one => one.revokedAt === null) ? null : (own.at(-1)?.revokedAt ?? null)
}

/** Refusal: proxy_ended_before_return { serial, name, at }: a proxy that has ended casts nobody's vote (民法典第171、173条). */
export function mayTakeIn(paper: HandedPaper, proxies: readonly ProxyFact[]): Result<null> {
  const end = proxyEndOf(paper, proxies)
  if (!end) return done(null)
  const { serial, name } = paper
  return refuse("proxy_ended_before_return", { field: "serial", serial, name, at: formatTime(end) })
}

export type SheetPlan = {
  /** Serials of a named round, pencilled numbers of a secret one: every sheet that is to be read. */
  sheets: number[]
  /** Duplicates that are read too. Of a secret round they never get into the box: nobody could pick them out. */
  duplicates: number[]
}

/** Which sheets are to be read, once every paper has come to its end. */
export function planSheets(papers: readonly PaperFact[], secret: boolean): SheetPlan {
  const returned = papers.filter(paper => paper.state === "returned")
  const duplicates = returned.filter(isDuplicate)
  if (!secret) return { sheets: returned.map(paper => paper.serial), duplicates: duplicates.map(paper => paper.serial) }
  return { sheets: Array.from({ length: returned.length - duplicates.length }, (_, at) => at + 1), duplicates: [] }
}

/** How far the papers of a round are. */
export type PaperProgress = {
  issued: number
  /** Still with their voters. */
  out: number
  returned: number
  spoiled: number
  missing: number
  duplicate: number
  /** Sheets to be read; `read` of them twice alike, `once` of them waiting for the second reading. */
  sheets: number
  once: number
  read: number
}

export function progressOf(
  papers: readonly PaperFact[],
  entries: readonly EntryFact[],
  secret: boolean,
): PaperProgress {
  const are = (state: PaperState) => papers.filter(paper => paper.state === state).length
  return {
    issued: papers.length,
    out: are("issued"),
    returned: are("returned"),
    spoiled: are("spoiled"),
    missing: are("missing"),
    duplicate: papers.filter(isDuplicate).length,
    sheets: planSheets(papers, secret).sheets.length,
    once: entries.filter(entry => entry.verdict === null && isRead(entry)).length,
    read: entries.filter(entry => entry.verdict !== null).length,
  }
}

/** Refusals: papers_not_accounted_for { open }, papers_not_all_read { returned, read }. */
export function canClosePapers({ out, sheets, read }: PaperProgress): Result<null> {
  if (out > 0) return refuse("papers_not_accounted_for", { open: out })
  return read < sheets ? refuse("papers_not_all_read", { returned: sheets, read }) : done(null)
}

/** issued = returned + spoiled + missing, returned = valid + invalid + duplicate. */
export function balanceOf(
  { issued, returned, spoiled, missing, duplicate }: PaperProgress,
  invalid: number,
): PaperBalance {
  const balance = { issued, returned, spoiled, missing, valid: returned - invalid - duplicate, invalid, duplicate }
  if (!isBalanced(balance)) throw new Error(`papers do not balance: ${JSON.stringify(balance)}`)
  return balance
}

export const isBalanced = (balance: PaperBalance): boolean =>
  balance.issued === balance.returned + balance.spoiled + balance.missing &&
  balance.returned === balance.valid + balance.invalid + balance.duplicate &&
  Object.values(balance).every(count => count >= 0)

/** Papers are counted where 计票人 and 监票人 were named. Refusal: officers_missing { counters, scrutineers }. */
export function hasOfficers(officers: readonly { office: Office }[], counters = 1): Result<null> {
  const of = (office: Office) => officers.filter(one => one.office === office).length
  return of("counter") >= counters && of("scrutineer") >= 1
    ? done(null)
    : refuse("officers_missing", { counters: Math.max(0, counters - of("counter")), scrutineers: of("scrutineer") })
}

/**
 * What was read off one sheet, as ballots store it. On paper more may be marked than the form allows, or nothing: that is
 * read as invalid, on purpose and by both. Refusals: reading_missing { sheet }, reading_overmarked { sheet, marked, most }.
 */
export function checkReading(form: BallotForm, { sheet, choice }: { sheet: number; choice: string }): Result<string> {
  if (choice === "invalid") return done(choice)
  const checked = checkBallot(form, choice)
  if (checked.ok) return checked
  if (checked.code === "too_many_marks")
    return refuse("reading_overmarked", { sheet, marked: checked.detail.marked, most: form.seats })
  return refuse("reading_missing", { sheet })
}

export type HandFigures = Pick<Counts, "for" | "against" | "abstain">

export const sumOfHands = (figures: HandFigures): number => figures.for + figures.against + figures.abstain

export const isSameCount = (one: HandFigures, other: HandFigures): boolean =>
  one.for === other.for && one.against === other.against && one.abstain === other.abstain

/**
 * What the counters counted alike; `present` without those who must not vote.
 * Refusals: hand_counts_missing { counted }, hand_counts_differ, more_hands_than_present { counted, present }.
 */
export function agreeOnHands(newest: readonly HandFigures[], present: number): Result<Counts> {
  const [first, ...others] = newest
  if (!first || others.length === 0) return refuse("hand_counts_missing", { counted: newest.length })
  if (!others.every(other => isSameCount(first, other))) return refuse("hand_counts_differ")
  const counted = sumOfHands(first)
  if (counted > present) return refuse("more_hands_than_present", { counted, present })
  return done({ for: first.for, against: first.against, abstain: first.abstain, invalid: 0 })
}

/** A name on an option of an election: 甲一, 甲一（3号楼）. */
const isNameOf = (label: string, name: string): boolean => {
  const rest = label.trim().startsWith(name) ? label.trim().slice(name.length) : null
  return rest !== null && !/^[\p{Script=Han}·]/u.test(rest)
}

const isSamePerson = (one: { name: string; phone: string }, other: { name: string; phone: string }): boolean =>
  one.name === other.name && (one.phone === "" || other.phone === "" || one.phone === other.phone)

/** What makes somebody a party to a matter. */
export type Matter = {
  recused: ReadonlySet<string>
  /** Of the motion, and of what changed its text. */
  moverIds: readonly string[]
  options: readonly { label: string }[] | null
  /** As they gave their names; a phone tells two people of one name apart, where both are known. */
  reporters: readonly { name: string; phone: string }[]
  /** Who is to carry it out, as the proposal names them; empty where nobody is named. */
  handler: string
}

export type PartyReason = "recused" | "mover" | "candidate" | "reporter" | "handler"

/** In which way someone is a party to what is voted on: barred for recusal, its mover, a candidate, who reported it, or who is to carry it out; null where in none. */
export function partyReasonOf(
  person: { participantId: string | null; name: string; phone: string; organization: string },
  matter: Matter,
): PartyReason | null {
  const { participantId, name, organization } = person
  if (participantId !== null && matter.recused.has(participantId)) return "recused"
  if (participantId !== null && matter.moverIds.includes(participantId)) return "mover"
  if (matter.options?.some(option => isNameOf(option.label, name))) return "candidate"
  if (matter.handler !== "" && [organization, name].includes(matter.handler)) return "handler"
  return matter.reporters.some(reporter => isSamePerson(reporter, person)) ? "reporter" : null
}

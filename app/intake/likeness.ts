import { channelNames } from "./channels"
import { columnNames, type IssueColumn } from "./issue-columns"
import type { IssueDraft } from "./issue-sheet"
import { bigramsOf, comparablePlace, comparableText, landmarksOf } from "./likeness-text"

/** An issue that is there already, or a row above in the same file. */
export type KnownIssue = IssueDraft & { id: string }

export type Change = { column: IssueColumn | "extra"; name: string; before: string; after: string }

export type Likeness =
  | { kind: "new" }
  | { kind: "unchanged"; issueId: string }
  | { kind: "changed"; issueId: string; reason: string; changes: Change[] }
  | { kind: "similar"; issueId: string /** 0 to 1 */; score: number; reason: string }

type Entry = { issue: KnownIssue; place: string; bigrams: Set<string>; landmarks: Map<string, Set<string>> }

/** The latest so many under one number or with one content are looked at; a sheet full of one sentence stays quick. */
const CANDIDATES = 200

export type LikenessIndex = {
  entries: Entry[]
  byNumber: Map<string, number>
  bySourceNumber: Map<string, number[]>
  byContent: Map<string, number[]>
  byBigram: Map<string, number[]>
}

/** Numbers like 1, 02 or 2026-3 begin anew on each month's sheet and prove nothing by themselves. */
const isRunningNumber = (number: string) => !/^(?=.*\D).{8,}$|^\d{6,}$/.test(number)

export function buildLikenessIndex(issues: readonly KnownIssue[]): LikenessIndex {
  const index: LikenessIndex = {
    entries: [],
    byNumber: new Map(),
    bySourceNumber: new Map(),
    byContent: new Map(),
    byBigram: new Map(),
  }
  for (const issue of issues) addKnownIssue(index, issue)
  return index
}

/** Makes later rows comparable with this one too. */
export function addKnownIssue(index: LikenessIndex, issue: KnownIssue): void {
  const at = index.entries.length
  const bigrams = bigramsOf(fullText(issue))
  index.entries.push({ issue, place: comparablePlace(issue.place), bigrams, landmarks: landmarksOf(fullText(issue)) })
  if (issue.number !== "") index.byNumber.set(issue.number, at)
  if (issue.sourceNumber !== "") append(index.bySourceNumber, issue.sourceNumber, at)
  append(index.byContent, comparableText(issue.content), at)
  for (const bigram of bigrams) append(index.byBigram, bigram, at)
}

function append(lists: Map<string, number[]>, key: string, at: number) {
  const list = lists.get(key)
  if (list) list.push(at)
  else lists.set(key, [at])
}

const fullText = (issue: IssueDraft) => `${comparablePlace(issue.place)} ${comparableText(issue.content)}`

/** Whether an issue is known: the very same one (by number, or by content with place, date and reporter), or one like it. */
export function findLikeness(index: LikenessIndex, draft: IssueDraft): Likeness {
  const same = findSame(index, draft)
  if (same) {
    const changes = changesBetween(same.issue, draft)
    if (changes.length === 0) return { kind: "unchanged", issueId: same.issue.id }
    const reason = `${same.why}，${changes.map(change => change.name).join("、")}有改动`
    return { kind: "changed", issueId: same.issue.id, reason, changes }
  }
  return findSimilar(index, draft)
}

function findSame(index: LikenessIndex, draft: IssueDraft): { issue: KnownIssue; why: string } | null {
  const own = index.byNumber.get(draft.number)
  if (draft.number !== "" && own !== undefined) return { issue: index.entries[own]!.issue, why: "登记编号相同" }
  const bigrams = bigramsOf(fullText(draft))
  for (const at of (index.bySourceNumber.get(draft.sourceNumber) ?? []).slice(-CANDIDATES)) {
    const { issue, bigrams: others } = index.entries[at]!
    const alike = diceOf(bigrams, others)
    if (alike >= (isRunningNumber(draft.sourceNumber) ? 0.5 : 0) && !isContradicted(issue, draft)) {
      return { issue, why: "编号相同" }
    }
  }
  for (const at of (index.byContent.get(comparableText(draft.content)) ?? []).slice(-CANDIDATES)) {
    const { issue } = index.entries[at]!
    if (isSameReport(issue, draft)) return { issue, why: "内容、地点、时间和提出人相同" }
  }
  return null
}

/** Running numbers of different months: another day and another person. */
const isContradicted = (known: KnownIssue, draft: IssueDraft) =>
  isRunningNumber(draft.sourceNumber) &&
  differ(known.reportedOn, draft.reportedOn) &&
  differ(known.reporterName, draft.reporterName)

const differ = (a: string | null, b: string | null) => Boolean(a && b && a !== b)

/** With the same content: none of place, day and reporter contradicts, and at least two of them are given and agree. */
function isSameReport(known: KnownIssue, draft: IssueDraft): boolean {
  const pairs: [string, string][] = [
    [comparablePlace(known.place), comparablePlace(draft.place)],
    [known.reportedOn ?? "", draft.reportedOn ?? ""],
    [known.reporterName, draft.reporterName],
  ]
  return !pairs.some(([a, b]) => differ(a, b)) && pairs.filter(([a, b]) => a !== "" && a === b).length >= 2
}

const COMPARED = [
  "sourceNumber",
  "title",
  "content",
  "place",
  "reporterName",
  "reporterPhone",
  "reportedOn",
  "channel",
  "collectorName",
  "supporterCount",
  "note",
] as const

/** What the row gives and the known issue has otherwise. A cell left empty changes nothing. */
function changesBetween(known: KnownIssue, draft: IssueDraft): Change[] {
  const changes: Change[] = []
  for (const column of COMPARED) {
    const [before, after] = [known[column] ?? "", draft[column] ?? ""]
    if (after === "" || before === after) continue
    // A sheet without titles lends its content as nothing more; a sheet without contents lends its title.
    if (column === "content" && after === draft.title && before !== "") continue
    const shown = (value: string | number) =>
      column === "channel" ? (channelNames[value as keyof typeof channelNames] ?? "") : String(value)
    changes.push({ column, name: columnNames[column], before: shown(before), after: shown(after) })
  }
  if (draft.gridId !== null && draft.gridId !== known.gridId) {
    changes.push({ column: "grid", name: columnNames.grid, before: known.gridId ?? "", after: draft.gridId })
  }
  for (const [name, after] of Object.entries(draft.extra)) {
    const before = known.extra[name] ?? ""
    if (before !== after) changes.push({ column: "extra", name, before, after })
  }
  return changes
}

function findSimilar(index: LikenessIndex, draft: IssueDraft): Likeness {
  const bigrams = bigramsOf(fullText(draft))
  const shared = new Uint16Array(index.entries.length)
  const touched: number[] = []
  for (const bigram of bigrams) {
    for (const at of index.byBigram.get(bigram) ?? []) {
      if (shared[at] === 0) touched.push(at)
      shared[at]!++
    }
  }
  const landmarks = landmarksOf(fullText(draft))
  const place = comparablePlace(draft.place)
  let best: { entry: Entry; score: number; where: string } | null = null
  for (const at of touched) {
    const entry = index.entries[at]!
    const score = (2 * shared[at]!) / (bigrams.size + entry.bigrams.size)
    if (score < 0.5 || (best && score <= best.score)) continue
    if (differ(entry.issue.gridId, draft.gridId)) continue
    const landmark = compareLandmarks(entry.landmarks, landmarks)
    if (landmark === "differ") continue
    const where =
      place !== "" && place === entry.place
        ? "地点相同"
        : landmark === "same"
          ? "同一处"
          : draft.gridId && entry.issue.gridId
            ? "同一网格"
            : ""
    if (score < (where === "同一网格" ? 0.6 : where === "" ? 0.7 : 0.5)) continue
    best = { entry, score, where }
  }
  if (!best) return { kind: "new" }
  const parts = [
    best.where,
    draft.reporterName !== "" && draft.reporterName === best.entry.issue.reporterName ? "提出人相同" : "",
    best.score >= 0.95 ? "内容几乎一样" : `内容有${"五六七八九"[Math.floor(best.score * 10) - 5]}成相像`,
  ]
  return {
    kind: "similar",
    issueId: best.entry.issue.id,
    score: best.score,
    reason: parts.filter(part => part !== "").join("、"),
  }
}

/** Two lamps in two buildings are two matters, however alike the words. */
function compareLandmarks(a: Map<string, Set<string>>, b: Map<string, Set<string>>): "same" | "differ" | "unknown" {
  let known: "same" | "unknown" = "unknown"
  for (const [kind, names] of a) {
    const others = b.get(kind)
    if (!others) continue
    if (![...names].some(name => others.has(name))) return "differ"
    known = "same"
  }
  return known
}

function diceOf(a: Set<string>, b: Set<string>): number {
  let shared = 0
  for (const bigram of a) if (b.has(bigram)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

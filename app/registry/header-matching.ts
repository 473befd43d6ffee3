import { textOf } from "./cell-values"
import type { Cell } from "./spreadsheet"

/** One thing a table may hold; an earlier synonym is a better one. `required` columns make a row a header. */
export type ColumnSpec = { key: string; name: string; synonyms: string[]; required: boolean }

/** A heading as written over a column; two rows of headings give both. */
export type Heading = { upper: string; lower: string }

// No opening bracket within: a cell full of them would be walked through once for each.
const BRACKETED = /[([【{〔<《]([^([【{〔<《)\]】}〕>》]*)[)\]】}〕>》]/g
/** A longer text is prose; only its beginning is looked at, so that no cell holds up everyone else. */
const LONGEST_HEADING = 1000
// 电话（网格员） is not the reporter's telephone: such a remark belongs to the name.
const TELLING = /网格|物业|承办|责任|负责|处理|办理|上报|登记|单位|部门|社区|备用/

/** Width, spaces, line breaks, asterisks, colons and mere remarks in brackets (必填) do not make another heading. */
export function normalizeHeading(text: string): string {
  const plain = text
    .slice(0, LONGEST_HEADING)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s*＊:：、/\\_.。★·-]/g, "")
  const bare = plain.replace(BRACKETED, (_, remark: string) => (TELLING.test(remark) ? remark : ""))
  return bare === "" ? plain.replace(BRACKETED, "$1") : bare
}

/** "上/下" for headings in two rows, the one text where both say the same or one is empty. */
export function nameOfHeading({ upper, lower }: Heading): string {
  const tidy = (text: string) => text.replace(/\s+/g, "")
  if (lower === "" || tidy(upper) === tidy(lower)) return tidy(upper)
  return upper === "" ? tidy(lower) : `${tidy(upper)}/${tidy(lower)}`
}

/** The headings of a row, or of a row and the one below it. */
export function readHeadings(upper: Cell[], lower: Cell[] = []): Heading[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => ({
    upper: textOf(upper[column]),
    lower: textOf(lower[column]),
  }))
}

export type Matched = {
  /** The column index for each key that was found. */
  columns: Map<string, number>
  /** Keys for which several columns bear the very same heading. */
  ambiguous: Map<string, number[]>
  score: number
}

/** Gives each wanted column the heading that fits it best. A heading serves one column only. */
export function matchHeadings(headings: Heading[], specs: ColumnSpec[]): Matched {
  const fits = specs
    .flatMap(spec => headings.map((heading, column) => ({ spec, column, fit: fitOf(heading, spec) })))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.column - b.column)
  const columns = new Map<string, number>()
  const ambiguous = new Map<string, number[]>()
  const bestFit = new Map<string, number>()
  const taken = new Set<number>()
  let score = 0
  for (const { spec, column, fit } of fits) {
    const best = bestFit.get(spec.key)
    if (best === undefined && !taken.has(column)) {
      columns.set(spec.key, column)
      bestFit.set(spec.key, fit)
      taken.add(column)
      score += Math.ceil(fit / 1000)
    } else if (best === fit && !taken.has(column)) {
      ambiguous.set(spec.key, [...(ambiguous.get(spec.key) ?? [columns.get(spec.key)!]), column])
    }
  }
  return { columns, ambiguous, score }
}

/** Thousands for how closely the heading names the column, less the place of the synonym. 0 is no fit. */
function fitOf({ upper, lower }: Heading, spec: ColumnSpec): number {
  const names = [spec.name, ...spec.synonyms].map(normalizeHeading)
  const [over, under] = [normalizeHeading(upper), normalizeHeading(lower)]
  const single = over === under || under === "" ? over : over === "" ? under : null
  const exact = (text: string) => (text === "" ? -1 : names.indexOf(text))
  const ranked = (thousands: number, place: number) => (place < 0 ? 0 : thousands * 1000 - Math.min(place, 900))
  if (single === null) {
    return ranked(10, exact(over + under)) || ranked(8, exact(under)) || ranked(6, exact(over))
  }
  const whole = ranked(10, exact(single))
  if (whole > 0 || !spec.required) return whole
  // Without its required column a sheet cannot be read at all, so 居民具体诉求内容 may stand for 诉求内容.
  return ranked(
    4,
    names.findIndex(name => name.length >= 4 && single.endsWith(name)),
  )
}

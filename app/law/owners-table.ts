import { type Decimal, decimalText, inOneUnit, parseDecimal } from "~/law/decimals"
import { type OwnersReason, ownersReason } from "~/law/owners-vote"
import {
  type Bar,
  barInWords,
  MORE_THAN_HALF,
  meets,
  THREE_QUARTERS_OR_MORE,
  TWO_THIRDS_OR_MORE,
} from "~/law/threshold"

/** A table of owners' counts, one decision a row: what `npm run count` reads. */
export const ownersColumns = ["owners", "heads_part", "heads_yes", "area", "area_part", "area_yes", "cls"] as const
export type OwnersColumn = (typeof ownersColumns)[number]
type Figure = Exclude<OwnersColumn, "cls">

export type TableVerdict = "pass" | "fail" | "no-participation" | "cannot"
/** `why` says each condition with its numbers, or what is wrong with the row. */
export type JudgedRow = { verdict: TableVerdict; why: string }

const verdicts: Record<OwnersReason, TableVerdict> = {
  agreed: "pass",
  notEnoughAgreed: "fail",
  tooFewTookPart: "no-participation",
  nothingToCount: "cannot",
  figuresContradict: "cannot",
}

/** 民法典第278条第2款. A is matters 6 to 8, three quarters or more; B is all others, more than half. */
const classes: Record<"A" | "B", Bar> = { A: THREE_QUARTERS_OR_MORE, B: MORE_THAN_HALF }
const classWords: Record<string, keyof typeof classes> = { a: "A", 甲: "A", major: "A", b: "B", 乙: "B", ordinary: "B" }

const figureNames: Record<Figure, string> = {
  owners: "业主总人数",
  heads_part: "参与人数",
  heads_yes: "同意人数",
  area: "总面积",
  area_part: "参与面积",
  area_yes: "同意面积",
}

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\u200b\ufeff]/g, "")
    .trim()
    .toLowerCase()

export type FoundColumns =
  | { ok: true; columns: Record<OwnersColumn, number> }
  | { ok: false; missing: OwnersColumn[]; twice: OwnersColumn[] }

/** In which place each column stands, whatever their order; columns of other names are passed over. */
export function findOwnersColumns(header: readonly string[]): FoundColumns {
  const names = header.map(name => plain(name).replace(/[\s-]+/g, "_"))
  const missing = ownersColumns.filter(column => !names.includes(column))
  const twice = ownersColumns.filter(column => names.indexOf(column) !== names.lastIndexOf(column))
  if (missing.length > 0 || twice.length > 0) return { ok: false, missing, twice }
  const places = ownersColumns.map(column => [column, names.indexOf(column)] as const)
  return { ok: true, columns: Object.fromEntries(places) as Record<OwnersColumn, number> }
}

/** One row against the Code, exactly. What cannot be read or cannot be true is `cannot`, never a guess. */
export function judgeOwnersRow(
  cells: readonly string[],
  columns: Record<OwnersColumn, number>,
  width: number,
): JudgedRow {
  // A thousands separator without quotation marks shifts every figure after it.
  if (cells.slice(width).some(cell => cell.trim() !== ""))
    return cannot("这一行的格数比表头多。数字里的千位分隔逗号要放在引号里")
  const text = (column: OwnersColumn): string => cells[columns[column]] ?? ""
  const cls = classWords[plain(text("cls")).replace(/类$/, "")]
  if (!cls) return cannot(`“${text("cls")}”不是A或者B`)
  const figures = readFigures(text)
  if (typeof figures === "string") return cannot(figures)
  const area = inOneUnit({ whole: figures.area, part: figures.area_part, yes: figures.area_yes })
  const whole = { heads: figures.owners.units, area: area.whole }
  const participating = { heads: figures.heads_part.units, area: area.part }
  const agreeing = { heads: figures.heads_yes.units, area: area.yes }
  const bars = { participation: { bar: TWO_THIRDS_OR_MORE }, agreement: { bar: classes[cls] } }
  const reason = ownersReason({ whole, participating, agreeing }, bars)
  if (reason === "nothingToCount") return cannot("业主总人数或者总面积是零，没有可以计算的总数")
  if (reason === "figuresContradict") return cannot("数字前后不一致：有负数，参与的多于全部，或者同意的多于参与的")
  const condition = (axis: "heads" | "area", part: Figure, all: Figure): string => {
    const isAgreement = part.endsWith("_yes")
    const bar = isAgreement ? bars.agreement.bar : bars.participation.bar
    const isMet = isAgreement
      ? meets(agreeing[axis], participating[axis], bar)
      : meets(participating[axis], whole[axis], bar)
    const numbers = `${decimalText(figures[part])}/${decimalText(figures[all])}`
    return `${figureNames[part]}${numbers}${isMet ? "达到" : "未达到"}${barInWords(bar)}`
  }
  return {
    verdict: verdicts[reason],
    why: [
      condition("heads", "heads_part", "owners"),
      condition("area", "area_part", "area"),
      condition("heads", "heads_yes", "heads_part"),
      condition("area", "area_yes", "area_part"),
    ].join("；"),
  }
}

const cannot = (why: string): JudgedRow => ({ verdict: "cannot", why })

/** The figures of a row, or the sentence that says which of them is none. */
function readFigures(text: (column: Figure) => string): Record<Figure, Decimal> | string {
  const read = {} as Record<Figure, Decimal>
  for (const column of ownersColumns) {
    if (column === "cls") continue
    const isArea = column.startsWith("area")
    const figure = parseDecimal(plain(text(column)).replace(isArea ? /(?:平方米|m2)$/ : /[人户]$/, ""))
    if (!figure) return `${figureNames[column]}“${text(column)}”不是数`
    if (!isArea && figure.places > 0) return `${figureNames[column]}“${text(column)}”不是整数`
    read[column] = figure
  }
  return read
}

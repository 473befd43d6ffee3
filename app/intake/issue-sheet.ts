import { type CivilDate, formatDate } from "~/law/civil-date"
import type { Refusal, Result } from "~/law/result"
import { dateOf, numberOf, phoneOf, textOf } from "~/registry/cell-values"
import { readChineseNumber } from "~/registry/chinese-digits"
import { registryRefusals } from "~/registry/refusals"
import type { Cell } from "~/registry/spreadsheet"
import type { RecognizedRow } from "~/registry/table-recognition"
import { type IssueChannel, readChannel } from "./channels"
import { columnNames, type IssueColumn } from "./issue-columns"

/** What one row says. "" and null are "not given": the use case fills in what it must (today, the title). */
export type IssueDraft = {
  /** The community's own number, on a sheet that was exported from here. */
  number: string
  sourceNumber: string
  title: string
  content: string
  place: string
  gridId: string | null
  reporterName: string
  reporterPhone: string
  reportedOn: CivilDate | null
  channel: IssueChannel | null
  collectorName: string
  supporterCount: number | null
  note: string
  extra: Record<string, string>
}

export type RowProblem = { column: IssueColumn; sentence: string }

export type Grid = { id: string; name: string }

/** Longest texts, in characters. */
const LENGTHS: Partial<Record<IssueColumn, number>> = {
  number: 50,
  sourceNumber: 50,
  title: 100,
  content: 5000,
  place: 200,
  estate: 100,
  reporterName: 50,
  collectorName: 50,
  note: 2000,
}

const NOTHING = /^(无|没有|不详|未知|暂无|空|[-—–－/\\、.。]+)$/

/** Reads one row of a grid's issue sheet; each problem is a Chinese sentence for its column. Nothing is thrown away. */
export function readIssueRow(
  row: Pick<RecognizedRow, "values" | "extra">,
  today: CivilDate,
  grids: readonly Grid[],
): { issue: IssueDraft; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const cellOf = (column: IssueColumn): Cell => {
    const cell = row.values[column] ?? null
    return NOTHING.test(textOf(cell)) ? null : cell
  }
  const readText = (column: IssueColumn) => {
    const text = textOf(cellOf(column))
    const limit = LENGTHS[column]
    if (limit !== undefined && [...text].length > limit) {
      problems.push({ column, sentence: `${columnNames[column]}超过 ${limit} 字，请缩短后再导入` })
    }
    return text
  }
  const readValue = <T>(column: IssueColumn, read: (cell: Cell) => Result<T | null>): T | null => {
    const value = read(cellOf(column))
    if (value.ok) return value.value
    problems.push({ column, sentence: sentenceOf(value) })
    return null
  }

  const title = readText("title")
  const content = readText("content") || title
  if (content === "") problems.push({ column: "content", sentence: "内容为空" })
  const reportedOn = readValue("reportedOn", cell => dateOf(cell, today))
  if (reportedOn !== null && reportedOn > today) {
    problems.push({ column: "reportedOn", sentence: `日期 ${formatDate(reportedOn)}在今天之后` })
  }
  const supporterCount = readValue("supporterCount", numberOf)
  if (supporterCount !== null && !(Number.isInteger(supporterCount) && supporterCount >= 0 && supporterCount < 1e6)) {
    problems.push({ column: "supporterCount", sentence: `附议人数“${supporterCount}”不是合理的人数` })
  }
  const gridText = readText("grid")
  const gridId = findGrid(gridText, grids)?.id ?? null
  if (gridText !== "" && gridId === null) problems.push({ column: "grid", sentence: unknownGrid(gridText, grids) })
  const channelText = readText("channel")
  const channel = readChannel(channelText)
  const extra = { ...row.extra }
  // A way nobody has a word for yet is kept as it was written.
  if (channel === "other" && channelText !== "其他") extra[columnNames.channel] = channelText

  const issue: IssueDraft = {
    number: readText("number"),
    sourceNumber: readText("sourceNumber").normalize("NFKC"),
    title,
    content,
    place: joinPlace(readText("estate"), readText("place")),
    gridId,
    reporterName: readText("reporterName"),
    reporterPhone: readValue("reporterPhone", phoneOf) ?? "",
    reportedOn,
    channel,
    collectorName: readText("collectorName"),
    supporterCount,
    note: readText("note"),
    extra,
  }
  return { issue, problems }
}

/** 银杏家园 and 7栋 in two columns are one place. */
const joinPlace = (estate: string, place: string) => (place.includes(estate) ? place : `${estate}${place}`)

const sentenceOf = (refusal: Refusal) => registryRefusals[refusal.code]?.(refusal.detail) ?? "这一格看不明白"

function unknownGrid(text: string, grids: readonly Grid[]) {
  const known = grids.length === 0 ? "本社区还没有登记网格" : `现有${grids.map(grid => grid.name).join("、")}`
  return `网格“${text}”不在本社区，${known}`
}

/** 第一网格, 一网格, 1网格, 01号网格 and 振兴社区第一网格 are one grid. */
function findGrid(text: string, grids: readonly Grid[]): Grid | undefined {
  const name = normalizeGridName(text)
  if (name === "") return undefined
  const exact = grids.filter(grid => normalizeGridName(grid.name) === name)
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined
  // The community's name may stand in front, but 11 must not be taken for 1.
  const within = grids.filter(grid => {
    const own = normalizeGridName(grid.name)
    return own !== "" && name.endsWith(own) && !/\d$/.test(name.slice(0, -own.length))
  })
  return within.length === 1 ? within[0] : undefined
}

const normalizeGridName = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s"“”]/g, "")
    .replace(/第?([\d〇零一二三四五六七八九十百]+)号?(?=网格|$)/g, (whole, digits: string) =>
      String(readChineseNumber(digits) ?? whole),
    )
    .replace(/网格$/, "")

/** A title for an issue that came without one: its first clause, shortened to 30 characters. */
export function titleFrom(content: string): string {
  const clause = content
    .trim()
    .split(/[\n。！？!?；;]/)[0]!
    .trim()
  const signs = [...clause]
  if (signs.length <= 30) return clause
  const comma = clause.search(/[，,、]/)
  return comma >= 6 && comma <= 30 ? clause.slice(0, comma) : `${signs.slice(0, 29).join("")}…`
}

import { done, type Result, refuse } from "~/law/result"
import { textOf } from "./cell-values"
import {
  type ColumnSpec,
  type Heading,
  type Matched,
  matchHeadings,
  nameOfHeading,
  normalizeHeading,
  readHeadings,
} from "./header-matching"
import { isNoteRow, isTotalRow } from "./row-kinds"
import type { Cell, Sheet } from "./spreadsheet"

export type RecognizedRow = {
  sheet: string
  /** As the spreadsheet program shows it, from 1. */
  rowNumber: number
  /** One entry for each column of the sheet that was recognised. */
  values: Record<string, Cell>
  /** What stands in columns that were not asked for, by heading. */
  extra: Record<string, string>
}

export type SkippedRow = {
  sheet: string
  rowNumber: number
  reason: "total" | "note" | "repeatedHeader" | "sheetWithoutHeader"
}

export type RecognizedTable = {
  rows: RecognizedRow[]
  /** Which heading was taken for which column, to be shown to the person. */
  columns: { sheet: string; key: string; name: string; header: string }[]
  /** Headings kept in `extra`. */
  unknown: { sheet: string; header: string }[]
  skipped: SkippedRow[]
}

type Header = { firstRow: number; lastRow: number; headings: Heading[]; matched: Matched }

// A header further down than this is no header but a table below another text.
const SEARCH_DEPTH = 30

/**
 * Finds the header among title rows on each sheet and reads the rows below it. Empty sheets are passed over, and so are
 * sheets without a header if another has one (they are named in `skipped`); total rows, notes below, headers
 * repeated on each printed page and empty rows are left out. Refuses no_header_recognised, header_ambiguous, no_data.
 */
export function recognizeTable(sheets: Sheet[], specs: ColumnSpec[]): Result<RecognizedTable> {
  const table: RecognizedTable = { rows: [], columns: [], unknown: [], skipped: [] }
  let found = false
  for (const sheet of sheets) {
    const firstFilled = sheet.rows.findIndex(row => !isEmptyRow(row))
    if (firstFilled < 0) continue
    const header = findHeader(sheet.rows, specs)
    if (!header) {
      table.skipped.push({ sheet: sheet.name, rowNumber: firstFilled + 1, reason: "sheetWithoutHeader" })
      continue
    }
    found = true
    const settled = settleColumns(sheet, header, specs)
    if (!settled.ok) return settled
    readRows(sheet, header, settled.value, specs, table)
  }
  if (!found) {
    const needed = specs.filter(spec => spec.required).map(spec => spec.name)
    return refuse(table.skipped.length > 0 ? "no_header_recognised" : "no_data", { seen: seenIn(sheets), needed })
  }
  return table.rows.length > 0 ? done(table) : refuse("no_data")
}

function findHeader(rows: Cell[][], specs: ColumnSpec[]): Header | null {
  let best: Header | null = null
  const lastStart = Math.min(rows.length, SEARCH_DEPTH)
  for (let first = 0; first < lastStart; first++) {
    if (isTitleRow(rows[first]!)) continue
    for (const last of hasGroups(rows[first]!, rows[first + 1]) ? [first + 1, first] : [first]) {
      const headings = readHeadings(rows[first]!, last > first ? rows[last] : [])
      const matched = matchHeadings(headings, specs)
      if (specs.some(spec => spec.required && !matched.columns.has(spec.key))) continue
      if (!best || matched.score > best.matched.score) best = { firstRow: first, lastRow: last, headings, matched }
    }
  }
  return best
}

const isEmptyRow = (row: Cell[]) => row.every(cell => textOf(cell) === "")

/** One text over the whole width is a title, were it even the name of a column. */
function isTitleRow(row: Cell[]) {
  const texts = row.map(textOf).filter(text => text !== "")
  return texts.length === 0 || (texts.length > 1 && new Set(texts).size === 1)
}

/** A heading over several columns, with other headings under it. */
function hasGroups(upper: Cell[], lower: Cell[] | undefined) {
  if (!lower || isTitleRow(lower)) return false
  const [over, under] = [upper.map(textOf), lower.map(textOf)]
  return over.some((text, i) => {
    const spans = text !== "" && (over[i + 1] === text || (over[i + 1] === "" && under[i + 1] !== ""))
    return spans && under[i] !== "" && under[i] !== under[i + 1] && under[i] !== text
  })
}

/** Of several columns with one heading the only one that holds anything is meant; else the person must say. */
function settleColumns(sheet: Sheet, header: Header, specs: ColumnSpec[]): Result<Map<string, number>> {
  const columns = new Map(header.matched.columns)
  const body = sheet.rows.slice(header.lastRow + 1)
  for (const [key, candidates] of header.matched.ambiguous) {
    const filled = candidates.filter(column => body.some(row => textOf(row[column]) !== ""))
    if (filled.length > 1 && !haveSameValues(body, filled)) {
      return refuse("header_ambiguous", {
        sheet: sheet.name,
        name: specs.find(spec => spec.key === key)?.name,
        headers: filled.map(column => `${columnLetters(column)}列 ${nameOfHeading(header.headings[column]!)}`),
      })
    }
    columns.set(key, filled[0] ?? candidates[0]!)
  }
  return done(columns)
}

/** Columns under one merged heading whose cells are merged too hold the same value in each row. */
const haveSameValues = (body: Cell[][], columns: number[]) =>
  body.every(row => new Set(columns.map(column => textOf(row[column]))).size === 1)

function readRows(
  sheet: Sheet,
  header: Header,
  columns: Map<string, number>,
  specs: ColumnSpec[],
  table: RecognizedTable,
) {
  const known = new Set([...columns.values(), ...[...header.matched.ambiguous.values()].flat()])
  const names = headingNames(header.headings)
  for (const [key, column] of columns) {
    const name = specs.find(spec => spec.key === key)?.name ?? key
    table.columns.push({ sheet: sheet.name, key, name, header: nameOfHeading(header.headings[column]!) })
  }
  const unknown = new Set<string>()
  for (const [index, row] of sheet.rows.entries()) {
    if (index <= header.lastRow || isEmptyRow(row)) continue
    const skip = (reason: SkippedRow["reason"]) =>
      table.skipped.push({ sheet: sheet.name, rowNumber: index + 1, reason })
    if (repeatsHeader(row, header.headings, columns)) skip("repeatedHeader")
    else if (isTotalRow(row)) skip("total")
    else if (isNoteRow(row)) skip("note")
    else {
      const values = Object.fromEntries([...columns].map(([key, column]) => [key, row[column] ?? null]))
      const extra: Record<string, string> = {}
      for (const [column, cell] of row.entries()) {
        const text = textOf(cell)
        if (known.has(column) || text === "") continue
        const name = names[column] ?? `${columnLetters(column)}列`
        extra[name] = text
        unknown.add(name)
      }
      table.rows.push({ sheet: sheet.name, rowNumber: index + 1, values, extra })
    }
  }
  for (const name of unknown) table.unknown.push({ sheet: sheet.name, header: name })
}

/** A name for each column that no other column of the sheet has, and that reads as itself when it is a heading again. */
function headingNames(headings: Heading[]): string[] {
  const used = new Set<string>()
  return headings.map((heading, column) => {
    const plain = nameOfHeading(heading)
    const name =
      plain === "" ? `${columnLetters(column)}列` : used.has(plain) ? `${plain}·${columnLetters(column)}列` : plain
    used.add(name)
    return name
  })
}

/** Each recognised column holds its own heading or nothing, as where the header was printed anew on each page. */
function repeatsHeader(row: Cell[], headings: Heading[], columns: Map<string, number>): boolean {
  const filled = [...columns.values()].filter(column => textOf(row[column]) !== "")
  return (
    filled.length > 0 &&
    filled.every(column => {
      const text = normalizeHeading(textOf(row[column]))
      const { upper, lower } = headings[column]!
      return text === normalizeHeading(upper) || text === normalizeHeading(lower)
    })
  )
}

/** 0 is A, 26 is AA. */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26))
}

/** The first texts of the file, for the person to see what was looked at. */
function seenIn(sheets: Sheet[]): string[] {
  const texts = sheets.flatMap(sheet => sheet.rows.slice(0, 5).flatMap(row => row.map(textOf)))
  return [...new Set(texts.filter(text => text !== ""))].slice(0, 8).map(text => [...text].slice(0, 20).join(""))
}

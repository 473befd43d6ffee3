import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { Cell } from "./spreadsheet"
import type { SpreadsheetLimits } from "./spreadsheet-limits"

/** A merged region, 0-based and inclusive. */
export type MergedRegion = { top: number; left: number; bottom: number; right: number }

export type SheetEntry = { name: string; path: string; hidden: boolean }

// Element names may carry a namespace prefix (<x:row>). No "<" may stand in a tag, so that a broken file full of
// tags that never end is still read in one pass.
const PREFIX = "(?:[^\\s<>/:]*:)?"
const tagPattern = (name: string) => new RegExp(`<${PREFIX}${name}(\\s[^<>]*|/)?>`, "g")
const tags = (xml: string, name: string) => [...xml.matchAll(tagPattern(name))].map(([, attributes = ""]) => attributes)

/** False when an element begins in a way `tags` does not see, while a more lenient reader might. */
const seesEach = (xml: string, name: string, seen: number) =>
  (xml.match(new RegExp(`<${PREFIX}${name}(?=[\\s/>])`, "g"))?.length ?? 0) === seen

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? (found[1] ?? found[2] ?? null) : null
}

/** The sheets in workbook order, each with the archive entry that holds it and whether its tab is hidden. */
export function listSheets(workbookXml: string, relationshipsXml: string): SheetEntry[] {
  const targets = new Map<string, string>()
  for (const attributes of tags(relationshipsXml, "Relationship")) {
    const id = attribute(attributes, "Id")
    const target = attribute(attributes, "Target")
    if (id && target) targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`)
  }
  return tags(workbookXml, "sheet").map(attributes => ({
    name: attribute(attributes, "name") ?? "",
    path: targets.get(attribute(attributes, "id") ?? "") ?? "",
    hidden: /hidden/i.test(attribute(attributes, "state") ?? ""),
  }))
}

/**
 * A sheet's XML without the rows that hold no value. Whole columns formatted in advance leave a million empty rows in
 * the file, and one cell far to the right or below would make the reader fill a table of billions of empty cells.
 * Refuses too_many_rows, too_many_columns, spreadsheet_damaged.
 */
export function dropEmptyRows(sheetXml: string, limits: SpreadsheetLimits): Result<string> {
  const kept: string[] = []
  let rows = 0
  let openedAt = -1
  let copiedTo = 0
  for (const found of sheetXml.matchAll(ROW_TAG)) {
    const [tag, closing, attributes = ""] = found
    if (closing) {
      const row = sheetXml.slice(openedAt, found.index)
      if (openedAt < 0) return refuse("spreadsheet_damaged")
      if (HAS_VALUE.test(row)) {
        rows += 1
        kept.push(row, tag)
      }
      openedAt = -1
    } else {
      if (openedAt >= 0) return refuse("spreadsheet_damaged")
      kept.push(sheetXml.slice(copiedTo, found.index))
      openedAt = attributes.endsWith("/") ? -1 : found.index
    }
    copiedTo = found.index + tag.length
  }
  if (openedAt >= 0) return refuse("spreadsheet_damaged")
  const xml = kept.join("") + sheetXml.slice(copiedTo)
  if (rows > limits.rows) return refuse("too_many_rows", { limit: limits.rows })
  return checkPlaces(xml, limits) ?? done(xml)
}

const ROW_TAG = new RegExp(`<(/?)${PREFIX}row(\\s[^<>]*|/)?>`, "g")
const HAS_VALUE = new RegExp(`<${PREFIX}[vt](?:\\s[^<>]*)?>(?!</)`)

/** Refuses rows and cells so far out that a table reaching to them would not fit into memory. */
function checkPlaces(xml: string, limits: SpreadsheetLimits): Refusal | null {
  const rows = tags(xml, "row")
  const cells = tags(xml, "c")
  if (!seesEach(xml, "row", rows.length) || !seesEach(xml, "c", cells.length)) return refuse("spreadsheet_damaged")
  for (const attributes of rows) {
    const number = Number(attribute(attributes, "r") ?? 1)
    if (!(number >= 1)) return refuse("spreadsheet_damaged")
    if (number > limits.lastRowNumber) return refuse("too_many_rows", { limit: limits.rows })
  }
  for (const attributes of cells) {
    const place = cellPlace(attribute(attributes, "r") ?? "")
    if (!place || place.row >= limits.lastRowNumber) return refuse("spreadsheet_damaged")
    // Formatted empty cells reach to the last column of many a sheet; only a value there is too far out.
    if (place.column >= limits.columns && !attributes.endsWith("/")) {
      return refuse("too_many_columns", { limit: limits.columns })
    }
  }
  return null
}

/** The merged regions a sheet's XML declares. Regions that make no sense are passed over. */
export function readMergedRegions(sheetXml: string): MergedRegion[] {
  const regions: MergedRegion[] = []
  for (const attributes of tags(sheetXml, "mergeCell")) {
    const [from, to] = (attribute(attributes, "ref") ?? "").split(":")
    const first = cellPlace(from ?? "")
    const second = cellPlace(to ?? "")
    if (!first || !second) continue
    regions.push({
      top: Math.min(first.row, second.row),
      left: Math.min(first.column, second.column),
      bottom: Math.max(first.row, second.row),
      right: Math.max(first.column, second.column),
    })
  }
  return regions
}

/** "B3" is row 2, column 1. */
export function cellPlace(reference: string): { row: number; column: number } | null {
  const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!found || Number(found[2]) < 1) return null
  const column = [...found[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(found[2]) - 1, column }
}

// A sheet with thousands of regions laid over one another would otherwise be filled for hours.
const FILL_BUDGET = 4_000_000

/**
 * Repeats the value of a merged region in each of its cells that is empty: a heading over two columns is then the
 * heading of both, a place merged down five rows the place of all five. Never reaches below the last row with a value.
 */
export function fillMergedCells(rows: Cell[][], regions: MergedRegion[]): Result<Cell[][]> {
  const filled = rows.map(row => [...row])
  let budget = FILL_BUDGET
  for (const { top, left, bottom, right } of regions) {
    const value = filled[top]?.[left] ?? null
    if (value === null) continue
    const lastRow = Math.min(bottom, filled.length - 1)
    const lastColumn = Math.min(right, (filled[top]?.length ?? 0) - 1)
    for (let row = top; row <= lastRow; row++) {
      for (let column = left; column <= lastColumn; column++) {
        const cells = filled[row]!
        if ((cells[column] ?? null) === null) cells[column] = value
      }
      budget -= lastColumn - left + 1
      if (budget < 0) return refuse("spreadsheet_damaged")
    }
  }
  return done(filled)
}

import { done, type Result, refuse } from "~/law/result"
import type { Cell } from "./spreadsheet"
import type { SpreadsheetLimits } from "./spreadsheet-limits"

/** A merged region, 0-based and inclusive. */
export type MergedRegion = { top: number; left: number; bottom: number; right: number }

export type SheetEntry = { name: string; path: string; hidden: boolean }

// Element names may carry a namespace prefix (<x:row>), attributes either kind of quote.
const tags = (xml: string, name: string) => xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)>`, "g"))

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? (found[1] ?? found[2] ?? null) : null
}

/** The sheets in workbook order, each with the archive entry that holds it and whether its tab is hidden. */
export function listSheets(workbookXml: string, relationshipsXml: string): SheetEntry[] {
  const targets = new Map<string, string>()
  for (const [, attributes = ""] of tags(relationshipsXml, "Relationship")) {
    const id = attribute(attributes, "Id")
    const target = attribute(attributes, "Target")
    if (id && target) targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`)
  }
  return [...tags(workbookXml, "sheet")].map(([, attributes = ""]) => ({
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
  let rows = 0
  let last = 0
  let refusal: Result<string> | null = null
  const kept = sheetXml.replace(
    /<((?:\w+:)?)row(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/\1row>)/g,
    (row, _prefix: string, attributes = "", inside = "") => {
      if (refusal || !/<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]/.test(inside)) return ""
      rows += 1
      last = Number(attribute(attributes, "r") ?? last + 1)
      if (!(last > 0)) refusal = refuse("spreadsheet_damaged")
      else if (rows > limits.rows || last > limits.lastRowNumber) {
        refusal = refuse("too_many_rows", { limit: limits.rows })
      }
      return row
    },
  )
  if (refusal) return refusal
  for (const [, attributes = ""] of tags(kept, "c")) {
    const place = cellPlace(attribute(attributes, "r") ?? "A1")
    if (!place || place.row >= limits.lastRowNumber) return refuse("spreadsheet_damaged")
    if (place.column >= limits.columns && !attributes.endsWith("/")) {
      return refuse("too_many_columns", { limit: limits.columns })
    }
  }
  return done(kept)
}

/** The merged regions a sheet's XML declares. Regions that make no sense are passed over. */
export function readMergedRegions(sheetXml: string): MergedRegion[] {
  const regions: MergedRegion[] = []
  for (const [, attributes = ""] of tags(sheetXml, "mergeCell")) {
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

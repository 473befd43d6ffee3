import { strFromU8, strToU8, zipSync } from "fflate"
import readWorkbook from "read-excel-file/node"
import { done, type Result, refuse } from "~/law/result"
import { decodeText, readCsv } from "./csv-text"
import { type SpreadsheetLimits, spreadsheetLimits } from "./spreadsheet-limits"
import { detectFileKind } from "./spreadsheet-type"
import { unpackArchive } from "./spreadsheet-zip"
import { dropEmptyRows, fillMergedCells, listSheets, type MergedRegion, readMergedRegions } from "./workbook-xml"

/** A Date is a wall-clock time written as if it were UTC: read it with getUTC… only. */
export type Cell = string | number | boolean | Date | null
/** `rows[0]` is row 1 of the sheet; empty rows in between are kept, so that row numbers are those the person sees. */
export type Sheet = { name: string; rows: Cell[][] }

const WORKBOOK = "xl/workbook.xml"
const RELATIONSHIPS = "xl/_rels/workbook.xml.rels"

/**
 * Reads an .xlsx workbook or a CSV file into sheets of cells; merged regions are filled with their value, hidden sheets
 * are left out. What the file is comes from its bytes; the name only names the sheet of a CSV. Refuses
 * unknown_file_type, file_too_large, spreadsheet_too_large_when_unpacked, unreadable_encoding, spreadsheet_damaged,
 * spreadsheet_password, too_many_rows, too_many_columns, no_data.
 */
export async function readSpreadsheet(
  fileName: string,
  bytes: Uint8Array,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Promise<Result<Sheet[]>> {
  if (bytes.length > limits.fileBytes) {
    return refuse("file_too_large", { bytes: bytes.length, limit: limits.fileBytes })
  }
  if (bytes.length === 0) return refuse("no_data")
  const kind = detectFileKind(bytes)
  const read =
    kind === "zip"
      ? await readXlsx(bytes, limits)
      : kind === "text"
        ? readText(fileName, bytes, limits)
        : kind === "encryptedOffice"
          ? refuse("spreadsheet_password")
          : refuse("unknown_file_type", { kind })
  if (!read.ok) return read
  return read.value.every(sheet => sheet.rows.length === 0) ? refuse("no_data") : read
}

function readText(fileName: string, bytes: Uint8Array, limits: SpreadsheetLimits): Result<Sheet[]> {
  const text = decodeText(bytes)
  if (!text.ok) return text
  const rows = readCsv(text.value, limits)
  return rows.ok ? done([{ name: fileName.replace(/\.[^.]*$/, ""), rows: rows.value }]) : rows
}

async function readXlsx(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Result<Sheet[]>> {
  const unpacked = await unpackArchive(bytes, name => /^xl\/[^/]*\.xml$|^xl\/worksheets\/|\.rels$/.test(name), limits)
  if (!unpacked.ok) return unpacked
  const entries = unpacked.value
  const workbookXml = textOfEntry(entries, WORKBOOK)
  if (workbookXml === null) return refuse("unknown_file_type", { kind: "otherOffice" })

  const listed = listSheets(workbookXml, textOfEntry(entries, RELATIONSHIPS) ?? "")
  const regions = new Map<string, MergedRegion[]>()
  // Every entry that could be read as a sheet is checked, listed or not.
  for (const [path, bytesOfEntry] of entries) {
    const xml = strFromU8(bytesOfEntry)
    if (!xml.includes("sheetData")) continue
    const kept = dropEmptyRows(xml, limits)
    if (!kept.ok) return kept
    entries.set(path, strToU8(kept.value))
    regions.set(path, readMergedRegions(xml))
  }
  // A sheet that is only a chart has no cells; a worksheet that is named must be there.
  if (listed.some(({ path }) => /worksheets\//.test(path) && !regions.has(path))) return refuse("spreadsheet_damaged")
  // LibreOffice writes the 1904 date system as "true", which the reader knows only as "1".
  entries.set(WORKBOOK, strToU8(workbookXml.replace(/date1904\s*=\s*["']true["']/, 'date1904="1"')))

  try {
    const read = await readWorkbook(repack(entries), { trim: false })
    if (read.length !== listed.length) return refuse("spreadsheet_damaged")
    const shown = listed.some(sheet => !sheet.hidden) ? listed.map(sheet => !sheet.hidden) : listed.map(() => true)
    const sheets: Sheet[] = []
    for (const [i, { sheet: name, data }] of read.entries()) {
      if (!shown[i]) continue
      const rows = fillMergedCells((data ?? []) as Cell[][], regions.get(listed[i]!.path) ?? [])
      if (!rows.ok) return rows
      if (hasEndlessText(rows.value)) return refuse("spreadsheet_damaged")
      sheets.push({ name, rows: rows.value })
    }
    return done(sheets)
  } catch {
    // Whatever the library cannot read after these checks is a file it cannot trust.
    return refuse("spreadsheet_damaged")
  }
}

/** A cell holds at most 32,767 characters; a shared text beyond that, in thousands of cells, could not be handled. */
const hasEndlessText = (rows: Cell[][]) =>
  rows.some(row => row.some(cell => typeof cell === "string" && cell.length > 2 * 32_767))

function textOfEntry(entries: Map<string, Uint8Array>, name: string): string | null {
  const bytes = entries.get(name)
  return bytes ? strFromU8(bytes) : null
}

/** The checked entries as an archive again, without compression: the library reads nothing but archives. */
const repack = (entries: Map<string, Uint8Array>) => Buffer.from(zipSync(Object.fromEntries(entries), { level: 0 }))

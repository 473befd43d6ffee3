import { parse } from "csv-parse/sync"
import { done, type Result, refuse } from "~/law/result"
import { restoreText } from "./inert-text"
import type { Cell } from "./spreadsheet"
import type { SpreadsheetLimits } from "./spreadsheet-limits"

const DELIMITERS = [",", "\t", ";"] as const

/**
 * The text of a file in UTF-8 (with or without a mark), UTF-16 with a mark ("Unicode 文本" of Excel) or GB18030, which
 * holds GBK and GB2312. Refuses unreadable_encoding.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  for (const encoding of encodingsOf(bytes)) {
    const text = decodeStrictly(bytes, encoding)
    // GB18030 accepts almost anything; control signs of other scripts tell that it was something else.
    if (text !== null && !/[\u0000-\u0008\u000e-\u0019\u007f-\u009f\ufffd\ufffe\uffff]/.test(text)) return done(text)
  }
  return refuse("unreadable_encoding")
}

function encodingsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"]
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"]
  // A file cut off inside a character is still UTF-8, and would be nonsense as GB18030.
  const cut = [1, 2, 3].some(lost => /[^\u0000-\u007f]/.test(decodeStrictly(bytes.subarray(0, -lost), "utf-8") ?? ""))
  return (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) || cut ? ["utf-8"] : ["utf-8", "gb18030"]
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The rows of a text table whose cells are parted by comma, tab or semicolon; every cell is text or null. Refuses too_many_rows, too_many_columns, spreadsheet_damaged. */
export function readCsv(text: string, limits: SpreadsheetLimits): Result<Cell[][]> {
  const hint = /^sep=([,;\t])\r?\n/i.exec(text)
  const delimiter = hint ? hint[1]! : findDelimiter(text)
  const records = parseRecords(text, delimiter)
  if (!records) return refuse("spreadsheet_damaged")
  // The hint is for the program, not a row of the table, but it counts as one when the person looks for row 12.
  if (hint) records[0] = []
  const rows = records.map(record => record.map(readCell))
  while (rows.length > 0 && rows.at(-1)!.every(cell => cell === null)) rows.pop()
  if (rows.length > limits.rows) return refuse("too_many_rows", { limit: limits.rows })
  const tooWide = rows.some(row => row.length > limits.columns && row.slice(limits.columns).some(cell => cell !== null))
  return tooWide ? refuse("too_many_columns", { limit: limits.columns }) : done(rows)
}

function parseRecords(text: string, delimiter: string): string[][] | null {
  const settings = { delimiter, relax_column_count: true, skip_empty_lines: false, record_delimiter: lineEnds(text) }
  for (const quotes of [{ relax_quotes: true }, { quote: false as const }]) {
    try {
      return parse(text, { ...settings, ...quotes }) as string[][]
    } catch {
      // A quotation mark that is never closed: read once more with marks as plain characters.
    }
  }
  return null
}

const lineEnds = (text: string) => (text.includes("\n") ? ["\r\n", "\n"] : ["\r"])

function readCell(text: string): Cell {
  // ="0012" is how other programs keep a number's zeros in a CSV.
  const kept = /^="([^"]*)"$/.exec(text)
  const plain = kept ? kept[1]! : restoreText(text)
  return plain === "" ? null : plain
}

/** The sign that parts the most lines into the same number of cells. Text inside quotation marks does not count. */
export function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== "")
    .slice(0, 40)
  const scores = DELIMITERS.map(delimiter => {
    const frequency = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(delimiter).length - 1
      if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1)
    }
    return Math.max(0, ...[...frequency].map(([count, times]) => times * Math.min(count, 20)))
  })
  const best = Math.max(...scores)
  return best === 0 ? "," : DELIMITERS[scores.indexOf(best)]!
}

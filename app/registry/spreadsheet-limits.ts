/** What a spreadsheet may weigh. An office file of 5,000 rows is far below each of these. */
export type SpreadsheetLimits = {
  fileBytes: number
  unpackedBytes: number
  entries: number
  /** Unpacked bytes for each packed byte, asked only once more than `ratioFromBytes` came out. */
  ratio: number
  ratioFromBytes: number
  rows: number
  /** Row numbers above this are a stray cell far below the table, which would cost memory for nothing. */
  lastRowNumber: number
  columns: number
}

export const spreadsheetLimits: SpreadsheetLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  entries: 2000,
  ratio: 200,
  ratioFromBytes: 50 * 1024 * 1024,
  // A 房屋清册 of 20,000 units, with its titles, headers and totals.
  rows: 21_000,
  lastRowNumber: 50_000,
  columns: 200,
}

import { strToU8, zipSync } from "fflate"

/** A cell as a spreadsheet program writes it: text goes to the shared strings, `serial` is a number in a date format. */
export type DirtyCell =
  | string
  | number
  | boolean
  | null
  | { serial: number; format?: number }
  | { formula: string; text: string }
export type DirtySheet = {
  name: string
  rows: (DirtyCell[] | null)[]
  merged?: string[]
  hidden?: boolean
  after?: string
}

const escapeXml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;")

/** Column letters of a 0-based column below 26. */
const letter = (column: number) => String.fromCharCode(65 + column)

/** A hand-made .xlsx with what the writing library cannot make: merged cells, date formats, the 1904 system, hidden sheets. */
export function dirtyWorkbook(sheets: DirtySheet[], { date1904 = "" } = {}): Uint8Array {
  const strings: string[] = []
  const shared = (text: string) => {
    if (!strings.includes(text)) strings.push(text)
    return strings.indexOf(text)
  }
  const cellXml = (cell: DirtyCell, place: string): string => {
    if (cell === null) return `<c r="${place}" s="1"/>`
    if (typeof cell === "string") return `<c r="${place}" t="s"><v>${shared(cell)}</v></c>`
    if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`
    if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
    if ("serial" in cell) return `<c r="${place}" s="${cell.format ?? 1}"><v>${cell.serial}</v></c>`
    return `<c r="${place}" t="str"><f>${escapeXml(cell.formula)}</f><v>${escapeXml(cell.text)}</v></c>`
  }
  const sheetXml = (sheet: DirtySheet) => {
    const rows = sheet.rows.map((row, i) =>
      row === null
        ? `<row r="${i + 1}" spans="1:3" ht="20"/>`
        : `<row r="${i + 1}">${row.map((cell, column) => cellXml(cell, `${letter(column)}${i + 1}`)).join("")}</row>`,
    )
    const merged = (sheet.merged ?? []).map(ref => `<mergeCell ref="${ref}"/>`).join("")
    return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}${sheet.after ?? ""}</sheetData>${merged ? `<mergeCells>${merged}</mergeCells>` : ""}</worksheet>`
  }
  const worksheets = Object.fromEntries(
    sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(sheetXml(sheet))]),
  )
  const tabs = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
  )
  const relations = sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${date1904 ? ` date1904="${date1904}"` : ""}/><sheets>${tabs.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${relations.join("")}<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    // Styles: 0 general, 1 built-in date 14, 2 the long date of Chinese Excel (31), 3 a format of one's own.
    "xl/styles.xml": strToU8(
      `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    ),
    ...worksheets,
    "xl/sharedStrings.xml": strToU8(
      `<sst>${strings.map(text => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`,
    ),
  })
}

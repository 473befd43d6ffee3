import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate"
import writeXlsx from "write-excel-file/node"
import { isRealDate } from "~/law/civil-date"
import { escapeText, safeSheetName } from "~/law/workbook-text"
import type { LedgerColumn, LedgerFacts } from "./ledger"
import type { FileTemplate } from "./print-paper"
import type { Printing } from "./printing"

/** 电子台账: the same ledger to be filtered and added up, with dates that are dates and counts that are numbers. */
export const ledgerWorkbookTemplate: FileTemplate<LedgerFacts> = {
  name: "ledger-workbook",
  version: 1,
  format: "xlsx",
  write: writeLedger,
}

/** Title, period, head. */
const headRow = 3

async function writeLedger(facts: LedgerFacts, printing: Printing): Promise<Uint8Array> {
  const columns: LedgerColumn[] = [{ name: "序号", width: 3, kind: "count" }, ...facts.columns]
  const wide = (value: string, look: object = {}) => [
    { ...text(value), columnSpan: columns.length, wrap: true, ...look } as const,
  ]
  const sheet = safeSheetName(facts.title)
  const file = writeXlsx(
    [
      wide(facts.title, { align: "center", fontWeight: "bold", fontSize: 16, height: 30 }),
      wide(`期间：${facts.period}　情况截至${facts.asOf}　${facts.issuer}`, { align: "center" }),
      columns.map(({ name }) => ({ ...text(name), ...framed, ...headLook })),
      ...facts.rows.map((row, at) =>
        [at + 1, ...row].map((value, column) => ({ ...cellOf(value, columns[column]!.kind), ...framed, ...bodyLook })),
      ),
      ...[
        ...facts.totals,
        "编制：　　　　　　　　审核：　　　　　　　　日期：",
        `内容摘要（SHA-256）：${printing.factsHash}`,
        ...(printing.verifyUrl ? [`核验：${printing.verifyUrl}`] : ["本件可到社区办公室核验"]),
      ].map(line => wide(line)),
    ],
    {
      sheet,
      // A Chinese character is as wide as two of the digits in which a workbook counts.
      columns: columns.map(({ width }) => ({ width: Math.round(width * 2.2 + 2) })),
      stickyRowsCount: headRow,
      orientation: "landscape",
    },
  )
  return reproducible(new Uint8Array(await file.toBuffer()), sheet)
}

const framed = { borderStyle: "thin" } as const
const headLook = { fontWeight: "bold", align: "center", alignVertical: "center", wrap: true } as const
const bodyLook = { alignVertical: "top", wrap: true } as const
// Typed as text: a name that begins with = is a name.
const text = (value: string) => ({ value: escapeText(value), type: String, format: "@" }) as const

function cellOf(value: string | number | null, kind: LedgerColumn["kind"]) {
  if (value === null || value === "") return text("")
  if (typeof value === "number") return { value, type: Number } as const
  return kind === "date" && isRealDate(value)
    ? ({ value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" } as const)
    : text(value)
}

/**
 * The same bytes for the same ledger: the zip carries no time of day. Printed, it is as wide as its page, and its head stands
 * on every one; the writing library knows neither.
 */
function reproducible(bytes: Uint8Array, sheet: string): Uint8Array {
  const files = unzipSync(bytes)
  const edit = (name: string, from: string | RegExp, to: string) => {
    const before = strFromU8(files[name]!)
    const after = before.replace(from, () => to)
    if (after === before) throw new Error(`${name} of the workbook holds no ${from}`)
    files[name] = strToU8(after)
  }
  const titles = `'${sheet.replaceAll("'", "''")}'!$${headRow}:$${headRow}`
  const names = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${escapeXml(titles)}</definedName>`
  edit("xl/workbook.xml", "<definedNames/>", `<definedNames>${names}</definedNames>`)
  const page = "xl/worksheets/sheet1.xml"
  edit(page, "<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
  edit(page, /<pageSetup [^>]*\/>/, '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
  // Read by the zip as local time: the first moment it can hold, wherever the office is.
  const mtime = new Date(1980, 0, 1)
  const zipped: Zippable = {}
  for (const name of Object.keys(files)) zipped[name] = [files[name]!, { mtime, level: 6 }]
  return zipSync(zipped)
}

const escapeXml = (value: string) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

import { formatDate, isRealDate } from "~/law/civil-date"
import { openSheet, type Sheet } from "./page"
import { addSignaturePlaces } from "./page-closing"
import { typeSize } from "./page-geometry"
import { addTitle } from "./page-masthead"
import { addTable } from "./page-table"
import { addText } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const ledgerTemplate: PdfTemplate<LedgerFacts> = { name: "ledger", version: 2, format: "pdf", set: setLedger }

export type LedgerColumn = {
  name: string
  /** How wide the column is beside the others, in Chinese characters. */
  width: number
  /** Dates stand in the rows as 2026-03-05; a word in their place (长期) stays a word. */
  kind: "text" | "count" | "date"
}

export type LedgerFacts = {
  community: string
  issuer: string
  /** 振兴社区问题清单 */
  title: string
  /** 2026年1月1日至2026年12月31日 */
  period: string
  /** The day whose state it shows: 2026年11月22日. */
  asOf: string
  /** Without the ordinal, which every ledger has. */
  columns: LedgerColumn[]
  rows: (string | number | null)[][]
  /** 共12件 and what they are made of, each a short sentence. */
  totals: string[]
}

/** 台账: A4 across, its head on every page; made to be signed by whoever made it and whoever looked it over. */
function setLedger(facts: LedgerFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: facts.title,
    author: facts.issuer,
    subject: "台账",
    date: printing.date,
    fontDir: printing.fontDir,
    paper: "a4Landscape",
  })
  const small = { size: typeSize.fifth, lead: 18 } as const
  addTitle(sheet, facts.title)
  addText(sheet, `期间：${facts.period}　　情况截至${facts.asOf}　　${facts.issuer}`, {
    ...small,
    align: "center",
    keepWithNext: true,
  })
  addTable(
    sheet,
    [
      { head: "序号", width: ordinalWidth(facts.rows.length) },
      ...facts.columns.map(({ name, width }) => ({
        head: name,
        width: width + 0.8,
        align: width >= sentenceWidth ? ("left" as const) : ("center" as const),
      })),
    ],
    facts.rows.length === 0
      ? [["", "（本期没有）"]]
      : facts.rows.map((row, at) => [
          String(at + 1),
          ...facts.columns.map(({ kind }, column) => wordsOf(row[column] ?? null, kind)),
        ]),
    { size: typeSize.smallFifth, lead: 12.5, padding: 2.5, divisible: true, summary: facts.title },
  )
  // The last rows go with it: no page of totals and signatures alone.
  addText(sheet, facts.totals.join("　"), { ...small, align: "left", keepTogether: true, carries: 2 })
  addSignaturePlaces(sheet, [
    { label: "编制：", note: "" },
    { label: "审核：", note: "" },
  ])
  addVerification(sheet, printing)
  return sheet
}

/** Columns as wide as that hold sentences, which begin at the left. */
const sentenceWidth = 8

/** Wide enough for the last ordinal in one line. */
const ordinalWidth = (rows: number): number => 2.8 + 0.7 * Math.max(0, String(rows).length - 3)

export function wordsOf(cell: string | number | null, kind: LedgerColumn["kind"]): string {
  if (cell === null) return ""
  return kind === "date" && typeof cell === "string" && isRealDate(cell) ? formatDate(cell) : String(cell)
}

import { assertPrintable } from "./fonts"
import { printSheet, type Sheet } from "./page"
import type { Printing, TemplateVersion } from "./printing"

/** A paper set on pages by our own typesetter. `set` lays it out; nothing is drawn before it is printed. */
export type PdfTemplate<Facts> = TemplateVersion & {
  readonly format: "pdf"
  readonly set: (facts: Facts, printing: Printing) => Sheet
}

/** A paper offices go on working in: Word or a workbook. The same facts and printing give the same bytes. */
export type FileTemplate<Facts> = TemplateVersion & {
  readonly format: "docx" | "xlsx"
  readonly write: (facts: Facts, printing: Printing) => Promise<Uint8Array>
}

export type Template<Facts> = PdfTemplate<Facts> | FileTemplate<Facts>

/** Told after each page that was drawn. */
export type OnPage = (done: number, total: number) => void

/** The bytes of a paper; throws a MissingCharactersError when no font has one of its characters. */
export async function printPaper<Facts>(
  template: Template<Facts>,
  facts: Facts,
  printing: Printing,
  onPage?: OnPage,
): Promise<Uint8Array> {
  if (template.format !== "pdf") return template.write(facts, printing)
  assertPrintable([facts, printing.verifyUrl], printing.fontDir)
  return printSheet(template.set(facts, printing), onPage)
}

export type PrintPaper = typeof printPaper

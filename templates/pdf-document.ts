import PDFDocument from "pdfkit"
import type { EmbeddedFont } from "./embedded-font"
import { joinBytes } from "./join-bytes"

// @types/pdfkit lags behind PDFKit 0.20; this is the part of it that is used here.
export type StructureElement = { add(child: StructureElement | StructureContent): void; end(): void }
export type StructureContent = { readonly structureContent?: never }
export type OutlineItem = {
  addItem(title: string): OutlineItem
  readonly children: readonly OutlineItem[]
  readonly outlineData: { Count?: number }
}

/** An object of the file, written when it is ended. */
export type Reference = { data: Record<string, unknown>; compress: boolean; end(bytes?: Uint8Array): void }

export type PdfDocument = {
  page: { height: number; fonts: Record<string, unknown> }
  /** By their keys, ended with the file. Of PDFKit's inside; held to by its exact version. */
  _fontFamilies: Record<string, EmbeddedFont | undefined>
  ref(data: Record<string, unknown>): Reference
  addContent(operators: string): PdfDocument
  addPage(options: { size: [number, number]; margin: number }): void
  struct(type: string, options?: Record<string, unknown>): StructureElement
  addStructure(element: StructureElement): void
  markStructureContent(type: string): StructureContent
  markContent(type: string, options?: Record<string, unknown>): void
  endMarkedContent(): void
  fillColor(color: string): PdfDocument
  strokeColor(color: string): PdfDocument
  lineWidth(width: number): PdfDocument
  lineCap(cap: "butt" | "round"): PdfDocument
  lineJoin(join: "miter" | "round"): PdfDocument
  dash(length: number, options: { space: number }): PdfDocument
  undash(): PdfDocument
  moveTo(x: number, y: number): PdfDocument
  lineTo(x: number, y: number): PdfDocument
  rect(x: number, y: number, width: number, height: number): PdfDocument
  circle(x: number, y: number, radius: number): PdfDocument
  stroke(): void
  fill(): void
  outline: OutlineItem
  /** Where each object is written, and what was written so far; of PDFKit's inside. */
  _write(written: string | Uint8Array): void
  _offset: number
  push(chunk: Uint8Array | null): void
  read(): Uint8Array
  end(): void
}

export type FileInformation = { title: string; author: string; subject: string; keywords?: string; date: string }

/** An empty PDF: tagged, PDF/A-2a, in Chinese; `date` is a civil date, never the clock. */
export function openPdf(options: FileInformation): PdfDocument {
  const date = new Date(`${options.date}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) throw new Error(`not a date: ${options.date}`)
  return new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    lang: "zh-CN",
    displayTitle: true,
    font: null,
    info: {
      Title: options.title,
      Author: options.author,
      Subject: options.subject,
      // An empty entry is one that the metadata of PDF/A does not know.
      ...(options.keywords ? { Keywords: options.keywords } : {}),
      Creator: "Yishi",
      Producer: "PDFKit",
      CreationDate: date,
      ModDate: date,
    },
  } as never) as unknown as PdfDocument
}

/**
 * The bytes of a document, once it is ended. They are taken before PDFKit hands them to a stream, one object after the other:
 * nobody reads a paper before it is whole.
 */
export function collectPdf(doc: PdfDocument): () => Uint8Array {
  // The file's first line is with the stream already.
  const chunks: Uint8Array[] = [doc.read()]
  doc._write = written => {
    const chunk = typeof written === "string" ? Buffer.from(`${written}\n`, "latin1") : written
    chunks.push(chunk)
    doc._offset += chunk.length
  }
  doc.push = () => {}
  return () => joinBytes(chunks)
}

/** Opens the whole outline: each entry counts all of those below it (ISO 32000-1 12.3.3), which PDFKit does not do. */
export function countOutline(item: OutlineItem): number {
  const count = item.children.reduce((sum, child) => sum + 1 + countOutline(child), 0)
  if (count) item.outlineData.Count = count
  return count
}

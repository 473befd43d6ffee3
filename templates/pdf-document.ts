import type { OpenFont } from "./font-files"

// @types/pdfkit lags behind PDFKit 0.20; this is the part of it that is used here.
export type StructureElement = { add(child: StructureElement | StructureContent): void; end(): void }
export type StructureContent = { readonly structureContent?: never }
export type OutlineItem = { addItem(title: string, options?: { expanded?: boolean }): OutlineItem }

export type PdfDocument = {
  addPage(options: { size: [number, number]; margin: number }): void
  struct(type: string, options?: Record<string, unknown>): StructureElement
  addStructure(element: StructureElement): void
  markStructureContent(type: string): StructureContent
  markContent(type: string, options?: Record<string, unknown>): void
  endMarkedContent(): void
  registerFont(key: string, font: OpenFont["font"]): void
  font(key: string): PdfDocument
  fontSize(size: number): PdfDocument
  text(text: string, x: number, y: number, options: Record<string, unknown>): void
  fillColor(color: string): PdfDocument
  strokeColor(color: string): PdfDocument
  lineWidth(width: number): PdfDocument
  dash(length: number, options: { space: number }): PdfDocument
  undash(): PdfDocument
  moveTo(x: number, y: number): PdfDocument
  lineTo(x: number, y: number): PdfDocument
  rect(x: number, y: number, width: number, height: number): PdfDocument
  circle(x: number, y: number, radius: number): PdfDocument
  stroke(): void
  fill(): void
  outline: OutlineItem
  on(event: "data", take: (chunk: Uint8Array) => void): void
  on(event: "end", take: () => void): void
  on(event: "error", take: (error: Error) => void): void
  end(): void
}

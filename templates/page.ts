import PDFDocument from "pdfkit"
import { type Fonts, openFonts } from "./fonts"
import { type Line, type LineStyle, layoutLines } from "./line-layout"
import { a4, baselineInRow, black, millimetre, typeSize } from "./page-geometry"
import { type BlockShape, paginate, type Slice } from "./paginate"
import type { OutlineItem, PdfDocument, StructureElement } from "./pdf-document"

/** A part of a document that is measured first and drawn when its pages are known. */
export type Block = BlockShape & {
  /** Draws rows of the block; `top` is the upper edge of the first of them in points from the page's top. */
  draw(pen: Pen, slice: Slice, top: number): void
  outline?: { level: number; title: string }
}

export type SheetOptions = {
  title: string
  author: string
  subject: string
  keywords?: string
  /** YYYY-MM-DD */
  date: string
  fontDir?: string
  /** Names that are never divided at a line's end. */
  names?: readonly string[]
  pageNumbers?: boolean
}

/** A document in the making: blocks are added, then `printSheet` sets the pages. */
export type Sheet = { options: SheetOptions; fonts: Fonts; blocks: Block[] }

/** What blocks draw with. */
export type Pen = {
  doc: PdfDocument
  fonts: Fonts
  line(line: Line, x: number, baseline: number, size: number, color?: string): void
  /** Lines one below the other, each in a row of `lead`, from the upper edge `top`. */
  lines(lines: readonly Line[], x: number, top: number, size: number, lead: number, color?: string): void
  /** A structure element under `parent` (the document when left out); the caller ends it. */
  element(type: string, parent?: StructureElement, options?: Record<string, unknown>): StructureElement
  /** Draws as content of an element. */
  content(element: StructureElement, type: string, draw: () => void): void
  /** Draws what a screen reader passes over. */
  artifact(type: "Layout" | "Pagination", draw: () => void): void
  rule(x: number, y: number, length: number, width: number, color?: string): void
  /** The element of a block that runs over several pages: made at its first slice. */
  elements: Map<number, StructureElement>
}

export function openSheet(options: SheetOptions): Sheet {
  return { options, fonts: openFonts(options.fontDir), blocks: [] }
}

/** Lines in the sheet's fonts, its names kept whole. */
export function layoutOnSheet(sheet: Sheet, text: string, style: LineStyle): Line[] {
  return layoutLines(text, sheet.fonts, { unbroken: sheet.options.names, ...style })
}

/** Sets the pages and gives the PDF: tagged, PDF/A-2a, the same bytes for the same blocks. */
export async function printSheet(sheet: Sheet): Promise<Uint8Array> {
  const { options } = sheet
  const date = new Date(`${options.date}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) throw new Error(`not a date: ${options.date}`)
  const doc = new PDFDocument({
    size: [a4.width, a4.height],
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
      Keywords: options.keywords ?? "",
      Creator: "Yishi",
      Producer: "PDFKit",
      CreationDate: date,
      ModDate: date,
    },
  } as never) as unknown as PdfDocument
  const finished = collect(doc)
  const root = doc.struct("Document")
  doc.addStructure(root)
  const pen = makePen(doc, sheet.fonts, root)
  const outline: OutlineItem[] = [doc.outline]
  paginate(sheet.blocks, a4.depth, a4.lead).forEach((slices, index) => {
    doc.addPage({ size: [a4.width, a4.height], margin: 0 })
    if (options.pageNumbers !== false) drawPageNumber(pen, sheet, index + 1)
    for (const slice of slices) {
      const block = sheet.blocks[slice.block]!
      if (block.outline && slice.from === 0) addToOutline(outline, block.outline)
      block.draw(pen, slice, a4.top + slice.y)
    }
  })
  root.end()
  doc.end()
  return finished
}

function collect(doc: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on("data", chunk => chunks.push(chunk))
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on("error", reject)
  })
}

function addToOutline(outline: OutlineItem[], { level, title }: { level: number; title: string }) {
  const depth = Math.min(level, outline.length)
  outline.length = depth
  outline.push(outline[depth - 1]!.addItem(title, { expanded: true }))
}

/** GB/T 9704-2012 7.5: 4号 half-width 宋, a dash on each side, 7 mm under the type area; odd right, even left, 空一字. */
function drawPageNumber(pen: Pen, sheet: Sheet, page: number) {
  const size = typeSize.fourth
  const odd = page % 2 === 1
  const style: LineStyle = { face: "song", size, width: a4.measure, align: odd ? "right" : "left" }
  const line = layoutOnSheet(sheet, `— ${page} —`, style)[0]!
  // The dash itself, not the figure, stands 7 mm under the type area.
  const baseline = a4.top + a4.depth + 7 * millimetre + 0.37 * size
  pen.artifact("Pagination", () => pen.line(line, a4.left + (odd ? -size : size), baseline, size))
}

// Kerning and ligatures would move characters off the places the layout gave them.
const features = { kern: false, liga: false, clig: false, calt: false, rlig: false }

function makePen(doc: PdfDocument, fonts: Fonts, root: StructureElement): Pen {
  const registered = new Set<string>()
  const pen: Pen = {
    doc,
    fonts,
    elements: new Map(),
    line(line, x, baseline, size, color = black) {
      doc.fillColor(color)
      for (const { text, font, x: offset, spacing } of line.runs) {
        if (!registered.has(font.key)) doc.registerFont(font.key, font.font)
        registered.add(font.key)
        const characterSpacing = Math.abs(spacing) < 1e-6 ? 0 : spacing
        const options = { lineBreak: false, baseline: "alphabetic", characterSpacing, features }
        doc
          .font(font.key)
          .fontSize(size)
          .text(text, x + offset, baseline, options)
      }
    },
    lines(lines, x, top, size, lead, color) {
      for (const [index, line] of lines.entries()) {
        pen.line(line, x, top + index * lead + baselineInRow(size, lead), size, color)
      }
    },
    element(type, parent, options = {}) {
      const element = doc.struct(type, options)
      ;(parent ?? root).add(element)
      return element
    },
    content(element, type, draw) {
      element.add(doc.markStructureContent(type))
      draw()
      doc.endMarkedContent()
    },
    artifact(type, draw) {
      doc.markContent("Artifact", { type })
      draw()
      doc.endMarkedContent()
    },
    rule(x, y, length, width, color = black) {
      pen.artifact("Layout", () =>
        doc
          .moveTo(x, y)
          .lineTo(x + length, y)
          .lineWidth(width)
          .strokeColor(color)
          .stroke(),
      )
    },
  }
  return pen
}

/** The element of a block, made at its first slice and ended at its last. */
export function blockElement(pen: Pen, block: BlockShape, slice: Slice, type: string, options = {}) {
  let element = pen.elements.get(slice.block)
  if (!element) {
    element = pen.element(type, undefined, options)
    pen.elements.set(slice.block, element)
  }
  return { element, endIfLast: () => slice.to === block.rows.length && element.end() }
}

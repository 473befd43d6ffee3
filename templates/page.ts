import { type Face, type Fonts, openFonts } from "./fonts"
import { type Line, type LineStyle, layoutLines } from "./line-layout"
import type { Content } from "./page-content"
import { type Geometry, geometryOf, millimetre, type Paper, typeSize } from "./page-geometry"
import { fillLeaves, type Side } from "./page-leaves"
import { makePen } from "./page-pen"
import { type BlockShape, paginate, type Slice } from "./paginate"
import {
  collectPdf,
  countOutline,
  type OutlineItem,
  openPdf,
  type PdfDocument,
  type StructureElement,
} from "./pdf-document"

/** A part of a document that is measured first and drawn when its pages are known. */
export type Block = BlockShape & {
  /** Draws rows of the block; `top` is the upper edge of the first of them in points from the page's top. */
  draw(pen: Pen, slice: Slice, top: number): void
  outline?: { level: number; title: string }
  /** What it says, for Word files. */
  content?: Content
  /** Stands on the last face of a leaf (2) or of a folded A3 (4), after blank pages where it must: 版记. */
  lastFaceOf?: 2 | 4
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
  /** A4 upright when left out. */
  paper?: Paper
  /** Larger type, for the elderly. */
  largePrint?: boolean
  /** Face of running text: 仿宋 when left out; 黑 of what is read from afar. */
  bodyFace?: Face
  /** A grid of its own, in place of that of the paper: a poster's. */
  geometry?: Geometry
}

/** A document in the making: blocks are added, then `printSheet` sets the pages. */
export type Sheet = { options: SheetOptions; fonts: Fonts; geometry: Geometry; blocks: Block[]; bound?: Bound }

/** Several papers in one file, in place of blocks of its own. */
type Bound = { sheets: readonly Sheet[]; duplex: boolean }

/** What blocks draw with. */
export type Pen = {
  doc: PdfDocument
  fonts: Fonts
  geometry: Geometry
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
  const geometry = options.geometry ?? geometryOf(options.paper, options.largePrint)
  return { options, fonts: openFonts(options.fontDir), geometry, blocks: [] }
}

/** The face of a sheet's running text. */
export const bodyFaceOf = (sheet: Sheet): Face => sheet.options.bodyFace ?? "fang"

/** Several papers as one, for printing in one go: what `printSheets` prints. Blocks added to it are not printed. */
export function bindSheets(options: SheetOptions, sheets: readonly Sheet[], { duplex = false } = {}): Sheet {
  return { ...openSheet(options), bound: { sheets, duplex } }
}

/** Lines in the sheet's fonts, its names kept whole. */
export function layoutOnSheet(sheet: Sheet, text: string, style: LineStyle): Line[] {
  return layoutLines(text, sheet.fonts, { unbroken: sheet.options.names, ...style })
}

/** Sets the pages and gives the PDF: tagged, PDF/A-2a, the same bytes for the same blocks. */
export async function printSheet(sheet: Sheet, onPage?: OnPage): Promise<Uint8Array> {
  return printSheets([sheet], { onPage })
}

/** Told after each page that was drawn. */
export type OnPage = (done: number, total: number) => void

export type PrintOptions = {
  onPage?: OnPage
  /** Each paper begins on a front: a blank page without a number is put in where one ends on a front. */
  duplex?: boolean
  /** Title, author and subject of the file; those of the first paper when left out. */
  cover?: SheetOptions
}

/** Sets several papers in one PDF, each with page numbers of its own and its title at the top of the outline. */
export async function printSheets(papers: readonly Sheet[], options: PrintOptions = {}): Promise<Uint8Array> {
  const [only] = papers
  if (only?.bound && papers.length === 1) {
    return printSheets(only.bound.sheets, { ...only.bound, cover: only.options, ...options })
  }
  const sheets = papers.flatMap(paper => paper.bound?.sheets ?? [paper])
  const [first] = sheets
  if (!first) throw new Error("no paper to print")
  if (sheets.some(sheet => sheet.fonts !== first.fonts)) throw new Error("papers of one file with different fonts")
  const doc = openPdf(options.cover ?? first.options)
  const takeBytes = collectPdf(doc)
  const root = doc.struct("Document")
  doc.addStructure(root)
  const set = sheets.map(sheet => ({
    sheet,
    pages: setSides(sheet),
  }))
  const total = set.reduce((sum, { pages }) => sum + pages.length, 0)
  let done = 0
  for (const [at, { sheet, pages }] of set.entries()) {
    const part = sheets.length > 1 ? doc.struct("Part", { title: sheet.options.title }) : root
    if (part !== root) root.add(part)
    const outline: OutlineItem[] = [doc.outline]
    const base = part === root ? 1 : 2
    const pen = makePen(doc, sheet, part)
    const size: [number, number] = [sheet.geometry.width, sheet.geometry.height]
    for (const [index, { slices, numbered }] of pages.entries()) {
      doc.addPage({ size, margin: 0 })
      if (index === 0 && part !== root) addToOutline(outline, { level: 1, title: sheet.options.title })
      if (numbered && sheet.options.pageNumbers !== false) drawPageNumber(pen, sheet, index + 1)
      for (const slice of slices) {
        const block = sheet.blocks[slice.block]!
        if (block.outline && slice.from === 0) addToOutline(outline, block.outline, base)
        block.draw(pen, slice, sheet.geometry.top + slice.y)
      }
      options.onPage?.(++done, total)
    }
    if (options.duplex && pages.length % 2 === 1 && at < set.length - 1) doc.addPage({ size, margin: 0 })
    if (part !== root) part.end()
  }
  root.end()
  countOutline(doc.outline)
  doc.end()
  return takeBytes()
}

function setSides({ blocks, geometry }: Sheet): Side[] {
  return fillLeaves(paginate(blocks, geometry.depth, geometry.lead), blocks, geometry.depth)
}

/** `base` entries of the path stay above: the file's own, and the paper's title among several. */
function addToOutline(path: OutlineItem[], { level, title }: { level: number; title: string }, base = 1) {
  const depth = Math.min(base + level - 1, path.length)
  path.length = depth
  path.push(path[depth - 1]!.addItem(title))
}

/** GB/T 9704-2012 7.5: 4号 half-width 宋, a dash on each side, 7 mm under the type area; odd right, even left, 空一字. */
function drawPageNumber(pen: Pen, sheet: Sheet, page: number): void {
  const { left, top, depth, measure, scale } = sheet.geometry
  const size = typeSize.fourth * scale
  const odd = page % 2 === 1
  const style: LineStyle = { face: "song", size, width: measure, align: odd ? "right" : "left" }
  const line = layoutOnSheet(sheet, `— ${page} —`, style)[0]!
  // The dash itself, not the figure, stands 7 mm under the type area.
  const baseline = top + depth + 7 * millimetre + 0.37 * size
  pen.artifact("Pagination", () => pen.line(line, left + (odd ? -size : size), baseline, size))
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

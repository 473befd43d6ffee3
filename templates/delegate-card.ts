import { choiceMarks } from "./choice-marks"
import { type Line, type LineStyle, layoutLines } from "./line-layout"
import { type Block, openSheet, type Pen, type Sheet } from "./page"
import { a4, baselineInRow, black, millimetre, red, ruleWidth, typeSize } from "./page-geometry"
import type { StructureElement } from "./pdf-document"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const delegateCardTemplate: PdfTemplate<DelegateCardFacts> = {
  name: "delegate-card",
  version: 1,
  format: "pdf",
  set: setDelegateCard,
}

export type DelegateCardFacts = {
  /** Red heading: 振兴社区协商议事会代表须知. */
  heading: string
  /** Whose card it is: 振兴社区居民委员会. */
  issuer: string
  /** Paragraphs of each part, as they are printed. */
  checkIn: string[]
  /** 发言 rule by rule, short enough for half a line. */
  speaking: string[]
  voting: string[]
  help: string[]
}

/** A piece of the card: so high, and drawn from its upper edge. */
type Piece = { height: number; draw(pen: Pen, parent: StructureElement, top: number): void }

const size = typeSize.third
const lead = 24.4

/** 代表须知卡: one page in large type, laid on the table before each delegate. Off the line grid, which is for 公文. */
function setDelegateCard(facts: DelegateCardFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: facts.heading,
    author: facts.issuer,
    subject: "代表须知",
    date: printing.date,
    fontDir: printing.fontDir,
    pageNumbers: false,
  })
  const set = (text: string, style: Partial<LineStyle> = {}) =>
    layoutLines(text, sheet.fonts, { face: "fang", size, width: a4.measure, align: "justify", ...style })
  const paragraphs = (texts: string[]) => texts.map(text => paragraph(set(text)))
  const part = (text: string): Piece => heading(set(text, { face: "hei", align: "left" }))
  addPieces(sheet, [
    redHeading(facts.heading, set),
    part("一、签到"),
    ...paragraphs(facts.checkIn),
    part("二、发言"),
    rules(facts.speaking, set),
    part("三、表决"),
    choiceBoxes(set),
    ...paragraphs(facts.voting),
    part("四、有事找谁"),
    ...paragraphs(facts.help),
    digest(set(`可到社区办公室核验。内容摘要（SHA-256）：${printing.factsHash}`, { size: 7.5, align: "center" })),
  ])
  return sheet
}

/** One page from edge to edge of the type area: what is left over is shared out between the pieces. */
function addPieces(sheet: Sheet, pieces: Piece[]) {
  const height = pieces.reduce((sum, piece) => sum + piece.height, 0)
  const gap = Math.max(0, (a4.depth - height) / (pieces.length - 1))
  sheet.blocks.push({
    rows: [{ height: Math.min(a4.depth, height), breakBefore: "free" }],
    offGrid: true,
    draw(pen, _slice, top) {
      const section = pen.element("Sect")
      let y = top
      for (const piece of pieces) {
        piece.draw(pen, section, y)
        y += piece.height + gap
      }
      section.end()
    },
  } satisfies Block)
}

type SetText = (text: string, style?: Partial<LineStyle>) => Line[]

/** Lines as one element of the structure. */
function write(pen: Pen, parent: StructureElement, tag: string, draw: () => void) {
  const element = pen.element(tag, parent)
  pen.content(element, tag, draw)
  element.end()
}

const paragraph = (lines: Line[]): Piece => ({
  height: lines.length * lead,
  draw: (pen, parent, top) => write(pen, parent, "P", () => pen.lines(lines, a4.left, top, size, lead)),
})

const heading = (lines: Line[]): Piece => ({
  height: lead + 3,
  draw: (pen, parent, top) => write(pen, parent, "H2", () => pen.lines(lines, a4.left, top + 3, size, lead)),
})

const digest = (lines: Line[]): Piece => ({
  height: 20,
  draw: (pen, parent, top) => write(pen, parent, "P", () => pen.lines(lines, a4.left, top + 9, 7.5, 11)),
})

/** As large as the measure permits on one line, and the red rule under it. */
function redHeading(text: string, set: SetText): Piece {
  const largest = Math.min(34, a4.measure / ([...text].length * 1.02))
  const line = set(text, { face: "title", size: largest, align: "center" })[0]!
  return {
    height: 52,
    draw(pen, parent, top) {
      write(pen, parent, "H1", () => pen.line(line, a4.left, top + largest * 0.88, largest, red))
      pen.rule(a4.left, top + 47, a4.measure, ruleWidth.masthead, red)
    },
  }
}

/** Numbered from top to bottom in two columns, so that thirteen rules take seven lines. */
function rules(texts: string[], set: SetText): Piece {
  const half = Math.ceil(texts.length / 2)
  const width = a4.measure / 2
  const numberWidth = 1.9 * size
  const lines = texts.map((text, at) => ({
    number: set(`${at + 1}.`, { width: numberWidth - 6, align: "right" })[0]!,
    text: set(text, { width, align: "left" })[0]!,
  }))
  return {
    height: half * lead,
    draw(pen, parent, top) {
      const list = pen.element("L", parent)
      for (const [at, { number, text }] of lines.entries()) {
        const column = at < half ? 0 : 1
        const x = a4.left + column * width
        const baseline = top + (at - column * half) * lead + baselineInRow(size, lead)
        write(pen, list, "LI", () => {
          pen.line(number, x, baseline, size)
          pen.line(text, x + numberWidth, baseline, size)
        })
      }
      list.end()
    },
  }
}

/** The three marks as the tablet shows them, alike in size and weight. */
function choiceBoxes(set: SetText): Piece {
  const between = 5 * millimetre
  const width = (a4.measure - 2 * between) / 3
  const height = 15 * millimetre
  const large = typeSize.second
  const words = choiceMarks.map(({ word }) => set(word, { face: "hei", size: large, width, align: "left" })[0]!)
  return {
    height: height + 4,
    draw(pen, parent, top) {
      const middle = top + 2 + height / 2
      for (const [at, { draw }] of choiceMarks.entries()) {
        const x = a4.left + at * (width + between)
        pen.artifact("Layout", () => {
          pen.doc.lineWidth(1).strokeColor(black)
          pen.doc.rect(x, top + 2, width, height).stroke()
          pen.doc.lineWidth(2.4)
          draw(pen, x + width / 2 - large * 1.3, middle, 9.5)
        })
        write(pen, parent, "P", () => pen.line(words[at]!, x + width / 2 - large * 0.5, middle + large * 0.37, large))
      }
    },
  }
}

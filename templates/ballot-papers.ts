import {
  choicePiece,
  fitLine,
  lineOf,
  optionsPiece,
  type Piece,
  textPiece,
  write,
  writeHere,
} from "./ballot-paper-pieces"
import { type Block, openSheet, type Pen, type Sheet } from "./page"
import { a4, black, millimetre, typeSize } from "./page-geometry"
import type { StructureElement } from "./pdf-document"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const ballotPapersTemplate: PdfTemplate<BallotPapersFacts> = {
  name: "ballot-papers",
  version: 1,
  format: "pdf",
  set: setBallotPapers,
}

export type BallotPapersFacts = {
  issuer: string
  meeting: string
  /** 第2项　活动室改造，第1轮 */
  matter: string
  /** 记名表决票, 无记名表决票, 选票. */
  heading: string
  /** Of a secret round the serial and the name stand on the stub alone. */
  secret: boolean
  content: string
  /** 附条件同意, 先调研再定 …; empty of plain agreement. */
  effect: string
  conditions: string[]
  /** 社区党委建议同意：资金已经落实。 */
  recommendations: string[]
  /** 多选一; null for 赞成, 反对, 弃权. */
  options: string[] | null
  seats: number
  papers: { serial: number; name: string }[]
}

// Off the grid of 公文: the sheet is cut up, and type is as large as the paper permits.
const page = { left: 15 * millimetre, top: 10 * millimetre, width: 180 * millimetre, height: 277 * millimetre }
const stubWidth = 36 * millimetre
const inset = 4 * millimetre
const footHeight = 11 * millimetre
const most = 3

type Paper = BallotPapersFacts["papers"][number]
/** Where a paper stands on the page. */
type Place = { x: number; y: number; width: number; height: number }

/** 表决票: as many on a sheet of A4 as large type permits, three at most, to be cut apart. */
function setBallotPapers(facts: BallotPapersFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `${facts.meeting}${facts.heading}`,
    author: facts.issuer,
    subject: facts.heading,
    date: printing.date,
    fontDir: printing.fontDir,
    names: facts.papers.map(paper => paper.name),
    pageNumbers: false,
  })
  const { pieces, perPage } = fitPaper(sheet, facts)
  const height = page.height / perPage
  const block: Block = {
    rows: Array.from({ length: Math.ceil(facts.papers.length / perPage) }, () => ({
      height: a4.depth,
      breakBefore: "free" as const,
    })),
    draw(pen, slice) {
      const papers = facts.papers.slice(slice.from * perPage, slice.to * perPage)
      for (const [at, paper] of papers.entries()) {
        const place = { x: page.left, y: page.top + at * height, width: page.width, height }
        if (at > 0) drawCut(pen, place.x - inset, place.y, place.width + 2 * inset, "across")
        drawPaper(pen, sheet, facts, paper, place, pieces)
      }
    },
  }
  sheet.blocks.push(block)
  return sheet
}

/** The largest type with which the paper fits a third, a half, or the whole of the page; then with its clauses named only. */
function fitPaper(sheet: Sheet, facts: BallotPapersFacts): { pieces: Piece[]; perPage: number } {
  const whole = page.height - 2 * inset - footHeight
  const heightOf = (pieces: Piece[]) => pieces.reduce((sum, piece) => sum + piece.height, 0)
  const large = piecesOf(sheet, facts, typeSize.third)
  for (let perPage = most; perPage > 0; perPage--)
    if (heightOf(large) <= page.height / perPage - 2 * inset - footHeight) return { pieces: large, perPage }
  for (const size of [typeSize.fourth, typeSize.smallFourth, typeSize.fifth, typeSize.smallFifth]) {
    const pieces = piecesOf(sheet, facts, size)
    if (heightOf(pieces) <= whole) return { pieces, perPage: 1 }
  }
  const named = `附带条件共${facts.conditions.length}条，全文见会上发的材料`
  return {
    pieces: piecesOf(sheet, { ...facts, conditions: [named], recommendations: [] }, typeSize.smallFifth),
    perPage: 1,
  }
}

const innerWidth = ({ secret }: BallotPapersFacts) => page.width - (secret ? stubWidth + inset : 0)

function piecesOf(sheet: Sheet, facts: BallotPapersFacts, size: number): Piece[] {
  const width = innerWidth(facts)
  const small = Math.min(size, typeSize.smallFourth)
  const text = (words: string, style: Partial<Parameters<typeof textPiece>[2]> = {}) =>
    textPiece(sheet, words, { size, width, ...style })
  const { effect, conditions, options, seats } = facts
  const clauses = conditions.length === 1 ? conditions : conditions.map((clause, at) => `（${at + 1}）${clause}`)
  return [
    text(facts.meeting, { size: typeSize.fifth, align: "center" }),
    text(facts.heading, { face: "title", size: typeSize.second, align: "center", tag: "H2", lead: 29 }),
    text(facts.matter, { size: typeSize.fifth, align: "center", after: 2 * millimetre }),
    text(facts.content, { after: 1.5 * millimetre }),
    ...(effect && conditions.length === 0 ? [text(effect, { face: "hei", size: small })] : []),
    ...(clauses.length > 0 ? [text("附带条件：", { face: "hei", size: small })] : []),
    ...clauses.map(clause => text(clause, { size: small })),
    ...facts.recommendations.map(words => text(words, { face: "kai", size: small })),
    { height: 2 * millimetre, draw: () => undefined },
    options ? optionsPiece(sheet, [...options, "均不同意", "弃权"], width, size) : choicePiece(sheet, width),
    text(instructionsOf(options !== null, seats), { size: small, lead: small * 1.4 }),
  ]
}

function instructionsOf(hasOptions: boolean, seats: number): string {
  const several = hasOptions && seats > 1
  const how = several ? `最多选${seats}项，都不同意的只选“均不同意”` : "只选一项"
  const invalid = several ? `选得比${seats}项多的` : "选了两项的"
  return `在方框里打“√”，${how}。${invalid}、看不清的、一项也没选的，是无效票；弃权不是无效票。写坏了不要涂改，到签到台换一张。`
}

function drawPaper(pen: Pen, sheet: Sheet, facts: BallotPapersFacts, paper: Paper, place: Place, pieces: Piece[]) {
  const section = pen.element("Sect")
  const stub = facts.secret ? stubWidth + inset : 0
  const x = place.x + stub
  const width = place.width - stub
  if (facts.secret) drawStub(pen, sheet, facts, paper, place, section)
  else drawSerial(pen, sheet, paper, { ...place, x, width }, section)
  const height = pieces.reduce((sum, piece) => sum + piece.height, 0)
  // What is left over is white above the boxes and below the text alike.
  const spare = Math.max(0, place.height - 2 * inset - footHeight - height)
  let y = place.y + inset + spare * 0.3
  for (const [at, piece] of pieces.entries()) {
    if (at === pieces.length - 2) y += spare * 0.25
    piece.draw(pen, section, x, y)
    y += piece.height
  }
  const size = typeSize.smallFourth
  const baseline = place.y + place.height - inset - 1.5 * millimetre
  const half = (width - inset) / 2
  if (!facts.secret) writeHere(pen, sheet, section, "投票人（签名）：", { x, baseline, width: half, size })
  writeHere(pen, sheet, section, "监票人：", { x: x + half + inset, baseline, width: half, size })
  section.end()
}

/** 第3号 and whose paper it is, in the corner of a named one. */
function drawSerial(pen: Pen, sheet: Sheet, paper: Paper, place: Place, section: StructureElement) {
  const size = typeSize.fourth
  const right = { face: "hei", size, width: 40 * millimetre, align: "right" } as const
  const lines = [`第${paper.serial}号`, paper.name].map(text => {
    const fitted = fitLine(sheet, text, right)
    return { size: fitted.size, line: lineOf(sheet, text, { ...right, size: fitted.size }) }
  })
  const x = place.x + place.width - 40 * millimetre
  for (const [at, { line, size: fitted }] of lines.entries())
    write(pen, section, "P", () => pen.line(line, x, place.y + inset + 12 + at * 19, fitted))
}

/** 存根: torn off before the paper goes into the box, so that no paper leads to its voter. */
function drawStub(
  pen: Pen,
  sheet: Sheet,
  facts: BallotPapersFacts,
  paper: Paper,
  place: Place,
  section: StructureElement,
) {
  const width = stubWidth - inset
  const y = place.y + inset
  const put = (text: string, size: number, baseline: number, face: "hei" | "fang" | "title" = "fang") => {
    const fitted = fitLine(sheet, text, { face, size, width, align: "left" })
    write(pen, section, "P", () => pen.line(fitted.line, place.x, baseline, fitted.size))
  }
  put("存　根", typeSize.third, y + 16, "title")
  put(`第${paper.serial}号`, typeSize.second, y + 46, "hei")
  put(paper.name, typeSize.third, y + 72)
  const how = textPiece(sheet, `${facts.matter}。交票时由监票人撕下，票上不留姓名和编号。`, {
    size: typeSize.smallFifth,
    width,
    align: "left",
    lead: 13,
  })
  how.draw(pen, section, place.x, y + 84)
  const baseline = place.y + place.height - inset - 1.5 * millimetre
  writeHere(pen, sheet, section, "领票：", { x: place.x, baseline, width, size: typeSize.fifth })
  drawCut(pen, place.x + stubWidth, place.y + 2 * millimetre, place.height - 4 * millimetre, "down")
}

function drawCut(pen: Pen, x: number, y: number, length: number, way: "across" | "down") {
  pen.artifact("Layout", () => {
    pen.doc.dash(4, { space: 3 }).lineWidth(0.5).strokeColor(black)
    pen.doc
      .moveTo(x, y)
      .lineTo(x + (way === "across" ? length : 0), y + (way === "down" ? length : 0))
      .stroke()
    pen.doc.undash()
  })
}

import { choicePiece, optionsPiece, type Piece, sampleMarkPiece, textPiece, writeHere } from "./ballot-paper-pieces"
import { type Block, openSheet, type Pen, type Sheet } from "./page"
import { a4, millimetre, typeSize } from "./page-geometry"
import type { StructureElement } from "./pdf-document"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const pollBallotsTemplate: PdfTemplate<PollBallotsFacts> = {
  name: "poll-ballots",
  version: 1,
  format: "pdf",
  set: setPollBallots,
}

/** One paper; of an unnamed vote all papers are alike and each of these is empty. */
export type PollBallot = {
  /** 第12号 */
  serial: string
  name: string
  /** 1栋101室、1栋102室 */
  units: string
  /** 98.53平方米; empty where areas do not count. */
  area: string
  /** 投票权数: 人数1人，面积98.53平方米. */
  weight: string
}

export type PollBallotsFacts = {
  issuer: string
  /** 振社表〔2026〕1号 */
  number: string
  title: string
  /** 表决票, 征求意见票, 选票. */
  heading: string
  /** 康乐里; empty where nothing limits it. */
  scope: string
  /** 表决事项, 说明. */
  contentHead: string
  content: string
  /** 第1个方案，第2稿; empty where there is none. */
  wording: string
  /** 业主, 征求意见的人; empty of an unnamed vote. */
  voterHead: string
  /** 同意, 反对, 弃权; or options, with 均不同意 and 弃权 last. */
  choices: string[]
  /** Options stand one below the other. */
  hasOptions: boolean
  instructions: string[]
  /** Until when and where the paper is handed in. */
  handIn: string
  /** Whether it is signed: an unnamed one never is. */
  signed: boolean
  allowsProxy: boolean
  papers: PollBallot[]
}

// Off the grid of 公文, as large as the paper permits; one to a sheet, for it is signed, sealed and carried to a door.
const page = { left: 22 * millimetre, top: 16 * millimetre, width: 166 * millimetre, height: 265 * millimetre }
const headHeight = 9 * millimetre
const footHeight = 25 * millimetre
const room = page.height - headHeight - footHeight
const sizes = [typeSize.third, typeSize.fourth, typeSize.smallFourth, typeSize.fifth, typeSize.smallFifth]

/** 表决票 of a vote on paper: one on each sheet of A4, with whose it is, what it is about, and how it is filled in. */
function setPollBallots(facts: PollBallotsFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `${facts.title}${facts.heading}`,
    author: facts.issuer,
    subject: facts.heading,
    date: printing.date,
    fontDir: printing.fontDir,
    names: facts.papers.map(paper => paper.name).filter(Boolean),
    pageNumbers: false,
  })
  const { size, shared } = fitPaper(sheet, facts)
  const block: Block = {
    rows: facts.papers.map(() => ({ height: a4.depth, breakBefore: "free" as const })),
    draw(pen, slice) {
      for (const paper of facts.papers.slice(slice.from, slice.to)) drawPaper(pen, sheet, facts, paper, shared, size)
    },
  }
  sheet.blocks.push(block)
  return sheet
}

const heightOf = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.height, 0)

/** The largest type with which the longest paper fits its sheet; what fits none is named, with where it is to be read. */
function fitPaper(sheet: Sheet, facts: PollBallotsFacts): { size: number; shared: Shared } {
  const [longest] = facts.papers.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  for (const size of sizes) {
    const shared = sharedOf(sheet, facts, size)
    const who = whoPieces(sheet, facts, longest, size)
    const whole = heightOf([...shared.title, ...who, ...shared.matter, shared.boxes, ...shared.how])
    if (whole <= room) return { size, shared }
  }
  const size = typeSize.smallFifth
  const content = `全文共${[...facts.content].length}字，见随票送达的材料。`
  return { size, shared: sharedOf(sheet, { ...facts, content }, size) }
}

const lengthOf = ({ name, units, weight }: PollBallot) => [...name, ...units, ...weight].length

/** What stands on every paper alike: over and under whose it is. */
type Shared = { title: Piece[]; matter: Piece[]; boxes: Piece; how: Piece[] }

function sharedOf(sheet: Sheet, facts: PollBallotsFacts, size: number): Shared {
  const { width } = page
  const small = Math.min(size, typeSize.fourth)
  const text = (words: string, style: Partial<Parameters<typeof textPiece>[2]> = {}) =>
    textPiece(sheet, words, { size, width, ...style })
  const head = (words: string) => text(words, { face: "hei", align: "left", after: 1 * millimetre })
  const { choices, hasOptions, scope, wording } = facts
  return {
    title: [
      text(facts.title, { size: typeSize.third, align: "center", after: 1 * millimetre }),
      text(facts.heading, { face: "title", size: typeSize.second, align: "center", tag: "H2", lead: 32 }),
    ],
    matter: [
      head(`${facts.contentHead}${wording ? `（${wording}）` : ""}`),
      ...(facts.content ? [text(facts.content, { firstIndent: 2 * size, after: 1 * millimetre })] : []),
      ...(scope ? [text(`表决范围：${scope}`, { size: small, after: 1 * millimetre })] : []),
      blank(2.5),
    ],
    boxes: hasOptions ? optionsPiece(sheet, choices, width, size) : choicePiece(sheet, width, choices),
    how: [
      blank(1.5),
      head("怎么填"),
      sampleMarkPiece(sheet, width, small),
      ...facts.instructions.map((words, at) => text(`${at + 1}．${words}`, { size: small, lead: small * 1.45 })),
      text(facts.handIn, { face: "hei", size: small, lead: small * 1.6 }),
    ],
  }
}

const blank = (millimetres: number): Piece => ({ height: millimetres * millimetre, draw: () => undefined })

/** Whose paper it is: one line each, so that nothing is cut however many homes an owner has. */
function whoPieces(sheet: Sheet, facts: PollBallotsFacts, paper: PollBallot | undefined, size: number): Piece[] {
  if (!facts.voterHead || !paper) return [blank(4)]
  const small = Math.min(size, typeSize.fourth)
  const said = [
    `${facts.voterHead}：${paper.name}`,
    `房屋：${paper.units}`,
    ...(paper.area ? [`专有部分面积：${paper.area}`] : []),
    `投票权数：${paper.weight}`,
  ]
  return [
    ...said.map(words =>
      textPiece(sheet, words, { size: small, width: page.width, align: "left", lead: small * 1.45 }),
    ),
    blank(3),
  ]
}

function drawPaper(
  pen: Pen,
  sheet: Sheet,
  facts: PollBallotsFacts,
  paper: PollBallot,
  { title, matter, boxes, how }: Shared,
  size: number,
) {
  const section = pen.element("Sect")
  const corner = { size: typeSize.fourth, width: page.width }
  textPiece(sheet, facts.number, { ...corner, align: "left" }).draw(pen, section, page.left, page.top)
  if (paper.serial)
    textPiece(sheet, paper.serial, { ...corner, face: "hei", align: "right" }).draw(pen, section, page.left, page.top)
  const before = [...title, ...whoPieces(sheet, facts, paper, size), ...matter]
  // What is left over is white around the boxes, where the eye has to go.
  const spare = Math.max(0, room - heightOf([...before, boxes, ...how]))
  const white = Math.min(spare * 0.3, 18 * millimetre)
  let y = page.top + headHeight
  const put = (piece: Piece) => {
    piece.draw(pen, section, page.left, y)
    y += piece.height
  }
  before.forEach(put)
  y += white
  put(boxes)
  y += white
  how.forEach(put)
  drawFoot(pen, sheet, facts, section)
  section.end()
}

function drawFoot(pen: Pen, sheet: Sheet, facts: PollBallotsFacts, section: StructureElement) {
  const size = typeSize.fourth
  const baseline = page.top + page.height - 3 * millimetre
  const half = (page.width - 8 * millimetre) / 2
  const second = page.left + half + 8 * millimetre
  const here = (label: string, x: number, above: number, width = half) =>
    writeHere(pen, sheet, section, label, { x, baseline: baseline - above * millimetre, width, size })
  if (facts.signed) {
    here("签名：", page.left, 12)
    if (facts.allowsProxy) here("代理人：", second, 12)
    here("日期：", page.left, 0)
  }
  const seal = textPiece(sheet, `${facts.issuer}（盖章）`, { size, width: half, align: "right" })
  seal.draw(pen, section, second, baseline - size * 1.12)
}

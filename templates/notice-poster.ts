import { openSheet, type Sheet } from "./page"
import { type Geometry, gridOf, millimetre, type TypeArea } from "./page-geometry"
import { addMasthead, addTitle } from "./page-masthead"
import { addBlank, addLabelled, addParagraph, addText } from "./page-text"
import { addVerification } from "./page-verification"
import { paginate } from "./paginate"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"
import type { PublicNoticeFacts } from "./public-notice"

export const noticePosterTemplate: PdfTemplate<NoticePosterFacts> = {
  name: "notice-poster",
  version: 1,
  format: "pdf",
  set: setNoticePoster,
}

/** What the notice of A4 says; named apart from it, so that a code on either leads to the sheet it stands on. */
export type NoticePosterFacts = PublicNoticeFacts & { sheet: "大字版" }

/** A3 upright, its margins as narrow as printers permit with some white. */
const area: TypeArea = { width: 297, height: 420, top: 24, left: 25, measure: 247, depth: 372 }
/** Type sizes in points: the largest still holds a line of some words, the smallest is the body of A4. */
const largest = 44
const smallest = 16
const steps = 9
/** Distance of two lines against the type size. */
const closest = 1.42
const widest = 2
const qrSide = 40 * millimetre

/** 公示 to be read at three metres: one sheet of A3 in 黑, its type as large as the text permits. */
function setNoticePoster(facts: NoticePosterFacts, printing: Printing): Sheet {
  const set = (geometry: Geometry) => setPoster(facts, printing, geometry)
  const fits = ({ blocks, geometry }: Sheet) => paginate(blocks, geometry.depth, geometry.lead).length === 1
  let [fitting, tooLarge] = [smallest, largest]
  if (fits(set(gridFor(largest, closest)))) fitting = largest
  for (let step = 0; step < steps && fitting < largest; step++) {
    const size = (fitting + tooLarge) / 2
    if (fits(set(gridFor(size, closest)))) fitting = size
    else tooLarge = size
  }
  // What is still white goes between the lines.
  let sheet = set(gridFor(fitting, closest))
  for (let lead = closest + 0.05; lead <= widest; lead += 0.05) {
    const wider = set(gridFor(fitting, lead))
    if (!fits(wider)) break
    sheet = wider
  }
  return sheet
}

const gridFor = (size: number, lead: number): Geometry =>
  gridOf(
    area,
    Math.floor((area.measure * millimetre) / size),
    Math.floor((area.depth * millimetre) / (size * lead)),
    size,
  )

function setPoster(facts: NoticePosterFacts, printing: Printing, geometry: Geometry): Sheet {
  const sheet = openSheet({
    title: facts.title.replaceAll("\n", ""),
    author: facts.issuer,
    subject: facts.name,
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
    geometry,
    bodyFace: "hei",
    pageNumbers: false,
  })
  addMasthead(sheet, { name: facts.name, number: facts.number, brief: true })
  addTitle(sheet, facts.title)
  addBlank(sheet)
  const period = facts.period ? [{ label: "公示期限", text: facts.period }] : []
  for (const line of [...facts.lines, ...period]) addLine(sheet, line)
  addBlank(sheet)
  addVerification(sheet, printing, { ...facts, sealed: true }, { qrSide })
  return sheet
}

/** Beside its label where that leaves most of the line, below it else. */
function addLine(sheet: Sheet, { label, text }: NoticePosterFacts["lines"][number]) {
  const style = { labelFace: "title", free: 0 } as const
  if ([...label].length <= 4) return addLabelled(sheet, `${label}：`, text, style)
  addText(sheet, `${label}：`, { face: "title", keepWithNext: true })
  for (const paragraph of text.split("\n")) addParagraph(sheet, paragraph)
}

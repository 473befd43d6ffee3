import { chineseOrdinal, numberItem } from "./ordinals"
import { openSheet, type Sheet } from "./page"
import { a4, type Geometry, gridOf, typeSize } from "./page-geometry"
import { addTitle } from "./page-masthead"
import { addBlank, addHeading, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const debateRulesTemplate: PdfTemplate<DebateRulesFacts> = {
  name: "debate-rules",
  version: 2,
  format: "pdf",
  set: setDebateRules,
}

export type DebateRulesFacts = {
  community: string
  issuer: string
  /** 振兴社区2026年第三次协商议事会 */
  meeting: string
  /** What is read out, part by part. */
  parts: { heading: string; rules: string[] }[]
  /** Where what binds is written: 三分之二以上到会：…第二十九条. */
  citations: string[]
}

/** 议事规则: one page, read out when the meeting is opened. */
function setDebateRules(facts: DebateRulesFacts, printing: Printing): Sheet {
  const tries = grids.map(grid => () => setOn(facts, printing, grid))
  for (const set of tries) {
    const sheet = set()
    if (heightOf(sheet) <= sheet.geometry.depth) return sheet
  }
  return tries.at(-1)!()
}

/** The type area of the standard; beside its own grid ever closer ones, for it is read out from one sheet. */
const area = { width: 210, height: 297, top: 37, left: 28, measure: 156, depth: 225 }
const grids: Geometry[] = [
  a4,
  gridOf(area, 30, 24, 15),
  gridOf(area, 32, 27, typeSize.fourth),
  gridOf(area, 34, 29, 13),
  gridOf(area, 37, 32, typeSize.smallFourth),
  gridOf(area, 42, 37, typeSize.fifth),
]

/** Blocks begin on the grid; a line of smaller type takes less than a row of it. */
function heightOf({ blocks, geometry }: Sheet): number {
  let y = 0
  for (const block of blocks) {
    if (!block.offGrid) y = Math.ceil(y / geometry.lead - 0.125) * geometry.lead
    y += block.rows.reduce((sum, row) => sum + row.height, 0)
  }
  return y
}

function setOn(facts: DebateRulesFacts, printing: Printing, geometry: Geometry): Sheet {
  const sheet = openSheet({
    title: `${facts.meeting}议事规则`,
    author: facts.issuer,
    subject: "议事规则",
    date: printing.date,
    fontDir: printing.fontDir,
    geometry,
  })
  addTitle(sheet, `${facts.meeting}\n议事规则`)
  addBlank(sheet)
  for (const [at, { heading, rules }] of facts.parts.entries()) {
    addHeading(sheet, 1, `${chineseOrdinal(at + 1)}、${heading}`)
    for (const [index, rule] of rules.entries()) addParagraph(sheet, numberItem(index + 1, rule))
  }
  const size = Math.min(geometry.body - 2, typeSize.fifth)
  if (facts.citations.length > 0)
    addParagraph(sheet, `依据：${facts.citations.join("；")}。`, { size, lead: size * 1.45, firstIndent: 2 * size })
  addVerification(sheet, printing)
  return sheet
}

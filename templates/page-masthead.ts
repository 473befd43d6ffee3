import { type Block, blockElement, layoutOnSheet, type Sheet } from "./page"
import { a4, baselineInRow, millimetre, red, ruleWidth, typeSize } from "./page-geometry"
import { addBlank, addText } from "./page-text"

export type Masthead = {
  /** Red heading, such as 振兴社区协商议事会纪要. */
  name: string
  /** Document number, such as 振社议纪〔2026〕3号. */
  number: string
  issuer: string
  issuedOn: string
  /** The upper edge of the red heading stands 35 mm under that of the type area; brief sheets begin at once. */
  brief?: boolean
}

/** 纪要标志: red heading, number two lines below it, issuer and date, red rule 4 mm below. */
export function addMasthead(sheet: Sheet, masthead: Masthead): void {
  const count = [...masthead.name].length
  // 小标宋 as large as the measure permits, not above 1.4 cm as is the custom; wide names are set closer.
  const size = Math.min(40, a4.measure / (count * 1.02))
  const pitch = Math.min(size * 1.12, a4.measure / count - 0.01)
  const above = masthead.brief ? 0 : 35 * millimetre
  // The pitch adds its white behind each character, also the last: the measure is widened by it to centre the ink.
  const width = a4.measure + Math.max(0, pitch - size)
  const name = layoutOnSheet(sheet, masthead.name, { face: "title", size, pitch, width, align: "center" })[0]!
  const rows = Math.ceil((above + size) / a4.lead - 0.05)
  const heading: Block = {
    rows: [{ height: rows * a4.lead, breakBefore: "free" }],
    keepWithNext: true,
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, heading, slice, "H1")
      pen.content(element, "H1", () => pen.line(name, a4.left, top + above + size * 0.88, size, red))
      endIfLast()
    },
  }
  sheet.blocks.push(heading)
  addBlank(sheet, masthead.brief ? 0 : 1)
  addText(sheet, masthead.number, { align: "center", keepWithNext: true })
  addTwoSides(sheet, masthead.issuer, masthead.issuedOn, { ruled: true })
  addBlank(sheet, 1)
}

/** One line with a text on each side, one character in from the edges (空一字); ruled in red 4 mm below when asked. */
export function addTwoSides(sheet: Sheet, left: string, right: string, style: { ruled?: boolean } = {}): void {
  const size = a4.body
  const common = { face: "fang", size, pitch: a4.pitch } as const
  const rightLine = layoutOnSheet(sheet, right, { ...common, width: a4.measure - a4.pitch, align: "right" })[0]!
  const leftWidth = a4.measure - rightLine.width - 3 * a4.pitch
  const leftLines = layoutOnSheet(sheet, left, {
    ...common,
    width: leftWidth,
    firstIndent: a4.pitch,
    indent: a4.pitch,
    align: "left",
  })
  const height = leftLines.length * a4.lead
  const block: Block = {
    rows: [{ height: height + (style.ruled ? a4.lead : 0), breakBefore: "never" }],
    keepWithNext: true,
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      pen.content(element, "P", () => {
        leftLines.forEach((line, index) => pen.line(line, a4.left, top + index * a4.lead + baselineInRow(size), size))
        pen.line(rightLine, a4.left, top + height - a4.lead + baselineInRow(size), size)
      })
      if (style.ruled) {
        const inkEnd = top + height - a4.lead + baselineInRow(size) + size * 0.12
        pen.rule(a4.left, inkEnd + 4 * millimetre, a4.measure, ruleWidth.masthead, red)
      }
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

/** 标题: 2号 小标宋, centred; the author divides its lines by `\n`, a long one is divided into even lines. */
export function addTitle(sheet: Sheet, title: string, tag: "H1" | "H2" = "H1"): void {
  const size = typeSize.second
  addText(sheet, balanceTitle(title, Math.floor((a4.measure * 0.92) / size)), {
    face: "title",
    size,
    align: "center",
    tag,
    keepWithNext: true,
    keepTogether: true,
    outlineLevel: 1,
  })
}

// Words after or before which a title may be divided without cutting a word (回行要词意完整).
const divideBefore = /^(关于|第[一二三四五六七八九十0-9]|协商|会议|决议|纪要|通知|的(?=决议|通知|纪要|会议|协商))/
const divideAfter = /(会议|议事会|社区|年|、|》|）|的)$/

/** Divides a title of one line that is too long where a word ends, nearest to even lines; others are left alone. */
export function balanceTitle(title: string, most: number): string {
  const characters = [...title]
  if (title.includes("\n") || characters.length <= most) return title
  const lines = Math.ceil(characters.length / most)
  if (lines > 2) return title
  const half = characters.length / 2
  let best: { at: number; cost: number } | undefined
  for (let at = characters.length - most; at <= most; at++) {
    const left = characters.slice(0, at).join("")
    const right = characters.slice(at).join("")
    const wordEnd = divideBefore.test(right) || divideAfter.test(left)
    if (/^[、，。；：）》”的]/.test(right) || /[（《“]$/.test(left)) continue
    const cost = Math.abs(at - half) + (wordEnd ? 0 : most / 2)
    if (!best || cost < best.cost) best = { at, cost }
  }
  return best ? `${characters.slice(0, best.at).join("")}\n${characters.slice(best.at).join("")}` : title
}

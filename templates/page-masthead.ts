import type { Line } from "./line-layout"
import { type Block, blockElement, bodyFaceOf, layoutOnSheet, type Sheet } from "./page"
import type { Content } from "./page-content"
import { a4, baselineInRow, millimetre, red, ruleWidth, typeSize } from "./page-geometry"
import { addBlank, addText } from "./page-text"

export type Masthead = {
  /** Red heading, such as 振兴社区协商议事会纪要. */
  name: string
  /** Document number, such as 振社议纪〔2026〕3号; empty when there is none. */
  number: string
  /** The upper edge of the red heading stands 35 mm under that of the type area; brief sheets begin at once. */
  brief: boolean
  /** Issuer and date under the number, as minutes have them; other papers carry them at their end. */
  issued?: { issuer: string; issuedOn: string }
}

/** 标志: red heading, the number two lines below it, issuer and date, a red rule 4 mm below. */
export function addMasthead(sheet: Sheet, masthead: Masthead): void {
  const grid = sheet.geometry
  addRedHeading(sheet, masthead)
  const { number, issued, brief } = masthead
  if (!brief) addBlank(sheet)
  const style = { face: bodyFaceOf(sheet), size: grid.body, pitch: grid.pitch, width: grid.measure } as const
  const numbered = number ? layoutOnSheet(sheet, number, { ...style, align: "center" }) : []
  const rows: Line[][] = numbered.map(line => [line])
  if (issued) {
    const right = layoutOnSheet(sheet, issued.issuedOn, {
      ...style,
      width: grid.measure - grid.pitch,
      align: "right",
    })[0]!
    const width = grid.measure - right.width - 3 * grid.pitch
    const indents = { firstIndent: grid.pitch, indent: grid.pitch }
    const left = layoutOnSheet(sheet, issued.issuer, { ...style, ...indents, width, align: "left" })
    rows.push(...left.map((line, index) => (index === left.length - 1 ? [line, right] : [line])))
  }
  addRuledRows(sheet, rows, { kind: "mastheadRows", number, issued })
  if (!brief) addBlank(sheet)
}

function addRedHeading(sheet: Sheet, { name, brief }: Masthead) {
  const grid = sheet.geometry
  const count = [...name].length
  // 小标宋 as large as the measure permits, not above 1.4 cm as is the custom; short names are set wider.
  const size = Math.min(40 * grid.scale, grid.measure / (count * 1.02))
  const pitch = Math.min(size * 1.12, grid.measure / count - 0.01)
  const above = brief ? 0 : 35 * millimetre * (grid.height / a4.height)
  // The pitch adds its white behind each character, also the last: the measure is widened by it to centre the ink.
  const width = grid.measure + Math.max(0, pitch - size)
  const lines = layoutOnSheet(sheet, name, { face: "title", size, pitch, width, align: "center" })
  const height = Math.ceil((above + size) / grid.lead - 0.05) * grid.lead
  const block: Block = {
    rows: [{ height, breakBefore: "free" }],
    keepWithNext: true,
    content: { kind: "redHeading", text: name, size, pitch, above, height },
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "H1")
      pen.content(element, "H1", () => pen.line(lines[0]!, grid.left, top + above + size * 0.88, size, red))
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

/** Rows of text, and the red rule 4 mm under the ink of the last; the rule takes a row of its own. */
function addRuledRows(sheet: Sheet, rows: Line[][], content: Content) {
  const grid = sheet.geometry
  const size = grid.body
  const block: Block = {
    rows: [{ height: (rows.length + 1) * grid.lead, breakBefore: "never" }],
    keepWithNext: true,
    content,
    draw(pen, slice, top) {
      const inkEnd = top + (rows.length - 1) * grid.lead + baselineInRow(size, grid.lead) + size * 0.12
      if (rows.length) {
        const { element, endIfLast } = blockElement(pen, block, slice, "P")
        for (const [index, lines] of rows.entries()) {
          pen.content(element, "P", () => {
            for (const line of lines)
              pen.line(line, grid.left, top + index * grid.lead + baselineInRow(size, grid.lead), size)
          })
        }
        endIfLast()
      }
      pen.rule(grid.left, inkEnd + 4 * millimetre * grid.scale, grid.measure, ruleWidth.masthead, red)
    },
  }
  sheet.blocks.push(block)
}

/** 标题: 2号 小标宋, centred; the author divides its lines by `\n`, a long one is divided into even lines. */
export function addTitle(sheet: Sheet, title: string): void {
  const grid = sheet.geometry
  const size = typeSize.second * grid.scale
  addText(sheet, balanceTitle(title, (grid.measure * 0.96) / size), {
    face: "title",
    size,
    lead: Math.max(grid.lead, size * 1.25),
    align: "center",
    tag: "H1",
    keepWithNext: true,
    keepTogether: true,
    outlineLevel: 1,
  })
}

// Words before or after which a title may be divided without cutting a word (回行要词意完整).
const kinds = "决议|决定|通知|纪要|记录|会议|协商|公示|公告|报告|方案|意见|办法|规则|名单|情况"
const divideBefore = new RegExp(
  `^(关于|第[一二三四五六七八九十0-9]|和|及|与|并|协商|会议|表决结果|决议|纪要|通知|公示|公告|的(${kinds}))`,
)
const divideAfter = /(会议|议事会|委员会|社区|小区|年|、|》|）|的)$/
// No line begins with a closing mark or ends with an opening one, and a number stays whole.
const badDivision = /[（《“]\n|\n[、，。；：）》”]|[0-9]\n[0-9年月日号次期届]/
const mostLines = 3

/**
 * Divides a title too long for one line of `most` full characters, after whole words and nearest to even lines: two, or
 * three of which the middle one is no shorter than both others (梯形 or 菱形, never 沙漏形). Titles that are short, longer
 * than three lines, or already divided by their author are left alone.
 */
export function balanceTitle(title: string, most: number): string {
  const length = titleLength(title)
  if (title.includes("\n") || length <= most || length > mostLines * most) return title
  return divideTitle(title, Math.ceil(length / most), most) ?? divideTitle(title, mostLines, most) ?? title
}

function divideTitle(title: string, count: number, most: number): string | undefined {
  const characters = [...title]
  const even = titleLength(title) / count
  let best: { text: string; cost: number } | undefined
  const seek = (start: number, lines: string[], cost: number) => {
    if (lines.length === count - 1) {
      const all = [...lines, characters.slice(start).join("")]
      const lengths = all.map(titleLength)
      const longest = Math.max(...lengths)
      const text = all.join("\n")
      if (longest > most || badDivision.test(text)) return
      const waist = count === 3 && lengths[1]! < Math.min(lengths[0]!, lengths[2]!) ? most : 0
      const total = cost + longest - even + waist
      if (!best || total < best.cost) best = { text, cost: total }
      return
    }
    for (let at = start + 1; at < characters.length; at++) {
      const line = characters.slice(start, at).join("")
      if (titleLength(line) > most) return
      const isWhole = divideBefore.test(characters.slice(at).join("")) || divideAfter.test(line)
      seek(at, [...lines, line], cost + (isWhole ? 0 : most / 2))
    }
  }
  seek(0, [], 0)
  return best?.text
}

/** In full characters; a letter or figure is about half of one. */
function titleLength(text: string): number {
  return [...text].reduce((sum, one) => sum + (one < "\u2000" ? 0.58 : 1), 0)
}

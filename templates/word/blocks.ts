import { AlignmentType, BorderStyle, type FileChild, LeaderType, LineRuleType, TabStopType } from "docx"
import type { Block, Sheet } from "../page"
import type { Content } from "../page-content"
import { millimetre, ruleWidth } from "../page-geometry"
import { closingBlocks } from "./closing"
import { wordStyle } from "./styles"
import { wordTable } from "./tables"
import { lines, paragraph, run, spacer } from "./text"
import { eighths, twips } from "./units"

/** The paragraphs and tables of one block of a sheet. */
export function wordBlocks(sheet: Sheet, block: Block, keepNext: boolean): FileChild[] {
  if (block.blank) return block.rows.map(() => paragraph(wordStyle.plain, [], { keepNext }))
  const { content } = block
  if (!content) throw new Error("a block of this paper does not say what a Word file should hold")
  switch (content.kind) {
    case "text":
      return textBlocks(sheet, content, keepNext)
    case "redHeading":
      return [redHeading(content)]
    case "mastheadRows":
      return mastheadRows(sheet, content)
    case "labelled":
      return labelled(sheet, content, keepNext)
    case "labelledPair":
      return [labelledPair(sheet, content)]
    case "table":
      // Without a paragraph between them two tables would run into one.
      return [spacer(block.offGrid ? 1 : 5), wordTable(content, keepNext)]
    default:
      return closingBlocks(sheet, content)
  }
}

const styleOfTag: Record<string, string> = {
  H1: wordStyle.title,
  H2: wordStyle.level1,
  H3: wordStyle.level2,
  H4: wordStyle.level3,
  H5: wordStyle.level4,
}

function textBlocks(sheet: Sheet, content: Extract<Content, { kind: "text" }>, keepNext: boolean): FileChild[] {
  const heading = styleOfTag[content.tag]
  if (heading) return [paragraph(heading, lines(content.text))]
  const isBody = Math.abs(content.firstIndent - 2 * sheet.geometry.pitch) < 0.01
  const style = {
    ...(content.face === "fang" ? {} : { face: content.face }),
    ...(content.size === sheet.geometry.body ? {} : { size: content.size }),
  }
  const alignment =
    content.align === "center"
      ? { alignment: AlignmentType.CENTER }
      : content.align === "right"
        ? { alignment: AlignmentType.RIGHT }
        : {}
  return content.text.split("\n").map((line, index, all) =>
    paragraph(isBody ? wordStyle.body : wordStyle.plain, [run(line, style)], {
      keepNext: keepNext && index === all.length - 1,
      ...alignment,
    }),
  )
}

/** As tall as on paper. */
function redHeading({ text, size, pitch, above, height }: Extract<Content, { kind: "redHeading" }>) {
  const line = twips(size * 1.15)
  const style = { size: Math.floor(size * 2) / 2, characterSpacing: twips(Math.max(0, pitch - size)) }
  return paragraph(wordStyle.redHeading, [run(text, style)], {
    spacing: {
      before: twips(above),
      line,
      lineRule: LineRuleType.EXACT,
      after: Math.max(0, twips(height) - twips(above) - line),
    },
  })
}

/** Number, then issuer and date on one line; the red rule hangs under the last. */
function mastheadRows(sheet: Sheet, { number, issued }: Extract<Content, { kind: "mastheadRows" }>): FileChild[] {
  const { measure, pitch, lead } = sheet.geometry
  const rule = {
    border: {
      bottom: {
        style: BorderStyle.SINGLE,
        color: "E60012",
        size: eighths(ruleWidth.masthead),
        space: Math.round(4 * millimetre),
      },
    },
    // The rule takes the line that the next text would stand on.
    spacing: { after: twips(lead - 4 * millimetre), line: twips(lead), lineRule: LineRuleType.EXACT },
  }
  if (!issued) return [paragraph(wordStyle.masthead, [run(number)], rule)]
  const row = paragraph(wordStyle.plain, [run(`${issued.issuer}\t${issued.issuedOn}`)], {
    keepNext: true,
    alignment: AlignmentType.LEFT,
    indent: { left: 0, firstLine: twips(pitch) },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(measure - pitch) }],
    ...rule,
  })
  return number ? [paragraph(wordStyle.masthead, [run(number)]), row] : [row]
}

/** 出席：甲一、乙二……: the following lines under the first character after the colon. */
function labelled(
  sheet: Sheet,
  { label, labelFace, text }: Extract<Content, { kind: "labelled" }>,
  keepNext: boolean,
): FileChild[] {
  const { pitch } = sheet.geometry
  const hanging = twips([...label].length * pitch)
  const left = twips(2 * pitch) + hanging
  const face = labelFace === "fang" ? {} : { face: labelFace }
  return text.split("\n").map((line, index, all) =>
    paragraph(wordStyle.labelled, index === 0 ? [run(label, face), run(line)] : [run(line)], {
      keepNext: keepNext && index === all.length - 1,
      indent: index === 0 ? { left, hanging } : { left },
    }),
  )
}

function labelledPair(sheet: Sheet, { pair }: Extract<Content, { kind: "labelledPair" }>) {
  const { pitch, columns } = sheet.geometry
  const [first, second] = pair
  return paragraph(
    wordStyle.labelled,
    [run(first![0], { face: "hei" }), run(`${first![1]}\t`), run(second![0], { face: "hei" }), run(second![1])],
    {
      alignment: AlignmentType.LEFT,
      indent: { left: twips(2 * pitch) },
      tabStops: [{ type: TabStopType.LEFT, position: twips((columns / 2 + 1) * pitch), leader: LeaderType.NONE }],
    },
  )
}

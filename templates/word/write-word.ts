import { AlignmentType, Document, DocumentGridType, type FileChild, Footer, Packer, PageNumber, TextRun } from "docx"
import { assertPrintable } from "../fonts"
import type { Block, Sheet } from "../page"
import { millimetre, typeSize } from "../page-geometry"
import type { FileTemplate, PdfTemplate } from "../print-paper"
import { wordBlocks } from "./blocks"
import { finishPackage } from "./package"
import { wordStyle } from "./styles"
import { paragraph, spacer } from "./text"
import { twips } from "./units"

/** Raised when Word files come to look otherwise though their papers did not change. */
const wordVersion = 1

/**
 * A paper as a Word file: what its sheet says, in styles an office goes on working with. Its version rises with the
 * paper's and with how Word files are written. What the paper cannot print is refused here as well, in the same words.
 */
export function wordTemplateOf<Facts>(template: PdfTemplate<Facts>): FileTemplate<Facts> {
  return {
    name: `${template.name}-word`,
    version: template.version + wordVersion,
    format: "docx",
    write: async (facts, printing) => {
      assertPrintable([facts, printing.verifyUrl], printing.fontDir)
      return writeWord(template.set(facts, printing))
    },
  }
}

async function writeWord(sheet: Sheet): Promise<Uint8Array> {
  const { options, geometry } = sheet
  const lowerMargin = geometry.height - geometry.top - geometry.depth
  // The dash of a page number stands 7 mm under the type area; the line around it is 14 points.
  const footer = lowerMargin - 7 * millimetre - typeSize.fourth / 2
  const document = new Document({
    title: options.title,
    subject: options.subject,
    creator: options.author,
    lastModifiedBy: options.author,
    keywords: options.keywords ?? "",
    revision: 1,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15, doNotExpandShiftReturn: true, balanceSingleByteDoubleByteWidth: true },
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(geometry.width * 20), height: Math.round(geometry.height * 20) },
            margin: {
              top: Math.round(geometry.top * 20),
              bottom: twips(lowerMargin),
              left: twips(geometry.left),
              // A little less than 26 mm: lengths are whole twentieths of a point, and 28 characters must fit.
              right: twips(geometry.width - geometry.left - geometry.measure) - 4,
              header: twips(15 * millimetre),
              footer: twips(footer),
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: twips(geometry.lead) },
        },
        footers: options.pageNumbers === false ? {} : { default: pageNumber("right"), even: pageNumber("left") },
        children: bodyOf(sheet),
      },
    ],
  })
  return finishPackage(new Uint8Array(await Packer.toBuffer(document)), options.date)
}

function bodyOf(sheet: Sheet): FileChild[] {
  const kept = keptWithNext(sheet.blocks)
  const children = sheet.blocks.flatMap((block, index) => wordBlocks(sheet, block, kept.has(index)))
  // Word wants a paragraph after a table at the end: one that needs no room.
  return [...children, spacer(1)]
}

/** The blocks that stay with the next; what carries text to a new page takes the last words before it along (no 此页无正文). */
function keptWithNext(blocks: readonly Block[]): Set<number> {
  const kept = new Set<number>()
  for (const [index, block] of blocks.entries()) {
    if (block.keepWithNext) kept.add(index)
    if (!block.carries) continue
    let rows = 0
    for (let before = index - 1; before >= 0 && rows < block.carries; before--) {
      kept.add(before)
      if (!blocks[before]!.blank) rows += blocks[before]!.rows.length
    }
  }
  return kept
}

/** — 1 —: odd pages right, even left, 空一字. */
function pageNumber(side: "left" | "right"): Footer {
  const indent = { [side]: twips(typeSize.fourth) }
  const alignment = side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new Footer({
    children: [
      paragraph(wordStyle.footer, [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })], { alignment, indent }),
    ],
  })
}

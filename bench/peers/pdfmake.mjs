import pdfmake from "pdfmake"
import { faces, sizes } from "../engines/looks.mjs"

const lineHeight = 1.25

export async function open({ landscape }) {
  pdfmake.setFonts(Object.fromEntries(Object.entries(faces).map(([name, { file }]) => [name, { normal: file }])))
  const definition = blocks => ({
    pageSize: "A4",
    pageOrientation: landscape ? "landscape" : "portrait",
    pageMargins: landscape ? 57 : [79, 105, 74, 99],
    defaultStyle: { font: "fang", fontSize: sizes.body, lineHeight },
    content: blocks.map(part),
  })
  return { make: ({ blocks }) => pdfmake.createPdf(definition(blocks)).getBuffer() }
}

function part(block) {
  switch (block.kind) {
    case "title":
      return { text: block.text, font: "title", fontSize: sizes.title, alignment: "center" }
    case "heading":
      return { text: block.text, font: "hei", leadingIndent: 32 }
    case "paragraph":
      return { text: block.text, alignment: "justify", leadingIndent: 32 }
    default:
      return {
        fontSize: sizes.table,
        table: {
          headerRows: 1,
          widths: block.widths.map(width => `${(100 * width) / block.widths.reduce((sum, one) => sum + one, 0)}%`),
          body: [block.head, ...block.rows],
        },
      }
  }
}

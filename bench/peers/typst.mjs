import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { faces, sizes } from "../engines/looks.mjs"

const escaped = text => text.replace(/[\\#$*_`<>@~[\]"'/=+-]/g, sign => `\\${sign}`)
const font = face => `font: ("${faces[face].family}", "LXGW WenKai", "Noto Serif SC")`

export async function open({ landscape }) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: ["templates/fonts"] }] })
  const sourceOf = blocks =>
    [
      `#set page(paper: "a4", flipped: ${landscape}, margin: ${landscape ? "20mm" : "(top: 37mm, left: 28mm, right: 26mm, bottom: 35mm)"})`,
      `#set text(lang: "zh", region: "cn", size: ${sizes.body}pt, ${font("fang")})`,
      "#set par(justify: true, leading: 12.99pt, first-line-indent: (amount: 2em, all: true))",
      ...blocks.map(markup),
    ].join("\n\n")
  return {
    make: async ({ blocks }) => compiler.pdf({ mainFileContent: sourceOf(blocks) }, { pdfStandard: "a-2a" }),
  }
}

function markup(block) {
  switch (block.kind) {
    case "title":
      return `#align(center, text(size: ${sizes.title}pt, ${font("title")})[${escaped(block.text)}])`
    case "heading":
      return `#text(${font("hei")})[${escaped(block.text)}]`
    case "paragraph":
      return escaped(block.text)
    default: {
      const cell = text => `[${escaped(text)}]`
      const head = `table.header(${block.head.map(cell).join(", ")})`
      const rows = block.rows.map(row => row.map(cell).join(", ")).join(",\n")
      return `#{ set par(justify: false, first-line-indent: 0em, leading: 4pt); set text(size: ${sizes.table}pt); table(columns: (${block.widths.map(width => `${width}fr`).join(", ")}), stroke: 0.7pt, ${head},\n${rows}) }`
    }
  }
}

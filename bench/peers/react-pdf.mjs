import { Document, Font, Page, renderToBuffer, Text, View } from "@react-pdf/renderer"
import { createElement } from "react"
import { faces, sizes } from "../engines/looks.mjs"

export async function open({ landscape }) {
  for (const [family, { file }] of Object.entries(faces)) Font.register({ family, src: file })
  // Chinese breaks between characters; the library would hyphenate.
  Font.registerHyphenationCallback(word => [...word].flatMap(character => [character, ""]))
  const padding = landscape ? 57 : { paddingTop: 105, paddingLeft: 79, paddingRight: 74, paddingBottom: 99 }
  const style = { fontFamily: "fang", fontSize: sizes.body, ...(landscape ? { padding } : padding) }
  const page = blocks =>
    createElement(
      Document,
      { language: "zh-CN" },
      createElement(Page, { size: "A4", orientation: landscape ? "landscape" : "portrait", style }, blocks.map(part)),
    )
  return { make: ({ blocks }) => renderToBuffer(page(blocks)) }
}

function part(block, key) {
  switch (block.kind) {
    case "title":
      return createElement(
        Text,
        { key, style: { fontFamily: "title", fontSize: sizes.title, textAlign: "center" } },
        block.text,
      )
    case "heading":
      return createElement(Text, { key, style: { fontFamily: "hei", textIndent: 32 } }, block.text)
    case "paragraph":
      return createElement(Text, { key, style: { textAlign: "justify", textIndent: 32, lineHeight: 1.8 } }, block.text)
    default: {
      const row = (cells, index) =>
        createElement(
          View,
          { key: index, wrap: false, style: { flexDirection: "row", fontSize: sizes.table } },
          cells.map((cell, column) =>
            createElement(
              View,
              { key: column, style: { flexGrow: block.widths[column], flexBasis: 0, border: 0.7, padding: 2 } },
              createElement(Text, null, cell),
            ),
          ),
        )
      return createElement(View, { key }, [block.head, ...block.rows].map(row))
    }
  }
}

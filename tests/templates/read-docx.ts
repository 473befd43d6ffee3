import { strFromU8, unzipSync } from "fflate"

/** An element of a part; text stands in children as strings. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

function decode(text: string): string {
  // Control characters, half pairs and U+FFFE have no place in XML, written out or not.
  const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u
  if (illegal.test(text)) throw new Error(`a character XML cannot hold in ${JSON.stringify(text)}`)
  return text.replace(/&([^;]*;?)/g, (whole, name: string) => {
    const numbered = /^#(?:x([0-9a-f]+)|(\d+));$/i.exec(name)
    if (numbered) return String.fromCodePoint(Number.parseInt(numbered[1] ?? numbered[2]!, numbered[1] ? 16 : 10))
    const known = name.endsWith(";") ? entities[name.slice(0, -1)] : undefined
    if (known === undefined) throw new Error(`an entity XML does not know: ${whole}`)
    return known
  })
}

/** Reads well-formed XML without a DTD and refuses any other. */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] }
  const open = [root]
  const token = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  let at = 0
  while (at < text.length) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) throw new Error(`not well-formed at ${text.slice(at, at + 60)}`)
    at = token.lastIndex
    const [, closes, name, attributes, closed, words] = found
    const parent = open.at(-1)!
    if (words !== undefined) parent.children.push(decode(words))
    else if (closes) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes <${parent.name}>`)
    } else if (name) {
      const pairs = [...attributes!.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, decode(value!)])
      if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`an attribute twice in <${name}>`)
      const element = { name, attributes: Object.fromEntries(pairs), children: [] }
      parent.children.push(element)
      if (!closed) open.push(element)
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`)
  return root
}

/** Every element of that name beneath, in order. */
export const findAll = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap(child =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...findAll(child, name)],
  )

export const findOne = (element: XmlElement, name: string): XmlElement | undefined => findAll(element, name)[0]

const settingOf = (element: XmlElement, name: string) => findOne(element, name)?.attributes["w:val"]

/** The words of an element; a tab is one, a line break another. */
function textOf(element: XmlElement): string {
  return element.children
    .map(child => {
      if (typeof child === "string") return element.name === "w:t" ? child : ""
      return child.name === "w:tab" && element.name === "w:r" ? "\t" : child.name === "w:br" ? "\n" : textOf(child)
    })
    .join("")
}

/** All parts of a Word file, each found well-formed, and what its body holds. */
export function readDocx(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const parts = new Map(
    Object.entries(files)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, content]) => [name, readXml(strFromU8(content))]),
  )
  const body = findOne(parts.get("word/document.xml")!, "w:body")!
  const paragraphs = findAll(body, "w:p").map(paragraph => ({
    style: settingOf(paragraph, "w:pStyle") ?? "Normal",
    text: textOf(paragraph),
    keepNext: findOne(paragraph, "w:keepNext") !== undefined,
  }))
  const styles = new Map(
    findAll(parts.get("word/styles.xml")!, "w:style").map(style => [style.attributes["w:styleId"]!, style]),
  )
  const tables = findAll(body, "w:tbl").map(table =>
    findAll(table, "w:tr").map(row => ({
      isHead: findOne(row, "w:tblHeader") !== undefined,
      isWhole: findOne(row, "w:cantSplit") !== undefined,
      cells: findAll(row, "w:tc").map(textOf),
    })),
  )
  /** The headings, with the level Word's navigation gives them. */
  const headings = paragraphs.flatMap(({ style, text }) => {
    const level = settingOf(styles.get(style)!, "w:outlineLvl")
    return level === undefined ? [] : [{ level: Number(level), text }]
  })
  return { files, parts, body, paragraphs, styles, tables, headings, text: textOf(body) }
}

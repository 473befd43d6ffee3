import type { Face } from "../fonts"
import { a4, typeSize } from "../page-geometry"
import { halfPoints, twips } from "./units"

/**
 * The faces of GB/T 9704 by the names offices have them under, and what stands in where one is missing: Windows has 仿宋
 * and 楷体 without _GB2312, and 小标宋 is bought.
 */
export const wordFonts: Record<Face, { name: string; otherwise: string }> = {
  fang: { name: "仿宋_GB2312", otherwise: "仿宋" },
  title: { name: "方正小标宋简体", otherwise: "方正小标宋_GBK" },
  hei: { name: "黑体", otherwise: "SimHei" },
  kai: { name: "楷体_GB2312", otherwise: "楷体" },
  song: { name: "宋体", otherwise: "SimSun" },
}

/** The styles by what they are for; each value is the id paragraphs name. */
export const wordStyle = {
  /** What everything rests on: 3号仿宋, 22 lines to a page. Also lines that begin at the edge. */
  plain: "Normal",
  body: "BodyText",
  title: "Title",
  redHeading: "RedHeading",
  masthead: "Masthead",
  level1: "Heading1",
  level2: "Heading2",
  level3: "Heading3",
  level4: "Heading4",
  labelled: "Labelled",
  tableHead: "TableHead",
  tableText: "TableText",
  closing: "Closing",
  fine: "Fine",
  imprint: "Imprint",
  footer: "Footer",
} as const

type Style = {
  id: string
  /** Word shows its own translation of a built-in English name (Normal: 正文, Title: 标题). */
  name: string
  /** The name an office knows it by, shown beside a built-in one. */
  alias?: string
  next?: string
  face?: Face
  size?: number
  color?: string
  /** 0 for the first level of Word's navigation. */
  outline?: number
  keepNext?: boolean
  /** Of a line, points; 0: as tall as what stands on it. */
  lead?: number
  before?: number
  firstLineCharacters?: number
  align?: "both" | "left" | "center" | "right"
  /** Off the character grid: type that is not the body's. */
  offGrid?: boolean
}

const body = wordStyle.body
const heading = { next: body, keepNext: true, firstLineCharacters: 2, align: "left" } as const

const styles: Style[] = [
  { id: wordStyle.body, name: "Body Text", alias: "公文正文", firstLineCharacters: 2 },
  {
    id: wordStyle.title,
    name: "Title",
    alias: "公文标题",
    next: body,
    face: "title",
    size: typeSize.second,
    align: "center",
    keepNext: true,
    offGrid: true,
  },
  {
    id: wordStyle.redHeading,
    name: "版头",
    face: "title",
    color: "E60012",
    align: "center",
    keepNext: true,
    offGrid: true,
  },
  { id: wordStyle.masthead, name: "发文字号", align: "center", keepNext: true },
  { id: wordStyle.level1, name: "heading 1", alias: "一级标题", face: "hei", outline: 0, ...heading },
  { id: wordStyle.level2, name: "heading 2", alias: "二级标题", face: "kai", outline: 1, ...heading },
  { id: wordStyle.level3, name: "heading 3", alias: "三级标题", face: "fang", outline: 2, ...heading },
  { id: wordStyle.level4, name: "heading 4", alias: "四级标题", face: "fang", outline: 3, ...heading },
  { id: wordStyle.labelled, name: "会议要素" },
  {
    id: wordStyle.tableHead,
    name: "表头",
    face: "hei",
    size: typeSize.smallFourth,
    lead: 18,
    align: "center",
    offGrid: true,
  },
  { id: wordStyle.tableText, name: "表格文字", size: typeSize.smallFourth, lead: 18, align: "center", offGrid: true },
  { id: wordStyle.closing, name: "落款", align: "right" },
  { id: wordStyle.fine, name: "核验信息", size: typeSize.smallFifth, lead: 10.5, align: "left", offGrid: true },
  { id: wordStyle.imprint, name: "版记", size: typeSize.fourth, align: "left", offGrid: true },
  { id: wordStyle.footer, name: "footer", alias: "页码", face: "song", size: typeSize.fourth, lead: 14, offGrid: true },
]

/** 28 characters of 3号 on a line of 156 mm. A grid of characters would do the same in Word, and LibreOffice spreads them on it. */
const spacingOfCharacters = `<w:spacing w:val="${Math.round((a4.pitch - a4.body) * 20)}"/>`

/** word/styles.xml; written whole, since docx adds English headings in blue to any styles it is given. */
export function stylesXml(): string {
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`,
    `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontXml("fang")}${sizeXml(a4.body)}`,
    `<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    // No white between hanzi and figures: the paper has none, and lines would end elsewhere.
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>`,
    `<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${spacingXml(a4.lead, 0)}<w:jc w:val="both"/></w:pPr>`,
    `<w:rPr>${fontXml("fang")}${spacingOfCharacters}${sizeXml(a4.body)}</w:rPr></w:style>`,
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>`,
    `<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>`,
    ...styles.map(styleXml),
    `</w:styles>`,
  ].join("")
}

/** Elements in the order of the schema: Word refuses a file whose properties stand in another. */
function styleXml(style: Style): string {
  const paragraph = [
    style.keepNext ? "<w:keepNext/>" : "",
    style.offGrid ? `<w:snapToGrid w:val="0"/>` : "",
    style.lead === undefined && !style.before ? "" : spacingXml(style.lead ?? a4.lead, style.before ?? 0),
    style.firstLineCharacters
      ? `<w:ind w:firstLineChars="${style.firstLineCharacters * 100}" w:firstLine="${twips(style.firstLineCharacters * a4.pitch)}"/>`
      : "",
    style.align ? `<w:jc w:val="${style.align}"/>` : "",
    style.outline === undefined ? "" : `<w:outlineLvl w:val="${style.outline}"/>`,
  ].join("")
  const run = [
    style.face ? fontXml(style.face) : "",
    style.offGrid ? `<w:snapToGrid w:val="0"/>` : "",
    style.color ? `<w:color w:val="${style.color}"/>` : "",
    // Type of another size is not squeezed onto the body's 28 characters.
    style.offGrid ? `<w:spacing w:val="0"/>` : "",
    style.size ? sizeXml(style.size) : "",
  ].join("")
  const isBuiltIn = /^[a-zA-Z]/.test(style.name)
  return [
    `<w:style w:type="paragraph"${isBuiltIn ? "" : ` w:customStyle="1"`} w:styleId="${style.id}">`,
    `<w:name w:val="${style.name}"/>`,
    style.alias ? `<w:aliases w:val="${style.alias}"/>` : "",
    `<w:basedOn w:val="Normal"/>`,
    style.next ? `<w:next w:val="${style.next}"/>` : "",
    `<w:qFormat/>`,
    paragraph && `<w:pPr>${paragraph}</w:pPr>`,
    run && `<w:rPr>${run}</w:rPr>`,
    `</w:style>`,
  ].join("")
}

/** One name for every script, lest quotes and figures be taken from a Latin font. */
function fontXml(face: Face): string {
  const { name } = wordFonts[face]
  return `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`
}

const sizeXml = (points: number) => `<w:sz w:val="${halfPoints(points)}"/><w:szCs w:val="${halfPoints(points)}"/>`

const spacingXml = (lead: number, before: number) =>
  lead === 0
    ? `<w:spacing w:before="${twips(before)}" w:after="0" w:line="240" w:lineRule="auto"/>`
    : `<w:spacing w:before="${twips(before)}" w:after="0" w:line="${twips(lead)}" w:lineRule="exact"/>`

/** word/fontTable.xml: what an office without a font sees in its place. */
export function fontTableXml(): string {
  const fonts = Object.values(wordFonts).map(
    ({ name, otherwise }) =>
      `<w:font w:name="${name}"><w:altName w:val="${otherwise}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`
}

import * as mupdf from "mupdf"
import { a4 } from "#templates/page-geometry"

/** One printed character: `x` and `baseline` in points from the page's upper left corner. */
export type PrintedCharacter = { text: string; x: number; baseline: number; size: number; font: string; page: number }

const open = (pdf: Uint8Array) => mupdf.Document.openDocument(pdf, "application/pdf")

export function countPages(pdf: Uint8Array): number {
  return open(pdf).countPages()
}

/** Width and height of a page in points. */
export function readPageSize(pdf: Uint8Array, page: number): { width: number; height: number } {
  const [left, top, right, bottom] = open(pdf)
    .loadPage(page - 1)
    .getBounds()
  return { width: right - left, height: bottom - top }
}

/** Every character of a document in the order it was written, white space left out. */
export function readCharacters(pdf: Uint8Array): PrintedCharacter[] {
  const document = open(pdf)
  const characters: PrintedCharacter[] = []
  for (let page = 0; page < document.countPages(); page++) {
    const structured = document.loadPage(page).toStructuredText("preserve-whitespace")
    // The walk gives characters beyond U+FFFF cut to 16 bits; the plain text of the page has them whole, in this order.
    const whole = [...withoutSpace(structured.asText())]
    structured.walk({
      onChar(text, origin, font, size) {
        if (/\s/.test(text)) return
        const [x, baseline] = origin
        characters.push({ text: whole.shift() ?? "", x, baseline, size, font: font.getName(), page: page + 1 })
      },
    })
  }
  return characters
}

/** The text within the type area, without page numbers and white space. */
export function readText(pdf: Uint8Array): string {
  return readCharacters(pdf)
    .filter(one => one.baseline < a4.top + a4.depth)
    .map(one => one.text)
    .join("")
}

export const withoutSpace = (text: string) => text.replace(/\s/g, "")

/** A page in grey: one byte a pixel. */
export function drawPage(pdf: Uint8Array, page: number, dotsPerInch: number) {
  return pixels(pdf, page, dotsPerInch, mupdf.ColorSpace.DeviceGray)
}

/** A page in colour on white: four bytes a pixel, for reading QR codes. */
export function drawPageInColour(pdf: Uint8Array, page: number, dotsPerInch: number) {
  const { data, width, height } = pixels(pdf, page, dotsPerInch, mupdf.ColorSpace.DeviceRGB)
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let pixel = 0; pixel < width * height; pixel++) {
    rgba.set(data.subarray(pixel * 3, pixel * 3 + 3), pixel * 4)
  }
  return { data: rgba, width, height }
}

function pixels(pdf: Uint8Array, page: number, dotsPerInch: number, colours: mupdf.ColorSpace) {
  const scale = mupdf.Matrix.scale(dotsPerInch / 72, dotsPerInch / 72)
  const pixmap = open(pdf)
    .loadPage(page - 1)
    .toPixmap(scale, colours, false)
  return { data: pixmap.getPixels().slice(), width: pixmap.getWidth(), height: pixmap.getHeight() }
}

export type Tag = { type: string; children: Tag[] }

/** Language, title, outline and the tree of tags of a document. */
export function readStructure(pdf: Uint8Array) {
  const document = open(pdf) as mupdf.PDFDocument
  const root = document.getTrailer().get("Root")
  const readTag = (tag: mupdf.PDFObject): Tag[] => {
    if (tag.isArray()) {
      const tags: Tag[] = []
      for (let index = 0; index < tag.length; index++) tags.push(...readTag(tag.get(index)))
      return tags
    }
    if (!tag.isDictionary() || tag.get("S").isNull()) return []
    return [{ type: tag.get("S").asName(), children: readTag(tag.get("K")) }]
  }
  return {
    language: root.get("Lang").asString(),
    title: document.getMetaData("info:Title"),
    outline: document.loadOutline(),
    tags: readTag(root.get("StructTreeRoot").get("K")),
  }
}

// PDFKit alone: what ours draws, call by call at the places ours found, with the same opened fonts; no tags, no layout.
import PDFDocument from "pdfkit"
import { open as openOurs } from "./yishi.mjs"

const drawing = "addPage fillColor strokeColor lineWidth moveTo lineTo rect circle stroke fill dash undash".split(" ")
// As ours writes: no ligatures, no kerning.
const features = { kern: false, liga: false, clig: false, calt: false, rlig: false }

export async function open(content) {
  const calls = await record(await openOurs(), content)
  return {
    make: () =>
      new Promise(made => {
        const doc = new PDFDocument({ autoFirstPage: false, margin: 0, font: null, pdfVersion: "1.7" })
        const chunks = []
        doc.on("data", chunk => chunks.push(chunk))
        doc.on("end", () => made(Buffer.concat(chunks)))
        for (const [name, args] of calls) doc[name](...args)
        doc.end()
      }),
  }
}

async function record({ make }, content) {
  const calls = []
  let depth = 0
  const own = { addContent: PDFDocument.prototype.addContent }
  for (const name of drawing) {
    own[name] = PDFDocument.prototype[name]
    PDFDocument.prototype[name] = function recorded(...args) {
      if (depth === 0) calls.push([name, args])
      depth += 1
      try {
        return own[name].apply(this, args)
      } finally {
        depth -= 1
      }
    }
  }
  // Ours writes its type by itself: read back, and handed to PDFKit's own way of writing.
  PDFDocument.prototype.addContent = function recorded(operators) {
    if (depth === 0 && operators.startsWith("BT\n")) calls.push(...typeOf(this, operators))
    return own.addContent.call(this, operators)
  }
  await make(content)
  Object.assign(PDFDocument.prototype, own)
  return calls
}

function typeOf(doc, operators) {
  const fonts = new Map(Object.values(doc._fontFamilies).map(font => [font.id, font]))
  const calls = []
  let font
  let [x, baseline, characterSpacing] = [0, 0, 0]
  for (const line of operators.split("\n")) {
    const words = line.split(" ")
    if (line.endsWith(" Tf")) {
      font = fonts.get(words[0].slice(1))
      calls.push(["font", [font.open.font, font.open.font.postscriptName]], ["fontSize", [Number(words[1])]])
    } else if (line.endsWith(" Tc")) characterSpacing = Number(words[0])
    else if (line.endsWith(" Tm")) [x, baseline] = [Number(words[4]), Number(words[5])]
    else if (line.endsWith(" Tj")) {
      const codes = words[0].slice(1, -1).match(/.{4}/g) ?? []
      const text = codes.map(code => String.fromCodePoint(font.codePoints[Number.parseInt(code, 16)])).join("")
      const options = { lineBreak: false, baseline: "alphabetic", characterSpacing, features }
      calls.push(["text", [text, x, baseline, options]])
    }
  }
  return calls
}

import { AlignmentType, BorderStyle, type FileChild, LeaderType, LineRuleType, type Paragraph, TabStopType } from "docx"
import type { Sheet } from "../page"
import type { Content } from "../page-content"
import { millimetre, typeSize } from "../page-geometry"
import { imprint } from "./imprint"
import { wordStyle } from "./styles"
import { besideQr } from "./tables"
import { paragraph, run, spacer } from "./text"
import { eighths, twips } from "./units"

type Closing = Exclude<
  Content,
  { kind: "text" | "redHeading" | "mastheadRows" | "labelled" | "labelledPair" | "table" }
>

/** What stands at the end of a paper. */
export function closingBlocks(sheet: Sheet, content: Closing): FileChild[] {
  switch (content.kind) {
    case "signaturePlaces":
      return signaturePlaces(sheet, content)
    case "issuerAndDate":
      return issuerAndDate(content)
    case "verification":
      return verification(sheet, content)
    case "imprint":
      // Without a paragraph between them two tables would run into one.
      return [spacer(1), imprint(sheet, content.imprint)]
    case "qrPanel":
      return qrPanel(sheet, content)
    case "replySlip":
      return replySlip(sheet, content)
  }
}

/** Two to a row, each with a line to sign on; what was confirmed stands small under it. */
function signaturePlaces(sheet: Sheet, { places }: Extract<Content, { kind: "signaturePlaces" }>): FileChild[] {
  const { pitch, columns, lead } = sheet.geometry
  const half = Math.floor(columns / 2)
  const stop = (position: number, leader: (typeof LeaderType)[keyof typeof LeaderType] = LeaderType.NONE) => ({
    type: TabStopType.LEFT,
    position: twips(position * pitch),
    leader,
  })
  const tabStops = [stop(half, LeaderType.UNDERSCORE), stop(half + 1), stop(columns - 0.25, LeaderType.UNDERSCORE)]
  const rows: FileChild[] = []
  for (let from = 0; from < places.length; from += 2) {
    const row = places.slice(from, from + 2)
    const indent = { left: twips(2 * pitch) }
    rows.push(
      paragraph(wordStyle.labelled, [run(row.map(({ label }) => `${label}\t`).join("\t"))], {
        keepNext: true,
        alignment: AlignmentType.LEFT,
        indent,
        tabStops,
        spacing: { before: twips(lead / 2) },
      }),
    )
    if (row.some(({ note }) => note)) {
      rows.push(
        paragraph(wordStyle.labelled, [run(row.map(({ note }) => note).join("\t"), { size: typeSize.fifth })], {
          keepNext: true,
          alignment: AlignmentType.LEFT,
          indent,
          tabStops: [stop(half + 1)],
          spacing: { line: twips(lead / 2), lineRule: LineRuleType.EXACT },
        }),
      )
    }
  }
  return rows
}

/** Counted from the right edge, so that another name keeps its place. */
function issuerAndDate({ issued, rights }: Extract<Content, { kind: "issuerAndDate" }>): Paragraph[] {
  return [issued.issuer, issued.issuedOn].map((text, index) =>
    paragraph(wordStyle.closing, [run(text)], {
      keepNext: true,
      indent: { right: twips(Math.max(0, rights[index]!)) },
    }),
  )
}

function verification(sheet: Sheet, content: Extract<Content, { kind: "verification" }>): FileChild[] {
  const { url, issuedBeside } = content
  // The digest in one line: a Word file has the room beside the code, and less of it below.
  const stated = content.lines.join("\n").replace(/(?<=[0-9a-f]{16})\n(?=[0-9a-f]{16})/g, " ")
  const words = [...stated.split("\n"), ...(url ? [`核验地址：${url}`] : []), "本文件可以改动，内容以社区归档的为准。"]
  const qr = url === null ? null : { url, side: 22 * millimetre, alt: "核验二维码" }
  return [
    ...(issuedBeside?.kind === "issuerAndDate" ? issuerAndDate(issuedBeside) : []),
    spacer(6),
    ...besideQr(
      qr,
      sheet.geometry.measure,
      words.map(line => paragraph(wordStyle.fine, [run(line)])),
    ),
  ]
}

function qrPanel(sheet: Sheet, { url, words, alt }: Extract<Content, { kind: "qrPanel" }>): FileChild[] {
  return [
    spacer(6),
    ...besideQr(
      { url, side: 24 * millimetre, alt, left: 2 * sheet.geometry.pitch },
      sheet.geometry.measure,
      [...words, url].map((line, index) =>
        paragraph(
          wordStyle.plain,
          [run(line, { size: index < words.length ? typeSize.fourth : typeSize.smallFifth })],
          {
            alignment: AlignmentType.LEFT,
          },
        ),
      ),
    ),
  ]
}

/** 回执: a dashed line to cut along, then what a delegate fills in and hands back. */
function replySlip(sheet: Sheet, { meeting }: Extract<Content, { kind: "replySlip" }>): FileChild[] {
  const { measure } = sheet.geometry
  // A line up to the very edge would go on to the next.
  const end = measure - 4
  const small = { size: typeSize.fourth }
  const blank = (position: number) => ({
    type: TabStopType.LEFT,
    position: twips(position),
    leader: LeaderType.UNDERSCORE,
  })
  const line = (text: string, tabStops: ReturnType<typeof blank>[] = []) =>
    paragraph(wordStyle.plain, [run(text, small)], { alignment: AlignmentType.LEFT, keepNext: true, tabStops })
  return [
    paragraph(wordStyle.fine, [run("沿此线剪下")], {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: twips(24) },
      border: { top: { style: BorderStyle.DASHED, color: "000000", size: eighths(0.5), space: 2 } },
    }),
    paragraph(wordStyle.plain, [run("回　　执", { face: "title", ...small })], {
      alignment: AlignmentType.CENTER,
      keepNext: true,
    }),
    line(`《${meeting.replace(/^《|》$/g, "")}》已收到。`),
    line("□ 参加　　□ 请假，事由：\t", [blank(end)]),
    line("姓名：\t代表类别：\t日期：\t", [blank(measure / 3), blank((measure / 3) * 2), blank(end)]),
  ]
}

import type { Pen } from "./page"

type DrawMark = (pen: Pen, x: number, y: number, radius: number) => void

/** 赞成, 反对, 弃权 with the mark tablets show beside the word: ○, ×, △. */
export const choiceMarks: readonly { word: string; draw: DrawMark }[] = [
  { word: "赞成", draw: ({ doc }, x, y, radius) => doc.circle(x, y, radius).stroke() },
  { word: "反对", draw: drawCross },
  { word: "弃权", draw: drawTriangle },
]

function drawCross({ doc }: Pen, x: number, y: number, radius: number) {
  const arm = radius * 0.85
  doc.moveTo(x - arm, y - arm).lineTo(x + arm, y + arm)
  doc
    .moveTo(x - arm, y + arm)
    .lineTo(x + arm, y - arm)
    .stroke()
}

function drawTriangle({ doc }: Pen, x: number, y: number, radius: number) {
  doc
    .moveTo(x, y - radius)
    .lineTo(x + radius, y + radius * 0.8)
    .lineTo(x - radius, y + radius * 0.8)
  doc.lineTo(x, y - radius).stroke()
}

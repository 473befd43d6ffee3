import type { Stroke } from "#db/schema/chamber"
import { done, type Result, refuse } from "~/law/result"

/** A pad as it stood on the tablet, and what was written on it. Lengths in CSS pixels, points in tenths of one. */
export type Drawing = { strokes: Stroke[]; width: number; height: number }

/** Three characters written slowly are some four hundred points; nobody's name needs ten times that. */
const mostPoints = 4000
const mostStrokes = 200
/** Along the line, in tenths of a pixel: a dot, or a slip of the finger, is no name. */
const shortestInk = 1200
const [smallestSide, largestSide] = [50, 4000]

/** The words above the pad, which are signed. The agreement stands in them until it was given once. */
export function statementOf(facts: { name: string; meeting: string; hasAgreed: boolean }): string {
  const arrival = `本人${facts.name}到会参加${facts.meeting}，签到属实。`
  return facts.hasAgreed
    ? `${arrival}本人已同意在平板上签名，与手写签名同等对待（电子签名法第三条）。`
    : `${arrival}本人同意在平板上签名，与手写签名同等对待（电子签名法第三条），以后开会也这样签。`
}

/** What a tablet posted, as a drawing. Refusals: signature_missing, signature_broken, signature_too_long, signature_too_short. */
export function readDrawing(posted: { strokes: string; width: number; height: number }): Result<Drawing> {
  if (posted.strokes === "" || posted.strokes === "[]") return refuse("signature_missing")
  const { width, height } = posted
  if (![width, height].every(side => Number.isInteger(side) && side >= smallestSide && side <= largestSide))
    return refuse("signature_broken")
  let strokes: unknown
  try {
    strokes = JSON.parse(posted.strokes)
  } catch {
    return refuse("signature_broken")
  }
  if (!Array.isArray(strokes) || !strokes.every(stroke => isStroke(stroke, width * 10, height * 10)))
    return refuse("signature_broken")
  const points = strokes.reduce((sum: number, stroke: Stroke) => sum + stroke.length / 2, 0)
  if (strokes.length > mostStrokes || points > mostPoints) return refuse("signature_too_long")
  if (strokes.reduce((sum: number, stroke: Stroke) => sum + lengthOf(stroke), 0) < shortestInk)
    return refuse("signature_too_short")
  return done({ strokes: strokes as Stroke[], width, height })
}

/** Whole numbers in pairs, all on the pad; a pen may run over its edge by a little. */
function isStroke(value: unknown, right: number, bottom: number): value is Stroke {
  if (!Array.isArray(value) || value.length < 2 || value.length % 2 !== 0) return false
  const slack = 500
  return value.every(
    (number, at) => Number.isInteger(number) && number >= -slack && number <= (at % 2 === 0 ? right : bottom) + slack,
  )
}

function lengthOf(stroke: Stroke): number {
  let length = 0
  for (let at = 2; at < stroke.length; at += 2)
    length += Math.hypot(stroke[at]! - stroke[at - 2]!, stroke[at + 1]! - stroke[at - 1]!)
  return length
}

/** One stroke as the `d` of an SVG path: smooth through the middles between points; a single point is a dot. */
export function pathOf(stroke: Stroke): string {
  const [x0, y0] = [stroke[0]!, stroke[1]!]
  if (stroke.length === 2) return `M${x0} ${y0}h1`
  let path = `M${x0} ${y0}`
  for (let at = 2; at < stroke.length - 2; at += 2) {
    const [x, y] = [stroke[at]!, stroke[at + 1]!]
    path += `Q${x} ${y} ${Math.round((x + stroke[at + 2]!) / 2)} ${Math.round((y + stroke[at + 3]!) / 2)}`
  }
  return `${path}L${stroke[stroke.length - 2]} ${stroke[stroke.length - 1]}`
}

/** For a small picture: points nearer to the last one than eight pixels are left out, the ends stay. */
export function thinned(stroke: Stroke): Stroke {
  const kept = [stroke[0]!, stroke[1]!]
  for (let at = 2; at < stroke.length; at += 2) {
    const [x, y] = [stroke[at]!, stroke[at + 1]!]
    const isLast = at === stroke.length - 2
    if (isLast || Math.hypot(x - kept[kept.length - 2]!, y - kept[kept.length - 1]!) >= 80) kept.push(x, y)
  }
  return kept
}

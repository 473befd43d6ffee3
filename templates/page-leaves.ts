import type { Slice } from "./paginate"

/** A page as it leaves the printer; a blank one has no slices. */
export type Side = { slices: Slice[]; numbered: boolean }

/** What of a block matters here. */
type Shape = { rows: readonly { height: number }[]; lastFaceOf?: 2 | 4 }

/**
 * 版记 stands at the foot of the last face (GB/T 9704-2012 7.4). Of a paper whose last block asks for it, it moves to the
 * back of the last leaf, or to the last face of a folded A3; a blank page before it makes it a page without a number (7.5).
 */
export function fillLeaves(pages: readonly Slice[][], blocks: readonly Shape[], depth: number): Side[] {
  const sides = pages.map((slices): Side => ({ slices, numbered: true }))
  const last = sides.at(-1)
  const imprint = last?.slices.at(-1)
  const shape = imprint && blocks[imprint.block]
  const missing = shape?.lastFaceOf ? (shape.lastFaceOf - (sides.length % shape.lastFaceOf)) % shape.lastFaceOf : 0
  if (!last || !imprint || !shape || missing === 0) return sides
  const height = shape.rows.reduce((sum, row) => sum + row.height, 0)
  last.slices = last.slices.slice(0, -1)
  for (let blank = 1; blank < missing; blank++) sides.push({ slices: [], numbered: false })
  sides.push({ slices: [{ ...imprint, y: depth - height }], numbered: missing === 1 })
  return sides
}

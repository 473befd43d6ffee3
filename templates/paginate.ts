/** What may happen before a row: a page may end there, should rather not, or must not. */
export type BreakBefore = "free" | "avoid" | "never"

/** One unbreakable row of a block: a line of text, a table row. */
export type Row = { height: number; breakBefore: BreakBefore }

export type BlockShape = {
  rows: Row[]
  /** Height repeated at the top of each further page (a table's header row). */
  headHeight?: number
  /** Blank rows vanish at the top of a page. */
  blank?: boolean
  /** The first row of the next block stays on this block's last page. */
  keepWithNext?: boolean
  /** How many rows of text before this block go with it to a new page. */
  carries?: number
  /** Set, with all that follows it, at the bottom of the page it falls on. */
  atBottom?: boolean
  /** Begins wherever the block before it ended, not on the line grid. */
  offGrid?: boolean
}

/** Rows `from` (inclusive) to `to` (exclusive) of a block at `y` points under the top of the type area of a page. */
export type Slice = { block: number; from: number; to: number; y: number; repeatsHead: boolean }

type FlatRow = Row & { block: number; index: number; shape: BlockShape }

/** Divides blocks into pages of `depth`; blocks begin on the grid of `lead`. A pure function of the heights. */
export function paginate(blocks: readonly BlockShape[], depth: number, lead: number): Slice[][] {
  const rows = flatten(blocks)
  const pages: Slice[][] = []
  let start = 0
  while (start < rows.length) {
    while (start < rows.length && rows[start]!.shape.blank) start++
    if (start >= rows.length) break
    const placed = fill(rows, start, depth, lead)
    const end = start + placed.length >= rows.length ? rows.length : chooseBreak(rows, start, start + placed.length)
    pages.push(slice(rows, start, end, placed, depth))
    start = end
  }
  return pages
}

function flatten(blocks: readonly BlockShape[]): FlatRow[] {
  const rows = blocks.flatMap((shape, block) => shape.rows.map((row, index) => ({ ...row, block, index, shape })))
  rows.forEach((row, position) => {
    const previous = rows[position - 1]
    if (row.index > 0 || !previous) return
    if (previous.shape.keepWithNext) row.breakBefore = "never"
    let carried = row.shape.carries ?? 0
    for (let at = position; carried > 0 && at > 0; at--) {
      rows[at]!.breakBefore = "never"
      if (!rows[at - 1]!.shape.blank) carried--
    }
  })
  return rows
}

/** The upper edges of as many rows as fit on a page that begins with row `start`; at least one. */
function fill(rows: FlatRow[], start: number, depth: number, lead: number): number[] {
  const edges: number[] = []
  const first = rows[start]!
  let y = first.index > 0 ? (first.shape.headHeight ?? 0) : 0
  for (let position = start; position < rows.length; position++) {
    const row = rows[position]!
    // An eighth of a row is less than the white above the type of the next line.
    if (row.index === 0 && !row.shape.offGrid) y = Math.max(0, Math.ceil(y / lead - 0.125) * lead)
    // Blank rows may hang over the edge: they vanish on the next page.
    if (y + row.height > depth + 0.1 && !row.shape.blank && position > start) break
    edges.push(y)
    y += row.height
  }
  return edges
}

/** The last permitted place to end the page among rows `start` to `overflow`. */
function chooseBreak(rows: FlatRow[], start: number, overflow: number): number {
  for (const wanted of ["free", "avoid"] as const) {
    for (let position = overflow; position > start; position--) {
      if (rows[position]!.breakBefore === wanted) return position
    }
  }
  return overflow
}

function slice(rows: FlatRow[], start: number, end: number, edges: number[], depth: number): Slice[] {
  const slices: Slice[] = []
  for (let position = start; position < end; position++) {
    const row = rows[position]!
    const current = slices.at(-1)
    if (current?.block === row.block) {
      current.to = row.index + 1
      continue
    }
    const repeatsHead = row.index > 0 && row.shape.headHeight !== undefined
    let y = edges[position - start]!
    if (row.shape.atBottom) {
      const height = rows.slice(position, end).reduce((sum, one) => sum + one.height, 0)
      y = Math.max(y, depth - height)
    }
    slices.push({ block: row.block, from: row.index, to: row.index + 1, y, repeatsHead })
  }
  return slices
}

import { expect, test } from "vitest"
import { type BlockShape, paginate, type Row } from "#templates/paginate"

const lead = 10
const rows = (count: number, breakBefore: Row["breakBefore"] = "free", height = lead): Row[] =>
  Array.from({ length: count }, () => ({ height, breakBefore }))
const pagesOf = (...blocks: BlockShape[]) =>
  paginate(blocks, 100, lead).map(slices => slices.map(({ block, from, to }) => `${block}:${from}-${to}`))

test("text fills a page and goes on on the next", () => {
  expect(pagesOf({ rows: rows(13) })).toEqual([["0:0-10"], ["0:10-13"]])
})

test("a heading goes with the line that follows it", () => {
  expect(pagesOf({ rows: rows(9) }, { rows: rows(1), keepWithNext: true }, { rows: rows(3) })).toEqual([
    ["0:0-9"],
    ["1:0-1", "2:0-3"],
  ])
})

test("a table that fits a page moves to the next rather than being divided", () => {
  expect(pagesOf({ rows: rows(6) }, { rows: [...rows(1), ...rows(5, "avoid")] })).toEqual([["0:0-6"], ["1:0-6"]])
})

test("a table longer than a page is divided, and its head takes room on the further pages", () => {
  const pages = paginate([{ rows: rows(18), headHeight: 20 }], 100, lead)
  expect(pages.map(([slice]) => [slice!.from, slice!.to, slice!.y, slice!.repeatsHead])).toEqual([
    [0, 10, 0, false],
    [10, 18, 20, true],
  ])
})

test("a signature takes two lines of text with it to a new page", () => {
  expect(pagesOf({ rows: rows(9) }, { rows: rows(1), blank: true }, { rows: rows(3, "never"), carries: 2 })).toEqual([
    ["0:0-7"],
    ["0:7-9", "1:0-1", "2:0-3"],
  ])
})

test("blank lines vanish at the top of a page", () => {
  expect(pagesOf({ rows: rows(10) }, { rows: rows(2), blank: true }, { rows: rows(2) })).toEqual([
    ["0:0-10", "1:0-2"],
    ["2:0-2"],
  ])
})

test("what stands at the bottom takes all that follows it along", () => {
  const [page] = paginate(
    [
      { rows: rows(2) },
      { rows: rows(1, "never", 25), atBottom: true },
      { rows: rows(1, "never", 15), atBottom: true, offGrid: true },
    ],
    100,
    lead,
  )
  expect(page!.map(slice => slice.y)).toEqual([0, 60, 85])
})

test("text after a table returns to the line grid", () => {
  const [page] = paginate([{ rows: rows(1, "free", 23) }, { rows: rows(1) }], 100, lead)
  expect(page![1]!.y).toBe(30)
})

test("what is glued beyond the length of a page is divided all the same", () => {
  expect(pagesOf({ rows: rows(25, "never") }).flat()).toEqual(["0:0-10", "0:10-20", "0:20-25"])
})

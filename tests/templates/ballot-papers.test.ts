import { expect, test } from "vitest"
import { ballotPapersTemplate } from "#templates/ballot-papers"
import { printPaper } from "#templates/print-paper"
import { countPages, readCharacters, readText, withoutSpace } from "./read-pdf"
import { namedBallots, secretBallots } from "./sample-ballots"
import { printingAtOffice } from "./samples"

const textOf = (pdf: Uint8Array) => withoutSpace(readText(pdf))

test("two papers of a secret round are alike to the last point, but for their stubs", async () => {
  const render = (serial: number, name: string) =>
    printPaper(ballotPapersTemplate, { ...secretBallots, papers: [{ serial, name }] }, printingAtOffice)
  // The stub ends where the line to tear along stands, 51 mm from the sheet's edge.
  const edge = (51 * 72) / 25.4
  const places = (pdf: Uint8Array) =>
    readCharacters(pdf)
      .filter(one => one.x > edge)
      .map(({ text, x, baseline, size }) => `${text} ${x.toFixed(2)} ${baseline.toFixed(2)} ${size.toFixed(2)}`)
  const [first, second] = [await render(1, "甲喆"), await render(28, "阿卜杜拉·买买提")]
  expect(places(first).length).toBeGreaterThan(100)
  expect(places(second)).toEqual(places(first))
  expect(textOf(second)).toContain("第28号")
  expect(textOf(first)).not.toContain("第28号")
})

test("short papers go three to a sheet; one with long conditions has the sheet to itself, and all of its text", async () => {
  expect(countPages(await printPaper(ballotPapersTemplate, namedBallots, printingAtOffice))).toBe(2)
  const conditions = Array.from(
    { length: 20 },
    (_, at) => `第${at + 1}条写得很长的条件，${"要说清楚的事情很多".repeat(6)}`,
  )
  const papers = [1, 2].map(serial => ({ serial, name: "甲喆" }))
  const long = await printPaper(ballotPapersTemplate, { ...namedBallots, conditions, papers }, printingAtOffice)
  expect(countPages(long)).toBe(2)
  const text = textOf(long)
  for (const condition of conditions) expect(text).toContain(condition)
})

test("what fits on no sheet is named on it, with where to read it", async () => {
  const conditions = Array.from({ length: 20 }, () => "条".repeat(500))
  const pdf = await printPaper(
    ballotPapersTemplate,
    { ...namedBallots, conditions, papers: [{ serial: 1, name: "甲喆" }] },
    printingAtOffice,
  )
  expect(countPages(pdf)).toBe(1)
  const text = textOf(pdf)
  expect(text).toContain("附带条件共20条，全文见会上发的材料")
})

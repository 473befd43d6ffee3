import fc from "fast-check"
import { strFromU8, strToU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import { inertText, restoreText } from "~/registry/inert-text"
import { readSpreadsheet } from "~/registry/spreadsheet"
import { writeWorkbook } from "~/registry/spreadsheet-writing"

const dangerous = ["=1+1", "+13900000001", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://例","点")', "＝1+1"]

test("cells that begin like formulas are written as text and read again as they were", async () => {
  const bytes = await writeWorkbook({
    sheetName: "问题清单",
    title: "2026年问题清单",
    columns: [{ name: "内容", width: 40 }],
    rows: dangerous.map(text => [text]),
  })
  const sheetXml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!)
  expect(sheetXml).not.toContain("<f>")
  const read = await readSpreadsheet("问题清单.xlsx", bytes)
  expect(read).toEqual({
    ok: true,
    value: [{ name: "问题清单", rows: [["2026年问题清单"], ["内容"], ...dangerous.map(text => [text])] }],
  })
})

test("dates, numbers, yes and no, and empty cells come back as they were", async () => {
  const row = [new Date(Date.UTC(2026, 9, 9)), 12.5, true, null, "甲一"]
  const columns = row.map((_, i) => ({ name: `列${i}`, width: 10 }))
  const read = await readSpreadsheet("表.xlsx", await writeWorkbook({ sheetName: "表", columns, rows: [row] }))
  expect(read.ok && read.value[0]?.rows[1]).toEqual(row)
})

test("any text written to a workbook is read again unchanged", async () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom(
      "_x000D_",
      "_x005F_",
      "a\r\nb",
      " 两端 ",
      "<&>\"'",
      "第一行\n第二行",
      "𠮷野家",
      "\u0007响铃",
      "constructor",
      "__proto__",
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async texts => {
      const columns = [
        { name: "内容", width: 10 },
        { name: "末列", width: 5 },
      ]
      const bytes = await writeWorkbook({ sheetName: "表", columns, rows: texts.map(item => [item, "尾"]) })
      const read = await readSpreadsheet("表.xlsx", bytes)
      expect(read.ok && read.value[0]?.rows.slice(1).map(row => row[0] ?? "")).toEqual(texts)
    }),
    { numRuns: 60 },
  )
})

test("what is made inert for a CSV is restored when it is read, for any text", async () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "甲", "1"), maxLength: 6 }), text => {
      expect(inertText(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/)
      expect(restoreText(inertText(text))).toBe(text)
    }),
  )
  expect(["甲", "'甲", "7-2-301"].map(inertText)).toEqual(["甲", "'甲", "7-2-301"])
  const csv = `内容\n${dangerous.map(text => `"${inertText(text).replace(/"/g, '""')}"`).join("\n")}\n`
  const read = await readSpreadsheet("清单.csv", strToU8(csv))
  expect(read.ok && read.value[0]?.rows.slice(1)).toEqual(dangerous.map(text => [text]))
})

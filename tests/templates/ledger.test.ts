import { strFromU8, unzipSync } from "fflate"
import readXlsx from "read-excel-file/node"
import { describe, expect, test } from "vitest"
import { type LedgerFacts, ledgerTemplate } from "#templates/ledger"
import { ledgerWorkbookTemplate } from "#templates/ledger-workbook"
import { opinionFormTemplate } from "#templates/opinion-form"
import { printPaper } from "#templates/print-paper"
import { satisfactionFormTemplate } from "#templates/satisfaction-form"
import { formatDate } from "~/law/civil-date"
import { countPages, readCharacters, readText, withoutSpace } from "./read-pdf"
import { emptyLedger, issueLedger, longLedger, opinionForm, satisfactionForm } from "./sample-ledgers"
import { printing, printingAtOffice } from "./samples"

const workbookOf = (facts: LedgerFacts) => printPaper(ledgerWorkbookTemplate, facts, printing)
const rowsOf = async (bytes: Uint8Array) => (await readXlsx(Buffer.from(bytes)))[0]!.data

const isDay = (cell: unknown): cell is string => typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell)

describe("a ledger on paper", () => {
  test("holds every cell, its dates in words, its totals and places to sign", async () => {
    const text = readText(await printPaper(ledgerTemplate, issueLedger, printing))
    for (const cell of issueLedger.rows.flat()) {
      const words = isDay(cell) ? formatDate(cell) : String(cell ?? "")
      expect(text).toContain(withoutSpace(words))
    }
    for (const words of [
      issueLedger.title,
      issueLedger.period,
      issueLedger.asOf,
      ...issueLedger.totals,
      "编制：",
      "审核：",
    ])
      expect(text).toContain(withoutSpace(words))
  })

  test("sets a long answer whole, over as many pages as it takes", async () => {
    const answer = Array.from({ length: 160 }, (_, at) => `第${at + 1}次回访已记录。`).join("")
    const rows = issueLedger.rows.map((row, at) => (at === 1 ? [...row.slice(0, -1), answer] : row))
    const pdf = await printPaper(ledgerTemplate, { ...issueLedger, rows }, printing)
    const text = readText(pdf)
    expect(Array.from({ length: 160 }, (_, at) => `第${at + 1}次`).filter(words => !text.includes(words))).toEqual([])
    expect(countPages(pdf)).toBeGreaterThan(3)
    // Its head is repeated over what goes on.
    expect(text.split("提出时间").length - 1).toBe(countPages(pdf))
  })

  test("without any row says that there was nothing", async () => {
    expect(readText(await printPaper(ledgerTemplate, emptyLedger, printingAtOffice))).toContain("（本期没有）")
  })

  test("of a thousand rows leaves none of them out", async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [`第${at + 1}件`, "2026-03-05"])
    const columns = [
      { name: "事项", width: 20, kind: "text" as const },
      { name: "时限", width: 10, kind: "date" as const },
    ]
    const pdf = await printPaper(ledgerTemplate, { ...issueLedger, columns, rows }, printing)
    const text = readText(pdf)
    expect(rows.filter(([words]) => !text.includes(words!))).toEqual([])
    expect(countPages(pdf)).toBeGreaterThan(30)
    const characters = readCharacters(pdf)
    const at = characters
      .map(one => one.text)
      .join("")
      .indexOf("1000第1000件")
    // The ordinal is not divided.
    expect(at).toBeGreaterThan(0)
    expect(new Set(characters.slice(at, at + 4).map(one => one.baseline)).size).toBe(1)
  })
})

describe("a ledger as a workbook", () => {
  test("has dates that are dates, counts that are numbers and texts that are texts", async () => {
    const rows = await rowsOf(await workbookOf(issueLedger))
    expect(rows[0]![0]).toBe("振兴社区问题清单")
    expect(rows[2]).toEqual(["序号", ...issueLedger.columns.map(column => column.name)])
    expect(rows.slice(3, 7)).toEqual(
      issueLedger.rows.map((row, at) => [
        at + 1,
        ...row.map(cell => (cell === "" ? null : isDay(cell) ? new Date(`${cell}T00:00:00Z`) : cell)),
      ]),
    )
    const rest = rows.slice(7).map(row => row[0])
    expect(rest).toEqual(expect.arrayContaining([...issueLedger.totals, `内容摘要（SHA-256）：${printing.factsHash}`]))
  })

  test.each(["=1+1", "+86", "-3", "@SUM(A1)", '=HYPERLINK("https://yishi.example")', "constructor"])(
    "runs no formula: %s stays the text it is",
    async words => {
      const facts = { ...issueLedger, columns: issueLedger.columns.slice(0, 1), rows: [[words]] }
      const bytes = await workbookOf(facts)
      expect((await rowsOf(bytes))[3]).toEqual([1, words])
      expect(strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!)).not.toContain("<f>")
    },
  )

  test("stays the same byte by byte, and keeps its head in sight on screen and on paper", async () => {
    const [first, second] = [await workbookOf(longLedger), await workbookOf(structuredClone(longLedger))]
    expect(Buffer.compare(first, second)).toBe(0)
    const files = unzipSync(first)
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"]!)
    expect(sheet).toMatch(/<pane ySplit="3"[^>]*state="frozen"/)
    expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"[^>]*fitToHeight="0"/)
    expect(strFromU8(files["xl/workbook.xml"]!)).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'振兴社区问题清单\'!$3:$3</definedName>',
    )
  })
})

test("the opinion form explains the proposal and leaves room for an answer, on one page", async () => {
  const pdf = await printPaper(opinionFormTemplate, opinionForm, printing)
  const text = readText(pdf)
  for (const words of Object.values(opinionForm).flatMap(value => value.split("\n")))
    if (words !== opinionForm.issuer) expect(text).toContain(withoutSpace(words))
  for (const words of [
    "不同意",
    "基本同意",
    "户号",
    "自愿填",
    "收集人",
    "收集日期",
    "发出（份）",
    "收回（份）",
    "统计人",
  ])
    expect(text).toContain(words)
  expect(countPages(pdf)).toBe(1)
})

test("the satisfaction form asks in four steps, and leads the proposer to the follow page", async () => {
  const pdf = await printPaper(satisfactionFormTemplate, satisfactionForm, printing)
  const text = readText(pdf)
  const { matter, handler, outcome, number } = satisfactionForm
  for (const words of [
    matter,
    handler,
    outcome,
    number,
    "不满意",
    "基本满意",
    "没有解决",
    "评议人类别",
    "查询码：3841 2956 07",
  ])
    expect(text).toContain(withoutSpace(words))
  const alone = readText(await printPaper(satisfactionFormTemplate, { ...satisfactionForm, follow: null }, printing))
  expect(alone).not.toContain("查询码")
})

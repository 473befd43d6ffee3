import { expect, test } from "vitest"
import { dutyListTemplate } from "#templates/duty-list"
import { printPaper } from "#templates/print-paper"
import { readCharacters } from "./read-pdf"
import { dutyList } from "./sample-slips"
import { printing } from "./samples"

const long = "会同物业和各栋代表实地调研选址，提出安装点位，提交下次会议商定"

test.each([1, 5, 8, 12, 16])("a list of %i rows begins under its heading, wherever its end falls", async count => {
  const rows = dutyList.rows.slice(0, count).map(row => ({ ...row, content: long, due: "2027年1月12日" }))
  const pdf = await printPaper(dutyListTemplate, { ...dutyList, rows }, printing)
  const onFirst = readCharacters(pdf).filter(one => one.page === 1)
  const text = onFirst.map(one => one.text).join("")
  expect(text).toContain("履职清单")
  expect(text).toContain(rows[0]!.number)
})

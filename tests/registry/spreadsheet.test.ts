import { strToU8, zipSync } from "fflate"
import { expect, test } from "vitest"
import { registryRefusals } from "~/registry/refusals"
import { readSpreadsheet } from "~/registry/spreadsheet"
import { spreadsheetLimits } from "~/registry/spreadsheet-limits"
import { writeWorkbook } from "~/registry/spreadsheet-writing"
import { dirtyWorkbook } from "./dirty-workbook"
import { encodeGb18030 } from "./gb18030-text"

async function sheetsOf(bytes: Uint8Array, fileName = "问题清单.xlsx") {
  const read = await readSpreadsheet(fileName, bytes)
  if (!read.ok) throw new Error(read.code)
  return read.value
}

async function sentenceFor(bytes: Uint8Array, fileName = "问题清单.xlsx") {
  const read = await readSpreadsheet(fileName, bytes)
  if (read.ok) throw new Error("was read")
  return `${read.code}: ${registryRefusals[read.code]?.(read.detail)}`
}

const compoundFile = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(stream, "utf16le"),
    Buffer.alloc(512),
  ])

test("a merged cell gives its value to every cell it covers, in the header and down the body", async () => {
  const [sheet] = await sheetsOf(
    dirtyWorkbook([
      {
        name: "第一网格",
        rows: [
          ["编号", "反映人", null],
          [null, "姓名", "电话"],
          [1, "甲一", "13900000001"],
          [2, null, "13900000002"],
        ],
        merged: ["A1:A2", "B1:C1", "B3:B4"],
      },
    ]),
  )
  expect(sheet?.rows).toEqual([
    ["编号", "反映人", "反映人"],
    ["编号", "姓名", "电话"],
    [1, "甲一", "13900000001"],
    [2, "甲一", "13900000002"],
  ])
})

test("a merged region reaching to the end of the sheet fills no row below the last value", async () => {
  const [sheet] = await sheetsOf(
    dirtyWorkbook([{ name: "表", rows: [["地点"], ["7栋"], ["8栋"]], merged: ["A3:XFD1048576", "B1"] }]),
  )
  expect(sheet?.rows).toEqual([["地点"], ["7栋"], ["8栋"]])
})

test("empty rows in between stay, so that row 4 of the file is row 4", async () => {
  const [sheet] = await sheetsOf(dirtyWorkbook([{ name: "表", rows: [["内容"], null, [null], ["路灯不亮"], null] }]))
  expect(sheet?.rows.map(row => row[0] ?? null)).toEqual(["内容", null, null, "路灯不亮"])
})

test.each([
  ["1900", "", 46304],
  ["1904", "1", 46304 - 1462],
  ["1904 as LibreOffice writes it", "true", 46304 - 1462],
])("date cells of the %s system are read as days, in each Chinese date format", async (_, date1904, serial) => {
  const formats = [1, 2, 3].map(format => ({ serial, format }))
  const [sheet] = await sheetsOf(dirtyWorkbook([{ name: "表", rows: [formats] }], { date1904 }))
  expect(sheet?.rows[0]).toEqual([1, 2, 3].map(() => new Date(Date.UTC(2026, 9, 9))))
})

test("a formula gives the text it showed, a tick box its yes or no", async () => {
  const [sheet] = await sheetsOf(dirtyWorkbook([{ name: "表", rows: [[{ formula: "A1&B1", text: "漏水" }, true]] }]))
  expect(sheet?.rows).toEqual([["漏水", true]])
})

test("a hidden sheet is left out and its neighbours keep their own merged cells", async () => {
  const sheets = await sheetsOf(
    dirtyWorkbook([
      { name: "选项", rows: [["是", null]], merged: ["A1:B1"], hidden: true },
      {
        name: "A&B",
        rows: [
          ["内容", null],
          ["漏水", "7栋"],
        ],
        merged: ["A1:B1"],
      },
      { name: "空表", rows: [] },
    ]),
  )
  expect(sheets).toEqual([
    {
      name: "A&B",
      rows: [
        ["内容", "内容"],
        ["漏水", "7栋"],
      ],
    },
    { name: "空表", rows: [] },
  ])
})

test("a workbook whose every row is formatted in advance is read as the few rows that hold something", async () => {
  const after = Array.from({ length: 30_000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/></row>`).join("")
  const [sheet] = await sheetsOf(dirtyWorkbook([{ name: "表", rows: [["内容"]], after }]))
  expect(sheet?.rows).toEqual([["内容"]])
})

test.each([
  ["a stray cell at the last row", '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "too_many_rows"],
  ["a row number that no sheet has", '<row r="999999999"><c r="A999999999"><v>1</v></c></row>', "too_many_rows"],
  ["a cell that claims another row", '<row r="2"><c r="A9999999"><v>1</v></c></row>', "spreadsheet_damaged"],
  [
    "a row whose number hides behind a comment",
    '<!--<row r="2">--><row r="999999999"><c r="A3"><v>1</v></c></row>',
    "spreadsheet_damaged",
  ],
  [
    "a row number in character references",
    '<row r="&#57;99999999"><c r="A3"><v>1</v></c></row>',
    "spreadsheet_damaged",
  ],
  ["a row tag with a bracket in it", '<row x="<" r="999999999"><c r="A3"><v>1</v></c></row>', "spreadsheet_damaged"],
  ["a row that never ends", "<row><c r=".repeat(50_000), "spreadsheet_damaged"],
  ["a stray cell at the last column", '<row r="2"><c r="XFD2"><v>1</v></c></row>', "too_many_columns"],
])("%s is refused before a table of billions of cells is made", async (_, after, code) => {
  expect(await sentenceFor(dirtyWorkbook([{ name: "表", rows: [["内容"]], after }]))).toMatch(new RegExp(`^${code}: `))
})

test("a CSV of hundreds of filled columns is refused", async () => {
  expect(await sentenceFor(strToU8(`${"内容,".repeat(300)}\n`), "清单.csv")).toMatch(/^too_many_columns: /)
})

test("more than 21,000 rows are refused", async () => {
  const csv = `内容\n${"路灯不亮\n".repeat(21_000)}`
  expect(await sentenceFor(strToU8(csv), "清单.csv")).toMatch(/^too_many_rows: 表格超过 21,000 行/)
})

const table = '编号,诉求内容,反映人\r\n1,"7栋楼道灯坏了，\r\n麻烦看看",甲一\r\n\r\n2,路灯不亮,乙二\r\n'
const rowsOfTable = [
  ["编号", "诉求内容", "反映人"],
  ["1", "7栋楼道灯坏了，\r\n麻烦看看", "甲一"],
  [null],
  ["2", "路灯不亮", "乙二"],
]

test.each([
  ["UTF-8", strToU8(table)],
  ["UTF-8 with a mark", strToU8(`\ufeff${table}`)],
  ["GB18030", encodeGb18030(table)],
  ["UTF-16 with tabs, as 'Unicode 文本'", Buffer.from(`\ufeff${table.replace(/,/g, "\t")}`, "utf16le")],
  ["semicolons", strToU8(table.replace(/,/g, ";"))],
])("a CSV in %s is read alike, with line breaks inside quotation marks", async (_, bytes) => {
  expect(await sheetsOf(bytes, "清单.csv")).toEqual([{ name: "清单", rows: rowsOfTable }])
})

test("a CSV that names its delimiter keeps its row numbers", async () => {
  const [sheet] = await sheetsOf(strToU8("sep=;\n内容;地点\n漏水,很久了;7栋\n"), "清单.csv")
  expect(sheet?.rows).toEqual([[], ["内容", "地点"], ["漏水,很久了", "7栋"]])
})

test("quotation marks inside or never closed do not swallow the rows below", async () => {
  const [inside] = await sheetsOf(strToU8('内容,地点\n他说"快修",7栋\n路灯,8栋\n'), "清单.csv")
  expect(inside?.rows[1]).toEqual(['他说"快修"', "7栋"])
  const [open] = await sheetsOf(strToU8('内容,地点\n"他说快修,7栋\n路灯,8栋\n'), "清单.csv")
  expect(open?.rows).toEqual([
    ["内容", "地点"],
    ['"他说快修', "7栋"],
    ["路灯", "8栋"],
  ])
})

test("a number kept as text by other programs loses only its wrapping", async () => {
  const [sheet] = await sheetsOf(strToU8('电话\n"=""02412345678"""\n'), "清单.csv")
  expect(sheet?.rows[1]).toEqual(["02412345678"])
})

const workbook = dirtyWorkbook([{ name: "表", rows: [["内容"], ["路灯不亮"]] }])
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)

test.each([
  ["an old .xls", compoundFile("Workbook"), /^unknown_file_type: .*旧版 Excel.*另存为 \.xlsx/],
  ["a workbook with a password", compoundFile("EncryptedPackage"), /^spreadsheet_password: .*取消密码/],
  ["a Word document", zipSync({ "word/document.xml": strToU8("<x/>") }), /^unknown_file_type: .*另存为 \.xlsx/],
  ["a picture named .xlsx", png, /^unknown_file_type: 这是一张图片/],
  ["a web page named .xls", strToU8("\ufeff<html><table></table></html>"), /^unknown_file_type: .*网页格式/],
  ["a PDF", strToU8("%PDF-1.7\n"), /^unknown_file_type: 这是 PDF/],
  ["half a file", workbook.subarray(0, workbook.length / 2), /^spreadsheet_damaged: .*不完整/],
  ["an empty file", new Uint8Array(), /^no_data: /],
  ["a workbook without a value", dirtyWorkbook([{ name: "表", rows: [[null]] }]), /^no_data: /],
  ["text in no encoding we know", Uint8Array.of(0x41, 0xff, 0xff, 0x2c, 0x80, 0xff), /^unreadable_encoding: /],
  ["UTF-8 cut off inside a character", strToU8("内容\n路灯不亮").subarray(0, -1), /^unreadable_encoding: /],
  ["random bytes", Uint8Array.of(1, 2, 3, 0, 0, 5), /^unknown_file_type: 这个文件不是表格/],
])("%s is refused with what to do next", async (_, bytes, sentence) => {
  expect(await sentenceFor(bytes)).toMatch(sentence)
})

test("a sheet that is named but missing from the archive is a damaged file", async () => {
  const broken = zipSync({
    "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
  })
  expect(await sentenceFor(broken)).toMatch(/^spreadsheet_damaged: /)
})

test("bytes flipped in the middle of a workbook never pass as another exception", async () => {
  for (let at = 40; at < workbook.length; at += 37) {
    const flipped = Uint8Array.from(workbook)
    flipped[at] = flipped[at]! ^ 0xff
    const read = await readSpreadsheet("表.xlsx", flipped)
    if (!read.ok) expect(registryRefusals[read.code]?.(read.detail)).toMatch(/。$/)
  }
})

test("a file beyond the limit is refused before it is looked at", async () => {
  const limits = { ...spreadsheetLimits, fileBytes: 1000 }
  const read = await readSpreadsheet("大.xlsx", new Uint8Array(1001), limits)
  expect(read).toEqual({ ok: false, code: "file_too_large", detail: { bytes: 1001, limit: 1000 } })
})

test("a zip bomb named .xlsx is stopped by its ratio long before it is unpacked", async () => {
  const zeros = new Uint8Array(60 * 1024 * 1024)
  const bomb = zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), "xl/worksheets/sheet1.xml": [zeros, { level: 9 }] })
  expect(bomb.length).toBeLessThan(200_000)
  expect(await sentenceFor(bomb)).toMatch(/^spreadsheet_too_large_when_unpacked: 这个表格展开后过大/)
})

test("an archive that lies about its sizes is counted by what comes out", async () => {
  const bomb = Buffer.from(zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(3_000_000) }))
  // The size before packing, in the local header and in the directory.
  bomb.writeUInt32LE(10, 22)
  bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
  const read = await readSpreadsheet("表.xlsx", bomb, { ...spreadsheetLimits, unpackedBytes: 1_000_000 })
  expect(read).toMatchObject({ ok: false, code: "spreadsheet_too_large_when_unpacked" })
})

test("an archive of thousands of entries is refused", async () => {
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`xl/worksheets/s${i}.xml`, strToU8("<x/>")]))
  expect(await sentenceFor(zipSync(many))).toMatch(/^spreadsheet_too_large_when_unpacked: /)
})

test("five thousand rows of fifteen columns are read whole", async () => {
  const columns = Array.from({ length: 15 }, (_, i) => ({ name: `第${i}列`, width: 12 }))
  const rows = Array.from({ length: 5000 }, (_, row) => columns.map(({ name }) => `${name}的第${row}行`))
  const [sheet] = await sheetsOf(await writeWorkbook({ sheetName: "清单", columns, rows }))
  expect(sheet?.rows.length).toBe(5001)
  expect(sheet?.rows.at(-1)).toEqual(rows.at(-1))
})

// `npm run count -- FILE.csv`: judges a table of owners' counts by 民法典第278条, so that anyone can check the product.
// The manual is docs/counting.md.
import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import { type FoundColumns, findOwnersColumns, judgeOwnersRow } from "~/law/owners-table"
import { decodeText } from "~/registry/csv-text"

const help = `用法：npm run -s count -- 文件.csv [--explain]

读一张业主表决数字的表，按《民法典》第二百七十八条第二款逐行判断。
表头要有这七列，次序不限，别的列不看：
  owners      表决范围内业主总人数      area       专有部分总面积
  heads_part  参与表决的人数            area_part  参与表决的面积
  heads_yes   同意的人数                area_yes   同意的面积
  cls         A：第六至八项，四分之三以上同意；B：其他事项，过半数同意
文件用UTF-8或者GBK。面积用同一个单位，小数几位都行；数里可以有千位分隔逗号（放在引号里）。

每个数据行在标准输出占一行：行号（从1数起，不算表头和空行），一个制表符，下面四个词之一：
  pass              通过
  fail              参与的够了，同意的不够
  no-participation  参与的人数或者面积没有达到三分之二
  cannot            无法计算：总数是零，数字前后不一致，或者读不出来。原因写在标准错误
加 --explain，后面再加一个制表符和四个条件的数字。
读完整张表，退出码是0；文件读不了或者缺列，退出码是2，标准输出没有内容。
npm自己会多印两行，-s 不让它印。也可以直接：npx tsx scripts/count-owners.ts 文件.csv
`

function count(path: string, explains: boolean): void {
  const text = readText(path)
  if (text === null) return
  // Of comma, tab and semicolon the sign under which the header has its columns.
  const tables = [",", "\t", ";"].map(delimiter => readRows(text, delimiter))
  const headers = tables.map(rows => findOwnersColumns(rows[0] ?? []))
  const at = Math.max(
    0,
    headers.findIndex(one => one.ok),
  )
  const found = headers[at]!
  if (!found.ok) {
    stop(`${headerFault(found)}\n表头要有：owners,heads_part,heads_yes,area,area_part,area_yes,cls\n`)
    return
  }
  const [header = [], ...rows] = tables[at]!
  let lines = ""
  let reasons = ""
  rows.forEach((cells, index) => {
    const { verdict, why } = judgeOwnersRow(cells, found.columns, header.length)
    lines += `${index + 1}\t${verdict}${explains ? `\t${why}` : ""}\n`
    if (verdict === "cannot") reasons += `第${index + 1}行：${why}\n`
  })
  process.stderr.write(reasons)
  process.stdout.write(lines)
}

function readText(path: string): string | null {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    stop(`打不开文件：${path}\n`)
    return null
  }
  const text = decodeText(bytes)
  if (!text.ok) stop(`读不出文件里的字，请另存为UTF-8的CSV：${path}\n`)
  return text.ok ? text.value : null
}

/** The rows that are there: a line with nothing in it is none, a line of separators is. */
function readRows(text: string, delimiter: string): string[][] {
  const settings = { delimiter, bom: true, relax_column_count: true }
  let rows: string[][]
  try {
    rows = parse(text, { ...settings, relax_quotes: true }) as string[][]
  } catch {
    // A quotation mark that is never closed: marks are plain characters then, and no row swallows the next.
    rows = parse(text, { ...settings, quote: false }) as string[][]
  }
  return rows.filter(cells => cells.length > 1 || cells[0]?.trim())
}

const headerFault = ({ missing, twice }: Extract<FoundColumns, { ok: false }>): string =>
  missing.length > 0 ? `表头里没有${missing.join("、")}。` : `表头里${twice.join("、")}出现了两次。`

function stop(words: string): void {
  process.stderr.write(words)
  process.exitCode = 2
}

const wanted = process.argv.slice(2)
const [file, ...more] = wanted.filter(word => word !== "--explain")
if (wanted.includes("--help") || wanted.includes("-h")) process.stdout.write(help)
else if (!file || more.length > 0) stop(help)
else count(file, wanted.includes("--explain"))

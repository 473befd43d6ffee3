import type { Page } from "playwright-core"
import { expect } from "vitest"
import writeXlsx from "write-excel-file/node"
import { addDays, civilDateOf } from "~/law/civil-date"
import { arriveAt, fillIn, follow, press, see, turnTo } from "./hands"
import { inspect } from "./inspection"

const light = "悦园小区3栋2单元门口的路灯不亮，晚上老人走路看不清。"

/** 2026-11-08 as a grid worker writes it. */
const inWords = (date: string) => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日")
const withSlashes = (date: string) => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1/$2/$3")

/**
 * A sheet as it comes from the grid: a title and a note above the header, the header in two merged rows, dates as text,
 * full-width digits, a total row below and an empty second sheet.
 */
async function aDirtySheet(today: string): Promise<Buffer> {
  const [early, late] = [addDays(today, -9), addDays(today, -4)]
  const text = (value: string, more: object = {}) => ({ value, type: String, ...more })
  const rows = [
    [text("振兴社区第一网格居民诉求清单", { columnSpan: 7 })],
    [text("填表人：丁四　　报送社区居委会", { columnSpan: 7 })],
    [
      text("序号", { rowSpan: 2 }),
      text("诉求人", { columnSpan: 2 }),
      null,
      text("诉求情况", { columnSpan: 2 }),
      null,
      text("收集时间", { rowSpan: 2 }),
      text("来源", { rowSpan: 2 }),
    ],
    [null, text("姓名"), text("联系电话"), text("诉求内容"), text("地点"), null, null],
    [
      "1",
      "庚七",
      "１３９０００００００７",
      "悦园小区3栋2单元门口路灯不亮了，晚上老人看不清路。",
      "3栋2单元",
      inWords(late),
      "微信群",
    ],
    ["2", "己六", "13900000006", "活动室一下雨就漏，墙皮都掉了，老人没地方坐。", "悦园活动室", inWords(early), "走访"],
    [
      "3",
      "辛八",
      "13900000008",
      "活动室桌椅破旧，想添几张能打牌下棋的桌子。",
      "悦园活动室",
      withSlashes(late),
      "网格员",
    ],
    ["4", "壬九", "13900000009", "5栋楼道里堆着旧家具，出入不方便。", "5栋1单元", withSlashes(early), "来电"],
    ["合计", "", "", "4件", "", "", ""],
  ].map(row => row.map(cell => (typeof cell === "string" ? (cell ? text(cell) : null) : cell)))
  const sheets = [
    { data: rows, sheet: "第一网格" },
    { data: [[null]], sheet: "Sheet2" },
  ]
  return writeXlsx(sheets as Parameters<typeof writeXlsx>[0]).toBuffer()
}

/** 第1步 a: one issue by hand, from words pasted out of a chat group. */
export async function enterPastedIssue(page: Page): Promise<void> {
  await turnTo(page, "问题")
  await inspect(page, "empty ledger")
  await follow(page, "登记问题")
  await arriveAt(page, "登记问题")
  await page.getByLabel("群里的话").fill(`丙三：${light}`)
  await press(page, "填到表里")
  await expect.poll(() => page.getByLabel("诉求内容", { exact: true }).inputValue()).toContain("路灯不亮")
  await fillIn(page, { 提出人: "" })
  await press(page, "登记")
  await page.getByRole("alert").waitFor()
  await inspect(page, "issue without its proposer")
  await fillIn(page, { 提出人: "丙三", "地点（选填）": "悦园3栋2单元" })
  await press(page, "登记")
  await see(page, "下一步：受理")
  await inspect(page, "issue received")
}

/** 第1步 b: the grid's own sheet; the row that tells of the same light joins the issue that is there. */
export async function importIssues(page: Page): Promise<void> {
  await turnTo(page, "问题")
  await follow(page, "导入网格表")
  await arriveAt(page, /^导入/)
  await page.getByLabel("表格文件").setInputFiles({
    name: "第一网格诉求清单.xlsx",
    mimeType: "",
    buffer: await aDirtySheet(civilDateOf(new Date())),
  })
  await press(page, "上传并预览")
  await page.getByRole("heading", { name: "先处理下面几行" }).waitFor()
  await see(page, /没有读的：.*合计行/)
  await inspect(page, "preview of issues")
  await press(page, /^导入3条/)
  await page.getByRole("alert").waitFor()
  await inspect(page, "preview with a row not chosen")
  const like = page.getByRole("row").filter({ hasText: "路灯" })
  await like.getByRole("radio").first().check()
  await page.getByRole("heading", { name: "核对无误，就可以导入" }).waitFor()
  await press(page, /^导入3条/)
  await page.getByRole("heading", { name: /^已经导入3条/ }).waitFor()
  await inspect(page, "issues imported")
  await follow(page, /^去看/)
  await arriveAt(page, "问题台账")
  await inspect(page, "ledger")
}

const openIssue = async (page: Page, words: string) => {
  await turnTo(page, "问题")
  await page.getByRole("link", { name: new RegExp(words) }).click()
  await arriveAt(page, new RegExp(words))
}

/** 第2步: 即办 with its answer, and 协商 for the two that belong to one matter. */
export async function sortIssues(page: Page): Promise<void> {
  await openIssue(page, "旧家具")
  await press(page, "受理")
  await see(page, "下一步：分类处置")
  await follow(page, "分类处置")
  await arriveAt(page, "分类处置")
  await page.getByRole("radio", { name: /^即办/ }).check()
  await press(page, "保存处置")
  await page.getByRole("alert").waitFor()
  await inspect(page, "sorting without an answer")
  await fillIn(page, { 受理答复: "收到了，今天请物业清理。", 怎样告诉的: "电话" })
  await page.getByRole("radio", { name: "解决了" }).check()
  await fillIn(page, { 办结答复: "旧家具已清走，楼道通了。", 办结答复怎样告诉的: "当面" })
  await press(page, "保存处置")
  await see(page, "旧家具已清走，楼道通了。")
  await inspect(page, "issue done at once")

  for (const words of ["一下雨就漏", "桌椅破旧"]) {
    await openIssue(page, words)
    await follow(page, "受理并处置")
    await arriveAt(page, "分类处置")
    await page.getByRole("radio", { name: /^协商/ }).check()
    await fillIn(page, { 受理答复: "收到了，提交协商议事会商量。", 怎样告诉的: "微信群" })
    await press(page, "保存处置")
    await see(page, "下一步：提为议题")
  }
  await inspect(page, "issue to deliberate")
}

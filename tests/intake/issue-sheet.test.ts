import { expect, test } from "vitest"
import { channelNames, type IssueChannel, readChannel } from "~/intake/channels"
import { issueColumns } from "~/intake/issue-columns"
import { type IssueDraft, readIssueRow, titleFrom } from "~/intake/issue-sheet"
import { type ExportedIssue, writeIssueRows } from "~/intake/issue-sheet-writing"
import { normalizeHeading } from "~/registry/header-matching"
import { type Cell, readSpreadsheet } from "~/registry/spreadsheet"
import { writeWorkbook } from "~/registry/spreadsheet-writing"
import { recognizeTable } from "~/registry/table-recognition"

const today = "2026-10-15"
const grids = [
  { id: "g1", name: "第一网格" },
  { id: "g2", name: "第二网格" },
  { id: "g11", name: "第十一网格" },
]

const read = (values: Record<string, Cell>, extra: Record<string, string> = {}) =>
  readIssueRow({ values, extra }, today, grids)

const sentences = (values: Record<string, Cell>) => read(values).problems.map(problem => problem.sentence)

test("a row of a grid's sheet becomes a draft with every value in its plain form", () => {
  expect(
    read(
      {
        sourceNumber: "１２",
        content: " 7栋楼道灯坏了\r\n三天了 ",
        place: "7栋",
        grid: "振兴社区第一网格",
        reporterName: "甲一",
        reporterPhone: "１３９ ００００ ０００１",
        reportedOn: "二〇二六年十月十三日",
        channel: "网格员走访",
        collectorName: "乙二",
        supporterCount: "3人",
        note: "/",
      },
      { 处理情况: "未处理" },
    ),
  ).toEqual({
    problems: [],
    issue: {
      number: "",
      sourceNumber: "12",
      title: "",
      content: "7栋楼道灯坏了\n三天了",
      place: "7栋",
      gridId: "g1",
      reporterName: "甲一",
      reporterPhone: "13900000001",
      reportedOn: "2026-10-13",
      channel: "visit",
      collectorName: "乙二",
      supporterCount: 3,
      note: "",
      extra: { 处理情况: "未处理" },
    },
  })
})

test.each<[Record<string, Cell>, string]>([
  [{ content: "　" }, "内容为空"],
  [{ content: "无" }, "内容为空"],
  [{ content: "漏水", reportedOn: "2026-02-30" }, "日期“2026-02-30”有误：2026年2月没有30日"],
  [{ content: "漏水", reportedOn: "2026年13月1日" }, "日期“2026年13月1日”有误：没有13月"],
  [{ content: "漏水", reportedOn: "2026-10-16" }, "日期 2026年10月16日在今天之后"],
  [{ content: "漏水", reporterPhone: "1390000001" }, "电话“1390000001”位数不对，有10位"],
  [{ content: "漏水", grid: "第九网格" }, "网格“第九网格”不在本社区，现有第一网格、第二网格、第十一网格"],
  [{ content: "漏水", supporterCount: 2.5 }, "附议人数“2.5”不是合理的人数"],
  [{ content: "漏".repeat(5001) }, "诉求内容超过 5000 字，请缩短后再导入"],
])("%j is in error: %s", (values, sentence) => {
  expect(sentences(values)).toEqual([sentence])
})

test("one row may be in error in several columns, and each is named", () => {
  const { problems } = read({ content: null, reportedOn: "13月", reporterPhone: "无" })
  expect(problems.map(problem => problem.column)).toEqual(["content", "reportedOn"])
})

test("a row with a title alone takes it as its content", () => {
  expect(read({ title: "路灯不亮" }).issue).toMatchObject({ title: "路灯不亮", content: "路灯不亮" })
})

test.each([
  ["1网格", "g1"],
  ["一网格", "g1"],
  ["第1网格", "g1"],
  ["振兴社区 第二网格", "g2"],
  ["11", "g11"],
  ["第十一网格", "g11"],
])("the grid %s is found", (grid, id) => expect(read({ content: "漏水", grid }).issue.gridId).toBe(id))

test.each([
  ["居民微信群", "chatGroup"],
  ["12345热线", "hotline"],
  ["网格员巡查", "gridPatrol"],
  ["微网格员上报", "gridWorker"],
  ["物业转报", "property"],
  ["楼道长群", "chatGroup"],
  ["网上留言", "messageBoard"],
  ["民情恳谈会", "meeting"],
  ["政协委员走访", "cppcc"],
  ["信鸽", "other"],
])("the way %s is %s", (text, channel) => expect(readChannel(text)).toBe(channel))

test("a way without a word of its own is kept as it was written", () => {
  expect(read({ content: "漏水", channel: "信鸽" }).issue).toMatchObject({ channel: "other", extra: { 渠道: "信鸽" } })
})

test("every channel's name is read as that channel", () => {
  for (const [channel, name] of Object.entries(channelNames)) expect(readChannel(name)).toBe(channel)
})

test("an estate in its own column stands before the place, once", () => {
  expect(read({ content: "漏水", estate: "银杏家园", place: "7栋" }).issue.place).toBe("银杏家园7栋")
  expect(read({ content: "漏水", estate: "银杏家园", place: "银杏家园7栋" }).issue.place).toBe("银杏家园7栋")
  expect(read({ content: "漏水", estate: "银杏家园" }).issue.place).toBe("银杏家园")
})

test.each([
  "序号 日期 反映人 联系方式 反映事项 处理结果",
  "序号 网格 楼栋 姓名 电话 居民诉求 诉求来源 上报时间 网格员 是否办结",
  "序号 小区名称 楼栋号 存在问题及建议 解决措施 责任人",
  "序号 问题类型 问题描述 反映时间 反映人 反映人电话 网格长 网格长电话",
  "序号 收集时间 诉求人 诉求人联系方式 诉求类别 诉求内容 办理部门 办理时限",
  "所属网格 问题清单 责任单位 时间",
])("a sheet headed %s is understood, and nothing of it is lost", header => {
  const names = header.split(" ")
  const table = recognizeTable([{ name: "表", rows: [names, names.map((_, i) => `值${i}`)] }], issueColumns)
  if (!table.ok) throw new Error(table.code)
  const [row] = table.value.rows
  expect(row?.values).toHaveProperty("content")
  expect([...Object.values(row!.values), ...Object.values(row!.extra)].toSorted()).toEqual(
    names.map((_, i) => `值${i}`).toSorted(),
  )
})

test("the telephone of the grid worker is not the reporter's", () => {
  const header = ["诉求内容", "反映人", "反映人电话", "网格员", "网格员电话"]
  const rows = [header, ["漏水", "甲一", "13900000001", "乙二", "13900000002"]]
  const table = recognizeTable([{ name: "表", rows }], issueColumns)
  expect(table.ok && readIssueRow(table.value.rows[0]!, today, grids).issue).toMatchObject({
    reporterPhone: "13900000001",
    collectorName: "乙二",
    extra: { 网格员电话: "13900000002" },
  })
})

test("no heading is claimed by two columns", () => {
  const headings = issueColumns.flatMap(({ name, synonyms }) => [name, ...synonyms].map(normalizeHeading))
  expect(headings.filter((heading, i) => headings.indexOf(heading) !== i)).toEqual([])
})

const issue = (values: Partial<ExportedIssue>): ExportedIssue => ({
  number: "振社问〔2026〕1号",
  sourceNumber: "WG1-2026-001",
  title: "楼道灯",
  content: "7栋楼道灯坏了",
  place: "7栋",
  gridName: "第一网格",
  reporterName: "甲一",
  reporterPhone: "13900000001",
  reportedOn: "2026-10-09",
  channel: "chatGroup",
  collectorName: "乙二",
  supporterCount: 3,
  note: "",
  extra: {},
  ...values,
})

test("what is exported is read again as it was, with every column and with texts like formulas", async () => {
  const issues = [
    issue({
      content: "=1+1 的灯\n坏了",
      note: "+86",
      extra: { 处理情况: "-2", 等级: "@急", 备注·C列: "夜里", D列: "三楼", "处理/结果": "好", "电话（网格员）": "1" },
    }),
    issue({ number: "振社问〔2026〕2号", channel: "other", extra: { 渠道: "信鸽" }, reporterPhone: "024-12345678" }),
    issue({ number: "", sourceNumber: "", reporterName: "", reportedOn: null, channel: null, supporterCount: null }),
    ...Object.keys(channelNames).map(channel => issue({ channel: channel as IssueChannel })),
  ]
  const { columns, rows } = writeIssueRows(issues)
  const bytes = await writeWorkbook({ sheetName: "问题清单", title: "问题清单", columns, rows })
  const sheets = await readSpreadsheet("问题清单.xlsx", bytes)
  const table = sheets.ok ? recognizeTable(sheets.value, issueColumns) : sheets
  if (!table.ok) throw new Error(table.code)
  const expected = issues.map(
    ({ gridName, ...rest }): IssueDraft => ({
      ...rest,
      gridId: grids.find(grid => grid.name === gridName)?.id ?? null,
    }),
  )
  expect(table.value.rows.map(row => readIssueRow(row, today, grids))).toEqual(
    expected.map(draft => ({ issue: draft, problems: [] })),
  )
})

test.each([
  ["7栋楼道灯坏了。麻烦看看", "7栋楼道灯坏了"],
  ["北门路灯三天不亮，晚上老人出门看不清路面，前天已经有人在台阶上摔了一跤", "北门路灯三天不亮"],
  ["路".repeat(40), `${"路".repeat(29)}…`],
])("%s is called %s", (content, title) => expect(titleFrom(content)).toBe(title))

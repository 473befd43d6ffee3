import type { ColumnSpec } from "~/registry/header-matching"

export type IssueColumn =
  | "number"
  | "sourceNumber"
  | "title"
  | "content"
  | "place"
  | "estate"
  | "grid"
  | "reporterName"
  | "reporterPhone"
  | "reportedOn"
  | "channel"
  | "collectorName"
  | "supporterCount"
  | "note"

type IssueColumnSpec = ColumnSpec & {
  key: IssueColumn
  /** In characters, for the export; 0 for a column that is only read. */
  width: number
}

const column = (key: IssueColumn, width: number, name: string, ...synonyms: string[]): IssueColumnSpec => ({
  key,
  name,
  width,
  synonyms: [...new Set(synonyms.flatMap(words => words.split(" ")))].filter(word => word !== name),
  required: key === "content",
})

/** Every pair of a first and a second word: 反映人电话, 诉求人手机 … */
const pairs = (firsts: string, seconds: string) =>
  firsts.split(" ").flatMap(first => seconds.split(" ").map(second => first + second))

const PERSONS = "提出人 反映人 诉求人 当事人 来访人 来电人 联系人 居民 群众 业主"
const COLLECTORS = "网格员 微网格员 专职网格员 上报人 收集人 登记人 走访人 记录人 采集人 网格长"

/**
 * The columns of a grid's 问题清单, in the order in which they are exported; a better synonym stands first. 登记编号 is
 * the number the community gave (振社问〔2026〕12号), 编号 whatever the grid's sheet had.
 */
export const issueColumns: IssueColumnSpec[] = [
  column("number", 22, "登记编号", "社区登记编号 社区编号 台账编号"),
  column("sourceNumber", 12, "编号", "问题编号 诉求编号 事项编号 工单编号 工单号 编码 序号 号码 no"),
  column("title", 24, "标题", "问题标题 诉求标题 事项名称 问题名称 主题 题目 名称"),
  column(
    "content",
    50,
    "诉求内容",
    ...pairs("问题 诉求 反映 事项 具体 详细 意见", "描述 内容 详情 情况"),
    "反映问题 反映事项 反映的问题 具体问题 具体诉求 具体事项 具体情况 问题简述 问题概述 诉求简述 情况描述 民情内容",
    "居民诉求 群众诉求 业主诉求 居民反映问题 群众反映问题 居民反映的问题 居民意见 群众意见 意见建议 意见和建议 意见或建议 意见及建议",
    "存在问题 存在的问题 主要问题 存在问题及建议 问题及建议 问题和建议 问题建议 问题及诉求 诉求问题 诉求事项 问题事项",
    "收集问题 收集内容 收集的问题 问题清单 诉求清单 情况说明 内容 描述 诉求 问题 事项 意见 需求 建议",
  ),
  column(
    "place",
    20,
    "地点",
    ...pairs("问题 事发 发生 诉求 具体 详细 所在", "地点 位置 地址"),
    "位置 地址 点位 住址 家庭住址 家庭地址 居住地址 居民住址 楼栋 楼栋号 楼号 门牌号 楼栋单元 楼栋房号 楼门牌号",
  ),
  column("estate", 0, "小区", "小区名称 所在小区 所属小区 居住小区 小区楼院 楼院"),
  column("grid", 14, "网格", "所属网格 网格名称 所在网格 网格号 网格编号 责任网格 上报网格"),
  column("reporterName", 12, "提出人", ...pairs(PERSONS, "姓名 名称"), PERSONS, "姓名"),
  column(
    "reporterPhone",
    16,
    "联系电话",
    ...pairs(PERSONS, "联系电话 联系方式 电话 电话号码 手机 手机号 手机号码"),
    "联系方式 手机号码 手机号 电话号码 手机 电话",
  ),
  column(
    "reportedOn",
    14,
    "提出时间",
    ...pairs("提出 反映 诉求 收集 上报 登记 受理 来电 来访 发现 走访 采集 填报 接收", "时间 日期"),
    "日期 时间",
  ),
  column(
    "channel",
    14,
    "渠道",
    ...pairs("反映 诉求 收集 问题 信息 来源 受理", "渠道 来源 方式 途径"),
    "来源 途径 方式",
  ),
  column("collectorName", 12, "网格员", ...pairs(COLLECTORS, "姓名"), "上报网格员 责任网格员", COLLECTORS),
  column("supporterCount", 10, "附议人数", ...pairs("附议 涉及 反映 提出 影响 受益", "人数 户数"), "附议 人数 户数"),
  column("note", 24, "备注", "备注说明 其他说明 补充说明 说明"),
]

export const columnNames = Object.fromEntries(issueColumns.map(({ key, name }) => [key, name])) as Record<
  IssueColumn,
  string
>

import type { ColumnSpec } from "~/registry/header-matching"

export type IssueColumn =
  | "number"
  | "sourceNumber"
  | "title"
  | "content"
  | "place"
  | "grid"
  | "reporterName"
  | "reporterPhone"
  | "reportedOn"
  | "channel"
  | "collectorName"
  | "supporterCount"
  | "note"

type IssueColumnSpec = ColumnSpec & { key: IssueColumn; width: number }

const column = (key: IssueColumn, width: number, name: string, synonyms: string): IssueColumnSpec => ({
  key,
  name,
  width,
  synonyms: synonyms.split(" ").filter(word => word !== ""),
  required: key === "content",
})

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
    "问题描述 反映内容 反映问题 反映事项 问题内容 事项内容 具体内容 具体问题 具体诉求 详细内容 详细描述 情况描述 问题详情 诉求详情 " +
      "民情内容 意见内容 意见建议 意见和建议 居民诉求 群众诉求 居民反映问题 群众反映问题 居民意见 存在问题 主要问题 问题及诉求 诉求问题 " +
      "问题情况 收集问题 收集内容 诉求事项 问题事项 内容 描述 诉求 问题 事项 情况说明 需求 建议",
  ),
  column(
    "place",
    20,
    "地点",
    "问题地点 事发地点 发生地点 诉求地点 具体地点 具体位置 详细地址 位置 地址 住址 家庭住址 居住地址 楼栋 楼栋号 楼号 小区楼栋 小区 所在小区 点位",
  ),
  column("grid", 14, "网格", "所属网格 网格名称 所在网格 网格号 网格编号 责任网格 上报网格"),
  column(
    "reporterName",
    12,
    "提出人",
    "提出人姓名 反映人姓名 反映人 诉求人姓名 诉求人 居民姓名 群众姓名 当事人 来访人 来电人 联系人 居民 姓名",
  ),
  column(
    "reporterPhone",
    16,
    "联系电话",
    "提出人电话 反映人电话 诉求人电话 居民电话 反映人联系电话 反映人联系方式 提出人联系电话 联系方式 手机号码 手机号 电话号码 手机 电话",
  ),
  column(
    "reportedOn",
    14,
    "提出时间",
    "提出日期 反映时间 反映日期 诉求时间 诉求日期 收集时间 收集日期 上报时间 上报日期 登记时间 登记日期 受理时间 来电时间 发现时间 日期 时间",
  ),
  column(
    "channel",
    14,
    "渠道",
    "反映渠道 诉求渠道 收集渠道 来源渠道 问题来源 诉求来源 信息来源 收集方式 反映方式 来源 途径 方式",
  ),
  column(
    "collectorName",
    12,
    "网格员",
    "网格员姓名 微网格员 上报人 上报人姓名 上报网格员 收集人 收集人姓名 登记人 走访人 专职网格员 网格长 记录人",
  ),
  column("supporterCount", 10, "附议人数", "附议 涉及人数 反映人数 提出人数 涉及户数 影响人数 影响户数 人数 户数"),
  column("note", 24, "备注", "备注说明 其他说明 补充说明 说明"),
]

export const columnNames = Object.fromEntries(issueColumns.map(({ key, name }) => [key, name])) as Record<
  IssueColumn,
  string
>

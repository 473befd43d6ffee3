import type { LedgerFacts } from "#templates/ledger"
import type { OpinionFormFacts } from "#templates/opinion-form"
import type { SatisfactionFormFacts } from "#templates/satisfaction-form"

const common = {
  community: "振兴社区",
  issuer: "振兴社区居民委员会",
  period: "2026年1月1日至2026年12月31日",
  asOf: "2026年11月22日",
}

/** 问题清单 with everything domain asks of it: a name of rare characters, one that looks like a formula, a late one. */
export const issueLedger: LedgerFacts = {
  ...common,
  title: "振兴社区问题清单",
  columns: [
    { name: "编号", width: 6.8, kind: "text" },
    { name: "渠道", width: 4.5, kind: "text" },
    { name: "提出时间", width: 4.4, kind: "date" },
    { name: "提出人", width: 4, kind: "text" },
    { name: "网格", width: 4.4, kind: "text" },
    { name: "类别", width: 3, kind: "text" },
    { name: "内容", width: 14.5, kind: "text" },
    { name: "合并数", width: 2.6, kind: "count" },
    { name: "状态", width: 4, kind: "text" },
    { name: "时限", width: 4.4, kind: "date" },
    { name: "答复", width: 12.5, kind: "text" },
  ],
  rows: [
    [
      "振社问〔2026〕1号",
      "网格员上报",
      "2026-01-05",
      "甲䶮",
      "第一网格",
      "协商",
      "二夜河护栏破损：东岸570米护栏锈蚀缺损，孩子放学在河边走，家长担心。",
      3,
      "办理中",
      "2026-12-05",
      "受理答复：已收到，和附近几家的意见一起提交议事会商量。",
    ],
    [
      "振社问〔2026〕2号",
      "微信群",
      "2026-02-11",
      "乙女士",
      "第二网格",
      "即办",
      "楼道灯不亮：银杏家园7栋楼道灯不亮，晚上看不见台阶。",
      null,
      "已办结",
      null,
      "办结答复：灯已经换好，楼道堆物同时清走。",
    ],
    [
      "振社问〔2026〕3号",
      "服务热线",
      "2026-10-09",
      "=丙一",
      "",
      "转办",
      "公交站没有候车亭：悦园东门公交站没有候车亭，下雨天老人站在路边等车。",
      1,
      "办理中，逾期12天",
      "2026-11-10",
      `受理答复：${"已转交通部门，社区跟踪回复。".repeat(12)}`,
    ],
    ["振社问〔2026〕4号", "其他", "2026-11-20", "", "第三网格", "", "门口堆了沙子。", null, "待受理", "2026-11-24", ""],
  ],
  totals: ["共4件。", "待受理1件，待处置0件，办理中2件，已办结1件。", "逾期1件。"],
}

/** More than a page of it. */
export const longLedger: LedgerFacts = {
  ...issueLedger,
  rows: Array.from({ length: 26 }, (_, at) => {
    const row = [...issueLedger.rows[at % 4]!]
    row[0] = `振社问〔2026〕${at + 1}号`
    return row
  }),
  totals: ["共26件。"],
}

export const emptyLedger: LedgerFacts = { ...issueLedger, title: "振兴社区需求清单", rows: [], totals: ["共0件。"] }

export const opinionForm: OpinionFormFacts = {
  community: "振兴社区",
  issuer: "振兴社区居民委员会",
  number: "振社题〔2026〕4号",
  topic: "中心路停车怎么停",
  background: "中心路两侧停满车，救护车进不来，买菜的老人只能走在路中间；三个月里反映了十一次。",
  proposal:
    "中心路东侧划32个车位，白天限停两小时，夜间供居民停放；西侧画黄线不停车，留出消防和救护通道。\n物业每天巡查三次，占道的先劝离，劝不走的报交警。",
  money: "预算1.2万元，从公共收益列支",
  handling: "悦园物业，2026年12月31日前",
  contactPhone: "0500-0000001",
}

export const satisfactionForm: SatisfactionFormFacts = {
  community: "振兴社区",
  issuer: "振兴社区居民委员会",
  number: "振社问〔2026〕12号",
  matter: "银杏家园7栋楼道灯不亮，晚上看不见台阶。",
  handler: "银杏物业",
  outcome: "灯已经换好，楼道堆物同时清走。（2026年3月9日答复）",
  follow: { url: "https://yishi.example/c/zhenxing/board/follow/3841295607", code: "3841 2956 07" },
}

import type { ChaseSlipFacts } from "#templates/chase-slip"
import type { DutyListFacts } from "#templates/duty-list"
import type { TaskSlipFacts } from "#templates/task-slip"

/** As it is handed out: whatever comes later has its place to be written. */
export const taskSlip: TaskSlipFacts = {
  community: "振兴社区",
  name: "振兴社区交办单",
  number: "振社办〔2026〕1号",
  issuer: "振兴社区居民委员会",
  issuedOn: "2026年3月6日",
  source: "《关于二夜河整治的协商意见》（振社议决〔2026〕3号）第1项",
  content: "修复二夜河东岸破损护栏，缺损的更换为同样式的新护栏，锈蚀的除锈刷漆。",
  basis: "振兴社区2026年第三次协商议事会议定",
  handler: "振兴物业服务有限公司",
  quantity: "570米",
  due: "2026年4月30日前",
  assignedBy: "乙堃",
  signedFor: "",
  progress: [],
  evidence: "",
  inspection: "",
}

/** Printed again when it is done: the same slip with everything that was recorded. */
export const taskSlipDone: TaskSlipFacts = {
  ...taskSlip,
  signedFor: "卯四，2026年3月7日",
  progress: ["2026年3月20日：完成380米，东段做完", "2026年4月25日：报完工，570米"],
  evidence: "施工前2张，施工中1张，施工后3张",
  inspection: "通过，西段两处已当场紧固。戊翀，2026年4月28日",
}

export const chaseSlip: ChaseSlipFacts = {
  community: "振兴社区",
  name: "振兴社区督办单",
  number: "振社督〔2026〕2号",
  issuer: "振兴社区居民委员会",
  issuedOn: "2026年5月11日",
  taskNumber: "振社办〔2026〕1号",
  content: "修复二夜河东岸破损护栏，缺损的更换为同样式的新护栏，锈蚀的除锈刷漆。",
  handler: "振兴物业服务有限公司",
  due: "2026年4月30日",
  daysLate: 11,
  ordinal: 2,
  level: "红牌",
  demand: "三天内说明没有完工的原因，报送新的施工安排；护栏缺口先设围挡和警示牌。",
  replyDue: "2026年5月14日",
  reply: "",
}

const works = ["换4栋二楼楼道灯", "清理消防通道堆物", "铺设滨河步道", "增设充电桩3组", "疏通6栋化粪池", "修补道口路面"]

/** Enough rows for a second page. */
export const dutyList: DutyListFacts = {
  community: "振兴社区",
  issuer: "振兴社区居民委员会",
  issuedOn: "2026年5月11日",
  person: "丁彧",
  rows: Array.from({ length: 26 }, (_, at) => ({
    number: at % 2 === 0 ? `振社办〔2026〕${at + 1}号` : `振社问〔2026〕${at + 40}号`,
    content: works[at % works.length]!,
    about: at % 2 === 0 ? `${10 * at}/${100 + 10 * at}米` : `银杏家园${at}栋`,
    due: `5月${at + 1}日`,
    state: at < 6 ? "已验收" : at < 10 ? `逾期${11 - at}天` : "办理中",
    isDone: at < 6,
  })),
}

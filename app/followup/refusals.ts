import type { TaskState } from "#db/schema/followup"
import type { ClaimState } from "#db/schema/followup-claims"
import type { Sentences } from "~/web/refusals"
import { claimStateNames } from "./claims/rules"
import { taskStateNames } from "./rules"

const ofRow = (d: Record<string, unknown>) => (Number(d.row) > 0 ? `第${d.row}项：` : "")

export const followupRefusals: Sentences = {
  resolution_not_approved: () => "这份决议还没有核准。请主持人核准以后再交办。",
  no_item_chosen: () => "请至少勾选一项再交办。",
  item_not_there: d => `决议里没有第${d.row}项。请刷新本页再交办。`,
  item_assigned_otherwise: d => `${ofRow(d)}刚刚已经交办给别人，或者时限不一样。请刷新本页看一看。`,
  handler_missing: d => `${ofRow(d)}请写承办单位或承办人。`,
  handler_without_account: d => `${ofRow(d)}选的人没有能办理事项的账号。请换一个，或者选“没有账号，由社区代录”。`,
  due_date_missing: d => `${ofRow(d)}请写完成时限。`,
  due_in_past: d => `${ofRow(d)}完成时限已经过了。请写今天或以后的日期。`,
  due_unchanged: () => "新的时限和原来的一样。请改成别的日期，或者不用改。",
  quantity_unreadable: d => `${ofRow(d)}数量“${d.text}”读不出来。请写成“570米”“3组”这样，不计数的留空。`,
  issue_not_for_task: () =>
    "这个问题还没有分到“即办”“转办”或“微心愿”，也没有经书面表决同意，或者已经办结，不能交办。请先在问题页看一看。",
  task_content_missing: () => "请写要办的事。",
  task_moved_on: d => `这件事现在是“${taskStateNames[d.state as TaskState] ?? ""}”，这一步不能办了。请刷新本页看一看。`,
  task_not_own: () => "这件事交办给了别人，只能由承办人自己或社区来填。",
  report_empty: () => "请写进展，或者填已经完成的数量。",
  task_not_counted: () => "这件事没有数量，请用文字写进展。",
  quantity_over_total: d => `一共${d.total}${d.unit}，完成的数量不能比它多。`,
  correction_note_missing: () => "比上次报的少了。请写一句为什么，再提交。",
  shortfall_note_missing: d => `没有做满${d.total}${d.unit}。请写一句为什么这样算完工。`,
  task_reason_missing: () => "请写受阻的原因，社区好去协调。",
  own_work: () => "自己办的事，要由别人来验收。",
  rework_note_missing: () => "请写哪里还要改，承办人才知道怎么办。",
  recheck_not_later: () => "复查日期要在今天以后。不用复查的，请留空。",
  no_recheck_due: () => "这件事没有定复查，或者已经复查过了。",
  reschedule_reason_missing: () => "请写为什么改时限。",
  replace_reason_missing: () => "请写为什么这个方案走不通，开会时要向大家说明。",
  task_without_topic: () => "这件事不是从议题来的，没有下一个方案。请改时限，或者重新交办。",
  task_not_late: () => "这件事没有逾期，不用督办。",
  chased_already: () =>
    "这件事已经督办过，现在还不用再催：没有反馈的，过了反馈时限再催；已经反馈的，三个工作日没有新进展再催。",
  demand_missing: () => "请写要求对方怎么办。",
  reply_due_in_past: () => "反馈时限已经过了。请写今天或以后的日期。",
  reply_missing: () => "请写反馈的内容。",
  photo_stage_missing: () => "请选照片是施工前、施工中还是施工后拍的。",
  duty_list_empty: () => "名下没有要办的事，不用打印。",
  resource_provider_missing: () => "请写提供资源的单位或个人。",
  resource_content_missing: () => "请写能提供什么。",
  resource_contact_missing: () => "请写联系人，认领的时候才知道找谁。",
  resource_until_past: () => "期限已经过了，或者看不明白。请写今天或以后的日期，长期提供的留空。",
  resource_reason_missing: () => "请写为什么不再提供。",
  resource_ended: () => "这项资源已经停止提供。请换一项，或者不用清单里的资源。",
  resource_over: () => "这项资源的期限已经过了。请换一项，或者先到资源页改期限。",
  issue_not_wish: () => "这个问题没有分到“微心愿”，或者已经办结，不能认领。请先在问题页看一看。",
  wish_claimed: () => "这件心愿已经有人认领。要换人，请先在项目页终止原来的认领。",
  wish_awaits_answer: () => "这件心愿已经实现，只差答复提出人。请到问题页写办结答复。",
  claimant_missing: () => "请写认领的单位或个人。",
  claim_content_missing: () => "请写准备怎么办。",
  claim_moved_on: d =>
    `这个项目现在是“${claimStateNames[d.state as ClaimState] ?? ""}”，这一步不能办了。请刷新本页看一看。`,
  claim_progress_missing: () => "请写办到哪一步。",
  claim_result_missing: () => "请写结果，好答复提出人。",
  claim_done_date: () => "完成日期要在认领以后、今天以前，包括当天。",
  claim_reason_missing: () => "请写为什么办不了，后面的单位才好接。",
  ledger_period_wrong: () => "请写清楚从哪一天到哪一天，结束不早于开始，最多十年。",
  ledger_too_long: () => "这份台账很长，不能先看。请直接打印并归档，做好以后可以打开。",
  opinion_without_proposal: () => "这个议题还没有方案，居民不知道该说什么。请先写方案。",
  already_replied: () => "这份督办单已经反馈过了。请刷新本页看一看。",
}

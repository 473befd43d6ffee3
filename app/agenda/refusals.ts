import type { Sentences } from "~/web/refusals"

export const agendaRefusals: Sentences = {
  no_issue_chosen: () => "请至少选一个问题，议题从问题来。",
  issue_not_for_deliberation: d => `“${d.title}”没有分到“协商”，不能做成议题。请先在问题页分类。`,
  issue_in_topic: () => "选的问题里有一个刚刚做成了别的议题。请刷新本页，重新选。",
  topic_fixed: () => "议题已经排进会议或已议决，通知按现在的文字发出，这里不能再改。需要改的，请在会上提出修正。",
  topic_not_ready: () => "议程里有议题刚刚被排进了别的会议，或者还没有方案。请去掉它再发通知。",
  block_reason_missing: () => "请写明这个方案为什么办不成。",
  topic_not_agreed: () => "只有会上同意了、又办不成的方案，才准备下一个方案。请刷新本页看议题现在的状态。",
  fieldwork_not_owed: () => "这个议题现在不在等调研，可能刚刚有人记过了。请刷新本页看。",
  fieldwork_date_wrong: () => "没有这一天，请看日历再填。",
  fieldwork_in_future: () => "调研日期在今天之后。请填实际去调研的那一天。",
  fieldwork_incomplete: () => "调研地点、参加人和看到的情况都要写，开会时要念给大家听。",
  routing_incomplete: () => "还有问题没有回答，定不下程序。请接着回答。",
  study_date_wrong: () => "没有这一天，请看日历再填。",
  study_in_future: () => "研究日期在今天之后。请填实际研究的那一天。",
  study_incomplete: () => "党组织的名称和研究情况都要写，会议的人要看得到。",
  study_attendance_wrong: () => "实到人数至少1人，不能比应到人数多。请看签到再填。",
  topic_not_scheduled: () => "这个议题不在会议议程上，不能记录议决结果。",
}

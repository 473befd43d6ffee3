import type { Sentences } from "~/web/refusals"

export const agendaRefusals: Sentences = {
  no_issue_chosen: () => "请至少选一个问题，议题从问题来。",
  issue_not_for_deliberation: d => `“${d.title}”没有分到“协商”，不能做成议题。请先在问题页分类。`,
  issue_in_topic: () => "选的问题里有一个刚刚做成了别的议题。请刷新本页，重新选。",
  topic_fixed: () => "议题已经排进会议或已议决，通知按现在的文字发出，这里不能再改。需要改的，请在会上提出修正。",
  topic_not_ready: () => "议程里有议题刚刚被排进了别的会议，或者还没有方案。请去掉它再发通知。",
  topic_not_scheduled: () => "这个议题不在会议议程上，不能记录议决结果。",
}

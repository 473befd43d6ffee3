import type { ChainStep } from "#db/words"
import { formatDate } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"
import { chainStepNames } from "./chain-rules"

const step = (key: unknown): string => chainStepNames[key as ChainStep]

export const agendaRefusals: Sentences = {
  no_issue_chosen: () => "请至少选一个问题，议题从问题来。",
  issue_not_for_deliberation: d => `“${d.title}”没有分到“协商”，不能做成议题。请先在问题页分类。`,
  issue_in_topic: () => "选的问题里有一个刚刚做成了别的议题。请刷新本页，重新选。",
  topic_fixed: () => "议题已经排进会议或已议决，通知按现在的文字发出，这里不能再改。需要改的，请在会上提出修正。",
  topic_not_ready: () => "议程里有议题刚刚被排进了别的会议，或者还没有方案。请去掉它再发通知。",
  block_reason_missing: () => "请写明这个方案为什么办不成。",
  topic_not_agreed: () => "方案议决以后办不成，或者没有得到同意，才准备下一个方案。请刷新本页看议题现在的状态。",
  fieldwork_not_owed: () => "这个议题现在不在等调研，可能刚刚有人记过了。请刷新本页看。",
  fieldwork_date_wrong: () => "没有这一天，请看日历再填。",
  fieldwork_in_future: () => "调研日期在今天之后。请填实际去调研的那一天。",
  fieldwork_incomplete: () => "调研地点、参加人和看到的情况都要写，开会时要念给大家听。",
  routing_incomplete: () => "还有问题没有回答，定不下程序。请接着回答。",
  study_date_wrong: () => "没有这一天，请看日历再填。",
  study_in_future: () => "研究日期在今天之后。请填实际研究的那一天。",
  study_incomplete: () => "党组织的名称和研究情况都要写，会议的人要看得到。",
  study_attendance_wrong: () => "实到人数至少1人，不能比应到人数多。请看签到再填。",
  chain_recorded_meanwhile: () => "这一步刚刚有人记过了。请看最新的记录，需要补记的再记。",
  chain_step_early: d => `还没有轮到${step(d.step)}。请先记${step(d.missing)}。`,
  chain_step_past: d => `${step(d.later)}已经记过，不能再回头记${step(d.step)}。`,
  chain_stopped: d => `${step(d.step)}没有通过，后面的步骤不能记。重新召开后再记这一步，或者另写下一个方案。`,
  chain_date_wrong: () => "没有这一天，请看日历再填。",
  chain_date_future: () => "日期在今天之后。请在办完那一天或者以后再记。",
  chain_before_previous: d => `日期在${step(d.previous)}（${formatDate(String(d.on))}）之前。请按先后次序填。`,
  chain_posting_running: d => `决议公开到${formatDate(String(d.until))}才满，实施结果在这以后公开。请看张贴日期再填。`,
  chain_incomplete: () => "地点和内容都要写，以后查得到。",
  chain_figures_missing: () => "请填人数，没有的填0，应到人数至少1人。",
  chain_figures_contradict: () => "人数对不上：实到不能多于应到，赞成、反对、弃权相加不能多于实到。请看会议记录再填。",
  chain_posting_short: d =>
    `公开不得少于${d.days}日，至少要到${formatDate(String(d.least))}（城市居民委员会组织法第三十四条）。`,
  topic_moved_on: () => "议题已经往下办了（另备方案、另行排会），不能再回到这次会上。请在议题页接着办。",
  topic_escalated: d => `会上已经议决提交${d.procedure}决定，不能再判断到别的程序。要改变，请把议题再提交会议。`,
  topic_not_scheduled: () => "这个议题不在会议议程上，不能记录议决结果。",
}

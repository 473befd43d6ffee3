import type { Sentences } from "~/web/refusals"
import { attendanceRefusals } from "./attendance/refusals"
import { motionsRefusals } from "./motions/refusals"
import { paperRefusals } from "./paper/refusals"
import { roundsRefusals } from "./rounds/refusals"
import { speakingRefusals } from "./speaking/refusals"

const needed = (d: Record<string, unknown>) => (typeof d.needed === "number" ? `须${d.needed}人` : "人数无法计算")

export const chamberRefusals: Sentences = {
  ...attendanceRefusals,
  ...speakingRefusals,
  ...motionsRefusals,
  ...roundsRefusals,
  ...paperRefusals,
  meeting_not_convened: () => "只有已经发出通知的会议才能开始签到。请先看会议现在的状态。",
  check_in_not_open: () => "还没有开始签到。请稍等，工作人员开始签到后再试。",
  meeting_over: () => "会议已经散会，不再签到和登记。有事请找社区工作人员。",
  meeting_cancelled: () => "这次会议已经取消。有疑问请联系社区。",
  code_wrong: () => "签到码不对，或与姓名对不上。请看会议通知上的8位数字；找不到的，请到签到台办理。",

  already_present: () => "已经签到，不用再办。",
  not_left: () => "没有登记过离会，不能登记返回。还没到的，请按签到办理。",
  not_present: () => "现在不在场，不能登记离会。",
  has_been_present: () => "已经到过会场，不能再登记请假。要走的，请登记离会。",
  reason_missing: () => "请写明原因。",

  meeting_not_checking_in: () => "会议还没有开始签到，或者已经开始。请刷新本页看现在的状态。",
  meeting_not_adjourned: () => "会议现在没有休会。请刷新本页看现在的状态。",
  meeting_not_in_session: () => "会议现在没有在进行，这一步不能办。请先宣布开会或复会。",
  quorum_not_met: d => `到会${d.present}人，应到${d.entitled}人，${needed(d)}，人数不够。请等人到齐，或者宣布休会。`,

  gist_missing: () => "请写发言要点。",
  stance_missing: () => "请选择发言人的态度。",
  text_too_long: d => `写得太长，最多${d.longest}字。请写要点。`,
  meeting_not_recorded_now: () => "会议没有开始，或者纪要已经定稿，不能再记发言。",
  speaker_absent: d => `${d.name}没有签到，不能记发言。人到了的，请先在签到台办理签到。`,

  motion_empty: () => "请写要表决的事项。",
  item_not_for_vote: d =>
    d.handling === "consult"
      ? "这一项只听取意见，不表决。请把意见记成发言；要表决的，请列为协商议程。"
      : "这一项只通报，不表决。请选需要协商的议程。",
  no_vote_by_rule: d => `${d.meetingKind}商量一致，不设表决。请记录商定事项；要表决的，请按议事规则另外召集会议。`,
  options_too_few: d => `选项太少，至少写${d.fewest}项，每行一项；只有一个方案的，请不写选项，按赞成、反对表决。`,
  options_too_many: d => `选项太多，最多${d.most}项。请先商量，去掉几项再表决。`,
  option_too_long: d => `有一个选项太长，每项最多${d.longest}字。详细内容请写在表决什么里。`,
  option_reserved: d => `“${d.label}”不用写成选项。每张票上都有均不同意和弃权。`,
  option_twice: d => `“${d.label}”写了两遍。请去掉一遍。`,
  seats_not_fitting: d => `选几项要在1到${d.most}之间。`,
  seats_without_options: () => "没有写选项，不能选几项。请写选项，每行一项；或者把选几项改回1。",
  not_entitled_to_vote: d => `${d.name}是列席人员，本来就不表决，不用登记回避。`,
  already_recused: d => `${d.name}已经登记回避，不用再办。`,
  proposal_not_of_item: () => "这个方案不属于本项议题。请重新选择方案。",
  conditions_missing: () => "选了附条件同意，请写附带条件，每行一条。",
  conditions_not_taken: () => "写了附带条件，请选“附条件同意”；不要条件的，请清空附带条件。",
  condition_too_long: d => `有一条附带条件太长，每条最多${d.longest}字。`,
  too_many_conditions: d => `附带条件太多，最多${d.most}条。请合并几条。`,
  return_day_missing: () => "选了先调研再定，请填再上会的日期。",
  return_day_past: () => "再上会的日期要在今天之后。",
  motion_voted_on: () => "这件事已经开始过表决，文字不能再改。要换说法，请另提一项。",
  motion_reworded: () => "记录员刚改了这个表决事项，表决还没有开始。请看一遍现在的文字，再开始表决。",
  motion_decided: () => "这件事已经有表决结果，不再重复表决。要改变，请另提一项。",

  round_open: () => "有一项表决还没有结束。请先结束表决。",
  round_not_proclaimed: () => "有一项表决结果还没有公布。请先公布结果，或者作废重投。",
  secret_too_few: d =>
    `在场可以投票的只有${d.present}人，少于${d.needed}人，无记名也能猜出是谁投的。请改用记名，或等人到齐。`,
  secret_too_few_cast: d =>
    `只有${d.cast}人投了票，少于${d.needed}票，公布出来就能猜出是谁投的。请再等等，或者作废后改用记名。`,
  already_closed: () => "这次表决已经结束，不用再办。请刷新本页看结果。",
  round_key_lost: () => "打开无记名票的钥匙不在了或已损坏，这些票谁也打不开。请把本次表决作废，重新投一次。",
  round_not_closed: () => "表决还没有结束。请先结束表决，再公布结果。",
  casting_vote_missing: () => "赞成与反对票数相同，要由主持人先定夺，再公布结果。",
  no_casting_vote: () => "这次表决不用主持人定夺。请刷新本页看结果。",
  already_proclaimed: () => "结果已经公布，不能再改。有异议的，请另提一项表决。",
  round_annulled: () => "这次表决已经作废。请等主持人重新开始。",

  not_seated: () => "这台平板还没有签到，或者签到已经转到别的平板。请用会议通知上的签到码重新签到。",
  seat_handed_on: () => "这一页是上一位代表的，平板已经交给下一位，这张票没有投出去。请回会场页，由现在这位自己选择。",
  voter_recused: () => "您对这一项须回避，不参加表决。您仍然计入到会人数。",
  option_missing: () => "请先选一项。都不同意的，请选均不同意。",
  too_many_marks: d => `您选了${d.marked}项，最多选${d.most}项。请去掉几项，再来核对。这一票还没有投出。`,
  choice_missing: () => "请先选择赞成、反对或弃权。",
  ballot_form_broken: () => "这张票的页面不完整，没有投出去。请回到上一页重新选择。",
  not_entitled: () => "您是列席人员，可以发言，不参加表决。",
  result_not_out: () => "结果还没有公布。请等主持人公布。",
  round_closed: () => "表决已经结束，这张票没有计入。结果以主持人公布的为准。",
  voter_absent: () => "您还没有签到，不能投票。请先到签到台签到。",
  voter_left: () => "您已经登记离会，不能投票。人还在会场的，请到签到台登记返回。",
  already_voted: () => "您这一项已经投过票，每人一票，以先收到的为准。",
}

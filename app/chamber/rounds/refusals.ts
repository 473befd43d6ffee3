import type { Sentences } from "~/web/refusals"

export const roundsRefusals: Sentences = {
  secret_only_by_rule: () => "本次会议的议事规则只准无记名表决。请选无记名。",
  election_is_secret: () => "推选一律无记名投票。请选无记名。",
  hands_are_never_secret: () => "举手表决当场都看得见，不能算无记名。请选记名、无记名或举手中的一种。",
  hands_need_two_sides: () => "有几个选项的不能举手，数不清谁选了哪几项。请用票表决。",
  codes_not_for_elections: () => "推选不用核验码：留着的码可以拿给别人看，会有人来要、来买。请去掉核验码。",
  codes_not_by_rule: () => "本次会议的议事规则没有定用核验码。请去掉核验码；以后要用的，先改议事规则。",
  countdown_not_fitting: () => "倒计时要在10秒到10分钟之间。",

  voting_ended: () => "主持人已经停止投票，这张票没有计入。有疑问请举手告诉主持人。",
  voting_not_ended: () => "还在投票，不用恢复。请刷新本页看现在的状态。",
  papers_read_already: () => "已经开始录票，不能再恢复投票。要重来的，请作废本轮，重新表决。",
  round_by_hands: () => "这一项举手表决，不在平板上投票。请看主持人的提示举手。",
  round_on_paper: () => "这一项改用纸票。请向工作人员领票，平板上投过的票仍然算数。",
  voter_has_paper: () => "您领了纸票，请用纸票投。不想用纸票的，请找工作人员。",
  code_missing: () => "这张票没有带核验码，没有投出去。请回到上一页重新选择，再记下核验码。",

  proxy_not_held: () => "现在没有登记您代这位投票，或者委托人已经到场。请找签到台核对。",
  proxy_recused: d => `您对这一项须回避，也不能代${d.name}投票。`,
  not_cast_by_proxy: d => `这张票不是您代${d.name}投的，您不能看，也不能改。`,
  principal_recused: d => `${d.name}对这一项须回避，不参加表决，您不用代投。`,

  secret_not_corrected: () => "无记名票投出以后谁也认不出来，不能更改。",
  no_correction_by_rule: () => "本次会议的议事规则定了：票投出以后不能更改。有误的请在公布以前提出异议。",
  not_voted_yet: () => "这一项还没有投过票，不用更改。请直接投票。",
  paper_not_corrected: () => "这一项投的是纸票，不能在平板上更改。请找工作人员。",
  changed_too_often: () => "更改的次数太多，以最近一次为准。还要改的，请告诉主持人。",

  no_challenge_now: () => "现在不能对计票提异议。结束表决以后、公布结果以前可以提；已经公布的，请找工作人员。",
  challenge_waiting: () => "已经提出异议，正等主持人答复。",
  challenge_answered_before: () => "同样的异议已经答复过。还有别的疑问，请选另一项，或者当面告诉主持人。",
  challenge_unanswered: d => `还有${d.count}条异议没有答复。请先核对、答复，再公布结果。`,
  challenge_answered: () => "这条异议已经答复过。请刷新本页。",
  answer_missing: () => "请写明怎么核对、怎么答复的。",
  own_ballot_sealed: () => "这一项无记名，谁也查不出您的票。只能核对票册上有没有您。",

  nothing_to_correct: () => "结果还没有公布，或者已经作废，没有要更正的。公布以前发现有误的，请作废本轮重投。",
  set_aside_already: () => "这一轮已经定了重新表决，不用再办。",
  set_aside_too_late: () => "会议没有在进行，不能重新表决。写错的可以更正；要改变结果的，请在以后的会议上另提一项。",
  amendment_not_set_aside: () => "这项修正通过后已经写进原案，不能只把这一轮作废。要改的，请对原案另提修正。",
  amendment_outdated: () => "原案的文字已经改过，或者已经表决、撤回，这项修正不能重新表决。要改的，请对原案另提修正。",
  wrong_missing: () => "请写明原来哪里不对。",
  right_missing: () => "请写明应当是什么；要重新表决的，写明为什么。",
  own_correction: () => "更正要由另一个人核对后签。请主持人、记录人或社区工作人员中的另一位来签。",
  correction_settled: () => "这条更正已经签过或已经撤回。请刷新本页。",
}

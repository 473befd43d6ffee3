import type { Sentences } from "~/web/refusals"

const stateWords: Record<string, string> = {
  returned: "已经收回",
  spoiled: "已经作废",
  missing: "已经记为未收回",
}

const partyWords: Record<string, string> = {
  recused: "对这件事须回避",
  mover: "是提出这件事的人",
  candidate: "在这次的候选人里",
  reporter: "是反映这件事的人",
  handler: "是承办这件事的一方",
}

export const paperRefusals: Sentences = {
  hands_have_no_papers: () => "这次是举手表决，不发纸票。请到举手计数页填两位计票人的数。",
  papers_voting_ended: () => "已经停止投票，不再发票、换票。要再收票，请主持人先恢复投票。",
  papers_before_end: () => "还没有停止投票，现在不能读票，也不能登记未收回。请主持人先停止投票。",
  no_voter_chosen: () => "还没有选人。请先勾选要发纸票的人。",
  nothing_chosen: () => "还没有选票。请先勾选票号。",
  no_papers_out: () => "现在没有在外面的纸票，不用打印。请先发票。",
  one_paper_at_a_time: () => "换票和作废一次只办一张。请只勾一个票号。",
  already_on_paper: () => "这次表决已经全部改用纸票，不用再办。后到的人请单独发票。",
  paper_held_already: d => `${d.name}手里已经有一张纸票，或者已经交回。写坏了的请办换票。`,
  ballot_there_already: d => `${d.name}已经在平板上投过，不再发纸票。交来了纸票的，请登记为重复票。`,
  ballot_not_there: d => `${d.name}还没有投票，不是重复票。请先给他发票，再收回。`,
  paper_for_recused: d => `${d.name}对这件事须回避，不发票。`,
  holder_is_recused: d => `${d.name}由${d.holder}代，${d.holder}对这件事须回避，也不能代投，不发票。`,
  paper_for_absent: d => `${d.name}不在会场，也没有人代他投票，不发票。到了的请先签到。`,
  serial_unknown: d => `没有发过第${d.serial}号票。请核对票上的编号。`,
  paper_settled: d => `第${d.serial}号票${stateWords[String(d.state)] ?? "已经处理"}，不能再改。请核对票上的编号。`,
  proxy_ended_before_return: d =>
    `第${d.serial}号票由${d.holder}代${d.name}领，委托${d.at}已经结束，不能再收。请把票收来作废；${d.name}到会要投的，另发一张。委托结束以前就交来、只是登记晚了的，请按“委托结束以前就交来的”。`,
  proxy_not_ended: d => `第${d.serial}号票不是由已经结束的委托领的。请按“收回勾选的”登记。`,
  paper_still_out: d => `第${d.serial}号票还在外面，不用改。请核对票上的编号。`,
  papers_being_read: () =>
    "已经开始读票，收回和未收回的登记不能再改。有差错的，请监票人核对票和存根，确实不对的作废本次表决。",
  papers_not_accounted_for: d => `还有${d.open}张纸票在外面。请收回；收不回来的，登记为未收回，再结束表决。`,
  papers_not_all_read: d => `收回要读的纸票${d.returned}张，两遍读得一致的${d.read}张。请读完并核对，再结束表决。`,
  officers_missing: d =>
    `还没有推定齐计票人和监票人${Number(d.counters) > 0 ? `，计票人还缺${d.counters}人` : ""}${d.scrutineers === 0 ? "，监票人还缺1人" : ""}。请先登记，再计票。`,
  officer_is_party: d => `${d.name}${partyWords[String(d.why)] ?? "与这件事有关"}，不能做计票人和监票人。请另选一人。`,
  officer_absent: d => `${d.name}不在会场，不能做计票人和监票人。请另选一位在场的人。`,
  officer_not_held: () => "这个人现在不是计票人，也不是监票人。请刷新本页看现在的名单。",
  reader_is_party: d => `您${partyWords[String(d.why)] ?? "与这件事有关"}，不能读票。请换一位工作人员。`,
  sheet_not_returned: d => `第${d.sheet}号票没有登记收回，不能读。票确实在票箱里的，请先登记收回。`,
  more_sheets_than_returned: d =>
    `票箱里应有${d.returned}张票。多出来的分不出是哪一张，请监票人再数一遍；确实多了的，请把本次表决作废，重新投。`,
  sheet_read_already: d => `第${d.sheet}张由${d.by}读过一遍，请换另一个人核对。`,
  sheet_not_read: d => `第${d.sheet}张还没有读第一遍，不能核对。`,
  own_reading: d => `第${d.sheet}张的第一遍是您读的，请换另一个人核对。`,
  sheet_checked: d => `第${d.sheet}张已经两遍读得一致，不用再读。`,
  reading_missing: d => `第${d.sheet}张还没有选票上填的是什么。看不清的、没有填的，请选无效。`,
  reading_overmarked: d => `第${d.sheet}张上选了${d.marked}项，最多${d.most}项。选多了的，请选无效。`,
  nothing_read: () => "还没有读票。请先选好票上填的是什么。",
  round_not_by_hands: () => "这次不是举手表决，不用填举手的数。",
  counter_unknown: () => "请选一位计票人。还没有推定的，请先登记计票人。",
  hand_counts_missing: d => `举手要由两位计票人各数一遍，现在有${d.counted}位的数。请补齐再结束表决。`,
  hand_counts_differ: () => "两位计票人数的不一样。请再举一次手，两人重新数。",
  more_hands_than_present: d => `数到${d.counted}只手，在场可以表决的只有${d.present}人。请核对在场人数，重新数。`,
}

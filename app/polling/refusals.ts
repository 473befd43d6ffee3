import type { PollState } from "#db/schema/polling"
import { formatDate } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"
import { pollStateNames } from "./rules"

const day = (date: unknown): string => (typeof date === "string" && date ? formatDate(date) : "")
const list = (names: unknown): string => (Array.isArray(names) ? names.join("、") : "")

/** What happened and what to do next, for each code this room refuses with. */
export const pollingRefusals: Sentences = {
  poll_topic_missing: () => "这种表决要有议题。请先在议题里写好方案、判断程序，再从议题办书面表决。",
  poll_topic_not_routed: d => `议题“${d.title}”还没有判断程序。请先在议题里回答几个问题，看它该走哪种程序。`,
  poll_matter_missing: () => "请选办哪一件事的书面表决。",
  poll_estate_missing: () => "请选是哪个小区的事。",
  poll_announced: () => "公告已经发出，票册和规则都已固定，这里不能再改。确实有错的，请取消这次表决，重新起草。",
  poll_moved_on: d =>
    `这次表决现在是“${pollStateNames[d.state as PollState] ?? ""}”，可能刚刚有人办过这一步。请刷新本页再看。`,
  poll_date_wrong: () => "没有这一天，请看日历再填。",
  poll_dates_missing: () => "请填开始收票和截止的日期。",
  poll_dates_crossed: () => "截止日期在开始收票之前，请改。",
  poll_notice_short: d =>
    `公告要提前${d.days}天，公告当天和开始收票那天都不算，最早${day(d.earliest)}开始收票（${d.article}）。`,
  answer_days_few: d => `收票至少${d.days}天，最早${day(d.earliest)}截止（${d.article}）。`,
  answer_days_many: d => `收票最多${d.days}天，最晚${day(d.latest)}截止（${d.article}）。`,
  poll_question_missing: () => "请写表决事项，写成表决票上的原话。",
  poll_wording_moved: () => "起草以后，议题的方案又改过了。请对照现在的方案看一遍表决事项，再保存一次。",
  poll_scope_missing: () => "请选哪几栋楼的业主参加表决。",
  poll_one_unit: () => "征求业主本人同意的，请写清楚是哪一处房屋，只写一处。",
  scope_not_allowed: d =>
    `现行规程要求全体业主表决，不能只选几栋楼（${d.article}）。本地另有规定的，请先在规程里改、核对并启用。`,
  scope_all_owners: d =>
    `物业服务、管理规约、业主委员会这类事关系全体业主，不能只由几栋楼的业主表决（${d.article}）。请把选的楼栋都去掉，由全体业主表决。`,
  scope_picked_units: () => "参加表决的按整栋楼算，不能挑几户房屋。请只选楼栋。",
  scope_of_community: d => `居委会由全社区选举，不能只由几栋楼选（${d.article}）。请不选楼栋，填全社区有多少人参加。`,
  scope_not_the_office: () => "楼栋长由本楼栋的居民推选。请只选他当楼栋长的那一栋。",
  office_not_so_filled: () =>
    "这个职务不能这样产生。推选用于楼栋长、居民小组长这类，居委会选举只选居委会成员；其他组织按各自的规定产生。",
  electors_not_counted: () => "这种表决要有票册，不能只填人数。请去掉人数。",
  register_contradicts: d =>
    `房屋清册有${(d.contradictions as string[]).length}处对不上，请先改好：${list(d.contradictions)}。`,
  poll_roll_empty: () => "没有一个人可以参加表决。请选楼栋，或者填有多少人参加。",
  number_not_whole: () => "请填数字，如 12。",
  unit_unknown: d => `房屋清册里没有“${d.label}”，请照清册的写法写，一行一处。`,
  candidates_missing: () => "请写候选人，一行一个。",
  candidates_too_few: d => `候选人有${d.candidates}人，名额${d.seats}个，至少要有${d.needed}人（${d.article}）。`,
  candidate_unknown: d => `人员名册里没有“${d.name}”。请先登记到名册，当选以后才能写入任期。`,
  candidate_ambiguous: d => `人员名册里有几个“${d.name}”。请在名字后面空一格，加上手机号后四位。`,
  candidate_not_registered: d => `“${d.name}”没有登记在人员名册，不能写入任期。`,
  poll_office_missing: () => "请选当选以后担任什么。",
  counters_missing: () => "计票人至少写两位，用顿号隔开。",
  scrutineers_missing: () => "请写监票人。",
  counter_is_candidate: d => `${d.name}是候选人，不能计票、监票。请换人。`,
  scrutineer_is_handler: d => `${d.name}是这件事的经办人，不能监票。请换人。`,
  scrutineer_is_counter: d => `${d.name}已经是计票人，不能同时监票。请换人。`,
  poll_opens_later: d => `${day(d.opensOn)}才开始收票。在这之前可以送达表决票。`,
  poll_reason_missing: () => "请写明为什么取消。",
  poll_not_counted: () => "还没有计票，没有结果可以看。",
  poll_not_proclaimed: () => "结果还没有公布。请先公布结果，再打印公告。",
  poll_without_roll: () => "这次表决还没有公告，或者只登记人数，没有票册。",
  delivery_nobody: () => "请勾选送到了哪几张票。",
  delivery_in_future: () => "送达日期在今天之后。请填实际送到的那一天。",
  delivery_before_announcement: () => "送达日期在公告之前。请填公告以后实际送到的那一天。",
  delivery_after_closing: d => `收票到${day(d.closesOn)}截止，截止以后送到的不算送达。请填实际送到的那一天。`,
  delivery_too_late: d =>
    `本小区的规定要计算未返回的票，送达要在截止（${day(d.closesOn)}）以前登记，截止以后不再补登记。没有登记送达的，按未送达计。`,
  poll_counted_by_hand: () => "这次表决不记名，不逐张录入。请在计票页填计票单上的总数。",
  poll_not_by_hand: () => "这次表决逐张录入表决票，不用计票单。请到录入页。",
  paper_unknown: d => `票册上没有${d.ordinal}号。请看票上印的编号。`,
  paper_in_future: () => "收回日期在今天之后。请填实际收到的那一天。",
  paper_before_opening: d => `收回日期在开始收票（${day(d.opensOn)}）之前，请看清再填。`,
  invalid_reason_missing: () => "记为无效的，请写明为什么无效，如没有签名、改动看不清。",
  ballot_exists: d => `${d.ordinal}号已经由${d.by}录入。是同一业主又交来一张，还是前面录错了？请选一项，写明原因。`,
  ballot_reason_missing: () => "请写明原因，它会和先前的一张一起保存。",
  check_nothing: () => "一张都没有选。请对着原票，选票上填的是哪一项。",
  ballot_not_entered: d => `${d.ordinal}号还没有录入，请先录入，再由另一个人核对。`,
  already_checked: d => `${d.ordinal}号已经由${d.by}核对过。`,
  own_entry: d => `${d.ordinal ? `第${d.ordinal}号` : "这一份"}是您自己录入的，请由另一个人核对。`,
  proxy_not_granted: () => "这次表决的规程不许委托，只能本人填写。",
  proxy_to_self: d => `${d.to}就是业主本人，不用填代理人。`,
  proxy_barred: d => `${d.to}是候选人，不能接受委托。`,
  proxy_twice: d => `${d.from}已经委托过别人，不能再委托。`,
  proxy_passed_on: d => `${d.to}自己已经委托了别人，不能再接受委托。`,
  proxy_too_many: d => `${d.to}接受的委托已满${d.most}份，不能再接受。`,
  count_before_last_day: d => `投票到${day(d.closesOn)}，当天投完以后才能计票。`,
  count_not_whole: () => "票数要填整数，没有的填0。",
  count_over_roll: d => `发出${d.issued}张，多于应参加的${d.entitled}人。请核对发票数。`,
  count_over_delivered: d =>
    `计票单上发出${d.issued}张，票册上登记送达${d.handedOut}张，两个数要一样。请先补登记，或者核对计票单。`,
  count_issued_unbalanced: d =>
    `发出${d.issued}张，收回${d.returned}张加未收回${d.notReturned}张，对不上。请清点以后再填。`,
  count_unbalanced: d =>
    `收回${d.returned}张，除去无效${d.invalid}张、均不同意${d.none}张、弃权${d.abstain}张，应有${d.marking}张选了人，每张最多选${d.seats}人，各人得票合计${d.sum}票，对不上。请重新清点。`,
  count_option_over: d => `有人得${d.votes}票，可是选了人的票只有${d.marking}张。请重新清点。`,
  count_finished: () => "已经计完，不用再计票。",
  count_checked: d => `第${d.ordinal}次计票已经核对，不能再改。`,
  count_not_entered: () => "还没有录入计票单。请先由一位计票人录入，再由另一位核对。",
  count_unchecked: d => `第${d.ordinal}次计票由${d.by}录入，还没有人核对。请另一位计票人核对以后再结束。`,
  papers_unchecked: d => `还有${d.unchecked}张票没有核对。请另一个人对着原票核对以后再计票。`,
  poll_still_open: d => `收票到${day(d.closesOn)}，还有${d.missing}张没有收回。截止以后才能计票。`,
  run_off_owed: d => `还有${d.seats}个名额没有定下来，要在${list(d.names)}之间另行选举。不再选的，请写明原因。`,
}

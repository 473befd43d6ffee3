import { formatDate, isRealDate } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"

const characters = (value: unknown) => (Array.isArray(value) ? value.map(one => `“${one}”`).join("、") : "")
const day = (value: unknown) => (isRealDate(String(value)) ? formatDate(String(value)) : String(value ?? ""))
const where = (d: Record<string, unknown>) => `第${d.item}项“${d.title}”`

export const recordsRefusals: Sentences = {
  meeting_not_over: () => "会议还没有散会。散会后才能起草和核准文书。",
  already_approved: () => "这份文书已经核准，文字不再改动。",
  wording_changed: () => "您看的时候文字有了改动，还没有核准。请把现在的文字看一遍再核准。",
  not_approved: () => "这份文书还没有核准。主持人核准后才能导出。",
  notice_time_over: () => "会议已经开过，会议通知不再印。",
  minutes_not_drafted: () => "会议纪要还没有起草。请先起草，由主持人核准。",
  resolution_not_drafted: () => "这件事的决议还没有起草。请先起草，由主持人核准。",
  no_papers_given: () => "这一轮还没有发过纸质票，没有可登记的。",
  count_not_out: () => "表决结果还没有公布。公布以后才能印。",
  papers_moved_meanwhile: () => "印的时候又有纸质票发出或收回，没有印成。请再印一次。",
  corrected_meanwhile: () => "印的时候这一轮的结果刚刚有了更正，没有印成。请再印一次，更正会写在上面。",
  result_set_aside: () => "这一轮的结果已经更正为重新表决，不再公告。",
  announcement_not_released: d =>
    d.sentBy
      ? `计票结果公告由${d.sentBy}送来核对，等另一个人放行。放行以后就能印。`
      : "计票结果公告要由另一个人核对放行，才能印。请先看草稿，再送核对。",
  announcement_sent_already: () => "这份公告已经送核对，不用再送。请等另一个人放行。",
  announcement_not_sent: () => "这份公告还没有送来核对，不能放行。请先由经办的人送核对。",
  announcement_released_already: () => "这份公告已经放行，可以打印。",
  announcement_changed: () =>
    "您看的时候公告的内容有了变化，没有放行。请把现在的看一遍；要放行的，请经办的人重新送核对。",
  own_announcement: () => "这份公告是您送来核对的，要由另一个人放行。",
  papers_none_chosen: () => "还没有选文件。请在要印的文件前打勾。",
  opening_missing: () => "开头还空着，请写明会议何时何地由谁召开。",
  discussion_missing: d => `${where(d)}还没有讨论情况，请写上代表们说了什么。`,
  decision_missing: d => `${where(d)}表决已通过，还没有议定事项，请写上定了什么。`,
  decision_content_missing: d => `${where(d)}的议定事项第${d.row}条没有内容，请写上或去掉这一条。`,
  paper_title_missing: () => "标题还空着，请写上。",
  preamble_missing: () => "依据一段还空着，请写明哪次会议、依据什么作出。",
  conditions_not_as_voted: d =>
    Array.isArray(d.voted) && d.voted.length > 0
      ? `附带条件要和会上表决的一样，只可以改标点：${d.voted.join("；")}。请照着改回来。`
      : "会上表决时没有附带条件，这里不能加。请清空附带条件；要加条件的，请再开会表决。",
  items_missing: () => "还没有落实要求，请至少写一条。",
  item_content_missing: d => `落实要求第${d.row}条没有内容，请写上或去掉这一条。`,
  due_date_not_real: d => `“${d.text}”不是日历上的日子，请改日期。`,
  wording_unprintable: d =>
    `这些字没有字库，印不出来：${characters(d.characters)}。请换成印得出的字，或请管理员添上字库。`,
  figure_not_as_recorded: d =>
    `“${d.typed}”和记录对不上：${d.recorded}。请照记录改，或者把这个数字去掉；文字可以随意改。`,
  confirmed_before_meeting: () => "会议还没有开始。开会以后才能确认以前的纪要。",
  confirmed_after_minutes: () =>
    "这次会议自己的纪要已经核准，不能再补登确认。请在下一次会议上确认，在那次会议的纪要页登记。",
  already_confirmed: () => "这份纪要已经在会上确认过了，没有重复登记。",
  remark_too_long: d => `意见最多${d.most}个字，请写短一些。`,
  archive_nothing_new: () => "没有新归档的文书，上次签名以后都没有变，不用再签。",
  edition_changed: () => "您看的时候这份公示版有了改动。请刷新页面，看过现在的样子再办。",
  edition_not_draft: () => "这份公示版已经放行或者撤回，不能再改。需要改动的，请先撤回，再重新起草。",
  edition_not_released: () => "这份公示版还没有放行，或者已经撤回，不能打印和张贴。请先由另一个人核对放行。",
  own_edition: () => "这一版是您起草或者改动过的，要由没有改过它的人核对放行。请换一位同事登录后办理。",
  announced_meeting_cancelled: () => "这次会议已经取消，公告不再放行和张贴。已经放行的，请撤回。",
  edition_shows_number: () => "公示文字里还有电话或者证件号，没有放行。请退回起草的人，把那一处遮盖。",
  edition_reason_missing: () => "请写明原因，让起草的人知道要改哪里，居民知道为什么撤回。",
  mark_not_in_text: () => "原文里没有找到这个词语，或者它已经遮盖了。请照原文原样填写。",
  mark_reason_missing: () => "请写明理由。公示版上每一处改动都要说得清为什么。",
  mark_overlaps: () => "这一段与已经遮盖的一处交错在一起。请把词语写短一些，或者写得正好盖住它。",
  mark_must_stay: d => `${d.rule}一律不公开，这一处不能照原文登出。`,
  mark_shows_number: () => "替换的文字里还有电话或者证件号。请换一种写法。",
  posted_on_not_real: () => "张贴日期不是日历上的日子，请改日期。",
  posted_in_future: () => "张贴日期在今天以后。请贴出以后再来登记。",
  posted_before_release: d => `张贴日期早于放行日期（${day(d.releasedOn)}）。放行以前不能张贴，请核对日期。`,
  posted_too_long_ago: d => `张贴日期在${d.days}天以前，太久了。请核对日期；确实漏登的，请撤回这一版后重新公示。`,
  meeting_held_already: () => "会议的日子已经过了，公告不用再贴。",
  posted_already: () => "这份公示版已经登记张贴过了，没有重复登记。",
  notice_place_missing: () => "请写明贴在哪些公示栏，例如：社区公示栏、各楼栋单元门口。",
  ended_on_not_real: () => "取下日期不是日历上的日子，请改日期。",
  ended_before_posted: () => "取下日期早于张贴日期，请核对。",
  ended_in_future: () => "取下日期在今天以后。请取下以后再来登记。",
  early_end_reason_missing: d => `公示要到${day(d.until)}结束以后才满期，提前取下请写明原因。`,
  ended_already: () => "这份公示已经登记取下了，没有重复登记。",
  objection_empty: () => "请写下您的意见。",
  objection_too_late: () => "这份公示已经结束，不再接收异议。您的意见可以作为问题反映给社区。",
  objection_answer_empty: () => "请写下答复。",
  objection_answered: () => "这条异议已经答复过了，没有重复登记。请回到公示页看看。",
}

import type { Sentences } from "~/web/refusals"

const characters = (value: unknown) => (Array.isArray(value) ? value.map(one => `“${one}”`).join("、") : "")
const where = (d: Record<string, unknown>) => `第${d.item}项“${d.title}”`

export const recordsRefusals: Sentences = {
  meeting_not_over: () => "会议还没有散会。散会后才能起草和核准文书。",
  already_approved: () => "这份文书已经核准，文字不再改动。",
  wording_changed: () => "您看的时候文字有了改动，还没有核准。请把现在的文字看一遍再核准。",
  not_approved: () => "这份文书还没有核准。主持人核准后才能导出。",
  opening_missing: () => "开头还空着，请写明会议何时何地由谁召开。",
  discussion_missing: d => `${where(d)}还没有讨论情况，请写上代表们说了什么。`,
  decision_missing: d => `${where(d)}表决已通过，还没有议定事项，请写上定了什么。`,
  decision_content_missing: d => `${where(d)}的议定事项第${d.row}条没有内容，请写上或去掉这一条。`,
  paper_title_missing: () => "标题还空着，请写上。",
  preamble_missing: () => "依据一段还空着，请写明哪次会议、依据什么作出。",
  items_missing: () => "还没有落实要求，请至少写一条。",
  item_content_missing: d => `落实要求第${d.row}条没有内容，请写上或去掉这一条。`,
  due_date_not_real: d => `“${d.text}”不是日历上的日子，请改日期。`,
  wording_unprintable: d =>
    `这些字没有字库，印不出来：${characters(d.characters)}。请换成印得出的字，或请管理员添上字库。`,
}

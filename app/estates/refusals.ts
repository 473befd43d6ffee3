import type { Sentences } from "~/web/refusals"

/** What happened and what to do next, for each code this room refuses with. */
export const estatesRefusals: Sentences = {
  estate_name_taken: d => `已经有叫“${d.name}”的小区，请换一个名称，或打开那一个来改。`,
  building_name_taken: d => `这个小区已经有“${d.name}”，请换一个名称。`,
  unit_label_taken: d => `这栋楼已经有“${d.label}”，请核对房号。`,
  area_unreadable: d => `面积“${d.text}”看不明白。请填平方米数，如98.53。`,
  area_too_fine: d => `面积“${d.text}”的小数太长，最多四位。请照登记簿填写。`,
  share_unreadable: d => `份额“${d.text}”看不明白。请填1/2、三分之一或50%的样子。`,
  shares_incomplete: () => "有人填了份额，有人没填。按份共有请每人都填；共同共有请都不填。",
  shares_not_one: d => `各人的份额（${d.shares}）加起来不等于全部。请照登记簿改正。`,
  owner_twice: d => `${d.name}填了两次，请只留一行。`,
  assignment_exists: d => `${d.name}已经是这栋楼的${d.duty}，不用再登记。`,
}

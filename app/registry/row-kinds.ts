import { textOf } from "./cell-values"
import type { Cell } from "./spreadsheet"

const COUNTED = "[\\d,.一二三四五六七八九十百千万零]*\\s*[件条项个户人次元]*"
const TOTAL = new RegExp(
  `^(本页|本月|本周|本季度|本年|全年|累计)?(合计|总计|小计|共计|累计)[:：\\s]*(共[有计]?)?${COUNTED}[。.]?$`,
)

const NOTE_LABELS =
  "注|附注|备注|说明|填表说明|填写说明|填表人|填报人|制表人|制表|填表|填报|填报单位|填表单位|填表日期|填报日期|制表日期|审核人|审核|审批人|负责人|网格长签字|社区意见|社区书记签字|社区盖章|盖章|签字|单位负责人|联系人|联系电话|日期"
const NOTE = new RegExp(
  `^[\\[(【]?(${NOTE_LABELS})[\\d一二三四五六七八九十]?[\\])】]?\\s*[:：]|^注\\s*\\d*[.、]|^(以上|以下)(空白|为|是)|^\\d+\\s*[.、]\\s*(本表|此表)|^(本表|此表)`,
)

const TOTAL_ALONE = /^(本页|本栋|本幢)?(合计|总计|小计)[:：]?$/

/**
 * 合计, 总计：25件 and the like in the row's first cell that is filled; the bare word 小计 in any cell, for a merged cell of
 * the rows above may reach down into their total.
 */
export function isTotalRow(row: Cell[]): boolean {
  const texts = row.map(cell => textOf(cell).normalize("NFKC").replace(/\s+/g, "")).filter(text => text !== "")
  return texts[0] !== undefined && (TOTAL.test(texts[0]) || texts.some(text => TOTAL_ALONE.test(text)))
}

/**
 * A note below the table: one text in the whole row (perhaps merged over it) that begins like a note, or a line of
 * signatures (填表人：甲一 审核人：乙二) in which every cell is a label or the answer to a bare label before it.
 */
export function isNoteRow(row: Cell[]): boolean {
  const texts = row.map(cell => textOf(cell).normalize("NFKC")).filter(text => text !== "")
  const distinct = [...new Set(texts)]
  if (distinct[0] === undefined || !NOTE.test(distinct[0])) return false
  const bareLabels = distinct.filter(text => NOTE.test(text) && /[:：]\s*$/.test(text)).length
  return distinct.filter(text => !NOTE.test(text)).length <= bareLabels
}

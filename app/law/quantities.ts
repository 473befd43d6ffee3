/** How much of something: 570米, 3组. Always whole. */
export type Quantity = { total: number; unit: string }

/**
 * What lists of works are counted in, as far as a sentence shows it: the longer ones first, lest 平方米 be missed for 米.
 * 元 is money, 号 and 栋 the number of a house, 日 and 次 say when and how often; none of them is a quantity of work.
 */
const units = "平方米 立方米 公里 千米 米 组 处 个 套 台 盏 户 株 棵 块 座 根 条 吨 亩".split(" ").join("|")

const figures = "(\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,7})"
/** Nothing else than a quantity, in whatever unit. */
const alone = new RegExp(`^${figures}\\s*([^\\d\\s.,，。；]{1,4})$`)
// No figure, point or comma before it: the end of 10.5 is no number of its own. 第3组 is an ordinal.
const inside = new RegExp(`(?<![\\d.,第])${figures}\\s*(${units})`, "g")
const broken = new RegExp(`\\d\\.\\d+\\s*(?:${units})`)
/** How often, how wide or how many at most: a measure of the work and not how much of it there is. */
const measuring = /每|不超过|不少于|不低于|以内|宽|高|深|厚|直径|距/

/**
 * The quantity a line of work states: `整治二夜河570米` is 570 米; full-width figures and thousands separators are read.
 * Null where there is none, where it is not whole (10.5公里), or where two are stated and it is not clear which is meant.
 */
export function readQuantity(text: string): Quantity | null {
  const plain = text.normalize("NFKC").trim()
  const only = alone.exec(plain)
  if (only) return quantityOf(only[1]!, only[2]!)
  if (broken.test(plain)) return null
  const found = plain
    .split(/[，；。、,](?!\d{3})/)
    .filter(clause => !measuring.test(clause))
    .flatMap(clause => [...clause.matchAll(inside)])
  const [first] = found
  return first && found.length === 1 ? quantityOf(first[1]!, first[2]!) : null
}

function quantityOf(digits: string, unit: string): Quantity | null {
  const total = Number(digits.replaceAll(",", ""))
  return total > 0 ? { total, unit } : null
}

/** As it is written again: 1,800米. */
export const formatQuantity = ({ total, unit }: Quantity): string =>
  `${String(total).replace(/\B(?=(\d{3})+$)/g, ",")}${unit}`

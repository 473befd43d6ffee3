const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const

/** 一 … 九十九, the numbers of headings. */
export function chineseOrdinal(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) throw new Error(`no heading number for ${number}`)
  const tens = Math.floor(number / 10)
  const ones = number % 10
  const head = tens === 0 ? "" : tens === 1 ? "十" : `${digits[tens]}十`
  return head + (ones ? digits[ones] : "")
}

/** `1.` before an item; set off by a space from an item that begins with a figure, lest 1.3号楼 be read as a number. */
export function numberItem(number: number, text: string): string {
  return /^[0-9０-９]/.test(text) ? `${number}. ${text}` : `${number}.${text}`
}

/** The number before a heading of each level: 一、 then （一） then 1. then （1）. */
export function headingNumber(level: 1 | 2 | 3 | 4, number: number): string {
  if (level === 1) return `${chineseOrdinal(number)}、`
  if (level === 2) return `（${chineseOrdinal(number)}）`
  return level === 3 ? `${number}.` : `（${number}）`
}

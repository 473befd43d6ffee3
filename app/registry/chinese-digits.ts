// Each row holds the ways of writing its own number, from nought to nine.
const WAYS = ["〇○◯零ＯOo", "一元", "二两", "三", "四", "五", "六", "七", "八", "九"]
const DIGITS = new Map(WAYS.flatMap((ways, value) => [...ways].map(sign => [sign, value] as const)))
const PLACES: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10000 }

/** 十三 → 13, 二十 → 20, 廿三 → 23, 二〇二六 → 2026, 一百零五 → 105; null for what is no number. Digits pass through. */
export function readChineseNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replace(/廿/g, "二十").replace(/卅/g, "三十").replace(/初/g, "")
  if (plain === "") return null
  const signs = [...plain]
  if (signs.every(sign => DIGITS.has(sign) || /\d/.test(sign))) {
    return Number(signs.map(sign => DIGITS.get(sign) ?? sign).join(""))
  }
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const sign of signs) {
    const place = PLACES[sign]
    if (place === undefined) {
      const value = DIGITS.get(sign) ?? (/\d/.test(sign) ? Number(sign) : null)
      if (value === null || (digit !== null && digit !== 0)) return null
      digit = value
    } else if (place === 10000) {
      total = (total + section + (digit ?? 0)) * place
      section = 0
      digit = null
    } else {
      section += (digit ?? 1) * place
      digit = null
    }
  }
  return total + section + (digit ?? 0)
}

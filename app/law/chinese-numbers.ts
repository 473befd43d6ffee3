const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
const places = ["", "十", "百", "千"]
const capitalDigits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
const capitalPlaces = ["", "拾", "佰", "仟"]
const groups = ["", "万", "亿", "万亿"]

/** 一, 十, 二十一, 一百零五: for headings and ordinals. Whole numbers from zero to below ten thousand billion. */
export function inChinese(value: number): string {
  // At the head of a number 一十 is said 十.
  return spell(value, digits, places).replace(/^一十/, "十")
}

/** 第三次, 第十二号: an ordinal with its measure word. */
export function ordinalInChinese(value: number, measure: string): string {
  return `第${inChinese(value)}${measure}`
}

/** 86,000.00元 from fen. Money is whole fen throughout. */
export function formatYuan(fen: number): string {
  requireFen(fen)
  const amount = Math.abs(fen)
  const yuan = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ",")
  return `${fen < 0 ? "−" : ""}${yuan}.${String(amount % 100).padStart(2, "0")}元`
}

/**
 * 8.6万元 for a sum of ten thousand yuan or more which is whole to the hundred yuan, 340元 for whole yuan,
 * 1,234.50元 for the rest: always exact, never rounded.
 */
export function formatMoney(fen: number): string {
  requireFen(fen)
  const amount = Math.abs(fen)
  const sign = fen < 0 ? "−" : ""
  if (amount >= 1_000_000 && amount % 10_000 === 0) {
    const hundredths = amount / 10_000
    const decimals = String(hundredths % 100)
      .padStart(2, "0")
      .replace(/0+$/, "")
    const whole = String(Math.floor(hundredths / 100)).replace(/\B(?=(\d{3})+$)/g, ",")
    return `${sign}${whole}${decimals ? `.${decimals}` : ""}万元`
  }
  return amount % 100 === 0 ? formatYuan(fen).replace(".00元", "元") : formatYuan(fen)
}

/** 捌万陆仟元整, 叁佰肆拾元零伍分: the capital form of receipts and contracts (支付结算办法附一). */
export function capitalMoney(fen: number): string {
  requireFen(fen)
  const amount = Math.abs(fen)
  const yuan = Math.floor(amount / 100)
  const jiao = Math.floor((amount % 100) / 10)
  const cents = amount % 10
  const sign = fen < 0 ? "负" : ""
  const whole = yuan > 0 ? `${spell(yuan, capitalDigits, capitalPlaces)}元` : ""
  if (jiao === 0 && cents === 0) return `${sign}${whole || "零元"}整`
  const tenths = jiao > 0 ? `${capitalDigits[jiao]}角` : whole ? "零" : ""
  return `${sign}${whole}${tenths}${cents > 0 ? `${capitalDigits[cents]}分` : "整"}`
}

function spell(value: number, digitNames: readonly string[], placeNames: readonly string[]): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1e16) throw new RangeError(`not a whole number: ${value}`)
  const zero = digitNames[0] ?? ""
  if (value === 0) return zero
  let words = ""
  let gap = false
  for (let group = 3; group >= 0; group -= 1) {
    const four = Math.floor(value / 10_000 ** group) % 10_000
    if (four === 0) {
      if (words) gap = true
      continue
    }
    if (words && (gap || four < 1000)) words += zero
    gap = false
    words += spellFour(four, digitNames, placeNames) + groups[group]
  }
  return words
}

function spellFour(value: number, digitNames: readonly string[], placeNames: readonly string[]): string {
  let words = ""
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      if (words) gap = true
      continue
    }
    if (gap) words += digitNames[0]
    gap = false
    words += `${digitNames[digit]}${placeNames[place]}`
  }
  return words
}

function requireFen(fen: number): void {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not whole fen: ${fen}`)
}

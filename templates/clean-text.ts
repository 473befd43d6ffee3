// Radicals of U+2E80–2EFF that pasted text carries in place of the ideograph; Unicode gives them no decomposition.
const radicals: Record<string, string> = {
  "⺀": "冫",
  "⺄": "乙",
  "⺅": "亻",
  "⺟": "母",
  "⺠": "民",
  "⻄": "西",
  "⻅": "见",
  "⻆": "角",
  "⻋": "车",
  "⻓": "长",
  "⻔": "门",
  "⻘": "青",
  "⻚": "页",
  "⻛": "风",
  "⻜": "飞",
  "⻝": "食",
  "⻢": "马",
  "⻥": "鱼",
  "⻦": "鸟",
  "⻩": "黄",
  "⻬": "齐",
  "⻮": "齿",
  "⻰": "龙",
  "⻳": "龟",
}

const variationSelectors = /\p{Variation_Selector}/gu

/** Nothing to clean: what almost every text is. */
const isClean = /^[\n\u0020-\u007e\u00b7\u2014-\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff60\uffe5]*$/

/**
 * Text as it is printed: NFC, Kangxi radicals and compatibility ideographs (pasted from a PDF) as the unified
 * ideographs they look like, tabs and hard spaces as spaces, no control, zero-width or variation characters.
 */
export function cleanText(text: string): string {
  if (isClean.test(text)) return text
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\t\u00a0\u2002-\u200a\u202f]/g, " ")
    .replace(/[\u2028\u2029]/g, "\n")
    .normalize("NFC")
    .replace(/[\u2f00-\u2fdf\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/gu, one => one.normalize("NFKC"))
    .replace(/[\u2e80-\u2eff]/g, one => radicals[one] ?? one)
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(variationSelectors, "")
}

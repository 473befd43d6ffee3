/** By pinyin, or 以姓氏笔画为序. */
export type PersonOrder = "pinyin" | "strokes"

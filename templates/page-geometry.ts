export const millimetre = 72 / 25.4

/** 版头 red of a 公文, and black. */
export const red = "#E60012"
export const black = "#000000"

/** Type sizes by their Chinese names, in points. */
export const typeSize = { second: 22, third: 16, fourth: 14, smallFourth: 12, fifth: 10.5, smallFifth: 9 } as const

/** Rules in points: the red one under a 版头, table lines, first and last rule of a 版记. */
export const ruleWidth = { masthead: 0.5 * millimetre, table: 0.25 * millimetre, imprint: 0.35 * millimetre } as const

/** GB/T 9704-2012 5.2: A4, 天头 37 mm, 订口 28 mm, 版心 156×225 mm, 22 lines of 28 characters. Points. */
export const a4 = {
  width: 210 * millimetre,
  height: 297 * millimetre,
  top: 37 * millimetre,
  left: 28 * millimetre,
  measure: 156 * millimetre,
  depth: 225 * millimetre,
  /** Distance of two characters. */
  pitch: (156 * millimetre) / 28,
  /** Distance of two lines. */
  lead: (225 * millimetre) / 22,
  body: typeSize.third,
} as const

/** Baseline of a line of type of `size` in a row of `lead`, from the row's upper edge. */
export function baselineInRow(size: number, lead: number = a4.lead): number {
  return (lead - size) / 2 + size * 0.88
}

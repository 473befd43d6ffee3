import { areaInWords } from "~/law/areas"
import { inChinese } from "~/law/chinese-numbers"

/**
 * A share of a whole which must be reached.
 * 民法典第1259条: “以上”包括本数, “超过”不包括本数. “过半数”按文义是超过一半, so it carries `over`.
 */
export type Bar = { part: readonly [numerator: number, denominator: number]; over?: true }

/** 过半数: strictly more than half. */
export const MORE_THAN_HALF: Bar = { part: [1, 2], over: true }
/** 三分之二以上: two thirds or more. */
export const TWO_THIRDS_OR_MORE: Bar = { part: [2, 3] }
/** 四分之三以上: three quarters or more. */
export const THREE_QUARTERS_OR_MORE: Bar = { part: [3, 4] }
/** 全体. */
export const EVERYONE: Bar = { part: [1, 1] }

/** One condition, as a light on the screen and a row on paper: numerator and denominator, never only a percentage. */
export type Light = {
  label: string
  count: number
  whole: number
  /** What is counted: heads where nothing is said, else areas in cm². */
  unit?: "area"
  bar: Bar
  met: boolean
  /** False when the whole is empty: then the answer is 无法计算, never "passed". */
  countable: boolean
  article: string
}

/** Exact: cross-multiplied in BigInt. An empty whole is never met. Throws RangeError for anything but whole numbers. */
export function meets(
  count: number | bigint,
  whole: number | bigint,
  { part: [numerator, denominator], over }: Bar,
): boolean {
  if (whole <= 0) return false
  const have = BigInt(count) * BigInt(denominator)
  const need = BigInt(whole) * BigInt(numerator)
  return over ? have > need : have >= need
}

export function makeLight(condition: Omit<Light, "met" | "countable">): Light {
  const { count, whole, bar } = condition
  return { ...condition, met: meets(count, whole, bar), countable: whole > 0 }
}

/** The smallest count which meets the bar; null when the whole is empty or no count within the whole can meet it. */
export function least(whole: number, { part: [numerator, denominator], over }: Bar): number | null {
  if (whole <= 0) return null
  const need = BigInt(whole) * BigInt(numerator)
  const by = BigInt(denominator)
  const smallest = over ? need / by + 1n : (need + by - 1n) / by
  return smallest > BigInt(whole) ? null : Number(smallest)
}

/** 三分之二以上 / 半数以上 / 过半数 / 超过三分之二 / 百分之六十以上 / 全体. */
export function barInWords({ part: [numerator, denominator], over }: Bar): string {
  if (numerator === denominator) return over ? "超过全体" : "全体"
  if (numerator * 2 === denominator) return over ? "过半数" : "半数以上"
  const part = `${denominator === 100 ? "百" : inChinese(denominator)}分之${inChinese(numerator)}`
  return over ? `超过${part}` : `${part}以上`
}

/**
 * How many are needed, for a reader: 须10人. Where “超过” meets a round number it is said as the law says it,
 * 须超过6人, because six of twelve is the case people argue about. `unit` follows the number, or says the whole amount.
 */
export function describeNeed(whole: number, bar: Bar, unit: string | ((amount: number) => string) = "人"): string {
  const needed = least(whole, bar)
  if (needed === null) return whole > 0 ? "无法达到" : "无法计算"
  const [numerator, denominator] = bar.part
  const isRound = (BigInt(whole) * BigInt(numerator)) % BigInt(denominator) === 0n
  const say = typeof unit === "string" ? (amount: number) => `${amount}${unit}` : unit
  return bar.over && isRound ? `须超过${say(needed - 1)}` : `须${say(needed)}`
}

/**
 * 实到10人，应到15人，须10人，达到三分之二以上: one light in one line, for paper and for those who cannot see colours.
 * Areas are said in 平方米, to the last digit there is.
 */
export function describeLight(light: Light, words: { count: string; whole: string; unit?: string }): string {
  const say = light.unit === "area" ? areaInWords : (amount: number) => `${amount}${words.unit ?? "人"}`
  const numbers = `${words.count}${say(light.count)}，${words.whole}${say(light.whole)}`
  if (!light.countable) return `${numbers}，无法计算`
  return `${numbers}，${describeNeed(light.whole, light.bar, say)}，${light.met ? "达到" : "未达到"}${barInWords(light.bar)}`
}

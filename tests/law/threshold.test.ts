import fc from "fast-check"
import { expect, test } from "vitest"
import {
  type Bar,
  barInWords,
  describeLight,
  describeNeed,
  EVERYONE,
  least,
  MORE_THAN_HALF,
  makeLight,
  meets,
  THREE_QUARTERS_OR_MORE,
  TWO_THIRDS_OR_MORE,
} from "~/law/threshold"

const moreThanTwoThirds: Bar = { part: [2, 3], over: true }
const threeQuartersOrMore: Bar = { part: [3, 4] }
const anyBar = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
  .map(([one, other, over]): Bar => {
    const part = [Math.min(one, other), Math.max(one, other)] as const
    return over ? { part, over } : { part }
  })
const anyWhole = fc.integer({ min: 1, max: 100_000 })

test.each<[string, number, number, Bar, boolean]>([
  ["居委会组织法29: exactly two thirds of the members open the meeting", 10, 15, TWO_THIRDS_OR_MORE, true],
  ["居委会组织法29: one fewer does not", 9, 15, TWO_THIRDS_OR_MORE, false],
  ["居委会组织法29: 667 of 1000 is above, 666 is rounded to 66.6% and below", 666, 1000, TWO_THIRDS_OR_MORE, false],
  ["居委会组织法27: exactly half is not 过半数", 6, 12, MORE_THAN_HALF, false],
  ["居委会组织法27: half and one is", 7, 12, MORE_THAN_HALF, true],
  ["居委会组织法19: 超过三分之二 does not include exactly two thirds", 20, 30, moreThanTwoThirds, false],
  ["居委会组织法19: one more than two thirds is 超过", 21, 30, moreThanTwoThirds, true],
  ["民法典278: exactly three quarters pass, 以上 includes the number (民法典1259)", 75, 100, threeQuartersOrMore, true],
  ["民法典278: 1722 of 2583 square centimetres is exactly two thirds", 1722, 2583, TWO_THIRDS_OR_MORE, true],
  ["民法典278: 1721 of 2582 is rounded to 66.65% and fails", 1721, 2582, TWO_THIRDS_OR_MORE, false],
  ["nobody of nobody is never met", 0, 0, TWO_THIRDS_OR_MORE, false],
])("%s", (_sentence, count, whole, bar, met) => {
  expect(meets(count, whole, bar)).toBe(met)
})

test("areas beyond what a double can multiply are still compared exactly", () => {
  const whole = 9_007_199_254_740_990
  expect(meets(6_004_799_503_160_660, whole, TWO_THIRDS_OR_MORE)).toBe(true)
  expect(meets(6_004_799_503_160_659, whole, TWO_THIRDS_OR_MORE)).toBe(false)
})

test("a count which is not a whole number is a fault, not an answer", () => {
  expect(() => meets(6.5, 12, MORE_THAN_HALF)).toThrow(RangeError)
})

test("one more in favour never turns a bar from met to not met", () => {
  fc.assert(
    fc.property(anyWhole, anyBar, fc.nat(), (whole, bar, seed) => {
      const count = seed % whole
      return !meets(count, whole, bar) || meets(count + 1, whole, bar)
    }),
  )
})

test("a bar which exceeds its share is never easier than the one which includes it", () => {
  fc.assert(
    fc.property(anyWhole, anyBar, fc.nat(), (whole, { part }, seed) => {
      const count = seed % (whole + 1)
      return !meets(count, whole, { part, over: true }) || meets(count, whole, { part })
    }),
  )
})

test("the least meets the bar and one fewer does not", () => {
  fc.assert(
    fc.property(anyWhole, anyBar, (whole, bar) => {
      const needed = least(whole, bar)
      if (needed === null) return !meets(whole, whole, bar)
      return meets(needed, whole, bar) && !meets(needed - 1, whole, bar)
    }),
  )
})

test.each<[number, Bar, number | null]>([
  [15, TWO_THIRDS_OR_MORE, 10],
  [60, TWO_THIRDS_OR_MORE, 40],
  [100, TWO_THIRDS_OR_MORE, 67],
  [1291, TWO_THIRDS_OR_MORE, 861],
  [2261, TWO_THIRDS_OR_MORE, 1508],
  [12, MORE_THAN_HALF, 7],
  [11, MORE_THAN_HALF, 6],
  [1, MORE_THAN_HALF, 1],
  [30, moreThanTwoThirds, 21],
  [0, MORE_THAN_HALF, null],
  [5, { part: [1, 1], over: true }, null],
])("of %i the least that meets %o is %s", (whole, bar, needed) => {
  expect(least(whole, bar)).toBe(needed)
})

test.each<[Bar, string]>([
  [TWO_THIRDS_OR_MORE, "三分之二以上"],
  [MORE_THAN_HALF, "过半数"],
  [{ part: [1, 2] }, "半数以上"],
  [moreThanTwoThirds, "超过三分之二"],
  [threeQuartersOrMore, "四分之三以上"],
  [{ part: [1, 10] }, "十分之一以上"],
  [{ part: [1, 1] }, "全体"],
])("%o is said %s", (bar, words) => {
  expect(barInWords(bar)).toBe(words)
})

test.each<[number, Bar, string]>([
  [15, TWO_THIRDS_OR_MORE, "须10人"],
  [12, MORE_THAN_HALF, "须超过6人"],
  [11, MORE_THAN_HALF, "须6人"],
  [0, MORE_THAN_HALF, "无法计算"],
])("of %i the need under %o is said %s", (whole, bar, words) => {
  expect(describeNeed(whole, bar)).toBe(words)
})

test("a light over nobody is not met and says that it cannot be counted", () => {
  const light = makeLight({ label: "到会人数", count: 0, whole: 0, bar: TWO_THIRDS_OR_MORE, article: "第二十九条" })
  expect(light).toMatchObject({ met: false, countable: false })
  expect(describeLight(light, { count: "实到", whole: "应到" })).toBe("实到0人，应到0人，无法计算")
})

test("a light is told with numerator and denominator, without a percentage", () => {
  const light = makeLight({ label: "到会人数", count: 10, whole: 15, bar: TWO_THIRDS_OR_MORE, article: "第二十九条" })
  expect(describeLight(light, { count: "实到", whole: "应到" })).toBe("实到10人，应到15人，须10人，达到三分之二以上")
})

test.each<[Bar, string]>([
  [{ part: [4, 5] }, "五分之四以上"],
  [{ part: [5, 6] }, "六分之五以上"],
  [{ part: [1, 7] }, "七分之一以上"],
  [{ part: [7, 8] }, "八分之七以上"],
  [{ part: [1, 9] }, "九分之一以上"],
  [{ part: [1, 20] }, "二十分之一以上"],
  [{ part: [11, 15] }, "十五分之十一以上"],
  [{ part: [51, 100] }, "百分之五十一以上"],
  [{ part: [1, 1], over: true }, "超过全体"],
  [THREE_QUARTERS_OR_MORE, "四分之三以上"],
  [EVERYONE, "全体"],
])("a rule's own bar %o is said %s", (bar, words) => {
  expect(barInWords(bar)).toBe(words)
})

test("of nobody no number is enough, under 以上 as under 超过", () => {
  expect(least(0, TWO_THIRDS_OR_MORE)).toBe(null)
  expect(describeNeed(0, TWO_THIRDS_OR_MORE)).toBe("无法计算")
})

test("more than everyone cannot be reached, and that is said", () => {
  expect(describeNeed(5, { part: [1, 1], over: true })).toBe("无法达到")
})

test("超过三分之二 of nine touches a round number, of ten it does not", () => {
  expect(describeNeed(9, moreThanTwoThirds)).toBe("须超过6人")
  expect(describeNeed(10, moreThanTwoThirds)).toBe("须7人")
})

test("what is missed is said as missed", () => {
  const light = makeLight({ label: "到会人数", count: 9, whole: 15, bar: TWO_THIRDS_OR_MORE, article: "第二十九条" })
  expect(describeLight(light, { count: "实到", whole: "应到" })).toBe("实到9人，应到15人，须10人，未达到三分之二以上")
})

test("an area is said in square metres to the last digit there is", () => {
  const light = makeLight({
    label: "同意的面积",
    count: 985_300,
    whole: 1_970_600,
    unit: "area",
    bar: TWO_THIRDS_OR_MORE,
    article: "民法典第二百七十八条",
  })
  expect(describeLight(light, { count: "同意", whole: "总面积" })).toBe(
    "同意98.53平方米，总面积197.06平方米，须131.3734平方米，未达到三分之二以上",
  )
})

test("a light over an area is told in 平方米, to the last digit that is needed", () => {
  const told = (count: number, bar: Bar) =>
    describeLight(makeLight({ label: "参与面积", count, whole: 51_205_000, unit: "area", bar, article: "" }), {
      count: "参与",
      whole: "全部",
    })
  expect(told(34_136_666, TWO_THIRDS_OR_MORE)).toBe(
    "参与3413.6666平方米，全部5120.5平方米，须3413.6667平方米，未达到三分之二以上",
  )
  expect(told(25_602_501, MORE_THAN_HALF)).toBe(
    "参与2560.2501平方米，全部5120.5平方米，须超过2560.25平方米，达到过半数",
  )
})

test("the bars of 民法典278 and 279 are what they are called", () => {
  expect([TWO_THIRDS_OR_MORE, THREE_QUARTERS_OR_MORE, MORE_THAN_HALF, EVERYONE].map(barInWords)).toEqual([
    "三分之二以上",
    "四分之三以上",
    "过半数",
    "全体",
  ])
})

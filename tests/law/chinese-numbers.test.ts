import fc from "fast-check"
import { expect, test } from "vitest"
import { capitalMoney, formatMoney, formatYuan, inChinese, ordinalInChinese } from "~/law/chinese-numbers"

test.each([
  [0, "零"],
  [1, "一"],
  [10, "十"],
  [12, "十二"],
  [20, "二十"],
  [99, "九十九"],
  [100, "一百"],
  [105, "一百零五"],
  [110, "一百一十"],
  [1010, "一千零一十"],
  [10_000, "一万"],
  [10_005, "一万零五"],
  [100_000, "十万"],
  [110_500, "十一万零五百"],
  [100_000_001, "一亿零一"],
  [4_678, "四千六百七十八"],
  [11_000, "一万一千"],
  [100_001_000, "一亿零一千"],
  [100_010_000, "一亿零一万"],
  [3_000_000_000_000, "三万亿"],
])("%i is written %s", (value, words) => {
  expect(inChinese(value)).toBe(words)
})

test("two numbers are never written alike", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.nat(1_000_000),
      (one, other) => one === other || inChinese(one) !== inChinese(other),
    ),
  )
})

test("the third meeting is 第三次", () => {
  expect(ordinalInChinese(3, "次")).toBe("第三次")
})

test.each([
  [8_600_000, "86,000.00元", "8.6万元", "捌万陆仟元整"],
  [34_000, "340.00元", "340元", "叁佰肆拾元整"],
  [123_450, "1,234.50元", "1,234.50元", "壹仟贰佰叁拾肆元伍角整"],
  [1_234_567, "12,345.67元", "12,345.67元", "壹万贰仟叁佰肆拾伍元陆角柒分"],
  [34_005, "340.05元", "340.05元", "叁佰肆拾元零伍分"],
  [5, "0.05元", "0.05元", "伍分"],
  [0, "0.00元", "0元", "零元整"],
  [100_000_000, "1,000,000.00元", "100万元", "壹佰万元整"],
  [1_000_000, "10,000.00元", "1万元", "壹万元整"],
  [1_050_000, "10,500.00元", "1.05万元", "壹万零伍佰元整"],
  [1_000_100, "10,001.00元", "10,001元", "壹万零壹元整"],
  [-34_000, "−340.00元", "−340元", "负叁佰肆拾元整"],
  [-8_600_000, "−86,000.00元", "−8.6万元", "负捌万陆仟元整"],
  [123_456_780_000, "1,234,567,800.00元", "123,456.78万元", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰元整"],
  [900, "9.00元", "9元", "玖元整"],
])("%i fen are %s, %s, %s", (fen, yuan, money, capital) => {
  expect([formatYuan(fen), formatMoney(fen), capitalMoney(fen)]).toEqual([yuan, money, capital])
})

test("half a fen is a fault, not a sum", () => {
  expect(() => formatYuan(0.5)).toThrow(new RangeError("not whole fen: 0.5"))
})

test.each([-1, 0.5, 1e16, Number.NaN])("%d is not written in Chinese", value => {
  expect(() => inChinese(value)).toThrow(new RangeError(`not a whole number: ${value}`))
})

test("the greatest whole number a program counts to is written in full", () => {
  expect(inChinese(Number.MAX_SAFE_INTEGER)).toBe("九千零七万亿一千九百九十二亿五千四百七十四万零九百九十一")
})

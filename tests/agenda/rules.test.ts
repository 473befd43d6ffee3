import { expect, test } from "vitest"
import { parseYuan, yuanText } from "~/agenda/rules"

test.each([
  ["", null],
  ["48000", 4_800_000],
  ["0.1", 10],
  ["0.07", 7],
  ["1,234.56", 123_456],
  ["￥486000.00元", 48_600_000],
  ["１２．５", 1250],
  ["1.10", 110],
])("%s元 is exactly %s fen", (text, fen) => {
  expect(parseYuan(text)).toEqual({ ok: true, fen })
})

test.each(["4.8万", "1.234", "-5", "abc", "1e5", "99999999999"])("%s is no amount", text => {
  expect(parseYuan(text)).toEqual({ ok: false })
})

test.each([
  [null, ""],
  [4_800_000, "48000"],
  [7, "0.07"],
  [123_450, "1234.50"],
])("%s fen are typed again as %s", (fen, text) => {
  expect(yuanText(fen)).toBe(text)
})

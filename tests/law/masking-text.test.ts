import { expect, test } from "vitest"
import { foldText, inOriginal } from "~/law/masking-text"

test.each([
  ["full-width digits and letters", "１３９Ａｂ－", "139Ab-"],
  ["digits of Arabic", "٠١٢٣٤٥٦٧٨٩", "0123456789"],
  ["digits of Persian", "۱۳۹۰", "1390"],
  ["digits of Devanagari", "०१९", "019"],
  ["a number in a circle, of two digits", "⑩", "10"],
  ["what is no digit stays, whatever it could be taken apart to", "㎡、½、℃、ａｂ℡", "㎡、½、℃、ab℡"],
  ["Chinese stays as it is, its wide comma is read as a plain one", "王小红、𬭎女士，", "王小红、𬭎女士,"],
  ["what has no width is left out", "1\u200b3\u00ad9\ufe0f\u20e3\ufeff", "139"],
])("%s: %s is read as %s", (_sentence, written, read) => {
  expect(foldText(written).text).toBe(read)
})

test("each unit of the folded text leads back to where it stood", () => {
  const folded = foldText("𬭎\u200b⑩９。")
  expect(folded).toEqual({ text: "𬭎109。", start: [0, 0, 3, 3, 4, 5], end: [2, 2, 4, 4, 5, 6] })
  expect(inOriginal(folded, { from: 2, to: 5 })).toEqual({ from: 3, to: 5 })
})

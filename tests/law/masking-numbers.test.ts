import { expect, test } from "vitest"
import { findNumbers } from "~/law/masking-numbers"

const own = ["05000000001", "05000000002"]
const found = (text: string) => findNumbers(text, own).map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`)

test.each<[string, string[]]>([
  ["证号AB12345678", ["identity AB12345678"]],
  ["护照E12345678号", ["identity E12345678"]],
  ["E12345678，13900000001", ["identity E12345678", "phone 13900000001"]],
  ["13900000001，E12345678", ["identity E12345678", "phone 13900000001"]],
  ["13900000001，一三九零零零零一二三四", ["phone 13900000001", "phone 一三九零零零零一二三四"]],
  ["一三九零零零零一二三四，一三九零零零零五六七八", ["phone 一三九零零零零一二三四", "phone 一三九零零零零五六七八"]],
])("each number is found once and whole: %s", (text, numbers) => {
  expect(found(text)).toEqual(numbers)
})

test.each<[string, string[]]>([
  ["0500-0000001", []],
  ["0500-0000002", []],
  ["0500-0000001/13900000001", ["phone 13900000001"]],
])("the office's own numbers stay, and do not hide what stands behind them: %s", (text, numbers) => {
  expect(found(text)).toEqual(numbers)
})

test.each(["共139 2026-10-08", "共1390 2026-1-08", "共1390 2026-10-8"])(
  "a count beside a date is no mobile number: %s",
  text => {
    expect(found(text)).toEqual([])
  },
)

test("a run of digits longer than any number of a person is left, one of 24 is not", () => {
  expect(found("1".repeat(25))).toEqual([])
  expect(found("1".repeat(24))).toEqual([`identity ${"1".repeat(24)}`])
})

test.each<[string, string[]]>([
  ["32010219900307001 X。", ["identity 32010219900307001 X"]],
  ["320102 19900307 001 X", ["identity 320102 19900307 001 X"]],
  ["32010219900307001，X光", ["identity 32010219900307001"]],
  ["62220200000000123", ["identity 62220200000000123"]],
  ["6222020000000012X", ["identity 6222020000000012"]],
])("the check letter belongs to an identity number of seventeen digits, and to nothing else: %s", (text, numbers) => {
  expect(found(text)).toEqual(numbers)
})

test.each<[string, string[]]>([
  ["1 320102 19900307 0011", ["identity 320102 19900307 0011"]],
  ["120102 19900307 0011 5", ["identity 120102 19900307 0011"]],
  ["120102 900307 001", ["identity 120102 900307 001"]],
  ["1 120102 900307 001", ["identity 120102 900307 001"]],
  ["120102 900307 001 5", ["identity 120102 900307 001"]],
  ["120102 19901399 0011", ["phone 19901399"]],
  ["1 6222 0200 0000 0000 123", ["identity 6222 0200 0000 0000 123"]],
  ["6222 0200 0000 0000 1234 1234", ["identity 6222 0200 0000 0000"]],
])("an identity or card number in groups begins and ends with its own groups: %s", (text, numbers) => {
  expect(found(text)).toEqual(numbers)
})

test.each<[string, string[]]>([
  ["120500123456", ["identity 120500123456"]],
  ["05001234567890", ["identity 05001234567890"]],
  ["94001234567", ["identity 94001234567"]],
  ["40012345678", ["identity 40012345678"]],
  ["4001234567", ["phone 4001234567"]],
  ["打8688666", ["phone 8688666"]],
  ["打17000101", ["phone 17000101"]],
])("what is too long or too short for a telephone is not called one: %s", (text, numbers) => {
  expect(found(text)).toEqual(numbers)
})

test.each<[string, string[]]>([
  ["预算486000000元", []],
  ["预算480000000000元", []],
  ["预算4800000000000元", ["identity 4800000000000"]],
  ["预算48600000 元", []],
  ["预算48600000余元", []],
  ["打86886666找个人", ["phone 86886666"]],
  ["打86886666找人", ["phone 86886666"]],
])("an amount is known by the unit right behind it: %s", (text, numbers) => {
  expect(found(text)).toEqual(numbers)
})

test.each<[string, string[]]>([
  ["编号86886666", []],
  ["编号：86886666", []],
  ["编号 86886666", []],
  ["编号不详，打86886666", ["phone 86886666"]],
])("the number of a paper is known by the word right before it: %s", (text, numbers) => {
  expect(found(text)).toEqual(numbers)
})

test.each<[string, string[]]>([
  ["电话8688 6666", ["phone 8688 6666"]],
  ["电话8688 6666 12", ["phone 8688 6666"]],
  ["面积3688 6666，电话另行公布", []],
  ["8688 6666", []],
  ["电话1688 6666", []],
  ["电话12688 6666", []],
  ["电话26888 6666", []],
  ["电话8688 66666", []],
])("a local number in two groups is one only where it is said to be: %s", (text, numbers) => {
  expect(found(text)).toEqual(numbers)
})

test.each<[string, string[]]>([
  ["打(0500)0000009", ["phone (0500)0000009"]],
  ["0500)0000009", ["phone 0500)0000009"]],
  ["打0500)0000009", ["phone 0500)0000009"]],
  ["甲一(13900000001)", ["phone 13900000001"]],
  ["座机0500-0000009 转801", ["phone 0500-0000009 转801"]],
  ["座机0500-0000009转 801找甲一", ["phone 0500-0000009转 801"]],
  ["320102199003070011转801", ["identity 320102199003070011"]],
])("the bracket before and the extension behind go with a telephone: %s", (text, numbers) => {
  expect(found(text)).toEqual(numbers)
})

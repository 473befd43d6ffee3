import fc from "fast-check"
import { expect, test } from "vitest"
import { canonicalJson, deepFreeze, type Plain } from "~/law/canonical-json"

test("the same facts in another order are the same text", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "甲" }], a: true })).toBe('{"a":true,"b":[1,{"c":"甲","d":null}]}')
  expect(canonicalJson({ a: true, b: [1, { c: "甲", d: null }] })).toBe('{"a":true,"b":[1,{"c":"甲","d":null}]}')
})

test("the order of a list is a fact", () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})

test("what is left undefined is left out", () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
})

test("what is not a JSON number is a fault", () => {
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(new RangeError("not a JSON number: NaN"))
})

test("the text read back is written alike", () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = canonicalJson(value as Plain)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

test("a frozen value cannot be changed at any depth", () => {
  const value = { list: [{ name: "甲一", note: null }] }
  const frozen = deepFreeze(value)
  expect(frozen).toBe(value)
  expect([frozen, frozen.list, frozen.list[0]].map(part => Object.isFrozen(part))).toEqual([true, true, true])
  expect(() => {
    frozen.list[0]!.name = "乙二"
  }).toThrow(TypeError)
})

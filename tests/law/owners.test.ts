import { expect, test } from "vitest"
import { areaInWords, areaText, parseArea } from "~/law/areas"
import { addAreas, ownerHeads } from "~/law/owners"
import { headsCases } from "./cases/owner-heads-cases"

const byKey = (heads: readonly (readonly [string, number])[]) => [...heads].sort(([a], [b]) => (a < b ? -1 : 1))

test.each(headsCases)("$article: $name", ({ units, parking, heads }) => {
  const found = ownerHeads(units, { parkingArea: parking })
  expect(byKey(found.map(head => [head.key, head.areaCm2] as const))).toEqual(byKey(heads))
})

test.each(headsCases)("every unit that counts belongs to one head: $name", ({ units, parking }) => {
  const counted = units.filter(unit => parking === "counted" || !unit.isParking).map(unit => unit.unitId)
  const held = ownerHeads(units, { parkingArea: parking }).flatMap(head => head.unitIds)
  expect(held.toSorted()).toEqual(counted.toSorted())
})

test("heads stand in the order in which the units name them, and know their owners", () => {
  const unit = { areaCm2: 100, isParking: false, holding: "owned" as const, developerId: "d" }
  const heads = ownerHeads(
    [
      { ...unit, unitId: "1室", ownerIds: ["B", "A"] },
      { ...unit, unitId: "2室", ownerIds: ["C"], holding: "unsold" },
      { ...unit, unitId: "3室", ownerIds: ["A", "B"] },
    ],
    { parkingArea: "counted" },
  )
  expect(heads).toEqual([
    { key: "owner:A+B", ownerIds: ["A", "B"], developerId: null, unitIds: ["1室", "3室"], areaCm2: 200 },
    { key: "developer:d", ownerIds: [], developerId: "d", unitIds: ["2室"], areaCm2: 100 },
  ])
})

test("a unit the developer owns together with a buyer is a head of both, not one more of the developer's unsold", () => {
  const heads = ownerHeads(
    [
      { unitId: "1室", areaCm2: 100, isParking: false, holding: "owned", ownerIds: ["A", "x"], developerId: "A" },
      { unitId: "2室", areaCm2: 100, isParking: false, holding: "unsold", ownerIds: [], developerId: "A" },
    ],
    { parkingArea: "counted" },
  )
  expect(heads.map(head => head.key)).toEqual(["owner:A+x", "developer:A"])
})

test("an area that is no whole number of square centimetres is a fault, not a result", () => {
  expect(() => addAreas(0, 98.53)).toThrow(RangeError)
  expect(() => addAreas(0, -1)).toThrow(RangeError)
  expect(() => addAreas(0, Number.NaN)).toThrow(RangeError)
  expect(() => addAreas(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError)
  expect(addAreas(Number.MAX_SAFE_INTEGER - 1, 1)).toBe(Number.MAX_SAFE_INTEGER)
})

test.each<[number, string]>([
  [985_300, "98.53"],
  [0, "0"],
  [1, "0.0001"],
  [10_000, "1"],
  [51_205_000, "5120.5"],
  [10_050, "1.005"],
  [-985_300, "-98.53"],
])("%i cm² is written %s and read again", (areaCm2, text) => {
  expect(areaText(areaCm2)).toBe(text)
  expect(areaInWords(areaCm2)).toBe(`${text}平方米`)
  expect(parseArea(text)).toBe(areaCm2 < 0 ? null : areaCm2)
})

test.each<[string, number | null]>([
  ["１２８", 1_280_000],
  ["1,024.5㎡", 10_245_000],
  ["98.53 平方米", 985_300],
  ["98.530000", 985_300],
  [" 98.53m² ", 985_300],
  ["0.1", 1000],
  ["12,345,678.5", 123_456_785_000],
  ["98平方米5", null],
  ["98.53001", null],
  ["", null],
  ["约98", null],
  ["9,8.53", null],
  ["1e3", null],
  ["99999999999999.9999", null],
])("an area typed as “%s” is read as %s", (text, areaCm2) => {
  expect(parseArea(text)).toBe(areaCm2)
})

import { expect, test } from "vitest"
import { applyMarks, hasSecretNumber, type KnownPerson, type KnownToMasking, maskText } from "~/law/masking"

/** The edges of what is masked: whom a text means, and what a place, a firm or a form of address only seems to mean. */
const person = (name: string, isPublicRole = false, gender: KnownPerson["gender"] = null): KnownPerson => ({
  name,
  gender,
  isPublicRole,
})
const publicText = (text: string, known: Partial<KnownToMasking>) =>
  applyMarks(text, maskText(text, { people: [], ...known }))
const named = (text: string, ...names: string[]) => publicText(text, { people: names.map(name => person(name)) })

test.each([
  ["a phone", "电话13900000001", true],
  ["an identity number", "320102199003070011", true],
  ["a door, which is no number of a person", "12栋二单元301室", false],
  ["the community's own phone", "电话0500-0000001", false],
])("whether a text holds a secret number: %s", (_sentence, text, isSecret) => {
  expect(hasSecretNumber(text, ["0500-0000001"])).toBe(isSecret)
})

test("a room of the venue stays, the same number of a dwelling before or behind it goes", () => {
  const known = { venues: [{ words: "党群服务中心5号楼201室", kind: "public" as const }] }
  expect(publicText("党群服务中心5号楼201室，家住5号楼201室", known)).toBe("党群服务中心5号楼201室，家住5号楼")
  expect(publicText("家住5号楼201室，到党群服务中心5号楼201室", known)).toBe("家住5号楼，到党群服务中心5号楼201室")
})

test("a public venue that is nothing but a room stays, whatever blanks surround it in the register", () => {
  expect(publicText("在6号楼101室开会", { venues: [{ words: " 6号楼101室 ", kind: "public" }] })).toBe(
    "在6号楼101室开会",
  )
})

test("a venue with brackets in its name is found as it is written", () => {
  expect(publicText("驿站(东)5号楼201室", { venues: [{ words: "驿站(东)5号楼201室", kind: "public" }] })).toBe(
    "驿站(东)5号楼201室",
  )
})

test.each([
  ["他说甲一驿站好", "他说甲一驿站好"],
  ["甲一驿站门前，甲一说", "甲一驿站门前，甲*说"],
  ["甲一在甲一驿站", "甲*在甲一驿站"],
  ["甲一驿站甲一", "甲一驿站甲*"],
  ["新甲一门前", "新甲一门前"],
])("a person called like part of a place is found beside it, not within it: %s", (text, shown) => {
  expect(publicText(text, { people: [person("甲一")], places: ["甲一驿站", "新甲一"] })).toBe(shown)
})

test("a place called exactly like a person does not hide the person", () => {
  expect(publicText("他叫丙三", { people: [person("丙三")], places: ["丙三"] })).toBe("他叫丙*")
})

test("a name before the ending of a place is left and marked for a second look, a name elsewhere in the sentence is not", () => {
  expect(maskText("甲一花园", { people: [person("甲一")] })).toMatchObject([{ rule: "name", shown: "甲一" }])
  expect(named("甲一说花园里积水", "甲一")).toBe("甲*说花园里积水")
})

test("what was said of somebody's health is marked as such", () => {
  expect(maskText("甲一患病", { people: [person("甲一")] }).map(mark => mark.rule)).toEqual(["name", "health"])
})

test("marks are put in wherever they stand in the list", () => {
  const marks = [
    { at: 2, original: "丙", shown: "3" },
    { at: 0, original: "甲", shown: "1" },
  ]
  expect(applyMarks("甲乙丙", marks)).toBe("1乙3")
})

test("a name that stands right before a phone goes out with it", () => {
  expect(named("甲一13900000001", "甲一")).toBe("甲*（电话略）")
})

test.each(["寅女士", "欧阳女士", "王**", "居民", "热心市民", "二号楼居民", "附近的群众", "三栋全体业主", "老旧楼住户"])(
  "%s is no name of anybody, and stays",
  name => {
    expect(named(`${name}反映`, name)).toBe(`${name}反映`)
  },
)

test.each([
  ["李某清", "李*反映"],
  ["王小红女士", "王*反映"],
  ["代表甲", "代*反映"],
  ["王匿名", "王*反映"],
  ["甲2", "甲*反映"],
  ["2甲", "2*反映"],
])("%s is a name, though it begins or ends like something else", (name, shown) => {
  expect(named(`${name}反映`, name)).toBe(shown)
})

test("a register that holds one character or a number in place of a name takes nothing out", () => {
  expect(named("大王路302弄", "王", "302")).toBe("大王路302弄")
})

test("blanks in the register do not hide a name", () => {
  expect(named("王小红反映", " 王 小红 ")).toBe("王*反映")
})

test("the longer name is read first, in whatever order the register has them", () => {
  expect(named("王小红说", "王小", "王小红")).toBe("王*说")
})

test("two people of one name and gender are both addressed by it, of two genders by none", () => {
  const both = (one: KnownPerson["gender"], other: KnownPerson["gender"]) =>
    publicText("王小红说", { people: [person("王小红", false, one), person("王小红", false, other)] })
  expect([both("女", "女"), both("女", null), both("女", "男")]).toEqual(["王女士说", "王女士说", "王*说"])
})

test("an official stays by name although listed twice, and does not although a resident of that name is listed first", () => {
  expect(publicText("丑主持说", { people: [person("丑主持", true), person("丑主持", true)] })).toBe("丑主持说")
  expect(publicText("丑主持说", { people: [person("丑主持"), person("丑主持", true)] })).toBe("丑*说")
})

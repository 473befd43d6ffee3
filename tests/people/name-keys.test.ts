import { and, eq } from "drizzle-orm"
import fc from "fast-check"
import { expect, test } from "vitest"
import { persons } from "#db/schema/people"
import { aWorld } from "#tests/world"
import { fillNameKeys } from "~/people/name-key-store"
import { nameKeys } from "~/people/person-name-keys"
import { changePerson } from "~/people/persons"
import { agreed, aPerson, aPersonsFacts } from "./factories"

test.each([
  ["甲一", "jiayi", "jy"],
  ["曾九", "zengjiu", "zj"],
  ["单于春", "chanyuchun", "cyc"],
  ["尉迟恭", "yuchigong", "ycg"],
  ["欧阳一", "ouyangyi", "oyy"],
  ["单于", "shanyu", "sy"],
  ["仇十", "qiushi", "qs"],
  ["解一", "xieyi", "xy"],
  ["种一", "chongyi", "cy"],
  ["区九", "oujiu", "oj"],
  ["吕一", "lvyi", "ly"],
  [" 甲　一 ", "jiayi", "jy"],
  ["阿依·甲", "ayijia", "ayj"],
  ["John甲", "johnjia", "jj"],
])("%s sounds %s, in short %s", (name, pinyin, initials) => {
  expect(nameKeys(name)).toMatchObject({ pinyin, initials })
})

test("the key of strokes puts any two names in the order of strokes", () => {
  const strokes = new Intl.Collator("zh-u-co-stroke")
  const character = fc.integer({ min: 0x4e00, max: 0x9fff }).map(point => String.fromCodePoint(point))
  const rare = fc.integer({ min: 0x20000, max: 0x2a6d6 }).map(point => String.fromCodePoint(point))
  const aName = fc
    .array(fc.oneof({ arbitrary: character, weight: 9 }, { arbitrary: rare, weight: 1 }), {
      minLength: 1,
      maxLength: 4,
    })
    .map(characters => characters.join("").normalize("NFKC"))
  fc.assert(
    fc.property(aName, aName, (one, other) => {
      const [a, b] = [nameKeys(one).strokeKey, nameKeys(other).strokeKey]
      const byKey = a < b ? -1 : a > b ? 1 : 0
      expect(byKey).toBe(Math.sign(strokes.compare(one, other)))
    }),
    { numRuns: 3000 },
  )
})

test("a shorter name stands before the longer one that begins with it", () => {
  const names = ["王小明", "丁一", "王小", "王", "丁"]
  expect(names.toSorted((a, b) => (nameKeys(a).strokeKey < nameKeys(b).strokeKey ? -1 : 1))).toEqual([
    "丁",
    "丁一",
    "王",
    "王小",
    "王小明",
  ])
})

test("whoever is renamed is found under the new name's keys", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const personId = await aPerson(ctx, { name: "丙三" })
  agreed(await changePerson(ctx, { personId, version: 1, ...aPersonsFacts({ name: "曾九" }) }))
  const [row] = await world.db.read
    .select()
    .from(persons)
    .where(and(eq(persons.communityId, ctx.community.id), eq(persons.id, personId)))
  expect(row).toMatchObject({ pinyin: "zengjiu", initials: "zj", strokeKey: nameKeys("曾九").strokeKey })
})

test("persons from before the keys get them when the server starts, once", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const personId = await aPerson(ctx, { name: "曾九" })
  const meant = and(eq(persons.communityId, ctx.community.id), eq(persons.id, personId))
  const blank = { pinyin: "", initials: "", strokeKey: "" }
  await world.db.tx("test", q => q.update(persons).set(blank).where(meant))
  expect(await fillNameKeys(world.installation)).toBe(1)
  expect((await world.db.read.select().from(persons).where(meant))[0]).toMatchObject({
    ...nameKeys("曾九"),
    version: 1,
  })
  expect(await fillNameKeys(world.installation)).toBe(0)
})

test("when another order of strokes was written, every key is written anew", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (const name of ["丁一", "曾九", "丙三"]) await aPerson(ctx, { name })
  const all = await world.db.read.select({ id: persons.id }).from(persons)
  await world.db.tx("test", q =>
    q.update(persons).set({ strokeKey: "99999" }).where(eq(persons.communityId, ctx.community.id)),
  )
  expect(await fillNameKeys(world.installation)).toBe(all.length)
  const keys = await world.db.read.select({ name: persons.name, strokeKey: persons.strokeKey }).from(persons)
  for (const row of keys) expect(row.strokeKey).toBe(nameKeys(row.name).strokeKey)
})

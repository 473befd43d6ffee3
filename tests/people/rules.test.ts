import { expect, test } from "vitest"
import type { Role } from "#db/schema/people-accounts"
import { leadingRole } from "~/people/permissions"
import {
  checkGridParent,
  checkTerm,
  holdsOffice,
  indexPersons,
  isToldApart,
  type KnownPerson,
  loginNameProblem,
  matchPerson,
} from "~/people/rules"

const person = (id: string, overrides: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  name: "庚七",
  phone: null,
  address: "",
  note: "",
  ...overrides,
})

/** Whom a name and a phone mean in a register: an id, null for someone new, or the refusal's code. */
function meant(register: KnownPerson[], phone: string | null, more: { address?: string; note?: string } = {}) {
  const found = matchPerson(indexPersons(register), "庚七", phone, more)
  return found.ok ? (found.value?.id ?? null) : found.code
}

test("the phone decides who is meant", () => {
  const register = [person("a", { phone: "13900000001" }), person("b", { phone: "13900000002" })]
  expect(meant(register, "13900000002")).toBe("b")
  expect(meant(register, "13900000003")).toBeNull()
  expect(meant([person("c", { name: "辛八", phone: "13900000001" })], "13900000001")).toBe("phone_taken")
})

test("a name alone means the one person who bears it", () => {
  expect(meant([], null)).toBeNull()
  expect(meant([person("a", { phone: "13900000001" })], null)).toBe("a")
  expect(meant([person("a", { name: "庚　七" })], null)).toBe("a")
  expect(meant([person("a"), person("b", { phone: "13900000002" })], null)).toBe("person_ambiguous")
})

test("a phone given for the first time belongs to the one who had none", () => {
  expect(meant([person("a"), person("b", { phone: "13900000002" })], "13900000001")).toBe("a")
  expect(meant([person("a"), person("b", { address: "2号楼" })], "13900000001")).toBe("person_ambiguous")
})

test("without a phone another address means another person", () => {
  const register = [person("a", { address: "1号楼" })]
  expect(meant(register, null, { address: "1号楼" })).toBe("a")
  expect(meant(register, null, { address: "2号楼" })).toBeNull()
  expect(meant([...register, person("b")], null, { address: "1号楼" })).toBe("a")
})

test("people of one name are told apart by phone, address or note, whichever differs", () => {
  const other = person("a", { phone: "13900000001", address: "1号楼" })
  expect(isToldApart(person("b", { address: "1号楼" }), [other])).toBe(true)
  expect(isToldApart(person("b"), [other])).toBe(false)
  expect(isToldApart(person("b", { address: "1号楼" }), [person("a", { address: "1号楼" })])).toBe(false)
  expect(isToldApart(person("a"), [person("a")])).toBe(true)
  expect(isToldApart(person("b", { name: "辛八" }), [other])).toBe(true)
})

test.each([
  ["2026-10-08", "2026-01-01", null, true],
  ["2026-10-08", "2026-10-08", "2026-10-08", true],
  ["2026-10-08", "2026-10-09", null, false],
  ["2026-10-08", "2026-01-01", "2026-10-07", false],
])("on %s a term from %s to %s: %s", (today, since, until, holds) => {
  expect(holdsOffice({ since, until }, today)).toBe(holds)
})

test("a term has real days in their order, and may be one day long", () => {
  expect(checkTerm("2026-01-01", "2026-01-01").ok).toBe(true)
  expect(checkTerm("2026-01-02", "2026-01-01")).toMatchObject({ code: "term_backwards" })
  expect(checkTerm("2026-02-30", null)).toMatchObject({ code: "date_invalid", detail: { field: "since" } })
})

test("a grid of this community is a parent, and no other id", () => {
  const grids = [{ id: "a", parentId: null }]
  expect(checkGridParent(null, "a", grids).ok).toBe(true)
  expect(checkGridParent(null, "elsewhere", grids)).toMatchObject({ code: "not_found" })
  expect(checkGridParent("a", "a", grids)).toMatchObject({ code: "grid_parent_wrong" })
})

test.each([
  ["jiayi", true],
  ["甲一", true],
  ["yi-er.2", true],
  ["13900000001", false],
  ["１３９００００００００１", false],
  ["2026.10", false],
  ["a", false],
  ["a b", false],
])("%s may be a login name: %s", (loginName, fits) => {
  expect(loginNameProblem(loginName) === null).toBe(fits)
})

test.each<[Role[], Role | undefined]>([
  [["administrator", "secretary"], "secretary"],
  [["administrator", "gridWorker"], "gridWorker"],
  [["administrator"], "administrator"],
  [["secretary", "reviewer"], "secretary"],
  [[], undefined],
])("who is %j is called %s at the head of the page", (roles, called) => expect(leadingRole(roles)).toBe(called))

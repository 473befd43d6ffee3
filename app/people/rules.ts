import { daysBetween, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"

/** What of a person is needed to know who is meant, and to tell two people of one name apart. */
export type KnownPerson = { id: string; name: string; phone: string | null; address: string; note: string }

/** Two spellings of one name: width and spaces do not make another person. */
export const plainName = (name: string): string => name.normalize("NFKC").replace(/\s+/g, "")

/** The register by plain name and by phone, so that five thousand rows are matched in one pass. */
export type PersonIndex = { byName: Map<string, KnownPerson[]>; byPhone: Map<string, KnownPerson> }

export function indexPersons(persons: readonly KnownPerson[]): PersonIndex {
  const index: PersonIndex = { byName: new Map(), byPhone: new Map() }
  for (const person of persons) addToIndex(index, person)
  return index
}

export function addToIndex(index: PersonIndex, person: KnownPerson): void {
  const name = plainName(person.name)
  index.byName.set(name, [...(index.byName.get(name) ?? []), person])
  if (person.phone) index.byPhone.set(person.phone, person)
}

/**
 * Who is meant by a name and whatever else was written: someone in the register, or null for someone new. The phone
 * decides; without one an address or a note that differs means another person, and a name alone does only when one
 * person bears it. Refusals: phone_taken (by someone of another name), person_ambiguous.
 */
export function matchPerson(
  index: PersonIndex,
  name: string,
  phone: string | null,
  { address = "", note = "" }: { address?: string; note?: string } = {},
): Result<KnownPerson | null> {
  const holder = phone ? index.byPhone.get(phone) : undefined
  if (holder && plainName(holder.name) !== plainName(name)) return refuse("phone_taken", { phone, holder: holder.name })
  if (holder) return done(holder)
  const namesakes = index.byName.get(plainName(name)) ?? []
  // With a phone of their own, those who have another phone are somebody else.
  const free = phone ? namesakes.filter(person => !person.phone) : namesakes
  const possible = free.filter(person => !address || !person.address || person.address === address)
  const exact = address || note ? possible.filter(person => person.address === address && person.note === note) : []
  if (possible.length > 1 && exact.length !== 1) return refuse("person_ambiguous", { name, count: possible.length })
  return done((possible.length > 1 ? exact[0] : possible[0]) ?? null)
}

/** What tells a person from others of the same name, for lists to choose from: phone, address, note. */
export const markOf = (person: Omit<KnownPerson, "id">): string =>
  [person.name, person.phone, person.address, person.note].filter(Boolean).join("，")

/** Two people of one name need a phone, address or note by which the office can tell them apart. */
export function isToldApart(person: KnownPerson, others: readonly KnownPerson[]): boolean {
  const namesakes = others.filter(other => other.id !== person.id && plainName(other.name) === plainName(person.name))
  const signsOf = (one: KnownPerson) => [one.phone ?? "", one.address, one.note].join("\n").trim()
  const signs = signsOf(person)
  return namesakes.length === 0 || (signs !== "" && namesakes.every(other => signsOf(other) !== signs))
}

/** The days of a term. Refusals: date_invalid, term_backwards. */
export function checkTerm(since: string, until: string | null): Result<null> {
  if (!isRealDate(since)) return refuse("date_invalid", { field: "since", text: since })
  if (until === null) return done(null)
  if (!isRealDate(until)) return refuse("date_invalid", { field: "until", text: until })
  return daysBetween(since, until) < 0 ? refuse("term_backwards", { field: "until" }) : done(null)
}

/** Whether someone holds the office on a day; the last day of a term belongs to it. */
export const holdsOffice = (term: { since: string; until: string | null }, today: string): boolean =>
  term.since <= today && (term.until === null || term.until >= today)

/** A micro-grid lies in a grid, and there are no more than these two levels. Refusals: grid_parent_wrong, not_found. */
export function checkGridParent(
  gridId: string | null,
  parentId: string | null,
  grids: readonly { id: string; parentId: string | null }[],
): Result<null> {
  if (!parentId) return done(null)
  const parent = grids.find(grid => grid.id === parentId)
  if (!parent) return refuse("not_found")
  const hasChildren = grids.some(grid => gridId !== null && grid.parentId === gridId)
  if (parent.id === gridId || parent.parentId || hasChildren) return refuse("grid_parent_wrong", { field: "parentId" })
  return done(null)
}

/** Why a text cannot be a login name, as a sentence; null when it can. A bare number could be another's phone. */
export function loginNameProblem(loginName: string): string | null {
  if (!/^[\p{L}\p{N}_.-]{2,30}$/u.test(loginName)) return "登录名用2至30个汉字、字母或数字，不留空格"
  if (/^[\d.-]+$/.test(loginName.normalize("NFKC"))) return "登录名不能全是数字，请加上汉字或字母"
  return null
}

import { pinyin } from "pinyin-pro"
import type { Reader } from "#db/client"
import { sortByPinyin } from "~/law/names"
import { listPersons, type Person } from "./register-store"
import { plainName } from "./rules"

/** The initials of a name, by name; names do not change their sound. */
const known = new Map<string, string>()

/** 甲一 → `jy`, as the office types it: surnames with a sound of their own are read as surnames. */
export function initialsOf(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  const initials = pinyin(name, {
    pattern: "first",
    toneType: "none",
    type: "array",
    mode: "surname",
    nonZh: "consecutive",
  })
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
  if (known.size > 20_000) known.clear()
  known.set(name, initials)
  return initials
}

/** Whether a search means this person: a part of the name, the initials' beginning, the phone's end, or a part of the address. */
export function isMeant(person: Pick<Person, "name" | "phone" | "address" | "organization">, search: string): boolean {
  const wanted = plainName(search).toLowerCase()
  if (wanted === "") return true
  if (/^\d{3,}$/.test(wanted) && (person.phone ?? "").replace(/\D/g, "").endsWith(wanted)) return true
  if (plainName(person.name).toLowerCase().includes(wanted)) return true
  if (/^[a-z]+$/.test(wanted)) return initialsOf(person.name).startsWith(wanted)
  return person.address.includes(wanted) || person.organization.includes(wanted)
}

/** The register by pinyin, searched, one page of it. */
export async function searchPersons(q: Reader, communityId: string, search: string, page: number, pageSize: number) {
  const found = sortByPinyin(
    (await listPersons(q, communityId)).filter(person => isMeant(person, search)),
    person => person.name,
  )
  const from = Math.min(Math.max(0, page - 1), Math.max(0, Math.ceil(found.length / pageSize) - 1)) * pageSize
  return { total: found.length, from, persons: found.slice(from, from + pageSize) }
}

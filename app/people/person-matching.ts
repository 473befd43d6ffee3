import type { Reader, Writer } from "#db/client"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import { phoneOf } from "~/registry/cell-values"
import type { Ctx } from "~/web/context"
import {
  findPerson,
  insertPersons,
  listPersons,
  listPossiblePersons,
  type NewPerson,
  updatePerson,
} from "./register-store"
import { addToIndex, indexPersons, matchPerson, type PersonIndex } from "./rules"

/** A person meant by a form or a row: someone of the register by id, or by name and perhaps phone. */
export type PersonEntry = { personId: string } | { name: string; phone: string | null }

/** A phone as typed; null when nothing was. Refuses phone_wrong beside the field `phone`. */
export function readPhone(text: string): Result<string | null> {
  const read = phoneOf(text)
  return read.ok ? read : refuse("phone_wrong", { field: "phone", text: text.trim() })
}

export const readPersonIndex = async (q: Reader, communityId: string): Promise<PersonIndex> =>
  indexPersons((await listPersons(q, communityId)).filter(person => person.blottedAt === null))

type Writing = Pick<Ctx, "actor" | "community" | "now" | "newId">

/** A person as entered with nothing but a name and perhaps a phone. */
export const newPerson = (ctx: Writing, name: string, phone: string | null): NewPerson => ({
  communityId: ctx.community.id,
  id: ctx.newId(),
  name,
  phone,
  gender: "unknown",
  address: "",
  organization: "",
  gridId: null,
  note: "",
  createdAt: ctx.now(),
  version: 1,
})

/**
 * Inner step: who is meant, entered in the register when new, given the phone when they had none. `index` is kept up to
 * date, so that a list of entries can share one. Refusals: not_found, phone_taken, person_ambiguous.
 */
export async function settlePersonIn(
  q: Writer,
  ctx: Writing,
  entry: PersonEntry,
  index?: PersonIndex,
): Promise<Result<{ personId: string; name: string; phone: string | null; isNew: boolean }>> {
  const communityId = ctx.community.id
  if ("personId" in entry) {
    const person = await findPerson(q, communityId, entry.personId)
    if (!person) return refuse("not_found")
    if (person.blottedAt) return refuse("person_blotted")
    return done({ personId: person.id, name: person.name, phone: person.phone, isNew: false })
  }
  const known = index ?? indexPersons(await listPossiblePersons(q, communityId, entry.name, entry.phone))
  const matched = matchPerson(known, entry.name, entry.phone)
  if (!matched.ok)
    return refuse(matched.code, { ...matched.detail, field: matched.code === "phone_taken" ? "phone" : "name" })
  if (matched.value) {
    const phone = matched.value.phone ?? entry.phone
    if (phone !== matched.value.phone) await givePhone(q, ctx, matched.value.id, phone)
    matched.value.phone = phone
    if (phone) known.byPhone.set(phone, matched.value)
    return done({ personId: matched.value.id, name: matched.value.name, phone, isNew: false })
  }
  const person = newPerson(ctx, entry.name, entry.phone)
  await insertPersons(q, [person])
  await audit(q, ctx, "person.registered", { kind: "person", id: person.id }, { name: person.name })
  addToIndex(known, person)
  return done({ personId: person.id, name: person.name, phone: person.phone, isNew: true })
}

async function givePhone(q: Writer, ctx: Writing, personId: string, phone: string | null): Promise<void> {
  const person = await findPerson(q, ctx.community.id, personId)
  if (!person) return
  await updatePerson(q, { communityId: ctx.community.id, id: personId, version: person.version }, { phone })
  await audit(q, ctx, "person.changed", { kind: "person", id: personId }, { name: person.name, fields: ["电话"] })
}

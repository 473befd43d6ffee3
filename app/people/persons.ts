import type { Writer } from "#db/client"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { may } from "./permissions"
import { newPerson } from "./person-matching"
import {
  findPerson,
  insertPersons,
  listGrids,
  listPossiblePersons,
  type NewPerson,
  type Person,
  updatePerson,
} from "./register-store"
import { isToldApart, markOf, plainName } from "./rules"
import { changedMeanwhile, writeOrRefuse } from "./writing"

export const genderNames: Record<Person["gender"], string> = { female: "女", male: "男", unknown: "不详" }

export type PersonFacts = Pick<Person, "name" | "phone" | "gender" | "address" | "organization" | "gridId" | "note">

/** All writes to the registers take one turn: who is meant by a name is asked of the whole register. */
export const registerLock = (ctx: Pick<Ctx, "community">) => `register:${ctx.community.id}`

/** Enters a person. Refusals: forbidden, phone_taken, person_not_told_apart, not_found (grid). */
export async function registerPerson(ctx: Ctx, input: PersonFacts): Promise<Result<{ personId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const person = { ...newPerson(ctx, input.name, input.phone), ...input }
    const checked = await checkPerson(q, ctx, person)
    if (!checked.ok) return checked
    await insertPersons(q, [person])
    await audit(q, ctx, "person.registered", { kind: "person", id: person.id }, { name: person.name })
    return done({ personId: person.id })
  })
}

/** Corrects a person's entry. Refusals: forbidden, not_found, changed_meanwhile, phone_taken, person_not_told_apart. */
export async function changePerson(
  ctx: Ctx,
  input: PersonFacts & { personId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { personId, version, ...facts } = input
  const subject = { kind: "person", id: personId } as const
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const now = await findPerson(q, ctx.community.id, personId)
    if (!now) return refuse("not_found")
    if (now.blottedAt) return refuse("person_blotted")
    const fields = await comparePersons(q, ctx, now, { ...now, ...facts })
    if (now.version !== version) return changedMeanwhile(q, ctx, subject, now.version, fields)
    const checked = await checkPerson(q, ctx, { ...now, ...facts })
    if (!checked.ok) return checked
    if (!(await updatePerson(q, { communityId: now.communityId, id: personId, version }, facts)))
      return refuse("changed_meanwhile")
    // Which fields, not what stood there: a phone or an address that was wrong need not live on in the log.
    const changed = fields.filter(field => field.now !== field.typed).map(field => field.label)
    await audit(q, ctx, "person.changed", subject, { name: facts.name, fields: changed })
    return done(null)
  })
}

async function checkPerson(q: Writer, ctx: Ctx, person: NewPerson): Promise<Result<null>> {
  const others = await listPossiblePersons(q, ctx.community.id, person.name, person.phone)
  const holder = others.find(other => other.id !== person.id && person.phone !== null && other.phone === person.phone)
  if (holder) return refuse("phone_taken", { field: "phone", phone: person.phone, holder: holder.name })
  if (!isToldApart(person, others)) return refuse("person_not_told_apart", { field: "note", name: person.name })
  if (person.gridId && !(await listGrids(q, ctx.community.id)).some(grid => grid.id === person.gridId))
    return refuse("not_found")
  return done(null)
}

async function comparePersons(q: Writer, ctx: Ctx, now: NewPerson, typed: NewPerson) {
  const grids = new Map((await listGrids(q, ctx.community.id)).map(grid => [grid.id, grid.name]))
  const words = (person: NewPerson): [string, string][] => [
    ["姓名", person.name],
    ["电话", person.phone ?? ""],
    ["性别", genderNames[person.gender]],
    ["住址", person.address],
    ["单位和职务", person.organization],
    ["网格", grids.get(person.gridId ?? "") ?? ""],
    ["备注", person.note],
  ]
  return words(now).map(([label, value], at) => ({ label, now: value, typed: words(typed)[at]![1] }))
}

/** Others of the same name, as the office tells them apart; for the page of one of them. */
export async function listNamesakes(ctx: Ctx, person: Pick<Person, "id" | "name" | "blottedAt">) {
  if (person.blottedAt) return []
  const alike = await listPossiblePersons(ctx.db.read, ctx.community.id, person.name, null)
  return alike
    .filter(other => other.id !== person.id && plainName(other.name) === plainName(person.name))
    .map(other => ({ id: other.id, mark: markOf(other) }))
}

/** One person of this community's register. Refusals: forbidden, not_found. */
export async function readPerson(ctx: Ctx, personId: string): Promise<Result<Person>> {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const person = await findPerson(ctx.db.read, ctx.community.id, personId)
  return person ? done(person) : refuse("not_found")
}

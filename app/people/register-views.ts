import { civilDateOf } from "~/law/civil-date"
import { type MemberKind, memberKindNames } from "~/law/delegations"
import { sortByPinyin } from "~/law/names"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { countAccounts } from "./account-store"
import { listBodyTerms } from "./body-store"
import { type ChosenHow, chosenHowNames } from "./choosing"
import { may, type Permission } from "./permissions"
import type { PersonOrder } from "./person-orders"
import { countNamesakes, searchPersons } from "./person-search-store"
import { countRegisters, findPerson, listDelegates, listGrids, listRepresentatives } from "./register-store"
import { holdsOffice, markOf } from "./rules"

/** How much is in each register. Refuses forbidden. */
export async function readRegisterCounts(ctx: Ctx) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const accounts = await countAccounts(ctx.db.read, ctx.community.id)
  return done({ ...(await countRegisters(ctx.db.read, ctx.community.id)), accounts })
}

const pageSize = 50

/** A page of persons, searched. Refuses forbidden. */
export async function readPersonsPage(ctx: Ctx, search: string, order: PersonOrder, page: number) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const wanted = { search, order, page, pageSize }
  const { total, from, persons } = await searchPersons(ctx.db.read, ctx.community.id, wanted)
  const namesakes = await countNamesakes(
    ctx.db.read,
    ctx.community.id,
    persons.map(person => person.name),
  )
  const grids = new Map((await listGrids(ctx.db.read, ctx.community.id)).map(grid => [grid.id, grid.name]))
  return done({
    total,
    from,
    page: from / pageSize + 1,
    hasNext: from + persons.length < total,
    persons: persons.map(person => ({
      id: person.id,
      name: person.name,
      phone: person.phone ?? "",
      address: person.address,
      organization: person.organization,
      grid: grids.get(person.gridId ?? "") ?? "",
      namesakes: namesakes.get(person.name) ?? 1,
      note: person.note,
    })),
  })
}

/** The person whose page led to a form; null when none was chosen. Refusals: forbidden, not_found. */
export async function readChosenPerson(ctx: Ctx, permission: Permission, personId: string | null) {
  if (!may(ctx.actor, permission)) return refuse("forbidden")
  if (personId === null) return done(null)
  const person = await findPerson(ctx.db.read, ctx.community.id, personId)
  return person ? done({ id: person.id, phone: person.phone, mark: markOf(person) }) : refuse("not_found")
}

/** Grids to choose from. */
export async function listGridOptions(ctx: Ctx) {
  const grids = await listGrids(ctx.db.read, ctx.community.id)
  return grids.map(grid => ({ value: grid.id, label: grid.name }))
}

export type TermRow = {
  id: string
  name: string
  phone: string
  /** 单位 of a delegate, 居民小组 of a representative. */
  belonging: string
  /** 推选, 委派, 邀请; empty where it was not asked. */
  chosen: string
  since: string
  until: string | null
  isCurrent: boolean
  version: number
}

/** Delegates by delegation, in the order of lists on paper, by pinyin within; those whose term has ended come apart. */
export async function readDelegates(ctx: Ctx) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const rows = await listDelegates(ctx.db.read, ctx.community.id)
  return done(
    groupTerms(
      ctx,
      rows,
      row => row.delegation,
      row => row.organization,
    ),
  )
}

/** Members of the 居民代表会议, by kind. */
export async function readRepresentatives(ctx: Ctx) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const rows = await listRepresentatives(ctx.db.read, ctx.community.id)
  return done(
    groupTerms(
      ctx,
      rows,
      row => row.kind,
      row => row.residentGroup,
    ),
  )
}

type Term = {
  id: string
  name: string
  phone: string | null
  chosenHow?: ChosenHow | null
  since: string
  until: string | null
  version: number
}

function groupTerms<T extends Term>(
  ctx: Ctx,
  rows: T[],
  kindOf: (row: T) => MemberKind,
  belongingOf: (row: T) => string,
) {
  const today = civilDateOf(ctx.now())
  const viewOf = (row: T): TermRow => ({
    id: row.id,
    name: row.name,
    phone: row.phone ?? "",
    belonging: belongingOf(row),
    chosen: row.chosenHow ? chosenHowNames[row.chosenHow] : "",
    since: row.since,
    until: row.until,
    isCurrent: holdsOffice(row, today),
    version: row.version,
  })
  const sorted = sortByPinyin(rows, row => row.name)
  const isPast = (row: T) => row.until !== null && row.until < today
  const kinds = (Object.keys(memberKindNames) as MemberKind[]).map(kind => ({
    kind,
    label: memberKindNames[kind],
    rows: sorted.filter(row => kindOf(row) === kind && !isPast(row)).map(viewOf),
  }))
  const past = sorted.filter(isPast).map(row => ({ ...viewOf(row), label: memberKindNames[kindOf(row)] }))
  return { groups: kinds.filter(group => group.rows.length > 0), past }
}

/** One delegate for its page. Refusals: forbidden, not_found. */
export async function readDelegate(ctx: Ctx, delegateId: string) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const [found] = await listDelegates(ctx.db.read, ctx.community.id, { id: delegateId })
  return found ? done({ ...found, label: memberKindNames[found.delegation] }) : refuse("not_found")
}

/** One member of the 居民代表会议 for their page. Refusals: forbidden, not_found. */
export async function readRepresentative(ctx: Ctx, representativeId: string) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const [found] = await listRepresentatives(ctx.db.read, ctx.community.id, { id: representativeId })
  return found ? done({ ...found, label: memberKindNames[found.kind] }) : refuse("not_found")
}

export type Office = { id: string; label: string } & (
  | { kind: "delegate" | "representative" }
  | { kind: "bodyTerm"; bodyId: string }
)

/** The offices of a person, past and present, for the person's page. */
export async function listOffices(ctx: Ctx, personId: string): Promise<Result<Office[]>> {
  const delegates = await listDelegates(ctx.db.read, ctx.community.id, { personId })
  const representatives = await listRepresentatives(ctx.db.read, ctx.community.id, { personId })
  const terms = await listBodyTerms(ctx.db.read, ctx.community.id, { personId })
  return done([
    ...delegates.map(row => ({
      id: row.id,
      kind: "delegate" as const,
      label: `协商议事会${memberKindNames[row.delegation]}代表`,
    })),
    ...representatives.map(row => ({
      id: row.id,
      kind: "representative" as const,
      label: `居民代表会议${memberKindNames[row.kind]}`,
    })),
    ...terms.map(row => ({
      id: row.id,
      kind: "bodyTerm" as const,
      bodyId: row.bodyId,
      label: `${row.body}${row.post}${row.until ? `，${row.since}至${row.until}` : ""}`,
    })),
  ])
}

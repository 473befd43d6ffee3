import type { Writer } from "#db/client"
import { done, type Result } from "~/law/result"
import { audit } from "~/registry/audit"
import { actionOf, type ImportRowDraft, type ImportSpec, type StoredImportRow } from "~/registry/import-rules"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { personColumns } from "../import-columns"
import {
  changesOf,
  columnNames,
  draftOf,
  isEveryHundredth,
  type RowReader,
  readRow,
  registerSpec,
  rememberRows,
  todayOf,
} from "../import-rows"
import { newPerson } from "../person-matching"
import { genderNames, type PersonFacts } from "../persons"
import {
  findPerson,
  insertPersons,
  listGrids,
  listPersons,
  type NewPerson,
  type Person,
  updatePerson,
} from "../register-store"
import { addToIndex, indexPersons, isToldApart, matchPerson, plainName } from "../rules"

type PersonRow = PersonFacts & { gridName: string }

const genders: Record<string, Person["gender"]> = { 女: "female", 女性: "female", 男: "male", 男性: "male" }

export const personsImport: ImportSpec = {
  ...registerSpec,
  kind: "persons",
  title: "人员名册",
  columns: personColumns,
  examine,
  confirm,
  showRow: values => {
    const row = values as PersonRow
    const gender = row.gender === "unknown" ? "" : genderNames[row.gender]
    const facts = [row.phone, gender, row.address, row.organization, row.gridName, row.note]
    return { title: row.name || "（没有姓名）", facts: facts.filter(fact => fact !== null && fact !== "") as string[] }
  },
  home: slug => ({ to: `/c/${slug}/registers/persons`, label: "人员名册" }),
}

async function examine(ctx: Ctx, rows: RecognizedRow[], onProgress: (done: number) => Promise<void>) {
  const known = (await listPersons(ctx.db.read, ctx.community.id)).filter(person => person.blottedAt === null)
  const byId = new Map(known.map(person => [person.id, person]))
  const grids = await listGrids(ctx.db.read, ctx.community.id)
  const index = indexPersons(known)
  const phones = rememberRows()
  const persons = rememberRows()
  const names = columnNames(personsImport)
  const drafts: ImportRowDraft[] = []
  for (const [at, row] of rows.entries()) {
    const reader = readRow(row, todayOf(ctx), names, ctx)
    const values = readPersonRow(reader, grids)
    const before = values.phone ? phones.earlier(values.phone, row.rowNumber) : null
    if (before !== null) reader.fault(`手机${values.phone}与第${before}行相同，一个号码只能登记一个人`)
    const matched =
      values.name && reader.faults.length === 0
        ? reader.take(matchPerson(index, values.name, values.phone, values))
        : null
    const existing = matched ? byId.get(matched.id) : undefined
    if (matched) {
      const first = persons.earlier(matched.id, row.rowNumber)
      if (first !== null) reader.fault(`与第${first}行是同一个人，请只留一行`)
    }
    if (!matched && reader.faults.length === 0) {
      const fresh = { id: `row ${row.rowNumber}`, ...values }
      if (!isToldApart(fresh, index.byName.get(plainName(values.name)) ?? []))
        reader.fault(`名册里已有一位${values.name}，请填手机、住址或备注，把两位分清`)
      else {
        addToIndex(index, fresh)
        persons.earlier(fresh.id, row.rowNumber)
      }
    }
    const changes = existing ? compare(existing, values, grids) : []
    drafts.push(
      draftOf(row, reader, values, {
        status: existing ? (changes.length > 0 ? "changed" : "unchanged") : "new",
        existingId: existing?.id ?? null,
        reasons: changes,
      }),
    )
    if (isEveryHundredth(at)) await onProgress(at + 1)
  }
  return drafts
}

function readPersonRow(reader: RowReader, grids: readonly { id: string; name: string }[]): PersonRow {
  const name = reader.text("name", 30)
  if (name === "") reader.fault("没有填姓名")
  const gender = reader.text("gender")
  if (gender !== "" && !(gender in genders)) reader.fault(`性别“${gender}”看不明白，请填女或男`)
  const gridName = reader.text("grid")
  const grid = grids.find(one => plainName(one.name) === plainName(gridName))
  if (gridName !== "" && !grid) reader.fault(`没有叫“${gridName}”的网格，请先登记网格，或改成名册里的名称`)
  return {
    name,
    phone: reader.phone(),
    gender: genders[gender] ?? "unknown",
    address: reader.text("address"),
    organization: reader.text("organization"),
    gridId: grid?.id ?? null,
    gridName,
    note: reader.text("note", 200),
  }
}

const compare = (now: Person, next: PersonRow, grids: readonly { id: string; name: string }[]) =>
  changesOf([
    { label: "手机", now: now.phone ?? "", next: next.phone ?? "" },
    {
      label: "性别",
      now: now.gender === "unknown" ? "" : genderNames[now.gender],
      next: next.gender === "unknown" ? "" : genderNames[next.gender],
    },
    { label: "住址", now: now.address, next: next.address },
    { label: "单位和职务", now: now.organization, next: next.organization },
    { label: "网格", now: grids.find(grid => grid.id === now.gridId)?.name ?? "", next: next.gridName },
    { label: "备注", now: now.note, next: next.note },
  ])

/** An empty cell leaves what stands in the register. */
async function confirm(q: Writer, ctx: Ctx, rows: StoredImportRow[]): Promise<Result<Record<string, number>>> {
  const added: NewPerson[] = []
  let changed = 0
  for (const row of rows) {
    const { gridName: _, ...facts } = row.values as PersonRow
    const action = actionOf(row)
    if (action === "add") added.push({ ...newPerson(ctx, facts.name, facts.phone), ...facts })
    if (action !== "update" || !row.existingId) continue
    const now = await findPerson(q, ctx.community.id, row.existingId)
    if (!now) continue
    const next = {
      phone: facts.phone ?? now.phone,
      gender: facts.gender === "unknown" ? now.gender : facts.gender,
      address: facts.address || now.address,
      organization: facts.organization || now.organization,
      gridId: facts.gridId ?? now.gridId,
      note: facts.note || now.note,
    }
    await updatePerson(q, { communityId: now.communityId, id: now.id, version: now.version }, next)
    await audit(q, ctx, "person.changed", { kind: "person", id: now.id }, { name: now.name })
    changed += 1
  }
  await insertPersons(q, added)
  for (const person of added)
    await audit(q, ctx, "person.registered", { kind: "person", id: person.id }, { name: person.name })
  return done({ added: added.length, changed })
}

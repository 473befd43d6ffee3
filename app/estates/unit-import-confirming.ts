import { setImmediate as nextTurn } from "node:timers/promises"
import { inChunks, type Writer } from "#db/client"
import { done, type Result } from "~/law/result"
import { insertPersons } from "~/people/register-store"
import { plainName } from "~/people/rules"
import { audit, auditEach } from "~/registry/audit"
import { actionOf, type StoredImportRow } from "~/registry/import-rules"
import type { Ctx } from "~/web/context"
import {
  type Building,
  type Estate,
  insertBuildings,
  insertEstate,
  listAllBuildings,
  listEstates,
} from "./estate-store"
import { buildingKey } from "./rules"
import { givePhone, settleOrganizations, settlePeople, type UnitRow } from "./unit-import-people"
import {
  insertUnitOwners,
  insertUnits,
  listUnitsById,
  replaceUnitOwners,
  type Unit,
  type UnitOwner,
  updateUnit,
} from "./unit-store"

/** So many rows are written before other requests have their turn. */
const rowsPerTurn = 1000

/** Writes the whole preview: estates and buildings first, then the people who are new, then the units. An empty cell leaves what stands. */
export async function confirmUnits(
  q: Writer,
  ctx: Ctx,
  rows: StoredImportRow[],
): Promise<Result<Record<string, number>>> {
  const wanted = rows.filter(row => !["none", null].includes(actionOf(row)))
  const places = await settlePlaces(q, ctx, wanted)
  const organizations = await settleOrganizations(q, ctx, wanted)
  if (!organizations.ok) return organizations
  const people = settlePeople(ctx, wanted, organizations.value)
  for (const chunk of inChunks(people.added, rowsPerTurn)) {
    await insertPersons(q, chunk)
    await auditEach(
      q,
      ctx,
      "person.registered",
      chunk.map(person => ({ kind: "person", id: person.id, detail: { name: person.name } })),
    )
    await nextTurn()
  }
  for (const [personId, phone] of people.phones) await givePhone(q, ctx, personId, phone)

  const communityId = ctx.community.id
  const counts = new Map<string, { added: number; changed: number }>()
  const countIn = (estateId: string, what: "added" | "changed") => {
    const count = counts.get(estateId) ?? { added: 0, changed: 0 }
    count[what] += 1
    counts.set(estateId, count)
  }
  for (const chunk of inChunks(wanted, rowsPerTurn)) {
    const known = new Map(
      (
        await listUnitsById(
          q,
          communityId,
          chunk.flatMap(row => (row.values as UnitRow).unitId ?? []),
        )
      ).map(unit => [unit.id, unit]),
    )
    const added: Unit[] = []
    const owners: UnitOwner[] = []
    for (const row of chunk) {
      const values = row.values as UnitRow
      const { estate, building } = places.of(values)
      const now = values.unitId ? known.get(values.unitId) : undefined
      const unitId = now?.id ?? ctx.newId()
      const held = values.owners.map((owner, at) => people.ownerRow(owner, { communityId, unitId, ordinal: at + 1 }))
      countIn(estate.id, now ? "changed" : "added")
      if (now) await change(q, ctx, now, values, held, estate, building)
      else {
        added.push(newUnit(communityId, unitId, building.id, values))
        owners.push(...held)
      }
    }
    await insertUnits(q, added)
    await insertUnitOwners(q, owners)
    await nextTurn()
  }
  let [total, changed] = [0, 0]
  for (const [estateId, count] of counts) {
    await audit(q, ctx, "estate.imported", { kind: "estate", id: estateId }, count)
    total += count.added
    changed += count.changed
  }
  return done({ added: total, changed, persons: people.added.length, buildings: places.added })
}

const newUnit = (communityId: string, id: string, buildingId: string, values: UnitRow): Unit => ({
  communityId,
  id,
  buildingId,
  label: values.label,
  kind: values.kind ?? "home",
  areaCm2: values.areaCm2 ?? 0,
  areaSource: values.areaSource ?? "register",
  holding: values.holding ?? "owned",
  note: values.note,
  version: 1,
})

async function change(
  q: Writer,
  ctx: Ctx,
  now: Unit,
  values: UnitRow,
  held: UnitOwner[],
  estate: Estate,
  building: Building,
): Promise<void> {
  const set = {
    kind: values.kind ?? now.kind,
    areaCm2: values.areaCm2 ?? now.areaCm2,
    areaSource: values.areaSource ?? now.areaSource,
    holding: values.holding ?? now.holding,
    note: values.note || now.note,
  }
  const { communityId, id } = now
  await updateUnit(q, { communityId, id, version: now.version }, set)
  if (values.changesOwners) await replaceUnitOwners(q, communityId, id, held)
  const before = { areaCm2: now.areaCm2, kind: now.kind, holding: now.holding, areaSource: now.areaSource }
  const detail = { unitId: id, name: `${building.name}${now.label}`, before, ownersChanged: values.changesOwners }
  await audit(q, ctx, "unit.changed", { kind: "estate", id: estate.id }, detail)
}

/** The estates and buildings the rows stand in, entered where the register lacks them. */
async function settlePlaces(q: Writer, ctx: Ctx, rows: readonly StoredImportRow[]) {
  const communityId = ctx.community.id
  const estates = new Map((await listEstates(q, communityId)).map(estate => [plainName(estate.name), estate]))
  const keyOf = (estateId: string, name: string) => `${estateId} ${buildingKey(name)}`
  const buildings = new Map(
    (await listAllBuildings(q, communityId)).map(building => [keyOf(building.estateId, building.name), building]),
  )
  const blank = { communityId, note: "", version: 1 }
  const added: Building[] = []
  for (const row of rows) {
    const values = row.values as UnitRow
    let estate = estates.get(plainName(values.estate))
    if (!estate) {
      estate = {
        ...blank,
        id: ctx.newId(),
        name: values.estate,
        address: "",
        developerId: null,
        propertyCompanyId: null,
      }
      await insertEstate(q, estate)
      await audit(q, ctx, "estate.registered", { kind: "estate", id: estate.id }, { name: estate.name })
      estates.set(plainName(estate.name), estate)
    }
    if (buildings.has(keyOf(estate.id, values.building))) continue
    const building: Building = {
      ...blank,
      id: ctx.newId(),
      estateId: estate.id,
      name: values.building,
      gridId: null,
      residentGroupId: null,
    }
    buildings.set(keyOf(estate.id, building.name), building)
    added.push(building)
  }
  for (const chunk of inChunks(added)) await insertBuildings(q, chunk)
  await auditEach(
    q,
    ctx,
    "building.registered",
    added.map(({ id, name, estateId }) => ({ kind: "estate", id: estateId, detail: { buildingId: id, name } })),
  )
  const of = ({ estate, building }: UnitRow) => {
    const standing = estates.get(plainName(estate))!
    return { estate: standing, building: buildings.get(keyOf(standing.id, building))! }
  }
  return { of, added: added.length }
}

import { expect, test } from "vitest"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { venueImport } from "~/convening/venue-import"
import { addVenue, editVenue, listVenueRows, readVenue } from "~/convening/venues"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"

const facts = { name: "一号议事点", address: "银杏家园议事亭", capacity: 30 }

async function added(ctx: Ctx, overrides: Partial<typeof facts> = {}) {
  const result = await addVenue(ctx, { ...facts, ...overrides })
  if (!result.ok) throw new Error(result.code)
  return result.value.venueId
}

test("a venue is added once by its name", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await added(ctx)
  expect(await addVenue(ctx, facts)).toMatchObject({ code: "venue_name_taken", detail: { field: "name" } })
  expect(await listVenueRows(ctx)).toMatchObject({ value: { rows: [facts] } })
})

test("a change is guarded by its version, and a name that is taken leaves everything as it was", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const venueId = await added(ctx)
  await added(ctx, { name: "二号议事点" })
  const edit = { ...facts, venueId, version: 1 }
  expect(await editVenue(ctx, { ...edit, name: "二号议事点" })).toMatchObject({ code: "venue_name_taken" })
  expect((await editVenue(ctx, { ...edit, capacity: 40 })).ok).toBe(true)
  expect(await editVenue(ctx, { ...edit, capacity: 50 })).toMatchObject({
    code: "changed_meanwhile",
    detail: { version: 2 },
  })
  expect(await readVenue(ctx, venueId)).toMatchObject({ value: { capacity: 40 } })
})

test("venues are the office's own: others neither add nor change, another community sees none", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const venueId = await added(ctx)
  for (const role of ["gridWorker", "handler", "delegate", "reviewer", "viewer"] as const) {
    const other = await world.as(role)
    expect(await addVenue(other, facts)).toMatchObject({ code: "forbidden" })
    expect(await editVenue(other, { ...facts, venueId, version: 1 })).toMatchObject({ code: "forbidden" })
    expect(await listVenueRows(other)).toMatchObject({ code: "forbidden" })
  }
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const foreign = { ...ctx, community, actor: await aMember(world.installation, community, ["secretary"]) }
  expect(await readVenue(foreign, venueId)).toMatchObject({ code: "not_found" })
  expect(await editVenue(foreign, { ...facts, venueId, version: 1 })).toMatchObject({ code: "not_found" })
})

const rowOf = (name: string, address: string, capacity: string, at: number): RecognizedRow =>
  ({ sheet: "议事点", rowNumber: at, values: { name, address, capacity }, extra: {} }) as unknown as RecognizedRow

test("a table of venues adds new ones, changes known ones, and says which rows are wrong", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const venueId = await added(ctx)
  const rows = [
    rowOf("一号 议事点", "", "约40人", 2),
    rowOf("二号议事点", "悦园东门", "", 3),
    rowOf("二号议事点", "悦园西门", "", 4),
    rowOf("三号议事点", "", "很多", 5),
    rowOf("", "悦园", "", 6),
  ]
  const drafts = await venueImport.examine(ctx, rows, async () => {})
  expect(drafts.map(draft => draft.status)).toEqual(["changed", "new", "error", "error", "error"])
  const stored = drafts.map((draft, at) => ({
    ...draft,
    ordinal: at + 1,
    choice: draft.status === "error" ? ("skip" as const) : null,
  }))
  expect(await ctx.db.tx("register", q => venueImport.confirm(q, ctx, stored))).toEqual({
    ok: true,
    value: { added: 1, updated: 1 },
  })
  // The empty cell of the address leaves what stood there.
  expect(await readVenue(ctx, venueId)).toMatchObject({ value: { ...facts, capacity: 40 } })
  const again = await venueImport.examine(ctx, rows.slice(0, 2), async () => {})
  expect(again.map(draft => draft.status)).toEqual(["unchanged", "unchanged"])
})

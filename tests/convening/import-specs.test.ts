import { expect, test } from "vitest"
import { importKinds } from "#db/schema/registry-imports"
import { aWorld } from "#tests/world"
import { importSpecOf } from "~/convening/import-specs"
import { listVenueRows } from "~/convening/venues"
import { confirmImport, readingOf, startImport } from "~/registry/imports"

test("every kind of table can be taken in, and no other word names one", () => {
  expect(importKinds.map(kind => importSpecOf(kind)?.kind)).toEqual([...importKinds])
  for (const word of ["", "minutes", "toString", null, undefined]) expect(importSpecOf(word)).toBeNull()
})

test("a list of venues is uploaded, looked at and confirmed like every other table", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const spec = importSpecOf("venues")!
  const text = "议事点名称,地址,能坐多少人\n一号议事点,振兴社区服务站二楼,40\n二号议事点,悦园东门,25人\n"
  const started = await startImport(ctx, spec, { fileName: "议事点.csv", bytes: new TextEncoder().encode(text) })
  if (!started.ok) throw new Error(started.code)
  await readingOf(started.value.importId)
  expect(await confirmImport(ctx, spec, started.value.importId)).toMatchObject({ ok: true })
  expect(await listVenueRows(ctx)).toMatchObject({
    value: {
      rows: [
        { name: "一号议事点", address: "振兴社区服务站二楼", capacity: 40 },
        { name: "二号议事点", address: "悦园东门", capacity: 25 },
      ],
    },
  })
})

import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { isUniqueViolation } from "#db/client"
import { isPostgres } from "#db/columns"
import { venues } from "#db/schema/convening"
import { numberSeries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { raiseNumber } from "~/registry/store"

const aVenue = (communityId: string, id: string, name: string) => ({
  communityId,
  id,
  name,
  address: "",
  capacity: null,
  version: 1,
})

test("two hundred numbers taken at once are two hundred different numbers", async () => {
  const { db, community } = await aWorld()
  const numbers = await Promise.all(
    Array.from({ length: 200 }, () => db.tx("numbers", q => raiseNumber(q, community.id, "issue", 2026, 1))),
  )
  expect(new Set(numbers).size).toBe(200)
  expect(Math.max(...numbers)).toBe(200)
})

test("a work that fails leaves nothing behind and does not touch those that wait beside it", async () => {
  const { db, community } = await aWorld()
  const works = [1, 2, 3].map(n =>
    db.tx("venues", async q => {
      await q.insert(venues).values(aVenue(community.id, `v${n}`, `议事点${n}`))
      if (n === 2) throw new Error("changed my mind")
      return n
    }),
  )
  const outcomes = await Promise.allSettled(works)
  expect(outcomes.map(outcome => outcome.status)).toEqual(["fulfilled", "rejected", "fulfilled"])
  const rows = await db.read.select({ id: venues.id }).from(venues)
  expect(rows.map(row => row.id).sort()).toEqual(["v1", "v3"])
})

test("a transaction inside a transaction is refused instead of waiting for itself", async () => {
  const { db } = await aWorld()
  await expect(db.tx("outer", () => db.tx("inner", async () => 1))).rejects.toThrow("tx inside tx")
})

test("a second row where the index allows one is known as such on either engine", async () => {
  const { db, community } = await aWorld()
  const add = (id: string) => db.tx("venues", q => q.insert(venues).values(aVenue(community.id, id, "一号议事点")))
  await add("v1")
  const error = await add("v2").catch((e: unknown) => e)
  expect(isUniqueViolation(error)).toBe(true)
})

test("what is read outside a transaction is the last committed state", async () => {
  const { db, community } = await aWorld()
  await db.tx("venues", async q => {
    await q.insert(venues).values(aVenue(community.id, "v1", "一号议事点"))
    expect(await db.read.$count(venues)).toBe(0)
  })
  expect(await db.read.$count(venues)).toBe(1)
})

test.skipIf(isPostgres)("a stray write on the reader fails at once", async () => {
  const { db, community } = await aWorld()
  const reader = db.read as unknown as {
    insert: (t: typeof numberSeries) => { values: (v: object) => Promise<unknown> }
  }
  await expect(
    reader.insert(numberSeries).values({ communityId: community.id, kind: "x", year: 2026, last: 1 }),
  ).rejects.toThrow(/readonly/)
})

test("a row of the audit log can be neither changed nor deleted", async () => {
  const { db } = await aWorld()
  const { auditEntries } = await import("#db/schema/registry")
  const said = async (work: Promise<unknown>) => {
    const error = (await work.then(
      () => null,
      (e: unknown) => e,
    )) as (Error & { cause?: Error }) | null
    return `${error?.message} ${error?.cause?.message ?? ""}`
  }
  expect(await said(db.tx("a", q => q.update(auditEntries).set({ action: "x" })))).toContain("append-only")
  expect(
    await said(db.tx("a", q => q.delete(auditEntries).where(eq(auditEntries.action, "community.founded")))),
  ).toContain("append-only")
})

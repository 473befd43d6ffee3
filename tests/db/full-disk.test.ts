import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { isDiskFull, type Writer } from "#db/client"
import { isPostgres } from "#db/columns"
import { venues } from "#db/schema/convening"
import { aWorld } from "#tests/world"
import { refuseWhenDiskIsFull } from "~/web/full-disk"

/** As if the disk had no room for another page. */
const setRoom = (pages: string) => (q: Writer) =>
  Promise.resolve((q as unknown as { all: (s: unknown) => unknown }).all(sql.raw(`pragma max_page_count = ${pages}`)))

test.skipIf(isPostgres)(
  "on a full disk nothing is half written, the others in the same commit are told too, and room cures it",
  async () => {
    const { db, community } = await aWorld()
    const add = (n: number, size: number) =>
      db.tx("venues", async q => {
        const row = { communityId: community.id, capacity: null, version: 1 }
        await q.insert(venues).values({ ...row, id: `a${n}`, name: `甲${n}`, address: "" })
        await q.insert(venues).values({ ...row, id: `b${n}`, name: `乙${n}`, address: "长".repeat(size) })
      })
    await db.tx("room", setRoom("1"))
    const outcomes = await Promise.allSettled([add(1, 10), add(2, 200_000), add(3, 10)])
    const refused = outcomes.filter(outcome => outcome.status === "rejected")
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused) expect(isDiskFull(reason)).toBe(true)

    const written = (await db.read.select({ id: venues.id }).from(venues)).map(row => row.id)
    const fulfilled = outcomes.flatMap((outcome, at) => (outcome.status === "fulfilled" ? [at + 1] : []))
    expect(written.sort()).toEqual(fulfilled.flatMap(n => [`a${n}`, `b${n}`]).sort())

    await db.tx("room", setRoom("1000000"))
    await add(4, 200_000)
    expect(await db.read.$count(venues)).toBe(written.length + 2)
  },
)

test.skipIf(isPostgres)("people are told that the disk is full, and what to do", async () => {
  const { db, community } = await aWorld()
  const kind = refuseWhenDiskIsFull(db)
  await db.tx("room", setRoom("1"))
  const thrown = await kind
    .tx("venues", q =>
      q.insert(venues).values({
        communityId: community.id,
        id: "v1",
        name: "一号议事点",
        address: "长".repeat(200_000),
        capacity: null,
        version: 1,
      }),
    )
    .catch((error: unknown) => error)
  expect(thrown).toMatchObject({ data: expect.stringContaining("磁盘满了"), init: { status: 507 } })
})

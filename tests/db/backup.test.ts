import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { backUp, backupName, restore } from "#db/backup"
import { openDatabase } from "#db/client"
import { isPostgres } from "#db/columns"
import { migrateDatabase } from "#db/migrate"
import { venues } from "#db/schema/convening"
import { aWorld } from "#tests/world"

const aVenue = (communityId: string, n: number) => ({
  communityId,
  id: `v${n}`,
  name: `议事点${n}`,
  address: "",
  capacity: null,
  version: 1,
})
const now = new Date("2026-10-08T01:00:00Z")

test("a backup made while the server writes, once restored, holds everything committed before it", async () => {
  const { db, url, folder, community } = await aWorld()
  const add = (n: number) => db.tx("venues", q => q.insert(venues).values(aVenue(community.id, n)))
  for (let n = 1; n <= 5; n++) await add(n)
  // On SQLite these five are still in the WAL: a copied file would lack them.
  const path = await backUp(url, join(folder, "backups"), backupName(url, now))
  await add(6)
  await db.close()

  restore(url, path, now)

  const again = await openDatabase(url)
  expect(await again.read.$count(venues)).toBe(5)
  await again.close()
})

test.skipIf(isPostgres)("what was replaced is kept beside the restored database", async () => {
  const { db, url, folder, community } = await aWorld()
  const path = await backUp(url, folder, "empty.db")
  await db.tx("venues", q => q.insert(venues).values(aVenue(community.id, 1)))
  await db.close()
  const aside = restore(url, path, now)
  const old = await openDatabase(aside!)
  expect(await old.read.$count(venues)).toBe(1)
  await old.close()
})

test.skipIf(isPostgres)("a restore under a running server is refused and changes nothing", async () => {
  const { db, url, folder, community } = await aWorld()
  const path = await backUp(url, folder, "before.db")
  await db.tx("venues", q => q.insert(venues).values(aVenue(community.id, 1)))
  expect(() => restore(url, path, now)).toThrow("inUse")
  expect(await db.read.$count(venues)).toBe(1)
})

test.skipIf(isPostgres).each([
  ["a text file", "damaged", "not a database at all".repeat(300)],
  ["an empty file", "notOurs", ""],
])("%s named as a backup is refused and the database stays", async (_what, fault, content) => {
  const { db, url, folder } = await aWorld()
  await db.close()
  const path = join(folder, "wrong.db")
  writeFileSync(path, content)
  const before = readFileSync(url)
  expect(() => restore(url, path, now)).toThrow(expect.objectContaining({ fault }))
  expect(readFileSync(url).equals(before)).toBe(true)
})

test.skipIf(isPostgres)(
  "a backup is made before a database that already holds something is migrated, and not otherwise",
  async () => {
    const { db, url, folder } = await aWorld()
    await db.close()
    let asked = 0
    const beforeChange = async () => {
      asked += 1
    }
    expect(await migrateDatabase(url, { beforeChange })).toBe(0)
    expect(await migrateDatabase(join(folder, "fresh.db"), { beforeChange })).toBeGreaterThan(0)
    expect(asked).toBe(0)
    const old = join(folder, "old.db")
    await migrateDatabase(old)
    const { default: Sqlite } = await import("better-sqlite3")
    const connection = new Sqlite(old)
    // As if the newest migration had not run yet.
    connection.exec(
      "delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)",
    )
    const newest = readdirSync("migrations/sqlite")
      .filter(name => name.endsWith(".sql"))
      .sort()
      .at(-1)!
    const steps = readFileSync(join("migrations/sqlite", newest), "utf8")
    for (const [, kind, name] of steps.matchAll(/CREATE (TRIGGER|INDEX) `(\w+)`/g))
      connection.exec(`drop ${kind} ${name}`)
    // What it makes anew stood there before in another form.
    for (const [, name] of steps.matchAll(/DROP INDEX `(\w+)`/g))
      connection.exec(`create index ${name} on documents (id)`)
    connection.close()
    expect(await migrateDatabase(old, { beforeChange })).toBe(1)
    expect(asked).toBe(1)
  },
)

import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

type Journal = { entries: { idx: number; when: number; tag: string }[] }
const journal = (engine: string): Journal =>
  JSON.parse(readFileSync(`migrations/${engine}/meta/_journal.json`, "utf8")) as Journal

test("both engines have the same migrations in the same order", () => {
  const tags = (engine: string) => journal(engine).entries.map(entry => entry.tag)
  expect(tags("postgres")).toEqual(tags("sqlite"))
  for (const engine of ["sqlite", "postgres"])
    expect(readdirSync(`migrations/${engine}`).filter(name => name.endsWith(".sql"))).toEqual(
      tags(engine).map(tag => `${tag}.sql`),
    )
})

test.each(["sqlite", "postgres"])(
  "each %s migration is newer than the one before, or it would be passed over",
  engine => {
    const times = journal(engine).entries.map(entry => entry.when)
    expect([...times].sort((a, b) => a - b)).toEqual(times)
    expect(new Set(times).size).toBe(times.length)
  },
)

test("every table has the community first in its key, but those that stand above communities", () => {
  const sql = readdirSync("migrations/postgres")
    .filter(name => name.endsWith(".sql"))
    .map(name => readFileSync(`migrations/postgres/${name}`, "utf8"))
    .join("\n")
  const tables = [...sql.matchAll(/CREATE TABLE "(\w+)" \(([\s\S]*?)\n\);/g)]
  expect(tables.length).toBeGreaterThan(25)
  const without = tables
    .filter(([, , body]) => !/PRIMARY KEY\("community_id"/.test(body!))
    .map(([, name]) => name)
    .sort()
  // A session is found by its token alone, before any community is known.
  expect(without).toEqual(["attempt_counts", "communities", "sessions"])
})

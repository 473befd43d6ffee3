import { createHash } from "node:crypto"
import { getTableColumns, is, Table } from "drizzle-orm"
import type { Database } from "#db/client"

/** Whatever the schema holds, in whichever of its files; attempts are counted for anyone and are left aside. */
const schema = import.meta.glob<Record<string, unknown>>(["../../db/schema/*.ts", "!**/web.ts"], { eager: true })
type AnyTable = typeof import("#db/schema/people")["persons"]
const tables = Object.values(schema)
  .flatMap(file => Object.entries(file))
  .filter((entry): entry is [string, AnyTable] => is(entry[1], Table))

/** Not facts: when a browser was seen last, and bytes whose hash stands beside them. */
const passedOver = (table: string, column: string) =>
  column === "lastSeenAt" || (column === "content" && ["documents", "photos", "imports"].includes(table))

/** What every table holds, as one hash each. */
export async function readEveryTable(db: Database): Promise<Record<string, string>> {
  const held = await Promise.all(
    tables.map(async ([name, table]) => {
      const columns = Object.fromEntries(
        Object.entries(getTableColumns(table)).filter(([column]) => !passedOver(name, column)),
      ) as ReturnType<typeof getTableColumns<typeof table>>
      const rows = (await db.read.select(columns).from(table)).map(row => JSON.stringify(row)).sort()
      return [name, createHash("sha256").update(rows.join("\n")).digest("hex")]
    }),
  )
  return Object.fromEntries(held)
}

/** The tables that hold something else now. */
export const changedTables = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter(name => before[name] !== after[name])

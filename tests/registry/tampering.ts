import Sqlite from "better-sqlite3"
import pg from "pg"
import { isPostgres } from "#db/columns"
import type { World } from "#tests/world"

const guarded = [
  "documents",
  "document_withdrawals",
  "archive_digests",
  "archive_digest_entries",
  "archive_digest_statements",
  "audit_entries",
]

/**
 * What somebody with the database's own tools could do: the triggers that refuse it dropped, foreign keys off. Names of
 * columns are quoted alike on both engines.
 */
export async function tamper(world: World, ...statements: string[]): Promise<void> {
  if (!isPostgres) {
    const db = new Sqlite(world.url)
    db.pragma("foreign_keys = OFF")
    const triggers = db
      .prepare("select name from sqlite_master where type = 'trigger' and tbl_name in (select value from json_each(?))")
      .all(JSON.stringify(guarded)) as { name: string }[]
    for (const { name } of triggers) db.exec(`drop trigger "${name}"`)
    for (const statement of statements) db.exec(statement)
    db.close()
    return
  }
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  for (const table of guarded) await client.query(`alter table ${table} disable trigger all`)
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** Bytes as a literal of the engine under test. */
export const bytesLiteral = (bytes: Uint8Array) => {
  const hex = Buffer.from(bytes).toString("hex")
  return isPostgres ? `'\\x${hex}'` : `x'${hex}'`
}

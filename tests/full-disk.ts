import { sql } from "drizzle-orm"
import pg from "pg"
import type { Writer } from "#db/client"
import { isPostgres } from "#db/columns"
import type { World } from "./world"

const setPages = (pages: string) => (q: Writer) =>
  Promise.resolve((q as unknown as { all: (s: unknown) => unknown }).all(sql.raw(`pragma max_page_count = ${pages}`)))

async function onPostgres(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/**
 * From now on the disk has no room. SQLite finds none for another page, as on a real one. PostgreSQL's files cannot be
 * bounded from here: what it answers on a full disk (53100) is raised at every row written into these tables.
 */
export async function fillDisk({ db, url }: World, tables: readonly string[]): Promise<void> {
  if (!isPostgres) return void (await db.tx("disk", setPages("1")))
  await onPostgres(url, [
    `create or replace function disk_is_full() returns trigger language plpgsql as
     $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`,
    ...tables.map(
      table =>
        `create trigger disk_is_full before insert or update on ${table} for each row execute function disk_is_full()`,
    ),
  ])
}

/** Somebody has made room. */
export async function makeRoomOnDisk({ db, url }: World, tables: readonly string[]): Promise<void> {
  if (!isPostgres) return void (await db.tx("disk", setPages("1000000")))
  await onPostgres(
    url,
    tables.map(table => `drop trigger disk_is_full on ${table}`),
  )
}

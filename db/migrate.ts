import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import Sqlite from "better-sqlite3"
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3"
import { migrate as migrateSqliteFile } from "drizzle-orm/better-sqlite3/migrator"
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres"
import { migrate as migratePostgresServer } from "drizzle-orm/node-postgres/migrator"
import pg from "pg"
import { engineOf } from "./engine"
import { sqliteFile } from "./sqlite"

export type MigrationOptions = {
  /** Where `migrations/` lies; the folder the program is started in by default. */
  root?: string
  /** Called before anything is changed in a database that already holds something. */
  beforeChange?: () => Promise<void>
}

type Journal = { entries: { when: number; tag: string }[] }

const folderOf = (url: string, root = process.cwd()) => join(root, "migrations", engineOf(url))

const readJournal = (folder: string): Journal =>
  JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")) as Journal

/** Brings the database to the newest schema. Returns how many migrations ran. */
export async function migrateDatabase(url: string, options: MigrationOptions = {}): Promise<number> {
  return engineOf(url) === "postgres" ? migratePostgres(url, options) : migrateSqlite(url, options)
}

/** How many migrations are still to run, from what the database says it has. */
const pendingIn = (journal: Journal, lastApplied: number | undefined) =>
  journal.entries.filter(entry => lastApplied === undefined || entry.when > lastApplied).length

async function migrateSqlite(url: string, { root, beforeChange }: MigrationOptions): Promise<number> {
  const folder = folderOf(url, root)
  const file = sqliteFile(url)
  mkdirSync(dirname(file), { recursive: true })
  const isNew = !existsSync(file)
  const connection = new Sqlite(file)
  try {
    connection.pragma("journal_mode = WAL")
    const pending = pendingIn(readJournal(folder), isNew ? undefined : lastAppliedSqlite(connection))
    if (pending === 0) return 0
    if (!isNew) await beforeChange?.()
    // Off before the migrator begins: inside its transaction the pragma does nothing, and a rebuilt table would
    // take its children with it.
    connection.pragma("foreign_keys = OFF")
    migrateSqliteFile(drizzleSqlite(connection), { migrationsFolder: folder })
    connection.pragma("foreign_keys = ON")
    const broken = connection.pragma("foreign_key_check") as unknown[]
    if (broken.length > 0) throw new Error(`after migrating, ${broken.length} rows point at nothing`)
    return pending
  } finally {
    connection.close()
  }
}

function lastAppliedSqlite(connection: Sqlite.Database): number | undefined {
  const exists = connection
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get()
  if (!exists) return undefined
  const row = connection.prepare("select max(created_at) as last from __drizzle_migrations").get() as {
    last: number | null
  }
  return row.last ?? undefined
}

async function migratePostgres(url: string, { root, beforeChange }: MigrationOptions): Promise<number> {
  const folder = folderOf(url, root)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // drizzle's migrator takes no lock: two instances starting together would both run it.
    await client.query("select pg_advisory_lock(hashtext('yishi migrate'))")
    const exists = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name")
    const last = exists.rows[0].name
      ? Number((await client.query("select max(created_at) as last from drizzle.__drizzle_migrations")).rows[0].last)
      : undefined
    const pending = pendingIn(readJournal(folder), last || undefined)
    if (pending === 0) return 0
    if (last) await beforeChange?.()
    await migratePostgresServer(drizzlePostgres(client), { migrationsFolder: folder })
    return pending
  } finally {
    await client.end()
  }
}

/** Whether the database is at the newest schema: `/readyz` asks. */
export async function isAtHead(url: string, root?: string): Promise<boolean> {
  const journal = readJournal(folderOf(url, root))
  if (engineOf(url) === "sqlite") {
    const connection = new Sqlite(sqliteFile(url), { readonly: true })
    try {
      return pendingIn(journal, lastAppliedSqlite(connection)) === 0
    } finally {
      connection.close()
    }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query("select max(created_at) as last from drizzle.__drizzle_migrations")
    return pendingIn(journal, Number(rows[0].last)) === 0
  } finally {
    await client.end()
  }
}

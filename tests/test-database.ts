import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { inject } from "vitest"
import { type Database, openDatabase } from "#db/client"
import { isPostgres } from "#db/columns"

export type TestDatabase = { db: Database; url: string; folder: string; drop: () => Promise<void> }

let made = 0

/** A fresh database of the engine under test, already migrated. `folder` is for whatever else lies beside it. */
export async function aDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "yishi-test-"))
  if (!isPostgres) {
    const url = join(folder, "test.db")
    copyFileSync(inject("sqliteTemplate"), url)
    const db = await openDatabase(url)
    return {
      db,
      url,
      folder,
      drop: async () => {
        await db.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  }
  const server = process.env.DATABASE_URL!
  const name = `yishi_test_${process.pid}_${Date.now()}_${made++}`
  await onServer(server, `create database ${name} template ${inject("postgresTemplate")}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const db = await openDatabase(url.href)
  return {
    db,
    url: url.href,
    folder,
    drop: async () => {
      await db.close()
      await onServer(server, `drop database ${name} with (force)`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

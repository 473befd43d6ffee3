import { spawnSync } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import Sqlite from "better-sqlite3"
import { engineOf } from "./engine"
import { sqliteFile } from "./sqlite"

export type BackupFault = "notFound" | "damaged" | "notOurs" | "inUse" | "toolMissing" | "toolFailed"

/** What went wrong, for a sentence at the command line. */
export class BackupError extends Error {
  constructor(
    readonly fault: BackupFault,
    readonly detail: string = "",
  ) {
    super(`${fault} ${detail}`)
  }
}

/** `yishi-20261008-090000.db`; `label` says why it was made. */
export function backupName(url: string, now: Date, label = ""): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-")
  return `yishi-${stamp}${label ? `-${label}` : ""}.${engineOf(url) === "postgres" ? "dump" : "db"}`
}

/**
 * A consistent copy by the engine's own means, also while the server runs: SQLite's backup call (a copied file would
 * lack what is still in the WAL), or pg_dump. The copy is checked before it is called one. Returns its path.
 */
export async function backUp(url: string, folder: string, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  if (engineOf(url) === "postgres") {
    runTool("pg_dump", ["--format=custom", `--file=${path}`, url])
    return path
  }
  const file = sqliteFile(url)
  if (!existsSync(file)) throw new BackupError("notFound", file)
  const connection = new Sqlite(file)
  try {
    await connection.backup(`${path}.part`)
  } finally {
    connection.close()
  }
  checkSqlite(`${path}.part`)
  renameSync(`${path}.part`, path)
  return path
}

/**
 * Puts a backup in the place of the database; what was there is kept beside it. The server must be stopped.
 * Returns where the replaced database lies now; null when there was none, or on PostgreSQL.
 */
export function restore(url: string, backup: string, now: Date): string | null {
  if (!existsSync(backup)) throw new BackupError("notFound", backup)
  if (engineOf(url) === "postgres") {
    runTool("pg_restore", ["--clean", "--if-exists", "--no-owner", "--single-transaction", `--dbname=${url}`, backup])
    return null
  }
  checkSqlite(backup)
  const file = sqliteFile(url)
  let aside: string | null = null
  if (existsSync(file)) {
    foldAndLeave(file)
    aside = join(dirname(file), backupName(url, now, "replaced"))
    renameSync(file, aside)
  }
  mkdirSync(dirname(file), { recursive: true })
  copyFileSync(backup, `${file}.part`)
  renameSync(`${file}.part`, file)
  return aside
}

/** Sound, and one of ours. */
function checkSqlite(path: string): void {
  try {
    const connection = new Sqlite(path, { readonly: true, fileMustExist: true })
    try {
      const [row] = connection.pragma("integrity_check") as { integrity_check: string }[]
      if (row?.integrity_check !== "ok") throw new BackupError("damaged", row?.integrity_check)
      const ours = connection.prepare("select 1 from sqlite_master where name = 'audit_entries'").get()
      if (!ours) throw new BackupError("notOurs", path)
    } finally {
      connection.close()
    }
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw new BackupError("damaged", error instanceof Error ? error.message : "")
  } finally {
    for (const suffix of ["-wal", "-shm"]) rmSync(path + suffix, { force: true })
  }
}

/** Folds the WAL into the file. Leaving WAL mode needs to be the only one: so this finds a running server too. */
function foldAndLeave(file: string): void {
  const connection = new Sqlite(file, { timeout: 500 })
  try {
    connection.pragma("journal_mode = DELETE")
  } catch (error) {
    throw new BackupError("inUse", error instanceof Error ? error.message : "")
  } finally {
    connection.close()
  }
}

function runTool(tool: string, args: string[]): void {
  const { status, error, stderr } = spawnSync(tool, args, { encoding: "utf8" })
  if (error) throw new BackupError("toolMissing", tool)
  if (status !== 0) throw new BackupError("toolFailed", `${tool}: ${stderr.trim()}`)
}

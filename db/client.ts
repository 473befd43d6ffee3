import { AsyncLocalStorage } from "node:async_hooks"
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core"
import { engineOf } from "./engine"

type Drizzle = PgDatabase<PgQueryResultHKT>

/** What a read may use: the select builder only. */
export type Reader = Pick<Drizzle, "select" | "selectDistinct" | "with" | "$with" | "$count">
/** What the body of a `tx` may use. */
export type Writer = Reader & Pick<Drizzle, "insert" | "update" | "delete">

export type Database = {
  /** Reads outside a transaction. On SQLite this connection is read-only: a stray write fails at once. */
  read: Reader
  /**
   * The only way to write. `lock` names what must not change meanwhile (`meeting:<id>`).
   * Short: no network, no PDF, no e-mail inside. A thrown error rolls everything back.
   */
  tx<T>(lock: string, work: (q: Writer) => Promise<T>): Promise<T>
  /** A consistent copy by the engine's own means; SQLite only, PostgreSQL uses pg_dump. */
  copyTo?(path: string): Promise<void>
  close(): Promise<void>
}

export async function openDatabase(url: string): Promise<Database> {
  const { openPostgres } = await import("./postgres")
  const { openSqlite } = await import("./sqlite")
  return engineOf(url) === "postgres" ? openPostgres(url) : openSqlite(url)
}

const inside = new AsyncLocalStorage<true>()

/** Refuses a `tx` within a `tx`: it would wait for itself for ever. */
export function withoutNesting<T>(work: () => Promise<T>): Promise<T> {
  if (inside.getStore()) throw new Error("tx inside tx: pass the writer `q` on instead")
  return work()
}

/** Marks everything `work` starts as being inside a transaction. */
export const markInside = <T>(work: () => Promise<T>): Promise<T> => inside.run(true, work)

/** A unique index refused the row: SQLite's code, or PostgreSQL's 23505 below drizzle's wrapper. */
export function isUniqueViolation(error: unknown): boolean {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    if (e.code === "23505" || e.code === "SQLITE_CONSTRAINT_UNIQUE" || e.code === "SQLITE_CONSTRAINT_PRIMARYKEY")
      return true
  }
  return false
}

/** The disk is full: SQLITE_FULL, or PostgreSQL's 53100. */
export function isDiskFull(error: unknown): boolean {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    if (e.code === "SQLITE_FULL" || e.code === "53100" || e.code === "ENOSPC") return true
  }
  return false
}

/** At most this many rows in one insert: SQLite stops at 32,766 variables, PostgreSQL at 65,535. */
export const rowsPerInsert = 500

export function inChunks<T>(rows: readonly T[], size = rowsPerInsert): T[][] {
  const chunks: T[][] = []
  for (let start = 0; start < rows.length; start += size) chunks.push(rows.slice(start, start + size))
  return chunks
}

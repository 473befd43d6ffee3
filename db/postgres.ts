import { sql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import pg from "pg"
import { type Database, markInside, type Reader, type Writer, withoutNesting } from "./client"

/**
 * PostgreSQL: a transaction whose first statement takes an advisory lock on what it is about, because at READ COMMITTED
 * a read-modify-write without one loses updates.
 */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  // A dropped idle connection is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {})
  const db = drizzle(pool)
  return {
    read: db as unknown as Reader,
    tx: (lock, work) =>
      withoutNesting(() =>
        db.transaction(async q => {
          await q.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
          return markInside(() => work(q as unknown as Writer))
        }),
      ),
    close: async () => {
      if (!pool.ended) await pool.end()
    },
  }
}

import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import Sqlite from "better-sqlite3"
import { drizzle } from "drizzle-orm/better-sqlite3"
import { type Database, markInside, type Reader, type Writer, withoutNesting } from "./client"

/** Works that wait together share one commit, at most this many: more would make the first of them wait too long. */
const worksPerCommit = 64

type Waiting = {
  work: (q: Writer) => Promise<unknown>
  done: (value: unknown) => void
  failed: (error: unknown) => void
}

/** The file a SQLite address names; `file:` in front is allowed. */
export const sqliteFile = (url: string) => url.replace(/^file:/, "")

/**
 * SQLite: a read-only connection for reads and one writer with a queue.
 * WAL with synchronous=FULL, so that an acknowledged ballot survives a cut cable. The writer opens first and closes
 * last: a reader cannot open a file that does not exist, and the last to close folds the WAL into the file.
 */
export function openSqlite(url: string): Database {
  const path = sqliteFile(url)
  mkdirSync(dirname(path), { recursive: true })
  const writer = new Sqlite(path)
  writer.pragma("journal_mode = WAL")
  writer.pragma("synchronous = FULL")
  writer.pragma("foreign_keys = ON")
  writer.pragma("busy_timeout = 5000")
  writer.pragma("secure_delete = ON")
  const reader = new Sqlite(path, { readonly: true })
  reader.pragma("busy_timeout = 5000")
  const q = drizzle(writer) as unknown as Writer

  const queue: Waiting[] = []
  let running: Promise<void> | undefined

  /** One BEGIN IMMEDIATE … COMMIT for all that wait; a savepoint each, so that one refusal does not touch the others. */
  async function commitTogether(group: Waiting[]): Promise<void> {
    const outcomes: (() => void)[] = []
    try {
      writer.exec("BEGIN IMMEDIATE")
      for (const { work, done, failed } of group) {
        writer.exec("SAVEPOINT work")
        try {
          const value = await markInside(() => work(q))
          writer.exec("RELEASE work")
          outcomes.push(() => done(value))
        } catch (error) {
          // A full disk rolls the whole transaction back and the savepoint is gone with it: the group is lost as one.
          if (!writer.inTransaction) throw error
          writer.exec("ROLLBACK TO work")
          writer.exec("RELEASE work")
          outcomes.push(() => failed(error))
        }
      }
      writer.exec("COMMIT")
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK")
      for (const { failed } of group) failed(error)
      return
    }
    for (const tell of outcomes) tell()
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) await commitTogether(queue.splice(0, worksPerCommit))
    running = undefined
  }

  return {
    read: drizzle(reader) as unknown as Reader,
    tx: (_lock, work) =>
      withoutNesting(
        () =>
          new Promise((done, failed) => {
            queue.push({ work, done: done as (value: unknown) => void, failed })
            // At the end of this turn: whatever else the turn brought in shares the commit.
            running ??= new Promise(setImmediate).then(drain)
          }),
      ),
    copyTo: async destination => {
      await writer.backup(destination)
    },
    close: async () => {
      await running
      reader.close()
      writer.close()
    },
  }
}

import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import Sqlite from "better-sqlite3"
import { drizzle } from "drizzle-orm/better-sqlite3"
import { type Database, markInside, type Reader, type Writer, withoutNesting } from "./client"

/** Works that wait together share one commit, at most this many: more would make the first of them wait too long. */
const worksPerCommit = 64
/** Nor is more waited for than so long. */
const longestGatheringMs = 5

const nextTurn = () => new Promise<void>(done => setImmediate(done))

type Waiting = {
  work: (q: Writer) => Promise<unknown>
  done: (value: unknown) => void
  failed: (error: unknown) => void
}

/** The file a SQLite address names; `file:` in front is allowed. */
export const sqliteFile = (url: string) => url.replace(/^file:/, "")

/** So many texts of statements are kept ready by each connection; then it begins afresh. */
const statementsKept = 500

/** Drizzle has every statement prepared anew; the same text is the same statement here. */
function keepStatements(connection: Sqlite.Database): void {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, Sqlite.Statement>()
  connection.prepare = ((text: string) => {
    const known = kept.get(text)
    // As new: a reader may have been set to give its rows as arrays.
    if (known) return known.reader ? known.raw(false) : known
    if (kept.size >= statementsKept) kept.clear()
    const made = prepare(text)
    kept.set(text, made)
    return made
  }) as typeof connection.prepare
}

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
  for (const connection of [writer, reader]) keepStatements(connection)
  const q = drizzle(writer) as unknown as Writer
  const [begin, commit] = [writer.prepare("BEGIN IMMEDIATE"), writer.prepare("COMMIT")]
  const [savepoint, release] = [writer.prepare("SAVEPOINT work"), writer.prepare("RELEASE work")]

  const queue: Waiting[] = []
  let running: Promise<void> | undefined

  /** One BEGIN IMMEDIATE … COMMIT for all that wait; a savepoint each, so that one refusal does not touch the others. */
  async function commitTogether(group: Waiting[]): Promise<void> {
    const outcomes: (() => void)[] = []
    try {
      begin.run()
      for (const { work, done, failed } of group) {
        savepoint.run()
        try {
          const value = await markInside(() => work(q))
          release.run()
          outcomes.push(() => done(value))
        } catch (error) {
          // A full disk rolls the whole transaction back and the savepoint is gone with it: the group is lost as one.
          if (!writer.inTransaction) throw error
          writer.exec("ROLLBACK TO work")
          release.run()
          outcomes.push(() => failed(error))
        }
      }
      commit.run()
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK")
      for (const { failed } of group) failed(error)
      return
    }
    for (const tell of outcomes) tell()
  }

  /**
   * To the end of a turn that brings nothing more in: a work that comes alone waits for nobody, and in a rush, where
   * every turn brings some, many share the commit that each would have had to itself.
   */
  async function gather(): Promise<void> {
    const startedAt = performance.now()
    for (let before = 0; queue.length > before && queue.length < worksPerCommit; ) {
      if (performance.now() - startedAt > longestGatheringMs) return
      before = queue.length
      await nextTurn()
    }
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      await gather()
      await commitTogether(queue.splice(0, worksPerCommit))
    }
    running = undefined
  }

  return {
    read: drizzle(reader) as unknown as Reader,
    tx: (_lock, work) =>
      withoutNesting(
        () =>
          new Promise((done, failed) => {
            queue.push({ work, done: done as (value: unknown) => void, failed })
            running ??= drain()
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

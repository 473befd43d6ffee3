import { getTableName, type Placeholder, sql, type Table } from "drizzle-orm"
import type { Writer } from "./client"

/**
 * A query whose text is built once for each connection that lasts: on SQLite the reader and the writer, for as long as
 * the process runs. Building the text costs more than running it where a query is asked for every ballot. A transaction
 * on PostgreSQL is a new connection to Drizzle and builds its own.
 */
export function keptQuery<Q extends object, P>(make: (q: Q) => P): (q: Q) => P {
  const made = new WeakMap<Q, P>()
  return q => {
    const known = made.get(q)
    if (known) return known
    const query = make(q)
    made.set(q, query)
    return query
  }
}

/** So many keys a kept query for a list takes: one, or what a turn brings. */
const listSizes = [1, 16, 64] as const

type ListQuery<R> = { execute: (values: Record<string, unknown>) => Promise<R[]> }

/**
 * A query for a list of keys, its text kept for lists of a few lengths. A list that is shorter is filled up with its last
 * key, a longer one is asked for in parts.
 */
export function keptListQuery<Q extends object, R>(
  make: (q: Q, keys: Placeholder[]) => ListQuery<R>,
): (q: Q, values: Record<string, unknown>, keys: readonly string[]) => Promise<R[]> {
  const queries = listSizes.map(size => ({
    size,
    queryOf: keptQuery((q: Q) =>
      make(
        q,
        Array.from({ length: size }, (_, at) => given(`key${at}`)),
      ),
    ),
  }))
  const largest = queries.at(-1)!
  return async (q, values, keys) => {
    const rows: R[] = []
    for (let start = 0; start < keys.length; start += largest.size) {
      const part = keys.slice(start, start + largest.size)
      const { size, queryOf } = queries.find(one => one.size >= part.length) ?? largest
      const named: Record<string, unknown> = { ...values }
      for (let at = 0; at < size; at += 1) named[`key${at}`] = part[at] ?? part.at(-1)
      rows.push(...(await queryOf(q).execute(named)))
    }
    return rows
  }
}

/** What a kept query is given each time it is run, by its name. */
export const given = (name: string): Placeholder => sql.placeholder(name)

/** The same for what the column stores in a form of its own, as a moment. */
export const givenAs = (name: string, column: Parameters<typeof sql.param>[1]) => sql.param(given(name), column)

/** Statements without a name: a pool between us and PostgreSQL may not know those with one. */
export const unnamed = ""

type Insert = { execute: (values: Record<string, unknown>) => Promise<unknown> }

const inserts = keptQuery((_: Writer) => new Map<string, Insert>())

/** Inserts one row by a statement that is kept for these columns. */
export async function insertOne<T extends Table>(q: Writer, table: T, row: T["$inferInsert"]): Promise<void> {
  const columns = Object.keys(row).filter(name => row[name as keyof typeof row] !== undefined)
  const key = [getTableName(table), ...columns].join(" ")
  const kept = inserts(q)
  let insert = kept.get(key)
  if (!insert) {
    const values = Object.fromEntries(columns.map(name => [name, given(name)]))
    insert = q
      .insert(table as never)
      .values(values as never)
      .prepare(unnamed) as Insert
    kept.set(key, insert)
  }
  await insert.execute(row)
}

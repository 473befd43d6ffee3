/**
 * One schema, two engines. Each builder is PostgreSQL's or SQLite's, chosen once when this file is loaded;
 * the static type is always PostgreSQL's, so the compiler refuses what only SQLite knows, and the tests on SQLite
 * refuse what only PostgreSQL knows.
 */
import * as pg from "drizzle-orm/pg-core"
import * as lite from "drizzle-orm/sqlite-core"
import { engineOf } from "./engine"

export const isPostgres = engineOf(process.env.DATABASE_URL) === "postgres"

const pick = <T>(postgresOne: () => T, liteOne: () => unknown): T => (isPostgres ? postgresOne() : (liteOne() as T))

const bytesColumn = pg.customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" })

export const table = pick(
  () => pg.pgTable,
  () => lite.sqliteTable,
)
export const text = pick(
  () => pg.text,
  () => lite.text,
)
/** Whole numbers, up to 2^53: counts, fen, cm². */
export const int = (name: string) =>
  pick(
    () => pg.bigint(name, { mode: "number" }),
    () => lite.integer(name, { mode: "number" }),
  )
export const bool = (name: string) =>
  pick(
    () => pg.boolean(name),
    () => lite.integer(name, { mode: "boolean" }),
  )
/** A moment, to the millisecond. */
export const instant = (name: string) =>
  pick(
    () => pg.timestamp(name, { withTimezone: true, precision: 3, mode: "date" }),
    () => lite.integer(name, { mode: "timestamp_ms" }),
  )
/** A day of the calendar in Asia/Shanghai, `YYYY-MM-DD`. */
export const civilDate = (name: string) => text(name)
export const bytes = (name: string) =>
  pick(
    () => bytesColumn(name),
    () => lite.blob(name, { mode: "buffer" }),
  )
/** One of a few words; kept as text without a CHECK, because changing a CHECK rebuilds the table on SQLite. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(name: string, words: Words) =>
  pick(
    () => pg.text(name, { enum: words as unknown as [Words[number], ...Words[number][]] }),
    () => lite.text(name, { enum: words as unknown as [Words[number], ...Words[number][]] }),
  )
/**
 * Structured data kept as its exact text on both engines: jsonb would re-order keys, and hashed text must not move.
 * A plain text column in the database; parsed when read.
 */
const jsonText = <T>() =>
  pick(
    () =>
      pg.customType<{ data: T; driverData: string }>({
        dataType: () => "text",
        toDriver: value => JSON.stringify(value),
        fromDriver: value => JSON.parse(value) as T,
      }),
    () =>
      lite.customType<{ data: T; driverData: string }>({
        dataType: () => "text",
        toDriver: value => JSON.stringify(value),
        fromDriver: value => JSON.parse(value) as T,
      }),
  )
export const json = <T>(name: string) => jsonText<T>()(name)

export const primaryKey = pick(
  () => pg.primaryKey,
  () => lite.primaryKey,
)
export const index = pick(
  () => pg.index,
  () => lite.index,
)
export const uniqueIndex = pick(
  () => pg.uniqueIndex,
  () => lite.uniqueIndex,
)
export const foreignKey = pick(
  () => pg.foreignKey,
  () => lite.foreignKey,
)

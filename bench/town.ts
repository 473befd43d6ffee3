import { join } from "node:path"
import Sqlite from "better-sqlite3"
import { openDatabase } from "#db/client"
import { migrateDatabase } from "#db/migrate"
import { printPaper } from "#templates/print-paper"
import { buildDemoCommunity, demoSlug } from "~/demo/community"
import { makeFollowCode } from "~/intake/follow-codes"
import { makePassword } from "~/people/passwords"
import { startSession } from "~/people/sessions"
import { readArchiveKey } from "~/registry/archive-key"
import type { Installation } from "~/web/context"
import { newId } from "~/web/identifiers"

/** A community whose matters are the demo's many times over; `tokens` by the name of whoever is signed in. */
export type Town = { slug: string; file: string; tokens: Record<string, string> }

type Row = Record<string, unknown>

/** What a community has once, however long it has been at work. */
const registers = [
  "communities",
  "accounts",
  "memberships",
  "persons",
  "grids",
  "delegates",
  "representatives",
  "sessions",
  "organizations",
  "resident_groups",
  "bodies",
  "body_terms",
  "consents",
  "blottings",
  "estates",
  "buildings",
  "units",
  "unit_owners",
  "building_assignments",
  "rulebook_versions",
  "venues",
  "number_series",
  "attempt_counts",
  "imports",
  "import_rows",
  "__drizzle_migrations",
]
const identifier = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const people = ["甲一", "乙二", "戊五", "卯四"]

/**
 * The demo community, its matters copied `copies` times with their timelines, sheets and photos, and its persons with them.
 * Meetings that are not over stay single. Always SQLite: rows are copied as they lie.
 */
export async function fillTown(folder: string, copies: number): Promise<Town> {
  const file = join(folder, "town.db")
  await migrateDatabase(file)
  const db = await openDatabase(file)
  const installation: Installation = {
    db,
    now: () => new Date(),
    newId: () => newId(),
    publish: () => {},
    secret: Buffer.alloc(32),
    keyDir: join(folder, "town-keys"),
    archiveKey: readArchiveKey(folder),
    fontDir: null,
    print: printPaper,
    background: work => void work,
    publicOrigin: null,
  }
  await buildDemoCommunity(installation, makePassword())
  await db.close()
  copyMatters(file, copies)
  return { slug: demoSlug, file, tokens: await signIn(file) }
}

async function signIn(file: string): Promise<Record<string, string>> {
  const accounts = ask<{ communityId: string; accountId: string; name: string }>(
    file,
    "select community_id communityId, id accountId, login_name name from accounts",
  ).filter(account => people.includes(account.name))
  const db = await openDatabase(file)
  const tokens: Record<string, string> = {}
  for (const { name, ...account } of accounts)
    tokens[name] = await db.tx("bench", q => startSession(q, new Date(), { ...account, device: "bench" }))
  await db.close()
  return tokens
}

/** Rows of a town's database, by plain SQL. */
export function ask<T>(file: string, query: string): T[] {
  const db = new Sqlite(file, { readonly: true })
  const rows = db.prepare(query).all() as T[]
  db.close()
  return rows
}

function copyMatters(file: string, copies: number): void {
  const db = new Sqlite(file)
  db.pragma("foreign_keys = OFF")
  const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  const rowsOf = new Map(tables.map(name => [name, db.prepare(`select * from "${name}"`).all() as Row[]]))
  const kept = new Set(registers.flatMap(name => rowsOf.get(name)?.flatMap(row => [row.id, row.community_id]) ?? []))
  const single = openMeetings(rowsOf)
  const insert = (name: string, row: Row) =>
    db.prepare(`insert into "${name}" values (${Object.keys(row).map(() => "?")})`).run(...Object.values(row))
  db.transaction(() => {
    for (let copy = 1; copy <= copies; copy++) {
      // In the place of the first byte, which is 01 in every identifier of our time.
      const other = (id: string) => (kept.has(id) ? id : (copy + 1).toString(16).padStart(2, "0") + id.slice(2))
      for (const person of rowsOf.get("persons")!)
        insert("persons", { ...person, id: newId(), name: `${person.name}${copy}`, phone: null })
      for (const [name, rows] of rowsOf) {
        if (registers.includes(name)) continue
        for (const row of rows) if (!mentions(row, single)) insert(name, copyOf(row, other, copy))
      }
    }
  })()
  db.close()
}

const textsOf = (row: Row) => Object.values(row).filter(value => typeof value === "string")
const mentions = (row: Row, ids: ReadonlySet<string>) =>
  textsOf(row).some(text => text.match(identifier)?.some(id => ids.has(id)))

/** Meetings that are not over, with what belongs to them: twelve in session at once would be no community's day. */
function openMeetings(rowsOf: Map<string, Row[]>): Set<string> {
  const open = rowsOf
    .get("meetings")!
    .filter(meeting => !["minuted", "closed", "archived"].includes(`${meeting.state}`))
  const single = new Set(open.map(meeting => `${meeting.id}`))
  for (const name of ["agenda_items", "motions", "rounds", "minutes", "resolutions", "public_editions", "notices"])
    for (const row of rowsOf.get(name)!) if (mentions(row, single)) single.add(`${row.id}`)
  return single
}

/** The row with other ids, numbers and follow code; a null stays one. */
const copyOf = (row: Row, other: (id: string) => string, copy: number): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value === null) return [column, value]
      if (column === "sequence") return [column, (value as number) + copy * 1000]
      if (column === "follow_code") return [column, makeFollowCode()]
      return [column, typeof value === "string" ? value.replaceAll(identifier, other) : value]
    }),
  )

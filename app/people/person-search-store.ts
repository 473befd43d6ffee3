import { and, asc, count, eq, gt, gte, inArray, isNull, like, lt, or, type SQL, sql } from "drizzle-orm"
import { inChunks, type Reader } from "#db/client"
import { persons } from "#db/schema/people"
import type { PersonOrder } from "./person-orders"
import type { Person } from "./register-store"

/** What a search is made of: its words, each of which must fit. */
export function searchWords(search: string): string[] {
  const words = search.normalize("NFKC").toLowerCase().replaceAll("ü", "v").split(/\s+/)
  return words.filter(Boolean).slice(0, 5)
}

/**
 * A word of letters is the beginning of the name's sound or of its initials, one of four figures and more the end of a
 * phone; anything else is a part of the name, the address or the 单位.
 */
function fits(word: string): SQL | undefined {
  if (/^[a-z]+$/.test(word)) return or(beginsWith(persons.initials, word), beginsWith(persons.pinyin, word))
  const inWords = or(
    contains(persons.name, word),
    contains(persons.address, word),
    contains(persons.organization, word),
  )
  if (!/^[\d-]{4,}$/.test(word)) return inWords
  return or(like(persons.phone, `%${word}`), inWords)
}

/** As a range, which an index answers whatever the database thinks of `like`. */
function beginsWith(column: typeof persons.initials | typeof persons.pinyin, word: string) {
  const shortened = word.replace(/z+$/, "")
  if (shortened === "") return gte(column, word)
  const next = shortened.slice(0, -1) + String.fromCharCode(shortened.charCodeAt(shortened.length - 1) + 1)
  return and(gte(column, word), lt(column, next))
}

function contains(column: typeof persons.name | typeof persons.address | typeof persons.organization, word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, mark => `\\${mark}`)}%`
  return sql`lower(${column}) like ${pattern} escape '\\'`
}

const inOrder = {
  pinyin: [asc(persons.pinyin), asc(persons.strokeKey), asc(persons.id)],
  strokes: [asc(persons.strokeKey), asc(persons.id)],
} as const satisfies Record<PersonOrder, SQL[]>

/** The register searched and in order, one page of it; who was blotted out is nobody's find. */
export async function searchPersons(
  q: Reader,
  communityId: string,
  { search, order, page, pageSize }: { search: string; order: PersonOrder; page: number; pageSize: number },
) {
  const words = searchWords(search)
  const meant = and(eq(persons.communityId, communityId), isNull(persons.blottedAt), ...words.map(fits))
  const total = await q.$count(persons, meant)
  const from = Math.min(Math.max(0, page - 1), Math.max(0, Math.ceil(total / pageSize) - 1)) * pageSize
  const found: Person[] = await q
    .select()
    .from(persons)
    .where(meant)
    .orderBy(...inOrder[order])
    .limit(pageSize)
    .offset(from)
  return { total, from, persons: found }
}

/** How many bear each of these names, where there is more than one. */
export async function countNamesakes(q: Reader, communityId: string, names: string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const chunk of inChunks([...new Set(names)])) {
    const rows = await q
      .select({ name: persons.name, total: count() })
      .from(persons)
      .where(and(eq(persons.communityId, communityId), inArray(persons.name, chunk)))
      .groupBy(persons.name)
      .having(gt(count(), 1))
    for (const row of rows) found.set(row.name, row.total)
  }
  return found
}

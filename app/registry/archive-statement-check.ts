import type { Reader } from "#db/client"
import { isPutBeneath, type Statement } from "./archive-rules"
import { listCoveredStatements } from "./archive-statement-store"
import { keyOf, listStatements } from "./archive-statements"

/**
 * missing: what was withdrawn, or stood in the log, when it was signed does so no more. changed: it reads otherwise. beneath:
 * it says it is older than a digest that passed it over.
 */
export type StatementFault = "missing" | "changed" | "beneath"

/** `name`: the document's title, or the log's action; empty for an entry that is gone. */
export type FaultyStatement = Pick<Statement, "kind" | "id" | "name"> & {
  sequence: number | null
  faults: StatementFault[]
}

export type StatementBook = {
  faulty: FaultyStatement[]
  /** What a digest covers of them, as it reads now; notes what is wrong. `before`: the moment of the digest before it. */
  readCovered(sequence: number, before: Date | null): Statement[]
  /** Those no digest covers yet. */
  readUncovered(last: Date | null): void
}

/** Everything lasting beside the documents, held against what was covered of it. */
export async function openStatementBook(q: Reader, communityId: string): Promise<StatementBook> {
  const statements = new Map((await listStatements(q, communityId)).map(one => [keyOf(one), one]))
  const covered = await listCoveredStatements(q, communityId)
  const faulty: FaultyStatement[] = []
  const note = (one: Pick<Statement, "kind" | "id">, sequence: number | null, faults: StatementFault[]) => {
    const name = statements.get(keyOf(one))?.name ?? ""
    if (faults.length > 0) faulty.push({ kind: one.kind, id: one.id, name, sequence, faults })
  }
  return {
    faulty,
    readCovered: (sequence, before) =>
      covered
        .filter(one => one.sequence === sequence)
        .flatMap(one => {
          const now = statements.get(keyOf(one))
          if (!now) {
            note(one, sequence, ["missing"])
            return []
          }
          const isBeneath = isPutBeneath(now.at, before)
          note(one, sequence, [
            ...(now.hash === one.hash ? [] : (["changed"] as const)),
            ...(isBeneath ? (["beneath"] as const) : []),
          ])
          return [now]
        }),
    readUncovered: last => {
      const known = new Set(covered.map(keyOf))
      for (const one of statements.values())
        if (!known.has(keyOf(one)) && isPutBeneath(one.at, last)) note(one, null, ["beneath"])
    },
  }
}

import type { Reader } from "#db/client"
import type { Plain } from "~/law/canonical-json"
import { type Statement, statementHashOf } from "./archive-rules"
import { listAllWithdrawals, listCoveredStatements, listLastingEntries } from "./archive-statement-store"

/** What is signed of a withdrawal; a package holds it in words. */
export const withdrawalSaid = (withdrawal: {
  documentId: string
  reason: string
  withdrawnAt: Date
  withdrawnBy: string
}) => ({
  documentId: withdrawal.documentId,
  reason: withdrawal.reason,
  withdrawnAt: withdrawal.withdrawnAt.toISOString(),
  withdrawnBy: withdrawal.withdrawnBy,
})

/** Everything lasting that stands beside the documents, as it reads now: withdrawals, releases, the archive's own remarks. */
export async function listStatements(q: Reader, communityId: string): Promise<Statement[]> {
  const withdrawals = (await listAllWithdrawals(q, communityId)).map(
    (one): Statement => ({
      kind: "withdrawal",
      id: one.documentId,
      name: one.title ?? "",
      at: one.withdrawnAt,
      hash: statementHashOf(withdrawalSaid(one)),
    }),
  )
  const entries = (await listLastingEntries(q, communityId)).map(({ communityId: _, ...entry }): Statement => {
    const said = { ...entry, at: entry.at.toISOString(), detail: entry.detail as Plain }
    return { kind: "entry", id: entry.id, name: entry.action, at: entry.at, hash: statementHashOf(said) }
  })
  return [...withdrawals, ...entries]
}

/** Those that no digest covers yet. */
export async function listUncoveredStatements(q: Reader, communityId: string): Promise<Statement[]> {
  const covered = new Set((await listCoveredStatements(q, communityId)).map(keyOf))
  return (await listStatements(q, communityId)).filter(one => !covered.has(keyOf(one)))
}

export const keyOf = ({ kind, id }: Pick<Statement, "kind" | "id">): string => `${kind} ${id}`

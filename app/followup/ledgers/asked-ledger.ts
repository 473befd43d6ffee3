import type { CivilDate } from "~/law/civil-date"
import { type LedgerKind, ledgerKinds } from "./kinds"

/** What an address asks for: a ledger and its days; this year so far as nothing is said. */
export function askedLedger(
  query: URLSearchParams,
  today: CivilDate,
): { ledger: LedgerKind; from: string; to: string } {
  const ledger = ledgerKinds.find(one => one === query.get("ledger")) ?? "issue"
  const year = /^\d{4}$/.test(query.get("year") ?? "") ? query.get("year")! : today.slice(0, 4)
  return { ledger, from: query.get("from") || `${year}-01-01`, to: query.get("to") || `${year}-12-31` }
}

import type { DocumentKind } from "#db/schema/registry"
import { type CivilDate, formatDate, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import type { Permission } from "~/people/permissions"

/** 五张台账. */
export const ledgerKinds = ["issue", "need", "resource", "project", "duty"] as const
export type LedgerKind = (typeof ledgerKinds)[number]

export const ledgerNames: Record<LedgerKind, string> = {
  issue: "问题清单",
  need: "需求清单",
  resource: "资源清单",
  project: "项目清单",
  duty: "履职清单",
}

/** Whose days the period counts. */
export const ledgerPeriods: Record<LedgerKind, string> = {
  issue: "按提出时间",
  need: "按提出时间",
  resource: "按提供的期限",
  project: "按认领时间",
  duty: "按交办和提出时间",
}

export const ledgerDocuments = {
  issue: "issueLedger",
  need: "needLedger",
  resource: "resourceLedger",
  project: "projectLedger",
  duty: "dutyLedger",
} as const satisfies Record<LedgerKind, DocumentKind>

/** Beside issue:read: the 资源清单 carries the telephones of contacts, the 履职清单 says who is late with what. */
export const ledgerPermissions: Record<LedgerKind, Permission> = {
  issue: "issue:read",
  need: "issue:read",
  resource: "register:read",
  project: "claim:read",
  duty: "task:inspect",
}

export type LedgerPeriod = { from: CivilDate; to: CivilDate }

/** Ten years at most: what is asked for by mistake is not read. Refusal: ledger_period_wrong. */
export function checkPeriod({ from, to }: LedgerPeriod): Result<LedgerPeriod> {
  const isPeriod = isRealDate(from) && isRealDate(to) && from <= to
  return isPeriod && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 10
    ? done({ from, to })
    : refuse("ledger_period_wrong", { field: "to" })
}

export const periodWords = ({ from, to }: LedgerPeriod): string => `${formatDate(from)}至${formatDate(to)}`

/** Each period of a ledger counts its own versions. */
export const ledgerSubjectId = (ledger: LedgerKind, { from, to }: LedgerPeriod): string => `${ledger} ${from} ${to}`

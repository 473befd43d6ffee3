import { type LedgerFacts, ledgerTemplate } from "#templates/ledger"
import { ledgerWorkbookTemplate } from "#templates/ledger-workbook"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { beginDocument } from "~/registry/document-jobs"
import { type DocumentView, listDocuments } from "~/registry/document-store"
import { issueDocument, type NewDocument } from "~/registry/documents"
import { drawUnfiled } from "~/registry/drawing"
import { verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { readProjectLedger, readResourceLedger } from "./claim-ledgers"
import { readDutyLedger } from "./duty-ledger"
import { type LedgerTable, readIssueLedger, readNeedLedger } from "./issue-ledgers"
import {
  checkPeriod,
  type LedgerKind,
  type LedgerPeriod,
  ledgerDocuments,
  ledgerKinds,
  ledgerNames,
  ledgerPermissions,
  ledgerSubjectId,
  periodWords,
} from "./kinds"

/** Whoever reads issues reads ledgers; of two of them not everybody. */
export const mayReadLedger = (ctx: Ctx, ledger: LedgerKind): boolean =>
  may(ctx.actor, "issue:read") && may(ctx.actor, ledgerPermissions[ledger])

export const listLedgersFor = (ctx: Ctx): LedgerKind[] => ledgerKinds.filter(ledger => mayReadLedger(ctx, ledger))

const readers: Record<LedgerKind, (ctx: Ctx, period: LedgerPeriod, today: string) => Promise<LedgerTable>> = {
  issue: readIssueLedger,
  need: readNeedLedger,
  resource: readResourceLedger,
  project: readProjectLedger,
  duty: readDutyLedger,
}

type Asked = LedgerPeriod & { ledger: LedgerKind }

/** A ledger of a period as it stands today. Refusals: forbidden, ledger_period_wrong. */
export async function readLedgerFacts(ctx: Ctx, { ledger, ...asked }: Asked): Promise<Result<LedgerFacts>> {
  if (!mayReadLedger(ctx, ledger)) return refuse("forbidden")
  const period = checkPeriod(asked)
  if (!period.ok) return period
  const today = civilDateOf(ctx.now())
  const { columns, rows, totals } = await readers[ledger](ctx, period.value, today)
  const { name } = ctx.community
  return done({
    community: name,
    issuer: `${name}居民委员会`,
    title: `${name}${ledgerNames[ledger]}`,
    period: periodWords(period.value),
    asOf: formatDate(today),
    columns,
    rows,
    totals,
  })
}

/** More rows than these are drawn after the answer, and not looked at beforehand. */
const mostRowsAtOnce = 400

/** What the page of a ledger shows before it is printed. Refusals: those of `readLedgerFacts`. */
export async function readLedger(ctx: Ctx, asked: Asked) {
  const facts = await readLedgerFacts(ctx, asked)
  if (!facts.ok) return facts
  const { title, period, rows, totals } = facts.value
  const subject = { kind: "community", id: ledgerSubjectId(asked.ledger, asked) } as const
  const filed = await listDocuments(ctx.db.read, ctx.community.id, subject)
  return done({
    title,
    period,
    rowCount: rows.length,
    totals,
    isLong: rows.length > mostRowsAtOnce,
    filed: filed.toReversed().map(({ id, format, version, createdAt, createdBy }) => ({
      documentId: id,
      format,
      version,
      made: `${formatDate(civilDateOf(createdAt))}，${createdBy}`,
    })),
  })
}

/** The PDF as it would be filed. Refusals: those of `readLedgerFacts`, ledger_too_long, characters_missing. */
export async function previewLedger(ctx: Ctx, asked: Asked): Promise<Result<Uint8Array>> {
  const facts = await readLedgerFacts(ctx, asked)
  if (!facts.ok) return facts
  if (facts.value.rows.length > mostRowsAtOnce) return refuse("ledger_too_long")
  return drawUnfiled(ctx, ledgerTemplate, facts.value, { verifyUrl: verifyUrlOf(ctx) })
}

/** The filed ledger, or for a long one the job that makes it. */
export type LedgerFiled = { document: DocumentView; jobId?: undefined } | { jobId: string; document?: undefined }

/**
 * Files a ledger on paper or as a workbook; the same rows of one day give the file that is there.
 * Refusals: those of `readLedgerFacts`, characters_missing.
 */
export async function fileLedger(ctx: Ctx, asked: Asked & { format: "pdf" | "xlsx" }): Promise<Result<LedgerFiled>> {
  const facts = await readLedgerFacts(ctx, asked)
  if (!facts.ok) return facts
  const { title, period, rows } = facts.value
  const { format, ledger } = asked
  const paper: NewDocument<LedgerFacts> = {
    kind: ledgerDocuments[ledger],
    subject: { kind: "community", id: ledgerSubjectId(ledger, asked) },
    number: null,
    title: `${title}（${period}）`,
    fileName: `${title}${asked.from}至${asked.to}.${format}`,
    facts: facts.value,
    template: format === "pdf" ? ledgerTemplate : ledgerWorkbookTemplate,
    date: civilDateOf(ctx.now()),
    verifyUrl: verifyUrlOf(ctx),
  }
  if (rows.length > mostRowsAtOnce) return beginDocument(ctx, paper)
  const issued = await issueDocument(ctx, paper)
  return issued.ok ? done({ document: issued.value.document }) : issued
}

import { civilDateOf, formatDate, formatDateTime } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { type ArchiveCheck, checkArchive } from "~/registry/archive-check"
import { resumeDigests, signDigest } from "~/registry/archive-digests"
import { readChainStanding } from "~/registry/archive-head"
import { listUncoveredStatements } from "~/registry/archive-statements"
import { listFiled, listUncovered } from "~/registry/archive-store"
import { audit } from "~/registry/audit"
import { type RetentionClass, retentionOf } from "~/registry/retention"
import type { Ctx } from "~/web/context"
import { digestFaultWords, documentFaultWords, headFaultWords, remarkWords, statementWords } from "./archive-words"
import { readNewestDigests } from "./public-digests"

export type ArchiveYear = { year: number; total: number; counts: Record<RetentionClass, number> }
export type DigestLine = { sequence: number; at: string; documentCount: number; digest: string }
export type ArchiveView = {
  /** The newest first. */
  years: ArchiveYear[]
  digests: DigestLine[]
  uncovered: number
  /** Withdrawals and releases that no digest covers yet. */
  uncoveredStatements: number
  publicKey: string
  mayTake: boolean
  /** Why nothing is signed: the chain is not what this machine signed last. Empty where it is. */
  behind: string
  mayResume: boolean
}

const digestsShown = 10

/** 档案: what is filed, year by year, and the digests that prove it. Refusals: forbidden, not_found. */
export async function readArchive(ctx: Ctx): Promise<Result<ArchiveView>> {
  if (!may(ctx.actor, "archive:read")) return refuse(ctx.actor.accountId ? "forbidden" : "not_found")
  const years = new Map<number, ArchiveYear>()
  for (const { kind, createdAt } of await listFiled(ctx.db.read, ctx.community.id)) {
    const year = Number(civilDateOf(createdAt).slice(0, 4))
    const counted = years.get(year) ?? { year, total: 0, counts: { permanent: 0, thirtyYears: 0, tenYears: 0 } }
    counted.total += 1
    counted.counts[retentionOf(kind).keptAs] += 1
    years.set(year, counted)
  }
  const { publicKey, digests } = await readNewestDigests(ctx, digestsShown)
  const { fault } = await readChainStanding(ctx.db.read, ctx.archiveKey, ctx.community.id)
  return done({
    years: [...years.values()].sort((a, b) => b.year - a.year),
    digests: digests.map(one => ({ ...one, at: formatDateTime(one.at) })),
    uncovered: (await listUncovered(ctx.db.read, ctx.community.id)).length,
    uncoveredStatements: (await listUncoveredStatements(ctx.db.read, ctx.community.id)).length,
    publicKey,
    mayTake: may(ctx.actor, "archive:take"),
    behind: fault ? headFaultWords[fault] : "",
    mayResume: may(ctx.actor, "community:manage"),
  })
}

/** 现在签名. Refusals: forbidden, archive_nothing_new, archive_behind. */
export async function signArchive(ctx: Ctx): Promise<Result<{ sequence: number }>> {
  if (!may(ctx.actor, "archive:take")) return refuse("forbidden")
  const signed = await signDigest(ctx, ctx.community.id, ctx.actor)
  if (!signed.ok) return signed
  return signed.value ? done({ sequence: signed.value.sequence }) : refuse("archive_nothing_new")
}

/**
 * 接着签名: after an old backup was restored on purpose. That it was done, and why, stays in the chain.
 * Refusals: forbidden, archive_reason_missing, archive_not_behind.
 */
export async function resumeArchive(ctx: Ctx, input: { reason: string }): Promise<Result<{ sequence: number }>> {
  if (!may(ctx.actor, "community:manage")) return refuse("forbidden")
  const signed = await resumeDigests(ctx, ctx.community.id, ctx.actor, input.reason)
  return signed.ok ? done({ sequence: signed.value.sequence }) : signed
}

export type CheckedArchive = {
  at: string
  read: number
  uncovered: number
  /** What is wrong with the chain as a whole; empty where nothing is. */
  head: string
  digests: { sequence: number; isRight: boolean; words: string }[]
  /** Documents, and what stands beside them. */
  documents: { key: string; title: string; words: string }[]
  /** No faults: what stays to be known. */
  remarks: string[]
}

/** 核对: everything recomputed from the rows; that it was done, and what came of it, stands in the log. Refusal: forbidden. */
export async function checkOwnArchive(ctx: Ctx): Promise<Result<CheckedArchive>> {
  if (!may(ctx.actor, "archive:read")) return refuse("forbidden")
  const communityId = ctx.community.id
  const found = await checkArchive(ctx, communityId)
  const faults =
    found.digests.filter(one => one.faults.length > 0).length +
    found.documents.length +
    found.statements.length +
    (found.head ? 1 : 0)
  await ctx.db.tx(`archive:${communityId}`, q =>
    audit(
      q,
      ctx,
      "archive.checked",
      { kind: "community", id: communityId },
      { documents: found.read, digests: found.digests.length, faults },
    ),
  )
  return done(inWords(found, formatDate(civilDateOf(ctx.now()))))
}

const inWords = (found: ArchiveCheck, at: string): CheckedArchive => ({
  at,
  read: found.read,
  uncovered: found.uncovered,
  head: found.head ? headFaultWords[found.head] : "",
  digests: found.digests.map(({ sequence, faults }) => ({
    sequence,
    isRight: faults.length === 0,
    words: faults.map(fault => digestFaultWords[fault]).join("；"),
  })),
  documents: [
    ...found.documents.map(({ documentId, title, sequence, faults }) => ({
      key: documentId,
      title: title || `文书已不在，标识${documentId}`,
      words: [...faults.map(fault => documentFaultWords[fault]), coveredBy(sequence)].join("；"),
    })),
    ...found.statements.map(one => {
      const { title, words } = statementWords(one)
      return { key: `${one.kind} ${one.id}`, title, words: [...words, coveredBy(one.sequence)].join("；") }
    }),
  ],
  remarks: found.remarks.map(remarkWords),
})

const coveredBy = (sequence: number | null) => (sequence === null ? "还没有签名盖住它" : `收在第${sequence}次签名里`)

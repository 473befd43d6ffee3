import { createHash } from "node:crypto"
import { instantOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { signDigest } from "~/registry/archive-digests"
import { publicKeyOf } from "~/registry/archive-key"
import { lineOf, statementLineOf } from "~/registry/archive-rules"
import { listAllWithdrawals, listCoveredStatements } from "~/registry/archive-statement-store"
import { keyOf, listStatements, withdrawalSaid } from "~/registry/archive-statements"
import {
  type ArchiveDigest,
  findContents,
  listCovering,
  listDigests,
  listFiledBetween,
  listLines,
} from "~/registry/archive-store"
import { audit } from "~/registry/audit"
import { type PaperSheet, paperOf, standingOf } from "~/registry/document-standing"
import { type DocumentView, listPaperSheets } from "~/registry/document-store"
import { retentionSource } from "~/registry/retention"
import type { Ctx } from "~/web/context"
import { filesOf } from "./archive-files"
import { type Beside, buildIndex, carriesCodes, type IndexLine, statusNames } from "./archive-index"
import { mayReadFiled } from "./document-reading"
import { countPdfPages } from "./pdf-pages"
import { zipOf } from "./zip-stream"

/**
 * 档案包: everything filed in one year as a zip that another system can take, streamed. What is new is signed first, so that
 * a digest covers every file in it; the log keeps the hash of its index. What the taker may not open is in the index alone.
 * Refusals: forbidden, not_found, archive_behind.
 */
export async function takeArchive(
  ctx: Ctx,
  year: number,
): Promise<Result<{ fileName: string; bytes: AsyncGenerator<Uint8Array>; manifestHash: string }>> {
  if (!may(ctx.actor, "archive:take")) return refuse("forbidden")
  if (!Number.isInteger(year) || year < 2000 || year > 9000) return refuse("not_found")
  const communityId = ctx.community.id
  const span = { from: instantOf(`${year}-01-01`), before: instantOf(`${year + 1}-01-01`) }
  if ((await listFiledBetween(ctx.db.read, communityId, span)).length === 0) return refuse("not_found")
  const signed = await signDigest(ctx, communityId, ctx.actor)
  if (!signed.ok) return signed
  // The index holds just what the chain covers: what somebody files meanwhile is in the next package.
  const chain = await listDigests(ctx.db.read, communityId)
  const covering = new Map((await listCovering(ctx.db.read, communityId)).map(one => [one.documentId, one.sequence]))
  const isCovered = ({ id }: DocumentView) => (covering.get(id) ?? Number.POSITIVE_INFINITY) <= chain.at(-1)!.sequence
  const documents = (await listFiledBetween(ctx.db.read, communityId, span)).filter(isCovered)
  const lines = buildIndex(
    year,
    `${ctx.community.name}居民委员会`,
    documents,
    await readBeside(ctx, documents, covering),
  )
  const digests = await readDigests(ctx, chain, lines, span)
  const manifest = JSON.stringify({ community: ctx.community.name, year, retentionSource, documents: lines }, null, 1)
  const manifestHash = createHash("sha256").update(manifest).digest("hex")
  await ctx.db.tx(`archive:${communityId}`, q =>
    audit(
      q,
      ctx,
      "archive.taken",
      { kind: "community", id: communityId },
      { year, documents: documents.length, manifestHash },
    ),
  )
  const files = filesOf(ctx, year, lines, { manifest, digests })
  return done({ fileName: `${ctx.community.name}${year}年档案.zip`, bytes: zipOf(files, year), manifestHash })
}

const leftOutForCodes = "含签到码或查询码，文件不随档案移交"
/** What else only some may open is not opened to everybody who takes the archive. */
const leftOutForRights = "下载的人无权查看，文件不在这个包里，原件在档案里"

/** Status, reason, pages and digest of each document. Reads the PDFs one by one to count their pages. */
async function readBeside(
  ctx: Ctx,
  documents: readonly DocumentView[],
  covering: ReadonlyMap<string, number>,
): Promise<(documentId: string) => Beside> {
  const { read } = ctx.db
  const communityId = ctx.community.id
  const papers = new Map<string, PaperSheet[]>()
  // As of the last digest: what was withdrawn since is in the next package.
  const signed = new Set((await listCoveredStatements(read, communityId)).map(keyOf))
  const withdrawals = new Map(
    (await listAllWithdrawals(read, communityId))
      .filter(one => signed.has(keyOf({ kind: "withdrawal", id: one.documentId })))
      .map(one => [one.documentId, one]),
  )
  const beside = new Map<string, Beside>()
  for (const document of documents) {
    const withdrawal = withdrawals.get(document.id) ?? null
    const held = document.format === "pdf" ? await findContents(read, communityId, document.id) : null
    const paper = papers.get(paperOf(document)) ?? (await listPaperSheets(read, communityId, document))
    papers.set(paperOf(document), paper)
    beside.set(document.id, {
      status: statusNames[standingOf(document, paper, withdrawal !== null)],
      withdrawn: withdrawal && withdrawalSaid(withdrawal),
      leftOut: carriesCodes(document) ? leftOutForCodes : (await mayReadFiled(ctx, document)) ? "" : leftOutForRights,
      pages: held ? countPdfPages(held.content) : null,
      sequence: covering.get(document.id) ?? null,
    })
  }
  return documentId => beside.get(documentId)!
}

/**
 * The whole chain; the lines that each digest was taken over from the year on: the later ones may hold a withdrawal of what
 * was filed in it.
 */
async function readDigests(
  ctx: Ctx,
  chain: readonly ArchiveDigest[],
  lines: readonly IndexLine[],
  { from }: { from: Date },
): Promise<string> {
  const { read } = ctx.db
  const communityId = ctx.community.id
  const covers = new Set(lines.map(line => line.sequence))
  const statements = new Map((await listStatements(read, communityId)).map(one => [keyOf(one), one]))
  const covered = await listCoveredStatements(read, communityId)
  const linesOf = async (sequence: number) => [
    ...(await listLines(read, communityId, sequence)).map(lineOf),
    ...covered
      .filter(one => one.sequence === sequence)
      .flatMap(one => statements.get(keyOf(one)) ?? [])
      .map(statementLineOf),
  ]
  const digests = []
  for (const row of chain) {
    const isWanted = covers.has(row.sequence) || row.at >= from
    digests.push({
      ...row,
      at: row.at.toISOString(),
      ...(isWanted && { lines: (await linesOf(row.sequence)).sort() }),
    })
  }
  return JSON.stringify({ publicKey: publicKeyOf(ctx.archiveKey), digests }, null, 1)
}

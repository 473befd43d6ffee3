import { createHash } from "node:crypto"
import type { DocumentKind } from "#db/schema/registry"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { findSuccessor, type SheetStatus, standingOf } from "./document-standing"
import {
  type DocumentView,
  listDocumentsByFacts,
  listDocumentsByFile,
  listDocumentsByNumber,
  listPaperSheets,
} from "./document-store"
import { listWithdrawals } from "./withdrawal-store"

/** So many hex digits of a sheet's digest stand in its QR code: 64 bits, out of reach of guessing. */
const digestLength = 16

/**
 * Where anyone can check a sheet of this community; null when the installation has no public address, and then the sheet
 * says that it is verified at the community office.
 */
export const verifyUrlOf =
  (ctx: Pick<Ctx, "publicOrigin" | "community">) =>
  (factsHash: string): string | null =>
    ctx.publicOrigin && `${ctx.publicOrigin}/c/${ctx.community.slug}/verify/${factsHash.slice(0, digestLength)}`

const kindNames: Record<DocumentKind, string> = {
  convocation: "会议通知",
  checkInSlips: "签到条",
  minutes: "会议纪要",
  resolution: "决议",
  publicNotice: "公示",
  assignment: "交办单",
  chase: "督办单",
  dutyList: "履职清单",
  delegateCard: "代表须知卡",
  signInSheet: "签到表",
  debateRules: "议事规则",
  agenda: "会议议程",
  record: "会议记录",
  briefMinutes: "会议纪要（简式）",
  ballotPapers: "表决票",
  paperRegister: "表决票发放回收登记表",
  countSheet: "计票单",
  countReport: "计票报告",
  countAnnouncement: "计票结果公告",
  noticePoster: "公示（大字版）",
  opinionForm: "征求意见表",
  satisfactionForm: "满意度评议表",
  issueLedger: "问题清单",
  needLedger: "需求清单",
  resourceLedger: "资源清单",
  projectLedger: "项目清单",
  dutyLedger: "履职清单台账",
}

export const sheetKindName = (kind: DocumentKind): string => kindNames[kind]

export type VerifiedSheet = {
  documentId: string
  kind: string
  title: string
  number: string | null
  version: number
  issuedOn: string
  factsHash: string
  fileHash: string
  status: SheetStatus
  /** Why it was withdrawn, and on which day; empty otherwise. */
  reason: string
  withdrawnOn: string
  /** Nothing stands in its place, withdrawn or not. */
  isNewest: boolean
  /** Of the sheet that stands in its place, or its own. */
  newestVersion: number
  /** 公示: made for everyone's eyes. Whoever only counted up the number of another paper is told no title. */
  isPublic: boolean
}

/**
 * 核验: what the sheet with this digest is, for anyone who holds it. Says nothing of its content: that is on the paper.
 * Refusal: not_found.
 */
export async function verifySheet(ctx: Ctx, digest: string): Promise<Result<VerifiedSheet>> {
  if (!/^[0-9a-f]{16,64}$/.test(digest)) return refuse("not_found")
  return verified(ctx, await listDocumentsByFacts(ctx.db.read, ctx.community.id, digest))
}

/**
 * The newest sheet that carries this number, for anyone: 振社公〔2026〕1号, with whatever brackets and spaces it was typed.
 * Refusal: sheet_number_unknown.
 */
export async function findSheetByNumber(ctx: Ctx, text: string): Promise<Result<VerifiedSheet>> {
  const number = readNumber(text)
  const found = number ? await listDocumentsByNumber(ctx.db.read, ctx.community.id, number) : []
  const result = await verified(ctx, found)
  return result.ok ? result : refuse("sheet_number_unknown", { field: "number" })
}

/**
 * Whether this file is, byte by byte, a sheet that was printed here; for anyone. Refusal: sheet_file_unknown: it was changed,
 * or made elsewhere.
 */
export async function findSheetByFile(ctx: Ctx, bytes: Uint8Array): Promise<Result<VerifiedSheet>> {
  const fileHash = createHash("sha256").update(bytes).digest("hex")
  const result = await verified(ctx, await listDocumentsByFile(ctx.db.read, ctx.community.id, fileHash))
  return result.ok ? result : refuse("sheet_file_unknown", { field: "file" })
}

/** The number as it is printed; null for what is none. */
function readNumber(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "")
  const parts = /^(\p{Script=Han}{2,12})[[(〔【〖﹝]?(\d{4})[\])〕】〗﹞]?(?:第)?(\d{1,6})号?$/u.exec(plain)
  return parts ? `${parts[1]}〔${parts[2]}〕${Number(parts[3])}号` : null
}

/** The first of these sheets that holds, or the first: the same words may have been printed several times. */
async function verified(ctx: Ctx, sheets: readonly DocumentView[]): Promise<Result<VerifiedSheet>> {
  let first: VerifiedSheet | null = null
  for (const sheet of sheets) {
    // Slips are no papers: they carry the codes of a meeting.
    if (sheet.kind === "checkInSlips") continue
    const found = await verifyOne(ctx, sheet)
    if (found.status === "inForce") return done(found)
    first ??= found
  }
  return first ? done(first) : refuse("not_found")
}

async function verifyOne(ctx: Ctx, found: DocumentView): Promise<VerifiedSheet> {
  const paper = await listPaperSheets(ctx.db.read, ctx.community.id, found)
  const [withdrawal] = await listWithdrawals(ctx.db.read, ctx.community.id, [found.id])
  const successor = findSuccessor(found, paper)
  return {
    documentId: found.id,
    kind: kindNames[found.kind],
    title: found.title,
    number: found.number,
    version: found.version,
    issuedOn: formatDate(civilDateOf(found.createdAt)),
    factsHash: found.factsHash,
    fileHash: found.fileHash,
    status: standingOf(found, paper, withdrawal !== undefined),
    reason: withdrawal?.reason ?? "",
    withdrawnOn: withdrawal ? formatDate(civilDateOf(withdrawal.withdrawnAt)) : "",
    isNewest: successor === null,
    newestVersion: (successor ?? found).version,
    isPublic: found.kind === "publicNotice" || found.kind === "noticePoster",
  }
}

import type { DocumentKind } from "#db/schema/registry"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { findLastVersion, listDocumentsByFacts } from "./document-store"

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
}

export type VerifiedSheet = {
  kind: string
  title: string
  number: string | null
  version: number
  issuedOn: string
  factsHash: string
  /** The newest version of its paper; an older one is superseded. */
  isNewest: boolean
  newestVersion: number
}

/**
 * 核验: what the sheet with this digest is, for anyone who holds it. Says nothing of its content: that is on the paper.
 * Refusal: not_found.
 */
export async function verifySheet(ctx: Ctx, digest: string): Promise<Result<VerifiedSheet>> {
  if (!/^[0-9a-f]{16,64}$/.test(digest)) return refuse("not_found")
  const q = ctx.db.read
  const [found] = await listDocumentsByFacts(q, ctx.community.id, digest)
  if (!found || found.kind === "checkInSlips") return refuse("not_found")
  const newestVersion = await findLastVersion(q, ctx.community.id, found.kind, found.subjectId)
  return done({
    kind: kindNames[found.kind],
    title: found.title,
    number: found.number,
    version: found.version,
    issuedOn: formatDate(civilDateOf(found.createdAt)),
    factsHash: found.factsHash,
    isNewest: found.version === newestVersion,
    newestVersion,
  })
}

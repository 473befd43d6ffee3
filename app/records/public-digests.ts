import { publicKeyOf } from "~/registry/archive-key"
import { listDigests, listNewestDigests } from "~/registry/archive-store"
import type { Ctx } from "~/web/context"

/**
 * The chain of signed digests, for anyone to keep outside: hashes of hashes, which say nothing of any document. Whoever
 * kept it can tell later whether the archive was changed since. Asks no permission.
 */
export async function readPublicDigests(ctx: Ctx) {
  const rows = await listDigests(ctx.db.read, ctx.community.id)
  return {
    community: ctx.community.name,
    publicKey: publicKeyOf(ctx.archiveKey),
    digests: rows.map(row => ({ ...row, at: row.at.toISOString() })),
  }
}

/** The newest few of them, to be noted by hand. Asks no permission. */
export async function readNewestDigests(ctx: Ctx, most: number) {
  const rows = await listNewestDigests(ctx.db.read, ctx.community.id, most)
  return {
    publicKey: publicKeyOf(ctx.archiveKey),
    digests: rows.map(({ sequence, at, documentCount, digest }) => ({ sequence, at, documentCount, digest })),
  }
}

import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { readMaskBeside } from "~/records/beside-edition"
import { formatNumber } from "~/registry/numbers"
import { findSheetByFile, findSheetByNumber, type VerifiedSheet, verifySheet } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { countAttempt } from "~/web/limits"

/** Files from one address until the next window: each is read whole. */
const filesPerAddress = 30
const windowMinutes = 10

/**
 * What a check may say of a sheet. `title` and `factsHash` are null for whoever knows an inner paper's number only: numbers
 * can be counted up, and an inner title may name a person.
 */
export type CheckedSheet = Omit<VerifiedSheet, "documentId" | "fileHash" | "isNewest" | "title" | "factsHash"> & {
  title: string | null
  factsHash: string | null
}

/** Why a sheet was withdrawn is often what should not have been on it: its reason is masked like the sheet itself. */
async function held(ctx: Ctx, { documentId: _d, fileHash: _f, isNewest: _n, ...sheet }: VerifiedSheet) {
  const mask = await readMaskBeside(ctx, [sheet.reason])
  return { ...sheet, reason: mask(sheet.reason) } satisfies CheckedSheet
}

/** Of the sheet with this digest: its QR code was scanned, or the digest typed. For strangers. Refusal: not_found. */
export async function checkByDigest(ctx: Ctx, digest: string): Promise<Result<CheckedSheet>> {
  const found = await verifySheet(ctx, digest.toLowerCase())
  return found.ok ? done(await held(ctx, found.value)) : found
}

/**
 * 核对: by what is printed on the sheet, a number or the digest. For strangers: asks no permission.
 * Refusals: sheet_number_missing, sheet_number_unknown.
 */
export async function checkByText(ctx: Ctx, text: string): Promise<Result<CheckedSheet>> {
  const plain = text.normalize("NFKC").replace(/\s/g, "")
  if (plain === "") return refuse("sheet_number_missing", { field: "number" })
  if (/^[0-9a-f]{16,64}$/i.test(plain)) {
    const found = await checkByDigest(ctx, plain)
    return found.ok ? found : refuse("sheet_number_unknown", { field: "number" })
  }
  const found = await findSheetByNumber(ctx, /^\d{1,6}号?$/.test(plain) ? fullNumber(ctx, plain) : text)
  if (!found.ok) return found
  const sheet = await held(ctx, found.value)
  return done(found.value.isPublic ? sheet : { ...sheet, title: null, factsHash: null })
}

/** What hangs on the wall is a public edition: 19 alone is this year's nineteenth. */
const fullNumber = (ctx: Ctx, typed: string) =>
  formatNumber(
    ctx.community.shortName,
    "publicEdition",
    Number(civilDateOf(ctx.now()).slice(0, 4)),
    Number(typed.replace("号", "")),
  )

/**
 * 核对: the file itself, byte by byte. For strangers: asks no permission; counts files by the address they come from.
 * Refusals: sheet_file_missing, sheet_file_unknown, too_many_attempts.
 */
export async function checkByFile(
  ctx: Ctx,
  { address, bytes }: { address: string; bytes: Uint8Array | undefined },
): Promise<Result<CheckedSheet>> {
  if (!bytes?.length) return refuse("sheet_file_missing", { field: "file" })
  const bucket = `verify:address:${address}`
  const count = await ctx.db.tx(`attempts:${bucket}`, q => countAttempt(q, bucket, ctx.now(), windowMinutes))
  if (count > filesPerAddress) return refuse("too_many_attempts", { minutes: windowMinutes, field: "file" })
  const found = await findSheetByFile(ctx, bytes)
  return found.ok ? done(await held(ctx, found.value)) : found
}

import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { readMaskBeside } from "~/records/beside-edition"
import { formatNumber } from "~/registry/numbers"
import { findSheetByFile, findSheetByNumber, type VerifiedSheet, verifySheet } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { countAttempt, giveBackAttempt } from "~/web/limits"
import { readSheetCode } from "./rules"

/** Files from one address until the next window: each is read whole. */
const filesPerAddress = 30
/** Numbers and codes that nothing was printed with, from one address: right ones are not counted. */
const wrongPerAddress = 60
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

/** Something asked for from this address. */
type Asked = { address: string }

/**
 * Of the sheet with this digest: its QR code was scanned. For strangers: asks no permission, counts what is not found by
 * the address. Refusals: not_found, too_many_attempts.
 */
export const checkByDigest = (
  ctx: Ctx,
  { address, digest }: Asked & { digest: string },
): Promise<Result<CheckedSheet>> =>
  countingWrong(ctx, address, async () => {
    const found = await verifySheet(ctx, digest.toLowerCase())
    return found.ok ? done(await held(ctx, found.value)) : found
  })

/**
 * 核对: by what is printed on the sheet, its number, its code or the whole digest. For strangers: asks no permission, counts
 * what is not found by the address. Refusals: sheet_number_missing, sheet_number_unknown, sheet_code_unknown,
 * too_many_attempts.
 */
export async function checkByText(
  ctx: Ctx,
  { address, text }: Asked & { text: string },
): Promise<Result<CheckedSheet>> {
  if (text.trim() === "") return refuse("sheet_number_missing", { field: "number" })
  const result = await countingWrong(ctx, address, () => findByText(ctx, text))
  return result.ok ? result : { ...result, detail: { ...result.detail, field: "number" } }
}

/** Counted before it is looked up and given back after: of many guesses sent at once only so many are looked up at all. */
async function countingWrong<T>(ctx: Ctx, address: string, find: () => Promise<Result<T>>): Promise<Result<T>> {
  const bucket = `verify:wrong:${address}`
  const now = ctx.now()
  const count = await ctx.db.tx(`attempts:${bucket}`, q => countAttempt(q, bucket, now, windowMinutes))
  if (count > wrongPerAddress) return refuse("too_many_attempts", { minutes: windowMinutes })
  const found = await find()
  if (found.ok) await ctx.db.tx(`attempts:${bucket}`, q => giveBackAttempt(q, bucket, now, windowMinutes))
  return found
}

async function findByText(ctx: Ctx, text: string): Promise<Result<CheckedSheet>> {
  const code = readSheetCode(text)
  if (code) {
    const found = await verifySheet(ctx, code)
    return found.ok ? done(await held(ctx, found.value)) : refuse("sheet_code_unknown")
  }
  const plain = text.normalize("NFKC").replace(/\s/g, "")
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

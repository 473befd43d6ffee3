import { createHash } from "node:crypto"
import { isUniqueViolation, type Writer } from "#db/client"
import type { ImportKind } from "#db/schema/registry-imports"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { audit } from "./audit"
import { decodeText } from "./csv-text"
import { beginReading, readingOf } from "./import-reading"
import { type ImportRowChoice, type ImportRowStatus, type ImportSpec, planOf } from "./import-rules"
import { countImportRows, findImport, insertImport, listImportRows, moveImport, updateRowChoices } from "./import-store"
import { spreadsheetLimits } from "./spreadsheet-limits"
import { detectFileKind } from "./spreadsheet-type"

export { readingOf }

export type UploadedTable = { fileName: string; bytes: Uint8Array }

/**
 * Stores an uploaded table and begins to read it in the background. What the bytes show at once is refused here, beside
 * the field `file`: unknown_file_type, spreadsheet_password, unreadable_encoding, file_too_large, file_missing, no_data.
 */
export async function startImport(
  ctx: Ctx,
  spec: ImportSpec,
  file: UploadedTable | undefined,
): Promise<Result<{ importId: string }>> {
  if (!spec.mayImport(ctx)) return refuse("forbidden")
  const problem = problemOf(file)
  if (problem) return { ...problem, detail: { ...problem.detail, field: "file" } }
  const { fileName, bytes } = file!
  const importId = ctx.newId()
  await ctx.db.tx(`import:${importId}`, async q => {
    await insertImport(q, {
      communityId: ctx.community.id,
      id: importId,
      kind: spec.kind,
      state: "reading",
      fileName: fileName.replace(/^.*[/\\]/, "").slice(-120) || "未命名",
      fileHash: createHash("sha256").update(bytes).digest("hex"),
      content: Buffer.from(bytes),
      rowsDone: 0,
      rowsTotal: 0,
      failure: null,
      recognized: null,
      createdAt: ctx.now(),
      createdBy: ctx.actor.accountId ?? "",
      confirmedAt: null,
    })
    await audit(q, ctx, "import.started", { kind: "import", id: importId }, { kind: spec.kind, fileName })
  })
  beginReading(ctx, spec, importId)
  return done({ importId })
}

function problemOf(file: UploadedTable | undefined): Refusal | null {
  if (!file) return refuse("file_missing")
  const { bytes } = file
  if (bytes.length === 0) return refuse("no_data")
  if (bytes.length > spreadsheetLimits.fileBytes)
    return refuse("file_too_large", { bytes: bytes.length, limit: spreadsheetLimits.fileBytes })
  const kind = detectFileKind(bytes)
  if (kind === "zip") return null
  if (kind === "encryptedOffice") return refuse("spreadsheet_password")
  if (kind !== "text") return refuse("unknown_file_type", { kind })
  const text = decodeText(bytes)
  return text.ok ? null : text
}

/** The kind of an import of this community; null for a foreign or invented id. */
export async function findImportKind(ctx: Ctx, importId: string): Promise<ImportKind | null> {
  const found = await findImport(ctx.db.read, { communityId: ctx.community.id, importId })
  return found?.kind ?? null
}

/** A reading that a restart interrupted is begun again; harmless otherwise. */
export async function continueReading(ctx: Ctx, spec: ImportSpec, importId: string): Promise<void> {
  if (!spec.mayImport(ctx)) return
  const found = await findImport(ctx.db.read, { communityId: ctx.community.id, importId })
  if (found?.state === "reading" && found.kind === spec.kind) beginReading(ctx, spec, importId)
}

/** Reads the file anew against what is stored now; choices stand where the row is still like the same thing. */
export async function rereadImport(ctx: Ctx, spec: ImportSpec, importId: string): Promise<Result<null>> {
  const result = await withImport(ctx, spec, importId, async (q, key) => {
    await moveImport(q, key, "ready", { state: "reading", rowsDone: 0 })
    await audit(q, ctx, "import.reread", { kind: "import", id: importId })
    return done(null)
  })
  if (result.ok) beginReading(ctx, spec, importId)
  return result
}

/** Chooses for rows like an existing one, or leaves rows in error out. Refuses import_choice_unknown. */
export async function chooseForRows(
  ctx: Ctx,
  spec: ImportSpec,
  importId: string,
  choices: {
    status: Extract<ImportRowStatus, "like" | "error">
    rows: number[] | "undecided"
    choice: ImportRowChoice
  }[],
): Promise<Result<null>> {
  if (choices.some(({ status, choice }) => !(status === "error" ? choice === "skip" : choice in spec.likeChoices)))
    return refuse("import_choice_unknown")
  return withImport(ctx, spec, importId, async (q, key) => {
    let changed = 0
    for (const { status, rows, choice } of choices) changed += await updateRowChoices(q, key, status, rows, choice)
    await audit(q, ctx, "import.chosen", { kind: "import", id: importId }, { rows: changed })
    return done(null)
  })
}

export async function cancelImport(ctx: Ctx, spec: ImportSpec, importId: string): Promise<Result<null>> {
  const result = await withImport(ctx, spec, importId, async (q, key) => {
    await moveImport(q, key, "ready", { state: "cancelled" })
    await audit(q, ctx, "import.cancelled", { kind: "import", id: importId })
    return done(null)
  })
  return result
}

/** Rolls the transaction back and comes out as the refusal it carries. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

/**
 * Writes the whole preview in one transaction, or nothing. A second confirming of the same import changes nothing and
 * is answered like the first. Refuses import_has_errors, import_undecided, import_outdated, import_nothing_to_do.
 */
export async function confirmImport(
  ctx: Ctx,
  spec: ImportSpec,
  importId: string,
): Promise<Result<{ counts: Record<string, number>; again: boolean }>> {
  if (!spec.mayImport(ctx)) return refuse("forbidden")
  const key = { communityId: ctx.community.id, importId }
  return ctx.db
    .tx(spec.lockOf(ctx.community.id), async q => {
      const found = await findImport(q, key)
      if (!found || found.kind !== spec.kind) return refuse("not_found")
      if (found.state === "confirmed") return done({ counts: {}, again: true })
      if (found.state !== "ready") return refuse("import_not_ready", { state: found.state })
      const plan = planOf(await countImportRows(q, key))
      if (plan.errors > 0) return refuse("import_has_errors", { count: plan.errors })
      if (plan.undecided > 0) return refuse("import_undecided", { count: plan.undecided })
      if (plan.add + plan.update + plan.support === 0) return refuse("import_nothing_to_do")
      if ((await spec.basisOf(q, ctx.community.id)) !== found.recognized?.basis) return refuse("import_outdated")
      if (!(await moveImport(q, key, "ready", { state: "confirmed", confirmedAt: ctx.now() })))
        return done({ counts: {}, again: true })
      const written = await spec.confirm(q, ctx, await listImportRows(q, key))
      if (!written.ok) throw new Refused(written)
      await audit(q, ctx, "import.confirmed", { kind: "import", id: importId }, { kind: spec.kind, ...written.value })
      return done({ counts: written.value, again: false })
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return error.refusal
      // Someone wrote the same person, number or name between the comparison and the index: on PostgreSQL only.
      if (isUniqueViolation(error)) return refuse("import_outdated")
      throw error
    })
}

/** Permission, then the import loaded inside its lock and still waiting to be confirmed. */
async function withImport<T>(
  ctx: Ctx,
  spec: ImportSpec,
  importId: string,
  work: (q: Writer, key: { communityId: string; importId: string }) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!spec.mayImport(ctx)) return refuse("forbidden")
  const key = { communityId: ctx.community.id, importId }
  return ctx.db.tx(`import:${importId}`, async q => {
    const found = await findImport(q, key)
    if (!found || found.kind !== spec.kind) return refuse("not_found")
    if (found.state !== "ready") return refuse("import_not_ready", { state: found.state })
    return work(q, key)
  })
}

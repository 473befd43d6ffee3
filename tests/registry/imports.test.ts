import { expect, test } from "vitest"
import { venues } from "#db/schema/convening"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { done, refuse } from "~/law/result"
import { textOf } from "~/registry/cell-values"
import type { ImportRowDraft, ImportSpec } from "~/registry/import-rules"
import { moveImport } from "~/registry/import-store"
import { readImport } from "~/registry/import-view"
import {
  cancelImport,
  chooseForRows,
  confirmImport,
  continueReading,
  findImportKind,
  readingOf,
  startImport,
} from "~/registry/imports"
import type { Ctx } from "~/web/context"

/** A table of venues: one column, written straight to the table. A row 坏 fails while confirming, 错 is in error. */
const venueSpec: ImportSpec = {
  kind: "venues",
  title: "议事点",
  mayImport: ctx => ctx.actor.roles.includes("secretary"),
  columns: [{ key: "name", name: "名称", synonyms: [], required: true }],
  likeChoices: { keep: { label: "新增", verb: "新增" }, skip: { label: "跳过", verb: "跳过" } },
  lockOf: () => "register",
  basisOf: async () => "always the same",
  examine: async (_ctx, rows, onProgress) => {
    const drafts = rows.map((row): ImportRowDraft => {
      const name = textOf(row.values.name)
      const status = name.startsWith("错") ? "error" : name.startsWith("像") ? "like" : "new"
      return {
        sheet: row.sheet,
        rowNumber: row.rowNumber,
        status,
        values: { name },
        extra: {},
        reasons: [],
        existingId: null,
      }
    })
    await onProgress(rows.length)
    return drafts
  },
  showRow: values => ({ title: String(values.name), facts: [] }),
  showExisting: async () => new Map(),
  confirm: async (q, ctx, rows) => {
    for (const row of rows) {
      const name = String(row.values.name)
      if (name === "坏") return refuse("import_outdated")
      if (name === "炸") throw new Error("a fault in the middle")
      await q
        .insert(venues)
        .values({ communityId: ctx.community.id, id: ctx.newId(), name, address: "", capacity: null, version: 1 })
    }
    return done({ added: rows.length })
  },
  home: slug => ({ to: `/c/${slug}/venues`, label: "议事点" }),
}

const csv = (...names: string[]) => ({ fileName: "议事点.csv", bytes: Buffer.from(`名称\n${names.join("\n")}\n`) })

async function upload(ctx: Ctx, file: { fileName: string; bytes: Uint8Array }): Promise<string> {
  const started = await startImport(ctx, venueSpec, file)
  if (!started.ok) throw new Error(started.code)
  await readingOf(started.value.importId)
  return started.value.importId
}

const viewOf = async (ctx: Ctx, importId: string, query = {}) => {
  const view = await readImport(ctx, venueSpec, importId, query)
  if (!view.ok) throw new Error(view.code)
  return view.value
}

test("a row that fails in the middle leaves nothing of the whole import, and it can be tried again", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const importId = await upload(ctx, csv("一号", "二号", "坏", "三号"))
  expect(await confirmImport(ctx, venueSpec, importId)).toMatchObject({ code: "import_outdated" })
  expect(await world.db.read.$count(venues)).toBe(0)
  expect((await viewOf(ctx, importId)).state).toBe("ready")
})

test("a fault or a second row of one name undoes the whole import", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await expect(confirmImport(ctx, venueSpec, await upload(ctx, csv("一号", "炸")))).rejects.toThrow("a fault")
  const twice = await upload(ctx, csv("一号", "一号"))
  expect(await confirmImport(ctx, venueSpec, twice)).toMatchObject({ code: "import_outdated" })
  expect(await world.db.read.$count(venues)).toBe(0)
})

test("a confirmed import is not confirmed, chosen in or cancelled again", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const importId = await upload(ctx, csv("一号"))
  expect(await confirmImport(ctx, venueSpec, importId)).toMatchObject({ value: { counts: { added: 1 }, again: false } })
  expect(await confirmImport(ctx, venueSpec, importId)).toMatchObject({ value: { again: true } })
  expect(await cancelImport(ctx, venueSpec, importId)).toMatchObject({ code: "import_not_ready" })
  const choice = [{ status: "like", rows: "undecided", choice: "skip" } as const]
  expect(await chooseForRows(ctx, venueSpec, importId, choice)).toMatchObject({ code: "import_not_ready" })
  expect(await world.db.read.$count(venues)).toBe(1)
})

test("a cancelled import writes nothing any more", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const importId = await upload(ctx, csv("一号"))
  expect((await cancelImport(ctx, venueSpec, importId)).ok).toBe(true)
  expect(await confirmImport(ctx, venueSpec, importId)).toMatchObject({ code: "import_not_ready" })
  expect(await world.db.read.$count(venues)).toBe(0)
})

test("only the choices of the kind are taken, and an error can only be left out", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const importId = await upload(ctx, csv("错一", "像二"))
  const choose = (status: "like" | "error", choice: "keep" | "support" | "skip") =>
    chooseForRows(ctx, venueSpec, importId, [{ status, rows: "undecided", choice }])
  expect(await choose("like", "support")).toMatchObject({ code: "import_choice_unknown" })
  expect(await choose("error", "keep")).toMatchObject({ code: "import_choice_unknown" })
  await choose("error", "skip")
  await choose("like", "skip")
  expect(await confirmImport(ctx, venueSpec, importId)).toMatchObject({ code: "import_nothing_to_do" })
})

test("what the bytes show is refused beside the file field, before anything is stored", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const start = (bytes: Uint8Array) => startImport(ctx, venueSpec, { fileName: "议事点.xlsx", bytes })
  const refusals = [
    [await startImport(ctx, venueSpec, undefined), "file_missing"],
    [await start(new Uint8Array()), "no_data"],
    [await start(Buffer.from("%PDF-1.7 …")), "unknown_file_type"],
    [await start(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), "unknown_file_type"],
    [await start(Buffer.alloc(20 * 1024 * 1024 + 1, 65)), "file_too_large"],
    [await start(Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xff, 0xff, 0x81])), "unreadable_encoding"],
  ] as const
  for (const [result, code] of refusals) expect(result).toMatchObject({ ok: false, code, detail: { field: "file" } })
})

test("a table without a header fails with what was seen and what is needed", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const importId = await upload(ctx, { fileName: "别的.csv", bytes: Buffer.from("姓名,年龄\n卯先生,70\n") })
  const view = await viewOf(ctx, importId)
  expect(view.state).toBe("failed")
  expect(view.failure).toMatchObject({
    code: "no_header_recognised",
    detail: { needed: ["名称"], seen: ["姓名", "年龄", "卯先生", "70"] },
  })
  expect(await confirmImport(ctx, venueSpec, importId)).toMatchObject({ code: "import_not_ready" })
})

test("a reading that a restart interrupted is begun again when its page is opened", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const importId = await upload(ctx, csv("一号", "二号"))
  const key = { communityId: ctx.community.id, importId }
  await ctx.db.tx("restart", q => moveImport(q, key, "ready", { state: "reading", rowsDone: 0 }))
  await continueReading(ctx, venueSpec, importId)
  await readingOf(importId)
  expect(await viewOf(ctx, importId)).toMatchObject({ state: "ready", plan: { add: 2 }, counts: { new: 2 } })
})

test("the preview comes a hundred rows at a time, all or of one status", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const names = Array.from({ length: 250 }, (_, at) => (at % 10 === 0 ? `错${at}` : `${at}号点`))
  const importId = await upload(ctx, csv(...names))
  const last = await viewOf(ctx, importId, { page: 3 })
  expect(last).toMatchObject({ pages: 3, page: 3, rows: { length: 50 } })
  expect(last.rows.at(-1)!.rowNumber).toBe(251)
  const errors = await viewOf(ctx, importId, { status: "error" })
  expect(errors).toMatchObject({ pages: 1, rows: { length: 25 } })
})

test("others may not, and to another community the import does not exist", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const importId = await upload(ctx, csv("一号"))
  const worker = await world.as("gridWorker")
  expect(await startImport(worker, venueSpec, csv("一号"))).toMatchObject({ code: "forbidden" })
  expect(await confirmImport(worker, venueSpec, importId)).toMatchObject({ code: "forbidden" })
  expect(await readImport(worker, venueSpec, importId)).toMatchObject({ code: "forbidden" })
  const community = await aCommunity(world.installation, { communityName: "二道社区", loginName: "erdao" })
  const other = { ...world.installation, community, actor: await aMember(world.installation, community, ["secretary"]) }
  expect(await findImportKind(other, importId)).toBe(null)
  for (const result of [
    await readImport(other, venueSpec, importId),
    await confirmImport(other, venueSpec, importId),
    await cancelImport(other, venueSpec, importId),
  ])
    expect(result).toMatchObject({ code: "not_found" })
})

import type { Writer } from "#db/client"
import { done, type Result } from "~/law/result"
import { audit } from "~/registry/audit"
import { actionOf, type ImportRowDraft, type ImportSpec, type StoredImportRow } from "~/registry/import-rules"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { type GridKind, gridKindNames } from "../grid-kinds"
import { readGrids } from "../grids"
import { gridColumns } from "../import-columns"
import {
  changesOf,
  columnNames,
  draftOf,
  personOfRow,
  type RowReader,
  readRow,
  registerSpec,
  rememberRows,
  todayOf,
} from "../import-rows"
import { readPersonIndex, settlePersonIn } from "../person-matching"
import { type Grid, insertGrids, listGrids, updateGrid } from "../register-store"
import { plainName } from "../rules"

type GridRow = {
  name: string
  kind: GridKind | null
  parent: string
  leader: string
  phone: string | null
  scope: string
}

export const gridsImport: ImportSpec = {
  ...registerSpec,
  kind: "grids",
  title: "网格",
  columns: gridColumns,
  examine,
  confirm,
  showRow: values => {
    const row = values as GridRow
    const facts = [
      row.kind && gridKindNames[row.kind],
      row.parent && `属于${row.parent}`,
      row.leader && `网格长${row.leader}`,
      row.phone,
      row.scope,
    ]
    return { title: row.name || "（没有名称）", facts: facts.filter(Boolean) as string[] }
  },
  home: slug => ({ to: `/c/${slug}/registers/grids`, label: "网格名册" }),
}

async function examine(ctx: Ctx, rows: RecognizedRow[]): Promise<ImportRowDraft[]> {
  const known = await readGrids(ctx)
  const index = await readPersonIndex(ctx.db.read, ctx.community.id)
  const names = columnNames(gridsImport)
  const seen = rememberRows()
  const readers = rows.map(row => readRow(row, todayOf(ctx), names, ctx))
  const values: GridRow[] = readers.map(reader => ({
    name: reader.text("name", 30),
    kind: readKind(reader),
    parent: reader.text("parent", 30),
    leader: reader.text("leader", 30),
    phone: reader.phone(),
    scope: reader.text("scope", 200),
  }))
  // A parent may stand further down in the file.
  const parents = new Map(known.map(grid => [plainName(grid.name), grid.parent]))
  for (const row of values)
    if (row.parent || !parents.has(plainName(row.name))) parents.set(plainName(row.name), row.parent)
  // Micro-grids of the register that the file does not speak of keep their parent.
  const inFile = new Set(values.map(row => plainName(row.name)))
  const kept = known.filter(grid => !inFile.has(plainName(grid.name))).map(grid => plainName(grid.parent))
  return rows.map((row, at) => {
    const [reader, value] = [readers[at]!, values[at]!]
    if (value.name === "") reader.fault("没有填网格名称")
    const before = value.name ? seen.earlier(plainName(value.name), row.rowNumber) : null
    if (before !== null) reader.fault(`名称与第${before}行相同，请只留一行`)
    checkParent(reader.fault, value, parents, kept)
    if (value.leader) personOfRow(reader, index, value.leader, value.phone)
    const existing = known.find(grid => plainName(grid.name) === plainName(value.name))
    const changes = existing
      ? changesOf([
          { label: "类型", now: gridKindNames[existing.kind], next: value.kind ? gridKindNames[value.kind] : "" },
          { label: "上级网格", now: existing.parent, next: value.parent },
          { label: "网格长", now: existing.leader, next: value.leader },
          { label: "范围", now: existing.scope, next: value.scope },
        ])
      : []
    return draftOf(row, reader, value, {
      status: existing ? (changes.length > 0 ? "changed" : "unchanged") : "new",
      existingId: existing?.id ?? null,
      reasons: changes,
    })
  })
}

/** Null where nothing is said. */
function readKind(reader: RowReader): GridKind | null {
  const word = reader.text("kind", 30)
  if (word === "") return null
  if (/^(基础|普通|居民|住宅)(网格)?$/.test(word)) return "basic"
  if (/^(专属|专门|专业|特殊)(网格)?$/.test(word)) return "dedicated"
  // 微网格 is told by the grid above it.
  if (/^微网格$/.test(word)) return null
  reader.fault(`网格类型“${word}”看不明白，请填基础网格或专属网格`)
  return null
}

function checkParent(
  fault: (sentence: string) => void,
  { name, parent }: GridRow,
  parents: ReadonlyMap<string, string>,
  kept: readonly string[],
) {
  if (!parent) return
  const above = parents.get(plainName(parent))
  if (plainName(parent) === plainName(name)) fault("上级网格不能是自己")
  else if (above === undefined) fault(`没有叫“${parent}”的网格，名册和这个文件里都没有`)
  else if (above !== "") fault(`“${parent}”是微网格，下面不能再分`)
  if (kept.includes(plainName(name))) fault("名册里它下面还有微网格，不能再归到别的网格下")
}

/** An empty cell leaves what stands in the register. Parents come first, so that a child finds its own. */
async function confirm(q: Writer, ctx: Ctx, rows: StoredImportRow[]): Promise<Result<Record<string, number>>> {
  const communityId = ctx.community.id
  const index = await readPersonIndex(q, communityId)
  const counts = { added: 0, changed: 0 }
  const ids = new Map((await listGrids(q, communityId)).map(grid => [plainName(grid.name), grid.id]))
  const isChild = (row: StoredImportRow) => Number(Boolean((row.values as GridRow).parent))
  for (const row of rows.toSorted((a, b) => isChild(a) - isChild(b))) {
    const action = actionOf(row)
    if (action !== "add" && action !== "update") continue
    const { name, kind, parent, leader, phone, scope } = row.values as GridRow
    const settled = leader ? await settlePersonIn(q, ctx, { name: leader, phone }, index) : null
    if (settled && !settled.ok) return settled
    const parentId = ids.get(plainName(parent)) ?? null
    const leaderPersonId = settled?.value.personId ?? null
    if (action === "add") {
      const base = { communityId, id: ctx.newId(), name, kind: kind ?? ("basic" as const) }
      const grid: Grid = { ...base, parentId, leaderPersonId, scope, version: 1 }
      await insertGrids(q, [grid])
      ids.set(plainName(name), grid.id)
      counts.added += 1
    } else {
      const now = (await listGrids(q, communityId)).find(grid => grid.id === row.existingId)
      if (!now) continue
      const set = {
        kind: kind ?? now.kind,
        parentId: parentId ?? now.parentId,
        leaderPersonId: leaderPersonId ?? now.leaderPersonId,
        scope: scope || now.scope,
      }
      await updateGrid(q, { communityId, id: now.id, version: now.version }, set)
      counts.changed += 1
    }
    await audit(
      q,
      ctx,
      action === "add" ? "grid.registered" : "grid.changed",
      { kind: "community", id: communityId },
      { gridId: ids.get(plainName(name)), name },
    )
  }
  return done(counts)
}

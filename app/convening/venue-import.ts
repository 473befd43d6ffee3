import { createHash } from "node:crypto"
import type { Writer } from "#db/client"
import { done, type Result } from "~/law/result"
import { changesOf, columnNames, draftOf, readRow, registerSpec, rememberRows, todayOf } from "~/people/import-rows"
import { plainName } from "~/people/rules"
import { audit } from "~/registry/audit"
import type { ColumnSpec } from "~/registry/header-matching"
import { actionOf, type ImportRowDraft, type ImportSpec, type StoredImportRow } from "~/registry/import-rules"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { insertVenue, listVenues, updateVenue } from "./venue-store"

type VenueRow = { name: string; address: string; capacity: number | null }

const columns: ColumnSpec[] = [
  {
    key: "name",
    name: "议事点名称",
    synonyms: ["名称", "议事点", "地点名称", "场地名称", "会场", "会议地点", "场地", "议事亭"],
    required: true,
  },
  { key: "address", name: "地址", synonyms: ["位置", "所在位置", "详细地址", "地点", "所在地"], required: false },
  {
    key: "capacity",
    name: "能坐多少人",
    synonyms: ["容纳人数", "座位数", "可容纳人数", "人数", "座位", "容量"],
    required: false,
  },
]

/** Tables of 议事点. Confirmed under the register's lock, like every list the office keeps. */
export const venueImport: ImportSpec = {
  ...registerSpec,
  kind: "venues",
  title: "议事点",
  columns,
  basisOf: async (q, communityId) => {
    const text = (await listVenues(q, communityId)).map(venue => `${venue.id} ${venue.version}`).join("\n")
    return createHash("sha256").update(text).digest("hex")
  },
  examine,
  confirm,
  showRow: values => {
    const { name, address, capacity } = values as VenueRow
    const facts = [address, capacity === null ? "" : `能坐${capacity}人`]
    return { title: name || "（没有名称）", facts: facts.filter(Boolean) }
  },
  home: slug => ({ to: `/c/${slug}/venues`, label: "查看议事点" }),
}

async function examine(ctx: Ctx, rows: RecognizedRow[]): Promise<ImportRowDraft[]> {
  const known = new Map((await listVenues(ctx.db.read, ctx.community.id)).map(venue => [plainName(venue.name), venue]))
  const names = columnNames(venueImport)
  const seen = rememberRows()
  return rows.map(row => {
    const reader = readRow(row, todayOf(ctx), names)
    const value: VenueRow = { name: reader.text("name", 40), address: reader.text("address", 100), capacity: null }
    const capacity = reader
      .text("capacity", 20)
      .normalize("NFKC")
      .replace(/[人座约\s]/g, "")
    if (/^[1-9]\d{0,4}$/.test(capacity)) value.capacity = Number(capacity)
    else if (capacity) reader.fault(`能坐多少人“${capacity}”不是人数`)
    if (!value.name) reader.fault("没有填议事点名称")
    const before = value.name ? seen.earlier(plainName(value.name), row.rowNumber) : null
    if (before !== null) reader.fault(`名称与第${before}行相同，请只留一行`)
    const existing = known.get(plainName(value.name))
    const changes = existing
      ? changesOf([
          { label: "地址", now: existing.address, next: value.address },
          { label: "能坐多少人", now: String(existing.capacity ?? ""), next: String(value.capacity ?? "") },
        ])
      : []
    return draftOf(row, reader, value, {
      status: existing ? (changes.length > 0 ? "changed" : "unchanged") : "new",
      existingId: existing?.id ?? null,
      reasons: changes,
    })
  })
}

/** An empty cell leaves what stands in the register. */
async function confirm(q: Writer, ctx: Ctx, rows: StoredImportRow[]): Promise<Result<Record<string, number>>> {
  const communityId = ctx.community.id
  const known = new Map((await listVenues(q, communityId)).map(venue => [venue.id, venue]))
  const counts = { added: 0, updated: 0 }
  for (const row of rows) {
    const action = actionOf(row)
    const { name, address, capacity } = row.values as VenueRow
    const now = row.existingId ? known.get(row.existingId) : undefined
    const venueId = now?.id ?? ctx.newId()
    if (action === "add") {
      await insertVenue(q, { communityId, id: venueId, name, address, capacity, version: 1 })
      counts.added += 1
    } else if (action === "update" && now) {
      const set = { name: now.name, address: address || now.address, capacity: capacity ?? now.capacity }
      await updateVenue(q, { communityId, id: now.id, version: now.version }, set)
      counts.updated += 1
    } else continue
    const verb = action === "add" ? "venue.added" : "venue.changed"
    await audit(q, ctx, verb, { kind: "community", id: communityId }, { venueId, name })
  }
  return done(counts)
}

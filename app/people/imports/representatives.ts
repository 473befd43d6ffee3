import type { Writer } from "#db/client"
import { memberKindNames, parseRepresentativeKind, type RepresentativeKind } from "~/law/delegations"
import { done, type Result } from "~/law/result"
import { actionOf, type ImportRowDraft, type ImportSpec, type StoredImportRow } from "~/registry/import-rules"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { representativeColumns } from "../import-columns"
import {
  changesOf,
  columnNames,
  draftOf,
  personFact,
  personOfRow,
  readRow,
  registerSpec,
  rememberPersons,
  rememberRows,
  todayOf,
} from "../import-rows"
import { readPersonIndex, settlePersonIn } from "../person-matching"
import { listRepresentatives } from "../register-store"
import { changeRepresentativeIn, enterRepresentativeIn } from "../representatives"
import { holdsOffice } from "../rules"

type RepresentativeRow = {
  name: string
  phone: string | null
  kind: RepresentativeKind | null
  residentGroup: string
  since: string
  isKnown: boolean | null
}

export const representativesImport: ImportSpec = {
  ...registerSpec,
  kind: "representatives",
  title: "居民代表会议名册",
  columns: representativeColumns,
  examine,
  confirm,
  showRow: values => {
    const row = values as RepresentativeRow
    const facts = [row.kind && memberKindNames[row.kind], row.phone, row.residentGroup, personFact(row.isKnown)]
    return { title: row.name || "（没有姓名）", facts: facts.filter(Boolean) as string[] }
  },
  home: slug => ({ to: `/c/${slug}/registers/representatives`, label: "居民代表会议名册" }),
}

async function examine(ctx: Ctx, rows: RecognizedRow[]): Promise<ImportRowDraft[]> {
  const known = await listRepresentatives(ctx.db.read, ctx.community.id)
  const index = await readPersonIndex(ctx.db.read, ctx.community.id)
  const names = columnNames(representativesImport)
  const [seen, phones] = [rememberPersons(), rememberRows()]
  const today = todayOf(ctx)
  return rows.map(row => {
    const reader = readRow(row, today, names, ctx)
    const [name, phone] = [reader.text("name", 30), reader.phone()]
    const word = reader.text("kind", 30)
    // A list of the assembly without a column of kinds is a list of 居民代表.
    const kind = word === "" ? "residentRepresentative" : parseRepresentativeKind(word)
    if (!kind) reader.fault(`身份“${word}”看不明白，请填居民代表或居委会成员`)
    const shared = phone ? phones.earlier(phone, row.rowNumber) : null
    if (shared !== null) reader.fault(`手机${phone}与第${shared}行相同，一个号码只能登记一个人`)
    const meant = personOfRow(reader, index, name, phone)
    const before = meant && shared === null ? seen.earlier(meant, name, phone, row.rowNumber) : null
    if (before !== null) reader.fault(`与第${before}行是同一个人，请只留一行；不是同一个人的，请填手机`)
    const existing = known.find(one => one.personId === meant?.person?.id)
    const values: RepresentativeRow = {
      name,
      phone,
      kind,
      residentGroup: reader.text("residentGroup", 30),
      since: reader.date("since", ""),
      isKnown: meant && Boolean(meant.person),
    }
    const changes =
      existing && holdsOffice(existing, today)
        ? changesOf([
            {
              label: "身份",
              now: memberKindNames[existing.kind],
              next: word === "" || !kind ? "" : memberKindNames[kind],
            },
            { label: "居民小组", now: existing.residentGroup, next: values.residentGroup },
            { label: "任期自", now: existing.since, next: values.since },
            { label: "手机", now: meant?.person?.phone ?? "", next: phone ?? "" },
          ])
        : existing
          ? ["以前担任过，这次重新担任"]
          : []
    const status = existing ? (changes.length > 0 ? "changed" : "unchanged") : "new"
    return draftOf(row, reader, values, { status, existingId: existing?.id ?? null, reasons: changes })
  })
}

async function confirm(q: Writer, ctx: Ctx, rows: StoredImportRow[]): Promise<Result<Record<string, number>>> {
  const index = await readPersonIndex(q, ctx.community.id)
  const counts = { added: 0, changed: 0 }
  for (const row of rows) {
    const action = actionOf(row)
    if (action !== "add" && action !== "update") continue
    const { name, phone, residentGroup, since, ...rest } = row.values as RepresentativeRow
    const kind = rest.kind!
    const person = { name, phone }
    const [now] = row.existingId ? await listRepresentatives(q, ctx.community.id, { id: row.existingId }) : []
    const isActive = now && holdsOffice(now, todayOf(ctx))
    const written = isActive
      ? await changeRepresentativeIn(q, ctx, now, {
          kind,
          residentGroup: residentGroup || now.residentGroup,
          since: since || now.since,
          until: now.until,
        })
      : await enterRepresentativeIn(q, ctx, { person, kind, residentGroup, since: since || todayOf(ctx) }, index)
    if (!written.ok) return written
    if (isActive && phone) {
      const settled = await settlePersonIn(q, ctx, person, index)
      if (!settled.ok) return settled
    }
    counts[action === "add" ? "added" : "changed"] += 1
  }
  return done(counts)
}

import type { Writer } from "#db/client"
import { type Delegation, memberKindNames, parseDelegation } from "~/law/delegations"
import { done, type Result } from "~/law/result"
import { actionOf, type ImportRowDraft, type ImportSpec, type StoredImportRow } from "~/registry/import-rules"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { type ChosenHow, chosenHowNames } from "../choosing"
import { appointDelegateIn, changeDelegateIn } from "../delegates"
import { delegateColumns } from "../import-columns"
import {
  changesOf,
  columnNames,
  draftOf,
  isEveryHundredth,
  personFact,
  personOfRow,
  readChosenHow,
  readRow,
  registerSpec,
  rememberRows,
  todayOf,
} from "../import-rows"
import { readPersonIndex, settlePersonIn } from "../person-matching"
import { listDelegates } from "../register-store"
import { holdsOffice } from "../rules"

type DelegateRow = {
  name: string
  phone: string | null
  delegation: Delegation | null
  organization: string
  chosenHow: ChosenHow | null
  since: string
  isKnown: boolean | null
}

export const delegatesImport: ImportSpec = {
  ...registerSpec,
  kind: "delegates",
  title: "代表名册",
  columns: delegateColumns,
  examine,
  confirm,
  showRow: values => {
    const row = values as DelegateRow
    const delegation = row.delegation ? `${memberKindNames[row.delegation]}代表` : ""
    const facts = [
      delegation,
      row.phone,
      row.organization,
      row.chosenHow && chosenHowNames[row.chosenHow],
      personFact(row.isKnown),
    ]
    return { title: row.name || "（没有姓名）", facts: facts.filter(Boolean) as string[] }
  },
  home: slug => ({ to: `/c/${slug}/registers/delegates`, label: "代表名册" }),
}

async function examine(ctx: Ctx, rows: RecognizedRow[], onProgress: (done: number) => Promise<void>) {
  const known = await listDelegates(ctx.db.read, ctx.community.id)
  const index = await readPersonIndex(ctx.db.read, ctx.community.id)
  const names = columnNames(delegatesImport)
  const seen = rememberRows()
  const phones = new Map<string, { name: string; rowNumber: number }>()
  const today = todayOf(ctx)
  const drafts: ImportRowDraft[] = []
  for (const [at, row] of rows.entries()) {
    const reader = readRow(row, today, names, ctx)
    const [name, phone] = [reader.text("name", 30), reader.phone()]
    const word = reader.text("delegation", 30)
    const delegation = parseDelegation(word)
    if (!delegation) reader.fault(word ? `代表类别“${word}”看不明白，请填${allDelegations}之一` : "没有填代表类别")
    const bearer = phone ? phones.get(phone) : undefined
    if (bearer && bearer.name !== name)
      reader.fault(`手机${phone}与第${bearer.rowNumber}行的${bearer.name}相同，请核对`)
    if (phone && !bearer) phones.set(phone, { name, rowNumber: row.rowNumber })
    const meant = personOfRow(reader, index, name, phone)
    const before = meant && delegation ? seen.earlier(`${meant.key} ${delegation}`, row.rowNumber) : null
    if (before !== null) reader.fault(`与第${before}行是同一人同一类别，请只留一行`)
    const existing = known.find(one => one.personId === meant?.person?.id && one.delegation === delegation)
    const values: DelegateRow = {
      name,
      phone,
      delegation,
      organization: reader.text("organization"),
      chosenHow: readChosenHow(reader),
      since: reader.date("since", ""),
      isKnown: meant && Boolean(meant.person),
    }
    const active = existing && holdsOffice(existing, today)
    const changes = active
      ? changesOf([
          { label: "单位和职务", now: existing.organization, next: values.organization },
          {
            label: "产生方式",
            now: existing.chosenHow ? chosenHowNames[existing.chosenHow] : "",
            next: values.chosenHow ? chosenHowNames[values.chosenHow] : "",
          },
          { label: "任期自", now: existing.since, next: values.since },
          { label: "手机", now: meant?.person?.phone ?? "", next: phone ?? "" },
        ])
      : existing
        ? ["以前担任过，这次重新担任"]
        : []
    const status = existing ? (changes.length > 0 ? "changed" : "unchanged") : "new"
    drafts.push(draftOf(row, reader, values, { status, existingId: existing?.id ?? null, reasons: changes }))
    if (isEveryHundredth(at)) await onProgress(at + 1)
  }
  return drafts
}

const allDelegations = ["党员", "居民", "物业", "业委会", "政协委员", "职能部门", "共建单位", "其他"].join("、")

async function confirm(q: Writer, ctx: Ctx, rows: StoredImportRow[]): Promise<Result<Record<string, number>>> {
  const index = await readPersonIndex(q, ctx.community.id)
  const counts = { added: 0, changed: 0 }
  for (const row of rows) {
    const action = actionOf(row)
    if (action !== "add" && action !== "update") continue
    const { name, phone, organization, delegation, chosenHow, since } = row.values as DelegateRow
    const person = { name, phone }
    const [now] = row.existingId ? await listDelegates(q, ctx.community.id, { id: row.existingId }) : []
    const isActive = now && holdsOffice(now, todayOf(ctx))
    const written = isActive
      ? await changeDelegateIn(q, ctx, now, {
          organization: organization || now.organization,
          chosenHow: chosenHow ?? now.chosenHow,
          since: since || now.since,
          until: now.until,
        })
      : await appointDelegateIn(
          q,
          ctx,
          { person, delegation: delegation!, organization, chosenHow, since: since || todayOf(ctx) },
          index,
        )
    if (!written.ok) return written
    // A phone that the register did not have yet comes with the row.
    if (isActive && phone) {
      const settled = await settlePersonIn(q, ctx, person, index)
      if (!settled.ok) return settled
    }
    counts[action === "add" ? "added" : "changed"] += 1
  }
  return done(counts)
}

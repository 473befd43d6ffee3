import type { Writer } from "#db/client"
import { done, type Result } from "~/law/result"
import { dateOf } from "~/registry/cell-values"
import { actionOf, type ImportRowDraft, type ImportSpec, type StoredImportRow } from "~/registry/import-rules"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { bodyPosts } from "../body-names"
import { type Body, type BodyTermView, listBodies, listBodyTerms } from "../body-store"
import { changeBodyTermIn, seatEntryInBodyIn } from "../body-terms"
import { type ChosenHow, chosenHowNames } from "../choosing"
import { bodyTermColumns } from "../import-columns"
import {
  changesOf,
  columnNames,
  draftOf,
  isEveryHundredth,
  personFact,
  personOfRow,
  type RowReader,
  readChosenHow,
  readRow,
  registerSpec,
  rememberRows,
  todayOf,
} from "../import-rows"
import { readPersonIndex, settlePersonIn } from "../person-matching"
import { holdsOffice, plainName } from "../rules"

type BodyTermRow = {
  name: string
  phone: string | null
  bodyId: string | null
  bodyName: string
  post: string
  chosenHow: ChosenHow | null
  basis: string
  since: string
  until: string | null
  isKnown: boolean | null
}

export const bodyTermsImport: ImportSpec = {
  ...registerSpec,
  kind: "bodyTerms",
  title: "组织花名册",
  columns: bodyTermColumns,
  examine,
  confirm,
  showRow: values => {
    const row = values as BodyTermRow
    const how = row.chosenHow ? chosenHowNames[row.chosenHow] : ""
    const facts = [row.bodyName, row.post, row.phone, how, personFact(row.isKnown)]
    return { title: row.name || "（没有姓名）", facts: facts.filter(Boolean) as string[] }
  },
  home: slug => ({ to: `/c/${slug}/registers/bodies`, label: "组织和任期" }),
}

async function examine(ctx: Ctx, rows: RecognizedRow[], onProgress: (done: number) => Promise<void>) {
  const bodies = await listBodies(ctx.db.read, ctx.community.id)
  const terms = await listBodyTerms(ctx.db.read, ctx.community.id)
  const index = await readPersonIndex(ctx.db.read, ctx.community.id)
  const names = columnNames(bodyTermsImport)
  const [seen, phones] = [rememberRows(), rememberRows()]
  const today = todayOf(ctx)
  const drafts: ImportRowDraft[] = []
  for (const [at, row] of rows.entries()) {
    const reader = readRow(row, today, names, ctx)
    const [name, phone] = [reader.text("name", 30), reader.phone()]
    const body = bodyOfRow(reader, row, bodies)
    const shared = phone ? phones.earlier(`${phone} ${body?.id}`, row.rowNumber) : null
    if (shared !== null) reader.fault(`手机${phone}与第${shared}行相同，请核对`)
    const meant = personOfRow(reader, index, name, phone)
    const before = meant && body && shared === null ? seen.earlier(`${meant.key} ${body.id}`, row.rowNumber) : null
    if (before !== null) reader.fault(`与第${before}行是同一个人，请只留一行；不是同一个人的，请填手机`)
    const running = terms.find(
      term => term.bodyId === body?.id && term.personId === meant?.person?.id && holdsOffice(term, today),
    )
    const values: BodyTermRow = {
      name,
      phone,
      bodyId: body?.id ?? null,
      bodyName: body?.name ?? "",
      post: readPost(reader, body, running),
      chosenHow: readChosenHow(reader),
      basis: reader.text("basis", 120),
      since: reader.date("since", ""),
      until: reader.take(dateOf(row.values.until, today)),
      isKnown: meant && Boolean(meant.person),
    }
    if (!running && values.chosenHow === null && body) reader.note("没写产生方式，按推选登记")
    const changes = running ? compare(running, values, meant?.person?.phone ?? "") : []
    const status = running ? (changes.length > 0 ? "changed" : "unchanged") : "new"
    drafts.push(draftOf(row, reader, values, { status, existingId: running?.id ?? null, reasons: changes }))
    if (isEveryHundredth(at)) await onProgress(at + 1)
  }
  return drafts
}

/** Named in its column, else by the sheet's name, else the only one there is. */
function bodyOfRow(reader: RowReader, row: RecognizedRow, bodies: readonly Body[]): Body | null {
  const word = reader.text("body")
  const named = (text: string) => bodies.find(body => plainName(body.name) === plainName(text))
  const found = word ? named(word) : (named(row.sheet) ?? (bodies.length === 1 ? bodies[0] : undefined))
  if (found) return found
  if (word) reader.fault(`没有叫“${word}”的组织，请先登记组织，或改成名册里的名称`)
  else if (bodies.length === 0) reader.fault("还没有登记组织，请先在“组织和任期”里登记")
  else reader.fault("不知道是哪个组织的：请加一列“组织名称”，或把工作表改成组织的名称")
  return null
}

/** A roll of residents or party members often has no column of posts. */
function readPost(reader: RowReader, body: Body | null, running: BodyTermView | undefined): string {
  const post = reader.text("post", 30)
  if (post !== "" || running) return post
  if (body?.kind === "residentsAssembly") return bodyPosts.residentsAssembly[0]!
  if (body?.kind === "partyBranch") return "党员"
  if (body) reader.fault("没有填职务")
  return ""
}

const compare = (now: BodyTermView, next: BodyTermRow, phone: string) =>
  changesOf([
    { label: "职务", now: now.post, next: next.post },
    {
      label: "产生方式",
      now: chosenHowNames[now.chosenHow],
      next: next.chosenHow ? chosenHowNames[next.chosenHow] : "",
    },
    { label: "依据", now: now.basis, next: next.basis },
    { label: "任期自", now: now.since, next: next.since },
    { label: "任期至", now: now.until ?? "", next: next.until ?? "" },
    { label: "手机", now: phone, next: next.phone ?? "" },
  ])

/** An empty cell leaves what stands in the register. */
async function confirm(q: Writer, ctx: Ctx, rows: StoredImportRow[]): Promise<Result<Record<string, number>>> {
  const index = await readPersonIndex(q, ctx.community.id)
  const counts = { added: 0, changed: 0 }
  for (const row of rows) {
    const action = actionOf(row)
    if (action !== "add" && action !== "update") continue
    const typed = row.values as BodyTermRow
    const person = { name: typed.name, phone: typed.phone }
    const [now] = row.existingId ? await listBodyTerms(q, ctx.community.id, { id: row.existingId }) : []
    const seat = {
      post: typed.post || now?.post || "",
      chosenHow: typed.chosenHow ?? now?.chosenHow ?? ("elected" as const),
      basis: typed.basis || now?.basis || "",
      since: typed.since || now?.since || todayOf(ctx),
      until: typed.until ?? now?.until ?? null,
    }
    const written = now
      ? await changeBodyTermIn(q, ctx, now, seat)
      : await seatEntryInBodyIn(q, ctx, { ...seat, bodyId: typed.bodyId! }, person, index)
    if (!written.ok) return written
    if (now && typed.phone) {
      const settled = await settlePersonIn(q, ctx, person, index)
      if (!settled.ok) return settled
    }
    counts[action === "add" ? "added" : "changed"] += 1
  }
  return done(counts)
}

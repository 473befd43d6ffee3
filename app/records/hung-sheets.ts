import { civilDateOf, formatDate } from "~/law/civil-date"
import { listDocuments } from "~/registry/document-store"
import { sheetKindName } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { hangingsOf } from "./notice-rules"
import type { PostedNotice } from "./notice-store"
import { editionSubject } from "./public-editions"

/** `until` is empty while it hangs. */
export type HungSheet = { documentId: string; name: string; from: string; until: string }

/** The very sheets that hung as this notice, whatever was drawn up after it. */
export async function listHungSheets(ctx: Ctx, { notice, edition }: PostedNotice): Promise<HungSheet[]> {
  const sheets = await listDocuments(ctx.db.read, ctx.community.id, editionSubject(edition.id))
  const hung = hangingsOf(
    notice,
    sheets.map(({ id, kind, createdAt }) => ({ id, kind, printedOn: civilDateOf(createdAt) })),
  )
  return hung.map(({ documentId, from, to }) => {
    const sheet = sheets.find(one => one.id === documentId)!
    return {
      documentId,
      name: `${sheetKindName(sheet.kind)}，第${sheet.version}版`,
      from: formatDate(from),
      until: to ? formatDate(to) : "",
    }
  })
}

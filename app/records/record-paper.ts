import { type RecordFacts, recordTemplate } from "#templates/record"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import type { DocumentView } from "~/registry/document-store"
import { issueDocument } from "~/registry/documents"
import { verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { drawPreview, findMeetingToExport } from "./papers"
import { recordFacts } from "./record-facts"
import { readFullRecord } from "./record-reading"
import { isOver } from "./rules"

/** What the full record says, for whoever may export it. Refusals: meeting_not_over, forbidden, not_found. */
export async function readRecordFacts(
  ctx: Ctx,
  meetingId: string,
): Promise<Result<{ facts: RecordFacts; on: string }>> {
  const allowed = await findMeetingToExport(ctx, meetingId)
  if (!allowed.ok) return allowed
  if (!isOver(allowed.value.state)) return refuse("meeting_not_over")
  const full = await readFullRecord(ctx.db.read, ctx.community, meetingId)
  if (!full) return refuse("not_found")
  const { startedAt, closedAt } = full.recorded.meeting
  return done({ facts: recordFacts(full), on: civilDateOf(closedAt ?? startedAt ?? ctx.now()) })
}

/** 会议记录 as it would be filed; nothing is kept. */
export async function previewRecord(ctx: Ctx, meetingId: string): Promise<Result<Uint8Array>> {
  const read = await readRecordFacts(ctx, meetingId)
  return read.ok ? drawPreview(ctx, recordTemplate, read.value.facts) : read
}

/** 会议记录 as a PDF in the database, to be signed by chair and recorder; the same facts give the row that is there already. */
export async function exportRecord(
  ctx: Ctx,
  meetingId: string,
): Promise<Result<{ document: DocumentView; isNew: boolean }>> {
  const read = await readRecordFacts(ctx, meetingId)
  if (!read.ok) return read
  const { facts, on } = read.value
  return issueDocument(ctx, {
    kind: "record",
    subject: { kind: "meeting", id: meetingId },
    number: null,
    title: facts.title,
    fileName: `${facts.title}.pdf`,
    facts,
    template: recordTemplate,
    date: on,
    verifyUrl: verifyUrlOf(ctx),
  })
}

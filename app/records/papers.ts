import type { Writer } from "#db/client"
import type { draftStates } from "#db/schema/records"
import type { SubjectKind } from "#db/schema/registry"
import { missingCharacters } from "#templates/fonts"
import type { Template } from "#templates/print-paper"
import { findMeetingFor } from "~/chamber/meeting-access"
import type { Meeting } from "~/convening/store"
import { canonicalJson, type Plain } from "~/law/canonical-json"
import { civilDateOf } from "~/law/civil-date"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { DocumentView } from "~/registry/document-store"
import { issueDocument } from "~/registry/documents"
import { drawUnfiled } from "~/registry/drawing"
import { formatNumber, type NumberKind } from "~/registry/numbers"
import { listAuditEntries } from "~/registry/store"
import { verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { readRecordedMeeting } from "./meeting-reading"
import type { PaperApproval } from "./minutes-facts"
import type { RecordedMeeting } from "./recorded-meeting"
import { changesBetween } from "./rules"

/** What minutes and resolutions have in common. */
type Paper = {
  id: string
  state: (typeof draftStates)[number]
  year: number | null
  sequence: number | null
  approvedAt: Date | null
  version: number
}

/** May look into a paper: an approved one whoever reads records, a draft only those who word or approve it. */
export async function findMeetingToRead(ctx: Ctx, meetingId: string, paper: Paper | null): Promise<Result<Meeting>> {
  const meeting = await findMeetingFor(ctx, meetingId, "record:read")
  if (!meeting.ok || paper?.state === "approved") return meeting
  return mayWork(ctx, meeting.value) ? meeting : refuse("forbidden")
}

export const mayWork = (ctx: Ctx, meeting: Meeting): boolean =>
  may(ctx.actor, "record:edit", meeting) || may(ctx.actor, "record:approve", meeting)

/** Exporting is for those who word the paper and for the chair who approved it. */
export async function findMeetingToExport(ctx: Ctx, meetingId: string): Promise<Result<Meeting>> {
  const meeting = await findMeetingFor(ctx, meetingId, "record:read")
  if (!meeting.ok) return meeting
  return mayWork(ctx, meeting.value) ? meeting : refuse("forbidden")
}

export async function readRecorded(ctx: Ctx, meetingId: string): Promise<Result<RecordedMeeting>> {
  const recorded = await readRecordedMeeting(ctx.db.read, ctx.community, meetingId)
  return recorded ? done(recorded) : refuse("not_found")
}

/** Number and day, once it is approved. */
export function approvalOf(ctx: Ctx, kind: NumberKind, paper: Paper): PaperApproval | null {
  if (paper.state !== "approved" || !paper.approvedAt || paper.year === null || paper.sequence === null) return null
  return {
    number: formatNumber(ctx.community.shortName, kind, paper.year, paper.sequence),
    approvedOn: civilDateOf(paper.approvedAt),
  }
}

/** Characters of a sheet that no font has: shown before anything is approved or exported. */
export const missingIn = (ctx: Ctx, facts: object): string[] =>
  missingCharacters(canonicalJson(facts as Plain), ctx.fontDir ?? undefined)

/** The second of two editors is shown who was first and what stands there now. */
export async function changedMeanwhile(
  q: Writer,
  ctx: Ctx,
  subject: { kind: SubjectKind; id: string },
  stored: { version: number; lines: Record<string, string> },
  typed: Record<string, string>,
): Promise<Refusal> {
  const entries = await listAuditEntries(q, ctx.community.id, [{ kind: subject.kind, ids: [subject.id] }])
  return refuse("changed_meanwhile", {
    by: entries.at(-1)?.actorName,
    version: stored.version,
    changes: changesBetween(typed, stored.lines),
  })
}

/** A draft as it would be printed, its digest checkable once it is filed; nothing is stored. */
export const drawPreview = <Facts extends object>(ctx: Ctx, template: Template<Facts>, facts: Facts) =>
  drawUnfiled(ctx, template, facts, { verifyUrl: verifyUrlOf(ctx) })

export type IssuedPaper = Result<{ document: DocumentView; isNew: boolean }>

/**
 * An approved paper as a file in the database, under its number and of the day of its approval; the same facts give the row
 * that is there already. Refusal: not_approved.
 */
export async function issueApproved<Facts extends object>(
  ctx: Ctx,
  {
    kind,
    paper,
    title,
    facts,
    template,
  }: {
    kind: "minutes" | "briefMinutes" | "resolution"
    paper: Paper
    title: string
    facts: Facts
    template: Template<Facts>
  },
): Promise<IssuedPaper> {
  const approved = kind === "resolution" ? "resolution" : "minutes"
  const approval = approvalOf(ctx, approved, paper)
  if (!approval) return refuse("not_approved")
  return issueDocument(ctx, {
    kind,
    subject: { kind: approved, id: paper.id },
    number: approval.number,
    title,
    fileName: `${title}.${template.format}`,
    facts,
    template,
    date: approval.approvedOn,
    verifyUrl: verifyUrlOf(ctx),
  })
}

import type { DocumentKind, SubjectKind } from "#db/schema/registry"
import { done, refuse } from "~/law/result"
import { type MeetingOffices, may, type Permission } from "~/people/permissions"
import { findDocument } from "~/registry/document-store"
import type { Ctx } from "~/web/context"
import { findOfficesOf } from "./document-store"

/**
 * A filed sheet with its bytes, for whoever may read documents; the chair and the recorder of a meeting read what belongs to
 * it. Refusals: not_found (also to every outsider), forbidden.
 */
export async function readDocument(ctx: Ctx, documentId: string) {
  const document = await findDocument(ctx.db.read, ctx.community.id, documentId)
  if (!document) return refuse("not_found")
  return (await mayReadFiled(ctx, document)) ? done(document) : refuse("forbidden")
}

/** Whether this very sheet is open to the actor, also by an office in the meeting it belongs to. */
export async function mayReadFiled(
  ctx: Ctx,
  document: { kind: DocumentKind; subjectKind: SubjectKind; subjectId: string },
): Promise<boolean> {
  // A duty list is for the one it is about, and for the office.
  const isOwn = document.kind === "dutyList" && document.subjectId === ctx.actor.personId
  const permission = isOwn ? "task:read" : permissionFor(document)
  if (may(ctx.actor, permission)) return true
  const offices: MeetingOffices | null = await findOfficesOf(ctx.db.read, ctx.community.id, document)
  return offices !== null && may(ctx.actor, permission, offices)
}

/** Papers of a vote on paper have their own readers: no delegate, handler or grid worker is among them. */
const permissionFor = ({ kind, subjectKind }: { kind: DocumentKind; subjectKind: SubjectKind }): Permission =>
  subjectKind === "poll" ? (permissionOfPoll[kind] ?? "poll:read") : (permissionOf[kind] ?? "document:read")

/** Names, doors and areas of owners are on these; the announcement is for whoever reads polls. */
const permissionOfPoll: Partial<Record<DocumentKind, Permission>> = {
  ballotPapers: "poll:manage",
  paperRegister: "poll:enter",
}

/** Whether sheets of this kind are open to the actor, in the offices of their meeting. */
export const mayReadKind = (ctx: Pick<Ctx, "actor">, kind: DocumentKind, offices?: MeetingOffices): boolean =>
  may(ctx.actor, permissionOf[kind] ?? "document:read", offices)

/**
 * Slips carry the codes of a meeting, registers and ledgers people's names: not for everyone who reads documents. Whoever
 * has a task in hand reads its papers.
 */
const permissionOf: Partial<Record<DocumentKind, Permission>> = {
  checkInSlips: "meeting:codes",
  assignment: "task:read",
  chase: "task:read",
  dutyList: "task:inspect",
  signInSheet: "record:inner",
  record: "record:inner",
  ballotPapers: "meeting:desk",
  paperRegister: "meeting:desk",
  countSheet: "meeting:desk",
  countReport: "record:inner",
  // With the code its proposer follows the matter by.
  satisfactionForm: "issue:report",
  issueLedger: "issue:read",
  needLedger: "issue:read",
  resourceLedger: "register:read",
  projectLedger: "task:read",
  dutyLedger: "task:inspect",
}

import { done, refuse } from "~/law/result"
import { type MeetingOffices, may } from "~/people/permissions"
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
  const offices: MeetingOffices | null = await findOfficesOf(ctx.db.read, ctx.community.id, document)
  // Slips carry the codes of a meeting: not for everyone who reads documents.
  const permission = document.kind === "checkInSlips" ? "meeting:codes" : "document:read"
  if (!may(ctx.actor, permission, offices ?? undefined)) return refuse("forbidden")
  return done(document)
}

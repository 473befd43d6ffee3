import type { SubjectKind } from "#db/schema/registry"
import { formatDateTime } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import type { Sentences } from "~/web/refusals"
import { listAuditEntries } from "./store"

export type TimelineEntry = { id: string; when: string; who: string; what: string }

/** The life of some subjects together, newest first, in words. An action without words is left out: it was no event. */
export async function readTimeline(
  ctx: Pick<Ctx, "db" | "community">,
  words: Sentences,
  subjects: { kind: SubjectKind; ids: string[] }[],
): Promise<TimelineEntry[]> {
  const entries = await listAuditEntries(ctx.db.read, ctx.community.id, subjects)
  return entries
    .reverse()
    .filter(entry => entry.action in words)
    .map(entry => ({
      id: entry.id,
      when: formatDateTime(entry.at),
      who: entry.actorName,
      what: words[entry.action]!(entry.detail),
    }))
}

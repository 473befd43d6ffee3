import type { SubjectKind } from "#db/schema/registry"
import { civilDateOf, formatDate, formatTime } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import type { Sentences } from "~/web/refusals"
import { listAuditEntries } from "./store"

/** `when` is 10月8日, with its year when that is not this one; `whenNote` the time of day. */
export type TimelineEntry = { id: string; when: string; whenNote: string; who: string; what: string }

/** The life of some subjects together, newest first, in words; with `most`, only so many entries are read. An action without words is left out: it was no event. */
export async function readTimeline(
  ctx: Pick<Ctx, "db" | "community" | "now">,
  words: Sentences,
  subjects: { kind: SubjectKind; ids: string[] }[],
  most?: number,
): Promise<TimelineEntry[]> {
  const entries = await listAuditEntries(ctx.db.read, ctx.community.id, subjects, most)
  const thisYear = civilDateOf(ctx.now()).slice(0, 4)
  return entries
    .reverse()
    .filter(entry => entry.action in words)
    .map(entry => ({
      id: entry.id,
      when: dayOf(entry.at, thisYear),
      whenNote: formatTime(entry.at),
      who: entry.actorName,
      what: words[entry.action]!(entry.detail),
    }))
}

const dayOf = (at: Date, thisYear: string): string =>
  formatDate(civilDateOf(at)).replace(new RegExp(`^${thisYear}年`), "")

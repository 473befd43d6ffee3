import type { SubjectKind } from "#db/schema/registry"
import { civilDateOf, formatTime } from "~/law/civil-date"
import { choiceNames, choices } from "~/law/tally"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import type { Sentences } from "~/web/refusals"
import { shortDate } from "./day-words"

/** One event of a matter's life. `about` names what it happened to, where that is not the matter itself. */
export type LifeEvent = {
  id: string
  when: string
  whenNote: string
  who: string
  what: string
  /** What was said or counted: a motion and its votes. */
  more: string[]
  about: { label: string; to: string | null } | null
  state: "done" | "stop" | "plain"
  isMinor: boolean
}

export type LifeSubject = { kind: SubjectKind; id: string; label: string; to: string | null; isMerged?: true }

/** Comings, goings, speeches and codes are the meeting's own; what is written twice is told once. */
const untold = new Set([
  "topic.created",
  "meeting.drafted",
  "meeting.checkInOpened",
  "meeting.codeReplaced",
  "meeting.slipsPrinted",
  "meeting.notified",
  "meeting.minuted",
  "speech.recorded",
  "speech.edited",
  "motion.edited",
  "round.opened",
  "round.closed",
  "publicEdition.marked",
  "publicEdition.printRefused",
  "countAnnouncement.sent",
  "countAnnouncement.released",
  "countAnnouncement.printRefused",
])

/** The small steps between two events: told only to whoever asks for every one. */
const minor =
  /^(minutes\.(drafted|edited|sent)|resolution\.(drafted|edited|sent)|publicEdition\.drafted|document\.issued|meeting\.(started|closed|resumed)|motion\.put|issue\.(edited|updatedByImport|supported)|topic\.(edited|scheduled)|task\.signedFor)$|photo/i

const together = /^issue\.(accepted|sorted|answered|closed|merged)$/

const setbacks =
  /^(proposal\.blocked|task\.(blocked|sentBack|dissatisfied|relapsed|chased|replaced)|meeting\.(cancelled|adjourned)|round\.annulled|claim\.ended|publicEdition\.(sentBack|withdrawn)|issue\.reopened|objection\.received)$/
const asides =
  /\.(edited|reworded|supported|gathered|parted|photoAdded|photoShown|photoHidden|reported|drafted|rescheduled|put|unscheduled|updatedByImport|issued)$/

/** From the audit log of everything that belongs to a matter, newest first; of meetings only what was about its topic. */
export async function readLife(
  ctx: Pick<Ctx, "db" | "community" | "now">,
  words: Sentences,
  subjects: readonly LifeSubject[],
  motions: ReadonlyMap<string, string>,
): Promise<LifeEvent[]> {
  const today = civilDateOf(ctx.now())
  const kinds = [...new Set(subjects.map(subject => subject.kind))]
  const entries = await listAuditEntries(
    ctx.db.read,
    ctx.community.id,
    kinds.map(kind => ({ kind, ids: subjects.filter(one => one.kind === kind).map(one => one.id) })),
  )
  return entries
    .reverse()
    .filter(({ action, detail }) => isTold(action, detail, motions) && action in words)
    .map(entry => {
      const subject = subjects.find(one => one.kind === entry.subjectKind && one.id === entry.subjectId)
      return {
        id: entry.id,
        when: shortDate(civilDateOf(entry.at), today),
        whenNote: formatTime(entry.at),
        who: entry.actorName,
        what: words[entry.action]!(briefly(entry.detail)),
        more: moreOf(entry.action, entry.detail, motions),
        about: subject?.label ? { label: subject.label, to: subject.to } : null,
        state: stateOf(entry.action),
        // What was merged is sorted and answered together with the matter: told once.
        isMinor: minor.test(entry.action) || (subject?.isMerged === true && together.test(entry.action)),
      }
    })
}

function isTold(action: string, detail: Record<string, unknown>, motions: ReadonlyMap<string, string>): boolean {
  if (untold.has(action) || action.startsWith("attendance.") || action.startsWith("seat.")) return false
  if (action.startsWith("motion.") || action.startsWith("round.")) return motions.has(String(detail.motionId))
  return action !== "document.issued" || detail.kind !== "convocation"
}

/** The matter itself stands in the heading: a task is called by its first clause, or its first words. */
const longestName = 18
function briefly(detail: Record<string, unknown>): Record<string, unknown> {
  const { content } = detail
  if (typeof content !== "string" || !("number" in detail) || content.length <= longestName) return detail
  const clause = content.split(/[，。；、：]/)[0]!
  const isWhole = clause.length >= 4 && clause.length <= longestName
  return { ...detail, content: isWhole ? clause : `${content.slice(0, longestName)}……` }
}

function stateOf(action: string): LifeEvent["state"] {
  if (setbacks.test(action)) return "stop"
  return asides.test(action) && action !== "issue.reported" ? "plain" : "done"
}

function moreOf(action: string, detail: Record<string, unknown>, motions: ReadonlyMap<string, string>): string[] {
  if (action !== "round.proclaimed") return []
  const counts = detail.counts as Record<string, number> | undefined
  return [
    motions.get(String(detail.motionId)) ?? "",
    counts ? choices.map(choice => `${choiceNames[choice]}${counts[choice] ?? 0}`).join("，") : "",
  ].filter(Boolean)
}

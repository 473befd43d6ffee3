import type { MeetingState } from "#db/schema/convening"
import type { MemberKind } from "~/law/delegations"
import { barInWords } from "~/law/threshold"
import { compositionLight, noticeProblem, type RuleSnapshot } from "~/rulebook/rules"
import { type AgendaFacts, procedureProblem } from "./agenda-rules"

/** What may follow what. A meeting that was convened ends closed and minuted, or cancelled with a reason. */
const following: Record<MeetingState, readonly MeetingState[]> = {
  draft: ["convened", "cancelled"],
  convened: ["checkIn", "cancelled"],
  checkIn: ["inSession", "cancelled"],
  inSession: ["adjourned", "closed"],
  adjourned: ["checkIn", "inSession", "closed", "cancelled"],
  closed: ["minuted"],
  minuted: ["archived"],
  archived: [],
  cancelled: [],
}

export const mayFollow = (from: MeetingState, to: MeetingState): boolean => following[from].includes(to)

export const meetingStateNames: Record<MeetingState, string> = {
  draft: "草稿",
  convened: "已召集",
  checkIn: "签到中",
  inSession: "会议进行中",
  adjourned: "休会",
  closed: "已散会",
  minuted: "已出纪要",
  archived: "已归档",
  cancelled: "已取消",
}

/** Where a convened meeting can still be called off. */
export const cancellableStates: readonly MeetingState[] = ["draft", "convened", "checkIn", "adjourned"]

/** A meeting of these states holds its venue and its people. */
export const holdingStates: readonly MeetingState[] = ["convened", "checkIn", "inSession", "adjourned"]

/** Codes and notices matter from convening until the meeting is over. */
export const isAwaitingPeople = (state: MeetingState): boolean => holdingStates.includes(state)

export const spansOverlap = (a: { startsAt: Date; endsAt: Date }, b: { startsAt: Date; endsAt: Date }): boolean =>
  a.startsAt < b.endsAt && b.startsAt < a.endsAt

/** What a written reason may excuse; the keys of a meeting's `reasons`. */
export const reasonKeys = ["notice", "venue", "persons"] as const
export type ReasonKey = (typeof reasonKeys)[number]
export type Reasons = Partial<Record<ReasonKey, string>>

/** Something that stands between a draft and its notice. `field` is where it is mended. */
export type Problem = { code: string; field: string; detail: Record<string, unknown> }

export type Officer = { name: string; hasAccount: boolean }

/** A meeting that holds the venue or some of the people at the same time. */
export type Clash = { title: string; startsAt: Date; endsAt: Date; sameVenue: boolean; persons: string[] }

/** Everything that is looked at before a notice goes out. */
export type Readiness = {
  rule: RuleSnapshot
  now: Date
  venueId: string | null
  startsAt: Date | null
  endsAt: Date | null
  chair: Officer | null
  recorder: Officer | null
  agenda: AgendaFacts[]
  /** Whether a body was chosen, for a rule that takes the entitled from one. */
  hasBody: boolean
  entitled: MemberKind[]
  /** Names of chosen delegates whose term is over on that day. */
  ended: string[]
  clashes: Clash[]
  reasons: Reasons
}

/** Everything at once, in the order of the page; empty when the notice can go out. */
export function readinessProblems(facts: Readiness): Problem[] {
  return [
    ...timeProblems(facts),
    ...clashProblems(facts),
    ...officerProblems(facts),
    ...agendaProblems(facts),
    ...participantProblems(facts),
  ]
}

const problem = (code: string, field: string, detail: Record<string, unknown> = {}): Problem => ({
  code,
  field,
  detail,
})

function timeProblems({ rule, now, startsAt, endsAt, venueId, reasons }: Readiness): Problem[] {
  const found: Problem[] = []
  if (!startsAt) found.push(problem("date_missing", "date"))
  else {
    const notice = noticeProblem(rule, now, startsAt)
    if (notice?.code === "startsBeforeNotice") found.push(problem("meeting_in_past", "date"))
    else if (notice?.code === "shortNotice") {
      const { needed, given, kind, latest, article } = notice
      const detail = { needed, given, kind, latest, article }
      if (notice.strictness === "refused") found.push(problem("notice_short", "date", detail))
      else if (!reasons.notice) found.push(problem("notice_needs_reason", "reason-notice", detail))
    }
  }
  if (!endsAt) found.push(problem("end_missing", "endTime"))
  else if (startsAt && endsAt <= startsAt) found.push(problem("ends_before_start", "endTime"))
  if (!venueId) found.push(problem("venue_missing", "venueId"))
  return found
}

function clashProblems({ rule, clashes, reasons }: Readiness): Problem[] {
  const found: Problem[] = []
  const atVenue = clashes.filter(clash => clash.sameVenue)
  const withPersons = clashes.filter(clash => clash.persons.length > 0)
  if (atVenue.length > 0) {
    if (rule.venueClash === "refused") found.push(problem("venue_taken", "venueId", { clashes: atVenue }))
    else if (!reasons.venue) found.push(problem("venue_needs_reason", "reason-venue", { clashes: atVenue }))
  }
  if (withPersons.length > 0) {
    if (rule.personClash === "refused") found.push(problem("persons_taken", "participants", { clashes: withPersons }))
    else if (!reasons.persons) found.push(problem("persons_need_reason", "reason-persons", { clashes: withPersons }))
  }
  return found
}

// Without an account nobody could open the console or the record.
function officerProblems({ chair, recorder }: Readiness): Problem[] {
  const found: Problem[] = []
  if (!chair) found.push(problem("chair_missing", "chairPersonId"))
  else if (!chair.hasAccount) found.push(problem("chair_without_account", "chairPersonId", { name: chair.name }))
  if (!recorder) found.push(problem("recorder_missing", "recorderPersonId"))
  else if (!recorder.hasAccount)
    found.push(problem("recorder_without_account", "recorderPersonId", { name: recorder.name }))
  return found
}

function agendaProblems({ rule, agenda }: Readiness): Problem[] {
  if (agenda.length === 0) return [problem("agenda_empty", "agenda")]
  const unready = agenda.filter(item => item.topic && !item.topic.isReady).map(item => item.title)
  return [
    ...(unready.length > 0 ? [problem("agenda_topic_not_ready", "agenda", { titles: unready })] : []),
    ...agenda.flatMap(item => {
      const against = procedureProblem(rule, item)
      return against ? [{ code: against.code, field: "agenda", detail: against.detail }] : []
    }),
  ]
}

function participantProblems({ rule, hasBody, entitled, ended, agenda }: Readiness): Problem[] {
  const { entitledFrom, meetingKind } = rule
  if (entitledFrom === "body" && !hasBody) return [problem("body_missing", "bodyId", { kind: meetingKind })]
  if (entitled.length === 0) {
    if (entitledFrom === "body") return [problem("body_empty", "bodyId", { kind: meetingKind })]
    return [problem(entitledFrom === "delegates" ? "participants_missing" : "representatives_missing", "participants")]
  }
  const found = ended.length > 0 ? [problem("participants_ended", "participants", { names: ended })] : []
  const composition = compositionLight(rule, entitled)
  // An assembly that is not made up as the Act demands decides nothing; to inform it or hear it is no decision.
  if (composition && !composition.met && agenda.some(item => item.handling === "deliberate")) {
    const { label, bar, count, whole, article } = composition
    found.push(problem("assembly_not_composed", "participants", { label, bar: barInWords(bar), count, whole, article }))
  }
  return found
}

/** The agenda's minutes against the time between start and end. */
export function agendaTime(facts: Pick<Readiness, "agenda" | "startsAt" | "endsAt">) {
  const planned = facts.agenda.reduce((sum, item) => sum + item.minutes, 0)
  const { startsAt, endsAt } = facts
  const available = startsAt && endsAt && endsAt > startsAt ? (endsAt.getTime() - startsAt.getTime()) / 60_000 : null
  return { planned, available }
}

/** When each item begins and ends, one after the other from the start; null while the start is not set. */
export function agendaSpans(startsAt: Date | null, minutes: readonly number[]): { from: Date; to: Date }[] | null {
  if (!startsAt) return null
  let at = startsAt.getTime()
  return minutes.map(length => {
    const from = new Date(at)
    at += length * 60_000
    return { from, to: new Date(at) }
  })
}

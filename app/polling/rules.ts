import type { BodyKind } from "#db/schema/people-organizations"
import type { PollOption, PollState } from "#db/schema/polling"
import { addDays, type CivilDate, isRealDate } from "~/law/civil-date"
import { lastDayOfPeriod, latestNoticeDate } from "~/law/day-counting"
import { done, type Result, refuse } from "~/law/result"
import type { PollRule } from "~/rulebook/poll-rules"
import { electorProblems, scopeProblems } from "./scope-rules"

/**
 * What may follow what. What was counted is proclaimed, whatever it came to: nobody calls a vote off because he dislikes
 * its result.
 */
const following: Record<PollState, readonly PollState[]> = {
  draft: ["announced", "cancelled"],
  announced: ["open", "cancelled"],
  open: ["closed", "cancelled"],
  closed: ["proclaimed"],
  proclaimed: [],
  cancelled: [],
}

/** Where a poll may come from. */
export const statesBefore = (to: PollState): PollState[] =>
  (Object.keys(following) as PollState[]).filter(from => following[from].includes(to))

export const mayCancel = (state: PollState): boolean => following[state].includes("cancelled")
/** Its topic waits for it and for no other: from the announcement to the end. */
export const holdsTopic = (state: PollState): boolean => state === "announced" || state === "open"

export const pollStateNames: Record<PollState, string> = {
  draft: "草稿",
  announced: "已公告",
  open: "正在收票",
  closed: "已计票",
  proclaimed: "已公布",
  cancelled: "已取消",
}

/** Owners say 同意, not 赞成. */
export const answers = ["for", "against", "abstain", "invalid"] as const
export type Answer = (typeof answers)[number]
export const answerNames: Record<Answer, string> = { for: "同意", against: "反对", abstain: "弃权", invalid: "无效" }

export const deliveryMeans = ["hand", "post", "online", "posted"] as const
export type DeliveryMeans = (typeof deliveryMeans)[number]
export const deliveryMeansNames: Record<DeliveryMeans, string> = {
  hand: "当面送达",
  post: "邮寄送达",
  online: "网上送达",
  posted: "无法送达，张贴公告",
}

/** How much of the 票册 is shown. */
export const rollFilters = ["all", "undelivered", "missing"] as const
export type RollFilter = (typeof rollFilters)[number]

export type Problem = { code: string; detail: Record<string, unknown> }
const problem = (code: string, detail: Record<string, unknown> = {}): Problem => ({ code, detail })

/** Everything the announcement fixes, as the draft has it, and what the register says today. */
export type DraftFacts = {
  rule: PollRule
  today: CivilDate
  question: string
  hasTopic: boolean
  /** The question was put into words from the wording in force today; true where there is no topic. */
  isWordingInForce: boolean
  /** What the matter is, as its procedure was asked for: an answer of the routing tree; empty where nobody asked. */
  matter: string
  scope: { buildingIds: readonly string[]; unitIds: readonly string[] } | null
  options: readonly PollOption[] | null
  /** What whoever is chosen becomes; of a body what kind it is, null where it is not known. */
  office: { kind: "buildingLeader"; buildingId: string } | { kind: "body"; bodyKind: BodyKind | null } | null
  seats: number
  electors: number | null
  opensOn: CivilDate | null
  closesOn: CivilDate | null
  counters: readonly string[]
  scrutineers: readonly string[]
  /** Who carries out what is voted on, and who keeps this poll: neither looks over the counting. */
  handlers: readonly string[]
  rollSize: number
  /** Where the register contradicts itself, each in words. */
  contradictions: readonly string[]
}

/** All that stands between a draft and its announcement; empty when it may go out. */
export function announcementProblems(facts: DraftFacts): Problem[] {
  const { rule, question, contradictions } = facts
  return [
    question.trim() === "" ? problem("poll_question_missing", { field: "question" }) : null,
    rule.form !== "election" && !facts.hasTopic ? problem("poll_topic_missing") : null,
    facts.isWordingInForce ? null : problem("poll_wording_moved", { field: "question" }),
    ...scopeProblems(facts),
    ...candidateProblems(facts),
    contradictions.length > 0 ? problem("register_contradicts", { contradictions: [...contradictions] }) : null,
    facts.electors === null && facts.rollSize === 0 && contradictions.length === 0
      ? problem("poll_roll_empty", { field: "electors" })
      : null,
    ...dateProblems(facts),
    ...counterProblems(facts),
    ...electorProblems(facts),
  ].filter(one => one !== null)
}

function candidateProblems({ rule, options, seats, electors, office }: DraftFacts): (Problem | null)[] {
  if (rule.form !== "election") return []
  const candidates = options?.length ?? 0
  const needed = rule.moreCandidates.demanded ? seats + 1 : seats
  return [
    candidates === 0 ? problem("candidates_missing", { field: "candidates" }) : null,
    candidates > 0 && candidates < needed
      ? problem("candidates_too_few", {
          field: "candidates",
          candidates,
          seats,
          needed,
          article: rule.moreCandidates.article,
        })
      : null,
    office ? null : problem("poll_office_missing", { field: "office" }),
    electors !== null && electors < 1 ? problem("poll_roll_empty", { field: "electors" }) : null,
  ]
}

function dateProblems({ rule, today, opensOn, closesOn }: DraftFacts): (Problem | null)[] {
  if (!opensOn || !closesOn) return [problem("poll_dates_missing", { field: opensOn ? "closesOn" : "opensOn" })]
  if (closesOn < opensOn) return [problem("poll_dates_crossed", { field: "closesOn" })]
  const earliest = earliestOpening(rule, today)
  const { least, most, article } = rule.answerDays
  return [
    opensOn < earliest.day
      ? problem("poll_notice_short", {
          field: "opensOn",
          days: earliest.days,
          earliest: earliest.day,
          article: earliest.article,
        })
      : null,
    least !== null && closesOn < lastDayOfPeriod(opensOn, least)
      ? problem("answer_days_few", {
          field: "closesOn",
          days: least,
          earliest: lastDayOfPeriod(opensOn, least),
          article,
        })
      : null,
    most !== null && closesOn > lastDayOfPeriod(opensOn, most)
      ? problem("answer_days_many", { field: "closesOn", days: most, latest: lastDayOfPeriod(opensOn, most), article })
      : null,
  ]
}

/**
 * The first day on which answers may be taken in when it is announced today: neither the day of the announcement
 * (民法典第201条) nor that first day counts. 选民名单 hangs its own days before.
 */
export function earliestOpening(rule: PollRule, today: CivilDate): { day: CivilDate; days: number; article: string } {
  const byNotice = { day: dayAfterNotice(today, rule.notice), days: rule.notice.days, article: rule.notice.article }
  const rollDays = rule.form === "election" ? rule.rollDays : null
  if (rollDays?.days == null) return byNotice
  const byRoll = {
    day: dayAfterNotice(today, { days: rollDays.days, kind: "calendar" }),
    days: rollDays.days,
    article: rollDays.article,
  }
  return byRoll.day > byNotice.day ? byRoll : byNotice
}

function dayAfterNotice(today: CivilDate, period: Parameters<typeof latestNoticeDate>[1]): CivilDate {
  let day = today
  while (latestNoticeDate(day, period) < today) day = addDays(day, 1)
  return day
}

function counterProblems({ counters, scrutineers, options, handlers }: DraftFacts): (Problem | null)[] {
  const candidates = new Set((options ?? []).map(option => option.label))
  const candidate = [...counters, ...scrutineers].find(name => candidates.has(name))
  const handler = scrutineers.find(name => handlers.includes(name))
  const both = scrutineers.find(name => counters.includes(name))
  return [
    new Set(counters).size < 2 ? problem("counters_missing", { field: "counters" }) : null,
    scrutineers.length === 0 ? problem("scrutineers_missing", { field: "scrutineers" }) : null,
    candidate ? problem("counter_is_candidate", { field: "scrutineers", name: candidate }) : null,
    handler ? problem("scrutineer_is_handler", { field: "scrutineers", name: handler }) : null,
    both ? problem("scrutineer_is_counter", { field: "scrutineers", name: both }) : null,
  ]
}

/** Whether papers are taken in by today. Refusal: poll_opens_later. */
export const checkOpening = (opensOn: CivilDate, today: CivilDate): Result<null> =>
  today < opensOn ? refuse("poll_opens_later", { opensOn }) : done(null)

/**
 * When a paper came back. Refusals: poll_date_wrong, paper_in_future, paper_before_opening. One that came after the last
 * day is late: it is kept and not counted.
 */
export function checkReturn(
  returnedOn: CivilDate,
  { opensOn, closesOn }: { opensOn: CivilDate; closesOn: CivilDate },
  today: CivilDate,
): Result<{ isLate: boolean }> {
  if (!isRealDate(returnedOn)) return refuse("poll_date_wrong", { field: "returnedOn" })
  if (returnedOn > today) return refuse("paper_in_future", { field: "returnedOn" })
  if (returnedOn < opensOn) return refuse("paper_before_opening", { field: "returnedOn", opensOn })
  return done({ isLate: returnedOn > closesOn })
}

/**
 * Whether the counting may be ended: every paper is compared by a second person, and the last day is over, unless all
 * papers are back already. Refusals: papers_unchecked, poll_still_open.
 */
export function checkClosing(
  { delivered, returned, unchecked }: { delivered: number; returned: number; unchecked: number },
  { voters, closesOn }: { voters: number; closesOn: CivilDate },
  today: CivilDate,
): Result<null> {
  if (unchecked > 0) return refuse("papers_unchecked", { unchecked })
  if (today <= closesOn && returned < voters)
    return refuse("poll_still_open", { closesOn, missing: voters - returned, undelivered: voters - delivered })
  return done(null)
}

import type { RoundResult } from "#db/schema/chamber-rounds"
import type { MinutesWording, ResolutionWording } from "#db/schema/records"
import { noneName } from "~/chamber/rounds/ballot-marks"
import { countSilent, type ToldPapers, toldPapers } from "~/chamber/rounds/round-results"
import { inChinese } from "~/law/chinese-numbers"
import { attendanceInWords } from "./brief-minutes-facts"
import { draftMinutesWording, draftResolutionWording } from "./drafting"
import type { KnownDecision, KnownVote } from "./figure-decisions"
import type { FigureKind } from "./figure-reading"
import { contradictionIn, figureNames, type KnownFigures } from "./figure-rules"
import type { RecordedShare } from "./figure-shares"
import {
  entitledOf,
  hasCome,
  meetingQuorum,
  type RecordedMeeting,
  type RecordedMotion,
  type RecordedRound,
  standingRound,
} from "./recorded-meeting"
import { minutesField, type Problem, resolutionField } from "./rules"
import { shortTitle, voteFigures } from "./vote-facts"

type Told = RecordedRound & { result: RoundResult }

/** The rounds of an item whose results were told, those set aside too: any of them may be spoken of. */
function toldRounds(recorded: RecordedMeeting, agendaItemId: string | null): Told[] {
  return recorded.motions
    .filter(motion => agendaItemId === null || motion.agendaItemId === agendaItemId)
    .flatMap(motion => motion.rounds)
    .flatMap(round => (round.state === "proclaimed" && round.result ? [{ ...round, result: round.result }] : []))
}

/** What was recorded of one item, or with null of the whole meeting. */
export function knownFigures(recorded: RecordedMeeting, agendaItemId: string | null): KnownFigures {
  const { rule } = recorded
  const rounds = toldRounds(recorded, agendaItemId)
  const results = rounds.map(round => round.result)
  const papers = rounds.flatMap(round => toldPapers(round, round.result, rule) ?? [])
  const speeches = recorded.speeches.filter(one => agendaItemId === null || one.agendaItemId === agendaItemId)
  const motions = recorded.motions.filter(one => agendaItemId === null || one.agendaItemId === agendaItemId)
  const heads = (stances: readonly string[]) =>
    new Set(speeches.filter(one => stances.includes(one.stance)).map(one => one.name)).size
  return {
    hasVotes: results.length > 0,
    counts: { ...attendanceCounts(recorded, results), ...voteCounts(results, papers) },
    opinions: {
      for: [heads(["support", "conditional"]), heads(["support"])],
      against: [heads(["oppose"]), motions.reduce((sum, motion) => sum + motion.dissents.length, 0)],
    },
    shares: [...sharesOf(recorded, results)],
    bars: {
      present: rule.quorum ? [rule.quorum.bar] : [],
      for: [
        ...(rule.agreement ? [rule.agreement.bar] : []),
        ...results.flatMap(one => one.lights.slice(-(one.options?.length ?? 1)).map(light => light.bar)),
      ],
    },
    options: results.flatMap(result =>
      result.options
        ? [
            ...result.options.map(({ label, votes }) => ({ label, votes })),
            { label: noneName, votes: result.none ?? 0 },
          ]
        : [],
    ),
    areas: results.flatMap(one =>
      one.lights.filter(light => light.unit === "area").flatMap(light => [light.count, light.whole]),
    ),
    decisions: motions.map(motion => decisionOf(recorded, motion)),
    sources: sourcesOf(recorded, agendaItemId),
  }
}

/** How a motion was voted on, and what it is called: by its wording, its proposal, its item. */
function decisionOf(recorded: RecordedMeeting, motion: RecordedMotion): KnownDecision {
  const standing = standingRound(motion)
  const item = recorded.agenda.find(one => one.id === motion.agendaItemId)
  return {
    name: motion.content,
    about: `${motion.proposal?.content ?? ""}\n${item?.title ?? ""}`,
    votes: motion.rounds.flatMap(round =>
      round.state === "proclaimed" && round.result
        ? [{ ordinal: round.ordinal, stands: round === standing, others: othersIn(round.result) }]
        : [],
    ),
  }
}

/** Who was not of one mind with those who carried it. */
const othersIn = ({ counts, options = [], none = 0 }: RoundResult): KnownVote["others"] => [
  options.length > 0
    ? { kind: "against", name: noneName, count: none }
    : { kind: "against", name: figureNames.against, count: counts.against },
  { kind: "abstain", name: figureNames.abstain, count: counts.abstain },
  ...options
    .filter(option => !option.chosen)
    .map(({ label, votes }) => ({ kind: "option" as const, name: `“${label}”`, count: votes })),
]

type Counts = Partial<Record<FigureKind, number[]>>

/** What may not be told of few papers apart nobody may word, nor be told by a refusal. */
function voteCounts(results: readonly RoundResult[], papers: readonly ToldPapers[]): Counts {
  const all = (read: (result: RoundResult) => number | number[] | undefined) =>
    results.flatMap(result => read(result) ?? [])
  const ofPapers = (read: (told: ToldPapers) => number | null) => papers.flatMap(told => read(told) ?? [])
  return {
    for: all(({ counts, options }) => (options ? options.map(option => option.votes) : counts.for)),
    against: all(({ counts, options, none = 0 }) => (options ? none : counts.against)),
    abstain: all(({ counts }) => counts.abstain),
    invalid: [...all(({ counts }) => counts.invalid), ...ofPapers(told => told.invalid)],
    silent: all(countSilent),
    recused: all(({ recused = [] }) => recused.length),
    cast: all(({ cast, paper }) => [cast, ...(paper ? [paper.returned] : [])]),
    issued: all(({ cast, present, paper }) => [...(paper ? [paper.issued] : []), present, cast]),
    valid: [...ofPapers(told => told.valid), ...all(({ cast, counts }) => cast - counts.invalid)],
  }
}

function attendanceCounts(recorded: RecordedMeeting, results: readonly RoundResult[]): Counts {
  const { present, entitled } = meetingQuorum(recorded)
  const people = entitledOf(recorded)
  const observers = recorded.participants.filter(one => one.standing === "observer")
  const came = observers.filter(hasCome).length
  const excused = people.filter(one => !hasCome(one) && one.presence === "excused").length
  const absent = people.length - people.filter(hasCome).length - excused
  const here = [present, ...results.map(result => result.present)]
  return {
    present: here,
    // 出席 may take in those who only attend.
    attending: [...here, ...here.map(number => number + came)],
    entitled: [entitled, ...results.map(result => result.entitled)],
    excused: [excused],
    absent: [absent, absent + excused],
    observers: [came, observers.length],
  }
}

function* sharesOf(recorded: RecordedMeeting, results: readonly RoundResult[]): Generator<RecordedShare> {
  const whole = meetingQuorum(recorded)
  yield { subject: "present", numerator: whole.present, denominator: whole.entitled }
  for (const { present, entitled, cast, counts, options } of results) {
    yield { subject: "present", numerator: present, denominator: entitled }
    const ofSides = recorded.rule.agreement?.base === "forAndAgainst" ? [counts.for + counts.against] : []
    const bases = [present, entitled, cast, cast - counts.invalid, ...ofSides]
    const sides = [...(options ? options.map(option => option.votes) : [counts.for])]
    for (const denominator of bases) {
      for (const numerator of sides) yield { subject: "for", numerator, denominator }
      yield { subject: "against", numerator: counts.against, denominator }
    }
  }
}

/** What others said, word for word, and what the record itself made of it. */
function sourcesOf(recorded: RecordedMeeting, agendaItemId: string | null): string[] {
  const ofItem = <T extends { agendaItemId: string }>(all: readonly T[]) =>
    all.filter(one => agendaItemId === null || one.agendaItemId === agendaItemId)
  const draft = draftMinutesWording(recorded)
  return [
    draft.opening,
    ...ofItem(draft.items).flatMap(item => [item.gist, item.dissent, ...item.decisions.map(one => one.content)]),
    ...ofItem(recorded.speeches).map(one => one.gist),
    ...ofItem(recorded.motions).flatMap(motion => [
      motion.content,
      ...(motion.conditions ?? []),
      motion.proposal?.content ?? "",
      ...motion.dissents.flatMap(one => [one.opinion, one.explanation]),
      ...motion.recommendations.map(one => one.reason),
      ...resolutionSources(recorded, motion),
    ]),
    ...recorded.confirmedMinutes.map(one => one.remark),
  ].filter(text => text.trim() !== "")
}

function resolutionSources(recorded: RecordedMeeting, motion: RecordedMeeting["motions"][number]): string[] {
  const { preamble, items } = draftResolutionWording(recorded, motion)
  return [preamble, ...items.map(item => item.content)]
}

/** 本项记录：应到12，实到10，赞成7 … One line a round; what a paragraph beside it rests on. */
export function recordedLines(recorded: RecordedMeeting, agendaItemId: string): string[] {
  const motions = recorded.motions.filter(motion => motion.agendaItemId === agendaItemId)
  const rounds = toldRounds(recorded, agendaItemId)
  if (rounds.length === 0) return [...meetingLines(recorded), "本项没有表决。"]
  return rounds.map(round => {
    const motion = motions.find(one => one.id === round.motionId)!
    const which = [
      motions.length > 1 ? `“${shortTitle(motion.content) ?? `第${motion.ordinal}件`}”` : "",
      round.ordinal > 1 ? `第${inChinese(round.ordinal)}轮` : "",
    ].join("")
    const figures = voteFigures(round.result).map(({ label, count }) => `${label}${count}`)
    const options = (round.result.options ?? []).map(({ label, votes }) => `“${label}”${votes}`)
    return `${which}${which ? "：" : ""}${[...figures, ...options].join("，")}`
  })
}

/** Of the whole meeting: who was called and who came. */
export const meetingLines = (recorded: RecordedMeeting): string[] => [attendanceInWords(recorded)]

const problemIn = (text: string, known: KnownFigures, field: string): Problem[] => {
  const found = contradictionIn(text, known)
  return found ? [{ code: "figure_not_as_recorded", detail: { ...found, field } }] : []
}

/** Figures of the minutes' wording that contradict what was recorded, in the order of the page, the first of each field. */
export function minutesFigureProblems(recorded: RecordedMeeting, wording: MinutesWording): Problem[] {
  const whole = knownFigures(recorded, null)
  return [
    ...problemIn(wording.opening, whole, "opening"),
    ...wording.items.flatMap((item, at) => {
      const known = knownFigures(recorded, item.agendaItemId)
      return [
        ...problemIn(item.gist, known, minutesField.gist(at)),
        ...item.decisions.flatMap((one, row) =>
          problemIn(one.content, known, minutesField.decision("content", at, row)),
        ),
        ...problemIn(item.dissent, known, minutesField.dissent(at)),
      ]
    }),
    ...problemIn(wording.closing, whole, "closing"),
  ]
}

/** The same of a resolution, whose figures are those of its item. */
export function resolutionFigureProblems(
  recorded: RecordedMeeting,
  agendaItemId: string,
  wording: ResolutionWording,
): Problem[] {
  const known = knownFigures(recorded, agendaItemId)
  return [
    ...problemIn(wording.title, known, "title"),
    ...problemIn(wording.preamble, known, "preamble"),
    ...wording.items.flatMap((item, row) => problemIn(item.content, known, resolutionField("content", row))),
    ...problemIn(wording.money ?? "", known, "money"),
  ]
}

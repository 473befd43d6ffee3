import type { RecordFacts, RecordSpeech } from "#templates/record"
import type { MeetingRecord } from "~/chamber/meeting-record"
import type { ProposalFacts } from "~/chamber/motions/agenda-view"
import { escalationName } from "~/chamber/motions/motion-terms"
import { lapseWords, sideWords } from "~/chamber/speaking/rules"
import type { RecordedTurn } from "~/chamber/speaking/speaking-record"
import { capacityTitle } from "~/convening/people-order"
import { inChinese } from "~/law/chinese-numbers"
import { formatDate, formatTime } from "~/law/civil-date"
import { attendanceLists, reasonedWords } from "./attendance-facts"
import { bareSentence, confirmedInWords, endSentence } from "./drafting"
import { meetingInWords, meetingTimeInWords, venueInWords } from "./meeting-words"
import { paragraphs } from "./minutes-facts"
import { recessFacts } from "./recesses"
import { recordMotion } from "./record-motions"
import type { FullRecord } from "./record-reading"
import { meetingQuorum, type RecordedMeeting, standingOf, standingRound } from "./recorded-meeting"

/** 会议记录: everything the room recorded, in its order. Of a secret round nobody's choice is known, nor printed. */
export function recordFacts(full: FullRecord): RecordFacts {
  const { recorded, chamber } = full
  const { entitled, present } = meetingQuorum(recorded)
  return {
    community: recorded.communityName,
    issuer: `${recorded.communityName}居民委员会`,
    title: `${meetingInWords(recorded)}会议记录`,
    time: meetingTimeInWords(recorded),
    venue: venueInWords(recorded),
    chair: recorded.chairName,
    recorder: recorded.recorderName,
    entitled,
    presentCount: present,
    ...attendanceLists(recorded, reasonedWords),
    ...recessFacts(recorded),
    movements: movementsOf(chamber),
    opening: recorded.confirmedMinutes.map(confirmedInWords),
    agenda: recorded.agenda.map(item => {
      const seen = chamber.items.find(one => one.agendaItemId === item.id)
      return {
        heading: item.title,
        proposals: seen?.proposal ? proposalInWords(seen.proposal) : [],
        speeches: speechesOf(chamber, item.id),
        motions: recorded.motions
          .filter(motion => motion.agendaItemId === item.id)
          .map(motion => recordMotion(full, motion, item.title)),
      }
    }),
    unsettled: unsettledOf(recorded),
    adjourned: recorded.meeting.closedAt ? `${formatTime(recorded.meeting.closedAt)}散会。` : "",
    chairApproval: "",
    recorderApproval: "",
  }
}

/** 会议通知所附方案（第一个方案第2稿）：… A list of works keeps its lines. */
function proposalInWords({ ordinal, version, content, handler, dueOn }: ProposalFacts): string[] {
  const which = `第${inChinese(ordinal)}个方案第${version}稿`
  const who = [handler && `承办：${handler}`, dueOn && `完成时限：${formatDate(dueOn)}前`].filter(Boolean).join("；")
  const lines = paragraphs(content).map(endSentence)
  const lead = `会议通知所附方案（${which}）：`
  if (lines.length === 1) return [`${lead}${lines[0]}${who ? `${who}。` : ""}`]
  return [lead, ...lines, ...(who ? [`${who}。`] : [])]
}

type Spoken = RecordSpeech & { at: Date }

/** Every speech of an item in the order of speaking. A turn at the clock of which nobody took down the gist is not hidden. */
function speechesOf(chamber: MeetingRecord, agendaItemId: string): RecordSpeech[] {
  const turns = new Map(chamber.speaking.turns.map(turn => [turn.requestId, turn]))
  const item = chamber.items.find(one => one.agendaItemId === agendaItemId)
  const taken = (item?.speeches ?? []).map((speech): Spoken => {
    const turn = turns.get(speech.requestId ?? "")
    return {
      at: turn?.beganAt ?? speech.at,
      speaker: speech.name,
      delegation: delegationOf(speech),
      stance: turn?.stanceName ?? sideWords("speech", speech.stance),
      clock: turn ? clockOfTurn(turn) : formatTime(speech.at),
      gist: paragraphs(speech.gist).map(endSentence).join(""),
    }
  })
  const written = new Set((item?.speeches ?? []).map(speech => speech.requestId))
  const unwritten = chamber.speaking.turns
    .filter(turn => turn.agendaItemId === agendaItemId && !written.has(turn.requestId))
    .map((turn): Spoken => {
      const person = chamber.people.find(one => one.participantId === turn.participantId)
      return {
        at: turn.beganAt,
        speaker: turn.name,
        delegation: person ? delegationOf(person) : turn.capacityName,
        stance: turn.stanceName,
        clock: clockOfTurn(turn),
        gist: "（未记要点）",
      }
    })
  return [...taken, ...unwritten].sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ at: _, ...speech }) => speech)
}

const clockOfTurn = ({ beganAt, seconds }: RecordedTurn): string => `${formatTime(beganAt)}，用时${lapseWords(seconds)}`

const delegationOf = ({ standing, capacity }: { standing: string; capacity: Parameters<typeof capacityTitle>[0] }) =>
  standing === "observer" ? `${capacityTitle(capacity)}，列席` : capacityTitle(capacity)

const moves = { left: "离会", returned: "返回", arrived: "到会" } as const

/** Between beginning and end: who came before the beginning or left after the end is on the list alone. */
function movementsOf({ meeting, events, people }: MeetingRecord): string[] {
  const { startedAt, closedAt } = meeting
  if (!startedAt) return []
  const names = new Map(people.map(one => [one.participantId, one.name]))
  return events.flatMap(({ kind, at, participantId }) => {
    if (kind === "excused" || at <= startedAt || (closedAt && at >= closedAt)) return []
    return [`${formatTime(at)}，${names.get(participantId) ?? ""}${moves[kind]}。`]
  })
}

/** 遗留问题: what the meeting leaves for later, item by item. */
function unsettledOf(recorded: RecordedMeeting): string[] {
  return recorded.agenda.flatMap(item => {
    const motions = recorded.motions.filter(motion => motion.agendaItemId === item.id && motion.kind !== "amendment")
    const open = motions.flatMap(motion => {
      const matter = `“${bareSentence(motion.content)}”`
      const standing = standingOf(standingRound(motion))
      if (motion.standing === "withdrawn") return []
      if (standing === "undecided") return [`${matter}未形成决定。`]
      if (standing === "notVoted") return [`${matter}没有作出表决。`]
      if (standing !== "passed") return []
      if (motion.effect === "needsFieldwork")
        return [`${matter}先作调研${motion.returnOn ? `，${formatDate(motion.returnOn)}前再提交协商` : ""}。`]
      return motion.effect === "escalated" ? [`${matter}提交${escalationName(motion.escalateTo)}决定。`] : []
    })
    const unexplained = recorded.motions
      .filter(motion => motion.agendaItemId === item.id)
      .flatMap(motion => motion.dissents)
      .filter(one => one.explanation === "")
      .map(one => `${one.heldBy ? `${one.heldBy}的` : ""}不同意见“${bareSentence(one.opinion)}”还没有答复。`)
    const untouched = item.handling === "deliberate" && motions.length === 0 ? [`“${item.title}”没有作出决定。`] : []
    return [...open, ...untouched, ...unexplained]
  })
}

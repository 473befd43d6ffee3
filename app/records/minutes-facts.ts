import type { MinutesWording } from "#db/schema/records"
import type { MinutesAgendaItem, MinutesFacts } from "#templates/minutes"
import { type CivilDate, formatDate, isRealDate } from "~/law/civil-date"
import { barInWords } from "~/law/threshold"
import { attendanceLists } from "./attendance-facts"
import { meetingInWords, meetingNumberInWords, meetingTimeInWords, venueInWords } from "./meeting-words"
import { recessFacts } from "./recesses"
import { meetingQuorum, type RecordedMeeting } from "./recorded-meeting"
import { printedVotes } from "./vote-facts"

/** Number and day of an approved paper; a draft has neither and says so in its title. */
export type PaperApproval = { number: string; approvedOn: CivilDate }

export const draftMark = "（征求意见稿）"

/** 会议纪要: what was recorded, worded. Every number and name comes from the record, none from the wording. */
export function minutesFacts(
  recorded: RecordedMeeting,
  wording: MinutesWording,
  approval: PaperApproval | null,
): MinutesFacts {
  const { communityName, rule } = recorded
  const { entitled, present, light } = meetingQuorum(recorded)
  return {
    community: communityName,
    name: `${communityName}${rule.meetingKind}纪要`,
    number: approval?.number ?? "",
    issuer: `${communityName}居民委员会`,
    issuedOn: approval ? formatDate(approval.approvedOn) : "",
    brief: false,
    title: `${meetingInWords(recorded)}\n会议纪要${approval ? "" : draftMark}`,
    meetingNumber: meetingNumberInWords(recorded),
    time: meetingTimeInWords(recorded),
    ...recessFacts(recorded),
    venue: venueInWords(recorded),
    chair: recorded.chairName,
    recorder: recorded.recorderName,
    ...attendanceLists(recorded),
    opening: wording.opening,
    quorum: {
      entitled,
      present,
      bar: light ? `应到人数${barInWords(light.bar)}` : "",
      basis: light?.article ?? "",
      met: light?.met ?? true,
    },
    agenda: wording.items.flatMap(item => agendaItemFacts(recorded, item)),
    closing: paragraphs(wording.closing),
    chairApproval: approval ? `已于${formatDate(approval.approvedOn)}核准` : "",
    recorderApproval: "",
    imprint: null,
  }
}

function agendaItemFacts(recorded: RecordedMeeting, item: MinutesWording["items"][number]): MinutesAgendaItem[] {
  const agendaItem = recorded.agenda.find(one => one.id === item.agendaItemId)
  if (!agendaItem) return []
  return [
    {
      heading: agendaItem.title,
      discussion: paragraphs(item.gist),
      motions: recorded.motions
        .filter(motion => motion.agendaItemId === item.agendaItemId)
        .flatMap(motion => printedVotes(motion, recorded.rule, agendaItem.title))
        .map(vote => ({ ...vote, namedVotes: [] })),
      decisions: item.decisions.map(decision => ({
        content: decision.content,
        responsible: decision.handler,
        due: dueInWords(decision.dueOn),
      })),
      dissent: paragraphs(item.dissent),
    },
  ]
}

/** 2026年3月31日前: a time limit includes its day. */
export const dueInWords = (dueOn: string): string => (isRealDate(dueOn) ? `${formatDate(dueOn)}前` : dueOn)

export const paragraphs = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)

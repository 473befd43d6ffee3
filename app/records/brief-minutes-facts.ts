import type { MinutesWording } from "#db/schema/records"
import type { BriefItem, BriefMinutesFacts } from "#templates/brief-minutes"
import { optionsOutcomeSentence } from "~/chamber/rounds/option-words"
import { barInWords } from "~/law/threshold"
import { attendanceLists } from "./attendance-facts"
import { meetingInWords } from "./meeting-words"
import { draftMark, minutesFacts, type PaperApproval } from "./minutes-facts"
import {
  entitledOf,
  meetingQuorum,
  type RecordedMeeting,
  type RecordedMotion,
  standingOf,
  standingRound,
} from "./recorded-meeting"
import { methodName, shortTitle, voteFigures } from "./vote-facts"

/** 会议纪要（简式）: the same wording, number and approval as the standard form; of the discussion only what was decided, and dissent. */
export function briefMinutesFacts(
  recorded: RecordedMeeting,
  wording: MinutesWording,
  approval: PaperApproval | null,
): BriefMinutesFacts {
  const whole = minutesFacts(recorded, wording, approval)
  return {
    community: whole.community,
    name: whole.name,
    number: whole.number,
    issuer: whole.issuer,
    issuedOn: whole.issuedOn,
    meeting: `${meetingInWords(recorded)}${approval ? "" : draftMark}`,
    time: whole.time,
    venue: whole.venue,
    chair: whole.chair,
    recorder: whole.recorder,
    attendance: attendanceInWords(recorded),
    items: recorded.agenda.flatMap((item, at): BriefItem[] => {
      const printed = whole.agenda[at]
      if (!printed) return []
      const motions = recorded.motions.filter(motion => motion.agendaItemId === item.id)
      return [
        {
          heading: printed.heading,
          results: motions.flatMap(motion => resultOf(motion, motions.length === 1)),
          decisions: printed.decisions,
          dissent: printed.dissent,
        },
      ]
    }),
    closing: whole.closing,
    chairApproval: whole.chairApproval,
    recorderApproval: whole.recorderApproval,
    names: namesIn(recorded, wording),
  }
}

/** 应到12人，实到10人，请假1人，缺席1人，列席2人；达到应到人数三分之二以上。 */
export function attendanceInWords(recorded: RecordedMeeting): string {
  const { present, light } = meetingQuorum(recorded)
  const lists = attendanceLists(recorded)
  const count = (groups: typeof lists.present) => groups.reduce((sum, group) => sum + group.people.length, 0)
  const others = [
    ["请假", count(lists.excused)],
    ["缺席", count(lists.absent)],
    ["列席", count(lists.observers)],
  ] as const
  const heads = [`应到${entitledOf(recorded).length}人`, `实到${present}人`].concat(
    others.filter(([, number]) => number > 0).map(([label, number]) => `${label}${number}人`),
  )
  const bar = light ? `；${light.met ? "达到" : "未达到"}应到人数${barInWords(light.bar)}` : ""
  return `${heads.join("，")}${bar}。`
}

const outcomes = { passed: "通过", notPassed: "未通过", undecided: "未形成决定", notVoted: "" } as const

/** 无记名投票表决：赞成7，反对2，弃权1，通过。 An amendment is told by what became of the motion it changed. */
function resultOf(motion: RecordedMotion, isOnly: boolean): string[] {
  if (motion.kind === "amendment") return []
  const about = isOnly ? "" : `“${shortTitle(motion.content) ?? `第${motion.ordinal}件`}”`
  if (motion.standing === "withdrawn") return [`${about || "表决事项"}由提出人撤回。`]
  const round = standingRound(motion)
  if (!round?.result) return [`${about || "本项"}没有表决。`]
  const figures = voteFigures(round.result)
    .filter(({ label }) => label !== "应到" && label !== "实到")
    .map(({ label, count }) => `${label}${count}`)
    .join("，")
  const outcome = round.result.options ? optionsOutcomeSentence(round.result) : outcomes[standingOf(round)]
  return [`${about}${methodName(round)}：${figures}，${outcome}。`]
}

function namesIn({ participants }: RecordedMeeting, { items, closing }: MinutesWording): string[] {
  const text = [
    closing,
    ...items.flatMap(item => [item.dissent, ...item.decisions.flatMap(one => [one.content, one.handler])]),
  ].join("\n")
  return participants.map(one => one.name).filter(name => text.includes(name))
}

import type { PaperState } from "#db/schema/chamber-paper"
import type { PaperRegisterFacts } from "#templates/paper-register"
import type { GivenSerial } from "~/chamber/paper/issue-times"
import { civilDateOf, formatDate, formatTime } from "~/law/civil-date"
import { meetingInWords } from "./meeting-words"
import type { RecordedMeeting, RecordedMotion, RecordedRound } from "./recorded-meeting"
import { matterInWords } from "./round-words"
import { methodName } from "./vote-facts"

type Handed = {
  serial: number
  participantId: string
  handedToId: string | null
  issuedBy: string
  state: PaperState
}

const returnWords: Record<PaperState, string> = {
  issued: "",
  returned: "已收回",
  spoiled: "作废",
  missing: "未收回",
}

/** 表决票发放回收登记表: paper by paper, to whom it went and when. When it came back is kept of no paper. */
export function paperRegisterFacts(
  recorded: RecordedMeeting,
  motion: RecordedMotion,
  round: RecordedRound,
  papers: readonly Handed[],
  given: ReadonlyMap<number, GivenSerial>,
): PaperRegisterFacts {
  const nameOf = (id: string) => recorded.participants.find(one => one.id === id)?.name ?? ""
  return {
    community: recorded.communityName,
    issuer: `${recorded.communityName}居民委员会`,
    meeting: meetingInWords(recorded),
    matter: matterInWords(recorded, motion, round),
    method: methodName(round),
    content: motion.content,
    voterHead: "姓名",
    rows: papers.map(paper => ({
      serial: paper.serial,
      voter: nameOf(paper.participantId),
      ...deliveryOf(paper, given.get(paper.serial), round),
      receiver: nameOf(paper.handedToId ?? paper.participantId),
      issuedBy: paper.issuedBy,
      returned: given.get(paper.serial)?.isBroughtIn ? "已收回，重复不计" : returnWords[paper.state],
    })),
    balance: balanceOf(papers),
    note: [
      round.secret ? "无记名表决：票号只在存根上，放进票箱的票没有编号和姓名；交票先后不作登记。" : "",
      given.size > 0 ? "发出时间是登记发票的时间。" : "发出时间由发票人填写。",
    ].join(""),
  }
}

/** What was brought in without having been handed out has no time: it would be one of handing in. */
function deliveryOf({ handedToId }: Handed, given: GivenSerial | undefined, { openedAt }: RecordedRound) {
  if (given?.isBroughtIn) return { delivery: "另行交来", time: "" }
  const delivery = handedToId ? "受托人代领" : "当面发给"
  if (!given) return { delivery, time: "" }
  const isAnotherDay = civilDateOf(given.at) !== civilDateOf(openedAt)
  return { delivery, time: `${isAnotherDay ? formatDate(civilDateOf(given.at)) : ""}${formatTime(given.at)}` }
}

/** Said when no paper is out any more, so that the row adds up. */
function balanceOf(papers: readonly Handed[]): string {
  const count = (state: PaperState) => papers.filter(paper => paper.state === state).length
  if (count("issued") > 0) return ""
  return `发出${papers.length}张＝收回${count("returned")}张＋作废${count("spoiled")}张＋未收回${count("missing")}张。`
}

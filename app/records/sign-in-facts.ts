import type { Handwriting } from "#templates/page-form"
import type { SignInRow, SignInSheetFacts } from "#templates/sign-in-sheet"
import type { Signature } from "~/chamber/attendance/signature-chain"
import { thinned } from "~/chamber/attendance/signature-rules"
import { spanText } from "~/convening/meeting-reading"
import { capacityTitle, inOrder, organizationInList } from "~/convening/people-order"
import { formatTime } from "~/law/civil-date"
import { findRooms } from "~/law/masking-words"
import { meetingInWords, venueInWords } from "./meeting-words"
import { entitledOf, hasCome, type RecordedMeeting, type RecordedParticipant } from "./recorded-meeting"
import { isOver } from "./rules"

type Beside = {
  signatures: readonly Pick<Signature, "participantId" | "strokes" | "width" | "height">[]
  /** Whoever is stood for, and by whom; the ended ones left out. */
  proxies: readonly { principalId: string; holderId: string }[]
  /** Where people live, by person. */
  addresses: ReadonlyMap<string, string>
}

/** 签到表 as it is now: everyone invited, with what came in on tablets and at the desk; the rest is room for ink. */
export function signInFacts(recorded: RecordedMeeting, beside: Beside): SignInSheetFacts {
  const people = inOrder(recorded.participants)
  const over = isOver(recorded.meeting.state)
  const rowOf = (one: RecordedParticipant) => signInRow(one, recorded, beside, over)
  return {
    community: recorded.communityName,
    issuer: `${recorded.communityName}居民委员会`,
    meeting: meetingInWords(recorded),
    time: spanText(recorded.meeting),
    venue: venueInWords(recorded),
    chair: recorded.chairName,
    recorder: recorded.recorderName,
    counts: countsOf(recorded, over),
    rows: people.filter(one => one.standing === "entitled").map(rowOf),
    observers: people.filter(one => one.standing === "observer").map(rowOf),
  }
}

/** Who came is known when the meeting is over; before, the counts are written by hand. */
function countsOf(recorded: RecordedMeeting, over: boolean): SignInSheetFacts["counts"] {
  const entitled = entitledOf(recorded)
  const away = entitled.filter(one => !hasCome(one))
  const excused = away.filter(one => one.presence === "excused").length
  const observers = recorded.participants.filter(one => one.standing === "observer" && hasCome(one)).length
  const known = (count: number) => (over ? count : null)
  return [
    { label: "应到", count: entitled.length },
    { label: "实到", count: known(entitled.length - away.length) },
    { label: "请假", count: known(excused) },
    { label: "缺席", count: known(away.length - excused) },
    { label: "列席", count: known(observers) },
  ]
}

function signInRow(
  one: RecordedParticipant,
  { participants }: RecordedMeeting,
  { signatures, proxies, addresses }: Beside,
  over: boolean,
): SignInRow {
  const nameOf = (id: string) => participants.find(person => person.id === id)?.name ?? ""
  const signature = signatures.findLast(row => row.participantId === one.id)
  return {
    name: one.name,
    capacity: capacityTitle(one.capacity),
    unit: organizationInList(one) || buildingOf(addresses.get(one.personId) ?? ""),
    signature: signature ? handwritingOf(signature) : null,
    instead: insteadOf(one, over),
    arrived: one.firstArrivedAt ? formatTime(one.firstArrivedAt) : "",
    left: one.presence === "left" && one.leftAt ? formatTime(one.leftAt) : "",
    standsFor: proxies
      .filter(proxy => proxy.holderId === one.id && one.firstArrivedAt)
      .map(proxy => nameOf(proxy.principalId))
      .join("、"),
  }
}

function insteadOf(one: RecordedParticipant, over: boolean): string {
  if (one.firstArrivedAt) return ""
  if (one.stoodForBy) return `由${one.stoodForBy}代`
  if (one.presence === "excused") return "请假"
  return over && one.standing === "entitled" ? "缺席" : ""
}

/** A sheet passed from hand to hand says the building, never the door. */
function buildingOf(address: string): string {
  const [room] = findRooms(address)
  return room ? room.building : (/\d+(?:号楼|栋|幢)/.exec(address)?.[0] ?? "")
}

/** For a cell of some centimetres: points nearer to the last than eight pixels are left out. */
const handwritingOf = ({ strokes, width, height }: Beside["signatures"][number]): Handwriting => ({
  strokes: strokes.map(stroke => [...thinned(stroke)]),
  width,
  height,
})

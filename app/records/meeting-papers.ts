import { findMeetingFor } from "~/chamber/meeting-access"
import { listHandedPapers } from "~/chamber/paper/store"
import { isAwaitingPeople } from "~/convening/rules"
import type { Meeting } from "~/convening/store"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { listWithdrawals } from "~/registry/withdrawal-store"
import type { Ctx } from "~/web/context"
import { mayReadKind } from "./document-reading"
import { listEditionsOfMeeting } from "./edition-store"
import { type PaperKey, type PaperRef, paperNames, refText } from "./meeting-paper-kinds"
import { type Filed, listFiledMarks, listFiledOf } from "./meeting-paper-store"
import { mayWork, readRecorded } from "./papers"
import { findPassedRound, isSetAside, type RecordedMeeting, type RecordedRound } from "./recorded-meeting"
import { matterInWords } from "./round-words"
import { isOver } from "./rules"
import { findMinutes, listResolutions } from "./store"

/** A paper as it was filed last. */
export type FiledPaper = {
  id: string
  version: number
  number: string
  /** 2026年3月5日 */
  day: string
  /** 核验码: the digest's first digits, as the sheet says them. */
  mark: string
  isWithdrawn: boolean
}

/** One paper of a meeting: whether it may be printed now, and what of it is filed. */
export type PaperLine = {
  ref: PaperRef
  /** How forms and addresses name it. */
  id: string
  title: string
  /** What it is about beside the meeting: 第1项　…，第1轮; empty of a paper of the whole meeting. */
  about: string
  /** Why it may not be printed yet; null when it may. */
  waitsFor: Refusal | null
  /** Whether the asker may print it, once it may be printed. */
  mayPrint: boolean
  /** Whether there is something to look at: a draft is shown before it may be filed. */
  mayPreview: boolean
  filed: FiledPaper | null
  /** Earlier versions, all superseded. */
  earlier: number
}

export type MeetingPaperList = {
  meetingId: string
  title: string
  lines: PaperLine[]
  /** Slips carry the codes of the meeting and are never filed. */
  slips: boolean
  /** 交办单 are printed where their tasks are. */
  tasks: boolean
}

/** A paper there could be of this meeting. `subjectId` is null while there is nothing it could be filed under. */
type Possible = { ref: PaperRef; about: string; subjectId: string | null; waitsFor: Refusal | null; hasDraft?: boolean }

/**
 * All papers of a meeting in the order in which an office files them. Whoever reads records sees the filed ones they may
 * open; whoever may print sees the rest too. Refusals: not_found, forbidden.
 */
export async function readMeetingPapers(ctx: Ctx, meetingId: string): Promise<Result<MeetingPaperList>> {
  const list = await listMeetingPapers(ctx, meetingId)
  return list.ok ? done({ ...list.value, lines: list.value.lines.filter(line => line.mayPrint || line.filed) }) : list
}

/** Every paper there could be, whoever asks: for saying why one is refused. Refusals: not_found, forbidden. */
export async function listMeetingPapers(ctx: Ctx, meetingId: string): Promise<Result<MeetingPaperList>> {
  const allowed = await findMeetingFor(ctx, meetingId, "record:read")
  if (!allowed.ok) return allowed
  const meeting = allowed.value
  const recorded = await readRecorded(ctx, meetingId)
  if (!recorded.ok) return recorded
  const possible = await listPossible(ctx, recorded.value)
  const filed = await readFiled(ctx, possible)
  return done({
    meetingId,
    title: meeting.title,
    lines: possible.map(one => lineOf(ctx, meeting, one, filed)),
    slips: isAwaitingPeople(meeting.state) && may(ctx.actor, "meeting:codes", meeting),
    tasks: isOver(meeting.state) && may(ctx.actor, "task:read"),
  })
}

async function listPossible(ctx: Ctx, recorded: RecordedMeeting): Promise<Possible[]> {
  const { meeting } = recorded
  const over = isOver(meeting.state)
  const whole = (key: PaperKey, waitsFor: Refusal | null = null): Possible => ({
    ref: { key, of: null },
    about: "",
    subjectId: meeting.id,
    waitsFor,
  })
  const minutes = await findMinutes(ctx.db.read, ctx.community.id, meeting.id)
  const minutesWait = !over
    ? refuse("meeting_not_over", { status: 409 })
    : !minutes
      ? refuse("minutes_not_drafted", { status: 409 })
      : notApproved(minutes)
  const ofMinutes = (key: PaperKey): Possible => ({
    ...whole(key, minutesWait),
    subjectId: minutes?.id ?? null,
    hasDraft: minutes !== null,
  })
  return [
    whole("convocation", isAwaitingPeople(meeting.state) ? null : refuse("notice_time_over", { status: 409 })),
    whole("debateRules"),
    whole("agenda"),
    whole("signInSheet"),
    ...(await listOfRounds(ctx, recorded)),
    whole("record", over ? null : refuse("meeting_not_over", { status: 409 })),
    ofMinutes("minutes"),
    ofMinutes("briefMinutes"),
    ...(await listOfResolutions(ctx, recorded)),
    ...(await listOfEditions(ctx, meeting)),
  ]
}

const notApproved = ({ state }: { state: string }) =>
  state === "approved" ? null : refuse("not_approved", { status: 409 })

/** 表决票, 登记表 and 计票单 of rounds in which paper or hands were counted; report and announcement of every one that counts. */
async function listOfRounds(ctx: Ctx, recorded: RecordedMeeting): Promise<Possible[]> {
  const possible: Possible[] = []
  for (const motion of recorded.motions)
    for (const round of motion.rounds) {
      if (round.state === "annulled") continue
      const about = matterInWords(recorded, motion, round)
      const paperOf = (key: PaperKey, waitsFor: Refusal | null): Possible => ({
        ref: { key, of: round.id },
        about,
        subjectId: round.id,
        waitsFor,
      })
      const handed = await listHandedPapers(ctx.db.read, ctx.community.id, round.id)
      const hasPapers = round.means === "ballots" && (round.medium !== "tablet" || handed.length > 0)
      if (hasPapers) {
        const isOut = handed.some(paper => paper.state === "issued")
        possible.push(paperOf("ballotPapers", isOut ? null : refuse("no_papers_out", { status: 409 })))
        possible.push(paperOf("paperRegister", handed.length > 0 ? null : refuse("no_papers_given", { status: 409 })))
      }
      if (hasPapers || round.means === "hands") possible.push(paperOf("countSheet", null))
      possible.push(paperOf("countReport", resultWait(round)))
      const standing = isSetAside(round) ? refuse("result_set_aside", { status: 409 }) : null
      possible.push(paperOf("countAnnouncement", resultWait(round) ?? standing))
    }
  return possible
}

const resultWait = (round: RecordedRound) =>
  round.state === "proclaimed" && round.result ? null : refuse("count_not_out", { status: 409 })

async function listOfResolutions(ctx: Ctx, recorded: RecordedMeeting): Promise<Possible[]> {
  const resolutions = await listResolutions(ctx.db.read, ctx.community.id, [recorded.meeting.id])
  const rounds = recorded.motions.flatMap(motion => motion.rounds.filter(round => findPassedRound(recorded, round.id)))
  return rounds.map(round => {
    const resolution = resolutions.find(one => one.roundId === round.id)
    const motion = recorded.motions.find(one => one.id === round.motionId)
    return {
      ref: { key: "resolution", of: round.id },
      about: resolution?.wording.title || motion?.content || "",
      subjectId: resolution?.id ?? null,
      waitsFor: !isOver(recorded.meeting.state)
        ? refuse("meeting_not_over", { status: 409 })
        : resolution
          ? notApproved(resolution)
          : refuse("resolution_not_drafted", { status: 409 }),
      hasDraft: resolution !== undefined,
    }
  })
}

/** 公示 of the meeting and of what it decided: each edition that was not withdrawn. */
async function listOfEditions(ctx: Ctx, meeting: Meeting): Promise<Possible[]> {
  const editions = await listEditionsOfMeeting(ctx.db.read, ctx.community.id, meeting.id)
  return editions
    .filter(edition => edition.state !== "withdrawn")
    .map(edition => ({
      ref: { key: "publicNotice", of: edition.id },
      about: edition.inner.title,
      subjectId: edition.id,
      waitsFor: edition.state === "released" ? null : refuse("edition_not_released", { status: 409 }),
    }))
}

type FiledBook = { sheets: Filed[]; marks: Map<string, { mark: string; day: string }>; withdrawn: Set<string> }

async function readFiled(ctx: Ctx, possible: readonly Possible[]): Promise<FiledBook> {
  const q = ctx.db.read
  const subjects = [...new Set(possible.flatMap(one => one.subjectId ?? []))]
  const sheets = await listFiledOf(q, ctx.community.id, subjects)
  const newest = [...new Map(sheets.toReversed().map(sheet => [keyOf(sheet), sheet.id])).values()]
  const marks = await listFiledMarks(q, ctx.community.id, newest)
  const withdrawn = await listWithdrawals(q, ctx.community.id, newest)
  return {
    sheets,
    marks: new Map(
      marks.map(one => [one.id, { mark: markOf(one.factsHash), day: formatDate(civilDateOf(one.createdAt)) }]),
    ),
    withdrawn: new Set(withdrawn.map(one => one.documentId)),
  }
}

/** 核验码 as it stands on the sheet: the first sixteen digits in groups of four. */
const markOf = (factsHash: string): string => factsHash.slice(0, 16).match(/.{4}/g)?.join(" ") ?? ""
const keyOf = ({ kind, format, subjectId }: Pick<Filed, "kind" | "format" | "subjectId">) =>
  `${kind} ${format} ${subjectId}`

function lineOf(ctx: Ctx, meeting: Meeting, one: Possible, book: FiledBook): PaperLine {
  const { key } = one.ref
  const mayPrint = mayPrintPaper(ctx, meeting, key)
  const mine = book.sheets.filter(
    sheet => sheet.kind === key && sheet.format === "pdf" && sheet.subjectId === one.subjectId,
  )
  const newest = mayReadKind(ctx, key, meeting) ? mine[0] : undefined
  const marks = newest && book.marks.get(newest.id)
  return {
    ref: one.ref,
    id: refText(one.ref),
    title: paperNames[key],
    about: one.about,
    waitsFor: one.waitsFor,
    mayPrint,
    mayPreview: mayPrint && (one.waitsFor === null || (one.hasDraft ?? false)),
    filed: newest
      ? {
          id: newest.id,
          version: newest.version,
          number: newest.number ?? "",
          day: marks?.day ?? "",
          mark: marks?.mark ?? "",
          isWithdrawn: book.withdrawn.has(newest.id),
        }
      : null,
    earlier: newest ? mine.length - 1 : 0,
  }
}

/** By whom each paper may be printed, as its own use case says. */
function mayPrintPaper(ctx: Ctx, meeting: Meeting, key: PaperKey): boolean {
  switch (key) {
    case "convocation":
      return may(ctx.actor, "meeting:convene")
    case "publicNotice":
      return may(ctx.actor, "notice:post")
    case "record":
    case "minutes":
    case "briefMinutes":
    case "resolution":
      return mayWork(ctx, meeting)
    default:
      return may(ctx.actor, "meeting:desk", meeting)
  }
}

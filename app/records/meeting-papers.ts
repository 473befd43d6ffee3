import { findMeetingFor } from "~/chamber/meeting-access"
import { isAwaitingPeople } from "~/convening/rules"
import type { Meeting } from "~/convening/store"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Refusal, type Result } from "~/law/result"
import { may } from "~/people/permissions"
import type { Release } from "~/registry/releases"
import { listWithdrawals } from "~/registry/withdrawal-store"
import type { Ctx } from "~/web/context"
import { mayRelease } from "./announcement-release"
import { mayReadKind } from "./document-reading"
import { type PaperKey, type PaperRef, paperNames, refText } from "./meeting-paper-kinds"
import { listPossiblePapers, type PossiblePaper } from "./meeting-paper-states"
import { type Filed, listFiledMarks, listFiledOf } from "./meeting-paper-store"
import { mayWork, readRecorded } from "./papers"
import { isOver } from "./rules"

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
  /** Of an announcement that a second person looks over: of which wording, and what the asker may do about it. */
  release: {
    factsHash: string
    state: Release["state"]
    by: string
    maySend: boolean
    mayRelease: boolean
  } | null
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

/**
 * All papers of a meeting in the order in which an office files them. Whoever reads records sees the filed ones they may
 * open; whoever may print sees the rest too, and a second person what waits for release. Refusals: not_found, forbidden.
 */
export async function readMeetingPapers(ctx: Ctx, meetingId: string): Promise<Result<MeetingPaperList>> {
  const list = await listMeetingPapers(ctx, meetingId)
  return list.ok ? done({ ...list.value, lines: list.value.lines.filter(isShown) }) : list
}

const isShown = ({ mayPrint, filed, release }: PaperLine) => mayPrint || filed !== null || release?.mayRelease === true

/** Every paper there could be, whoever asks: for saying why one is refused. Refusals: not_found, forbidden. */
export async function listMeetingPapers(ctx: Ctx, meetingId: string): Promise<Result<MeetingPaperList>> {
  const allowed = await findMeetingFor(ctx, meetingId, "record:read")
  if (!allowed.ok) return allowed
  const meeting = allowed.value
  const recorded = await readRecorded(ctx, meetingId)
  if (!recorded.ok) return recorded
  const possible = await listPossiblePapers(ctx, recorded.value)
  const filed = await readFiled(ctx, possible)
  return done({
    meetingId,
    title: meeting.title,
    lines: possible.map(one => lineOf(ctx, meeting, one, filed)),
    slips: isAwaitingPeople(meeting.state) && may(ctx.actor, "meeting:codes", meeting),
    tasks: isOver(meeting.state) && may(ctx.actor, "task:read"),
  })
}

type FiledBook = { sheets: Filed[]; marks: Map<string, { mark: string; day: string }>; withdrawn: Set<string> }

async function readFiled(ctx: Ctx, possible: readonly PossiblePaper[]): Promise<FiledBook> {
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

function lineOf(ctx: Ctx, meeting: Meeting, one: PossiblePaper, book: FiledBook): PaperLine {
  const { key } = one.ref
  const mayPrint = mayPrintPaper(ctx, meeting, key)
  const mine = book.sheets.filter(
    sheet => sheet.kind === key && sheet.format === "pdf" && sheet.subjectId === one.subjectId,
  )
  const newest = mayReadKind(ctx, key, meeting) ? mine[0] : undefined
  const marks = newest && book.marks.get(newest.id)
  const release = one.release ? releaseOf(ctx, mayPrint, one.release) : null
  return {
    ref: one.ref,
    id: refText(one.ref),
    title: paperNames[key],
    about: one.about,
    waitsFor: one.waitsFor,
    mayPrint,
    mayPreview: (mayPrint || release?.mayRelease === true) && (one.waitsFor === null || (one.hasDraft ?? false)),
    release,
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

const releaseOf = (
  ctx: Ctx,
  mayPrint: boolean,
  release: NonNullable<PossiblePaper["release"]>,
): PaperLine["release"] => ({
  factsHash: release.factsHash,
  state: release.state,
  by: release.by,
  maySend: mayPrint && release.state === "unsent",
  mayRelease: mayRelease(ctx, release),
})

/** By whom each paper may be printed, as its own use case says. */
function mayPrintPaper(ctx: Ctx, meeting: Meeting, key: PaperKey): boolean {
  switch (key) {
    case "convocation":
      return may(ctx.actor, "meeting:convene")
    case "publicNotice":
    case "noticePoster":
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

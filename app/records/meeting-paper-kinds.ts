import type { DocumentKind } from "#db/schema/registry"
import { fileBallotPapers, fileCountSheet, previewBallotPapers, previewCountSheet } from "~/chamber/paper/printing"
import { issueConvocation, previewConvocation } from "~/convening/convocation"
import { done, type Result, refuse } from "~/law/result"
import type { DocumentView } from "~/registry/document-store"
import { issueDocument, type NewDocument } from "~/registry/documents"
import { drawUnfiled } from "~/registry/drawing"
import { verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { previewAnnouncement, printAnnouncement } from "./announcement-release"
import { exportBriefMinutes, previewBriefMinutes } from "./brief-minutes"
import { previewNotice, previewNoticePoster, printNotice, printNoticePoster } from "./edition-sheets"
import { draftAgenda, draftDebateRules, draftSignInSheet } from "./meeting-sheets"
import { exportMinutes, previewMinutes } from "./minutes"
import { exportRecord, previewRecord } from "./record-paper"
import { exportResolution, previewResolution } from "./resolutions"
import { draftCountReport, draftPaperRegister } from "./round-sheets"

/** Papers that are printed here, in the order in which an office files them. */
export const paperKeys = [
  "convocation",
  "debateRules",
  "agenda",
  "signInSheet",
  "ballotPapers",
  "paperRegister",
  "countSheet",
  "countReport",
  "countAnnouncement",
  "record",
  "minutes",
  "briefMinutes",
  "resolution",
  "publicNotice",
  "noticePoster",
] as const satisfies readonly DocumentKind[]
export type PaperKey = (typeof paperKeys)[number]
export const isPaperKey = (text: string): text is PaperKey => (paperKeys as readonly string[]).includes(text)

export const paperNames: Record<PaperKey, string> = {
  convocation: "会议通知",
  debateRules: "议事规则",
  agenda: "议程和材料",
  signInSheet: "签到表",
  ballotPapers: "表决票",
  paperRegister: "表决票发放回收登记表",
  countSheet: "计票单",
  countReport: "计票报告",
  countAnnouncement: "计票结果公告",
  record: "会议记录",
  minutes: "会议纪要",
  briefMinutes: "会议纪要（简式）",
  resolution: "决议",
  publicNotice: "公示",
  noticePoster: "公示（大字版）",
}

/** What a paper is about beside its meeting: the round of a count or a resolution, the edition of a notice. */
export type PaperRef = { key: PaperKey; of: string | null }

/** As forms and addresses name it: agenda, countReport:<round>. */
export const refText = ({ key, of }: PaperRef): string => (of ? `${key}:${of}` : key)

export function readRef(text: string): PaperRef | null {
  const [key = "", of = null, ...more] = text.split(":")
  return isPaperKey(key) && more.length === 0 ? { key, of } : null
}

/** Where it is asked for; `origin` is what the code on a notice points at, null where no other device could follow it. */
export type PaperPlace = { meetingId: string; of: string | null; origin: string | null }

type Preview = Result<Uint8Array>
type Print = Result<{ document: DocumentView; isNew: boolean }>
type Paper = {
  /** As it would be filed, a draft marked as one; nothing is stored. */
  preview: (ctx: Ctx, place: PaperPlace) => Promise<Preview>
  /** Files it: the same facts give the row that is there. */
  print: (ctx: Ctx, place: PaperPlace) => Promise<Print>
}

/** Of a draft both ways come by themselves. */
const fromDraft = <Facts extends object>(
  draft: (ctx: Ctx, place: PaperPlace) => Promise<Result<Omit<NewDocument<Facts>, "verifyUrl">>>,
): Paper => ({
  async preview(ctx, place) {
    const drafted = await draft(ctx, place)
    if (!drafted.ok) return drafted
    const { template, facts, date } = drafted.value
    return drawUnfiled(ctx, template, facts, { date, verifyUrl: verifyUrlOf(ctx) })
  },
  async print(ctx, place) {
    const drafted = await draft(ctx, place)
    return drafted.ok ? issueDocument(ctx, { ...drafted.value, verifyUrl: verifyUrlOf(ctx) }) : drafted
  },
})

const roundOf = ({ meetingId, of }: PaperPlace) => ({ meetingId, roundId: of ?? "" })

/** Every paper by the use case that draws it alone: who may not have it there gets it nowhere. */
export const papers: Record<PaperKey, Paper> = {
  convocation: { preview: previewConvocation, print: issueConvocation },
  debateRules: fromDraft((ctx, { meetingId }) => draftDebateRules(ctx, meetingId)),
  agenda: fromDraft((ctx, { meetingId }) => draftAgenda(ctx, meetingId)),
  signInSheet: fromDraft((ctx, { meetingId }) => draftSignInSheet(ctx, meetingId)),
  ballotPapers: {
    preview: (ctx, place) => previewBallotPapers(ctx, roundOf(place)),
    print: (ctx, place) => fileBallotPapers(ctx, { ...roundOf(place), serials: null }),
  },
  paperRegister: fromDraft((ctx, place) => draftPaperRegister(ctx, roundOf(place))),
  countSheet: {
    preview: (ctx, place) => previewCountSheet(ctx, roundOf(place)),
    print: (ctx, place) => fileCountSheet(ctx, roundOf(place)),
  },
  countReport: fromDraft((ctx, place) => draftCountReport(ctx, roundOf(place))),
  countAnnouncement: {
    preview: (ctx, place) => previewAnnouncement(ctx, roundOf(place)),
    print: (ctx, place) => printAnnouncement(ctx, roundOf(place)),
  },
  record: {
    preview: (ctx, { meetingId }) => previewRecord(ctx, meetingId),
    print: (ctx, { meetingId }) => exportRecord(ctx, meetingId),
  },
  minutes: {
    preview: (ctx, { meetingId }) => previewMinutes(ctx, meetingId),
    print: (ctx, { meetingId }) => exportMinutes(ctx, meetingId),
  },
  briefMinutes: {
    preview: (ctx, { meetingId }) => previewBriefMinutes(ctx, meetingId),
    print: (ctx, { meetingId }) => exportBriefMinutes(ctx, meetingId),
  },
  resolution: {
    preview: (ctx, place) => previewResolution(ctx, roundOf(place)),
    print: (ctx, place) => exportResolution(ctx, roundOf(place)),
  },
  publicNotice: {
    preview: (ctx, { of }) => previewNotice(ctx, { editionId: of ?? "" }),
    print: (ctx, { of }) => printNotice(ctx, { editionId: of ?? "" }),
  },
  noticePoster: {
    preview: (ctx, { of }) => previewNoticePoster(ctx, { editionId: of ?? "" }),
    print: (ctx, { of }) => printNoticePoster(ctx, { editionId: of ?? "" }),
  },
}

/** Refusal: not_found, of what names no paper. */
export function readRefs(texts: readonly string[]): Result<PaperRef[]> {
  const refs = texts.map(readRef)
  const known = refs.filter(ref => ref !== null)
  return known.length === refs.length ? done(known) : refuse("not_found")
}

import type { DocumentKind } from "#db/schema/registry"
import { paperRegisterTemplate } from "#templates/paper-register"
import { pollAnnouncementTemplate } from "#templates/poll-announcement"
import { pollBallotsTemplate } from "#templates/poll-ballots"
import type { Template } from "#templates/print-paper"
import { wordingName } from "~/agenda/rules"
import { listProposals } from "~/agenda/store"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may, type Permission } from "~/people/permissions"
import { beginDocument } from "~/registry/document-jobs"
import { type DocumentView, listDocuments } from "~/registry/document-store"
import { issueDocument, type NewDocument } from "~/registry/documents"
import { drawUnfiled, hashFacts } from "~/registry/drawing"
import { verifyUrlOf } from "~/registry/verification"
import { listWithdrawals } from "~/registry/withdrawal-store"
import type { Ctx } from "~/web/context"
import { draftAnnouncement } from "./announcement"
import { checkPollRelease, readPollRelease, viewPollRelease } from "./announcement-release"
import { wholeTitle } from "./page-words"
import { ballotsFacts, registerFacts } from "./paper-facts"
import { pollNumberOf, pollSubject } from "./polls"
import { readPapers, readRollView } from "./roll-views"
import { findPoll, type Poll } from "./store"

export const pollPaperKeys = ["ballots", "register", "announcement"] as const
export type PollPaperKey = (typeof pollPaperKeys)[number]
export const isPollPaper = (text: string): text is PollPaperKey => (pollPaperKeys as readonly string[]).includes(text)

export const pollPaperNames: Record<PollPaperKey, string> = {
  ballots: "表决票",
  register: "表决票发放回收登记表",
  announcement: "计票结果公告",
}

const kinds = {
  ballots: "ballotPapers",
  register: "paperRegister",
  announcement: "countAnnouncement",
} as const satisfies Record<PollPaperKey, DocumentKind>

/** Ballots are handed out by whoever keeps the poll, the register by whoever enters; the announcement is public. */
const permissionOf: Record<PollPaperKey, Permission> = {
  ballots: "poll:manage",
  register: "poll:enter",
  announcement: "poll:read",
}

/** More papers or rows than this are drawn after the answer is given, and a preview shows the first of them. */
export const mostAtOnce = 300

type Asked = { pollId: string; paper: PollPaperKey }
type Drafted = { document: NewDocument<object>; count: number }

/**
 * The paper as it would be filed now; `first` of its papers or rows alone. Refusals: not_found, forbidden,
 * poll_without_roll, poll_not_proclaimed.
 */
async function draft(ctx: Ctx, { pollId, paper }: Asked, first = Number.POSITIVE_INFINITY): Promise<Result<Drafted>> {
  if (!may(ctx.actor, "poll:read")) return refuse("forbidden")
  const poll = await findPoll(ctx.db.read, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  if (!may(ctx.actor, permissionOf[paper])) return refuse("forbidden")
  if (paper === "ballots") return draftBallots(ctx, poll, first)
  if (paper === "register") return draftRegister(ctx, poll, first)
  const drafted = await draftAnnouncement(ctx, poll)
  if (!drafted.ok) return drafted
  const { facts, day } = drafted.value
  return done({ document: documentOf(ctx, poll, paper, pollAnnouncementTemplate, facts, day), count: 1 })
}

async function draftBallots(ctx: Ctx, poll: Poll, first: number): Promise<Result<Drafted>> {
  const view = await readPapers(ctx, poll.id)
  if (!view.ok) return view
  const facts = ballotsFacts(view.value, { wording: await readWording(ctx, poll) })
  const count = facts.papers.length
  const shown = { ...facts, papers: facts.papers.slice(0, first) }
  const day = poll.announcedOn ?? civilDateOf(ctx.now())
  return done({ document: documentOf(ctx, poll, "ballots", pollBallotsTemplate, shown, day), count })
}

async function draftRegister(ctx: Ctx, poll: Poll, first: number): Promise<Result<Drafted>> {
  const view = await readRollView(ctx, poll.id, { filter: "all", page: 1, isPrinted: true })
  if (!view.ok) return view
  const facts = registerFacts(view.value, { community: ctx.community.name, question: poll.question })
  const count = facts.rows.length
  const shown = { ...facts, rows: facts.rows.slice(0, first) }
  return done({
    document: documentOf(ctx, poll, "register", paperRegisterTemplate, shown, civilDateOf(ctx.now())),
    count,
  })
}

/** 方案第2稿: which wording the question was put from. */
async function readWording(ctx: Ctx, poll: Poll): Promise<string> {
  if (!poll.topicId || !poll.proposalId) return ""
  const wordings = await listProposals(ctx.db.read, ctx.community.id, [poll.topicId])
  const wording = wordings.find(one => one.id === poll.proposalId)
  return wording ? wordingName(wording) : ""
}

function documentOf<Facts extends object>(
  ctx: Ctx,
  poll: Poll,
  paper: PollPaperKey,
  template: Template<Facts>,
  facts: Facts,
  date: string,
): NewDocument<object> {
  const title = `${pollPaperNames[paper]}（${poll.title}）`
  const document: NewDocument<Facts> = {
    kind: kinds[paper],
    subject: pollSubject(poll.id),
    // Whoever asks for the number of the vote is shown its announcement.
    number: "number" in facts && paper === "announcement" ? String(facts.number) : null,
    title,
    fileName: `${title}.pdf`,
    facts,
    template,
    date,
    verifyUrl: verifyUrlOf(ctx),
  }
  return document as unknown as NewDocument<object>
}

/** The PDF itself, of a long one the first leaves; nothing is stored. Refusals: as of the draft, and characters_missing. */
export async function previewPollPaper(ctx: Ctx, asked: Asked): Promise<Result<Uint8Array>> {
  const drafted = await draft(ctx, asked, mostAtOnce)
  if (!drafted.ok) return drafted
  const { template, facts, date } = drafted.value.document
  return drawUnfiled(ctx, template, await asDraft(ctx, asked, facts), { date, verifyUrl: verifyUrlOf(ctx) })
}

/** An announcement that nobody released yet is looked over, and is no sheet for the wall. */
async function asDraft(ctx: Ctx, { pollId, paper }: Asked, facts: object): Promise<object> {
  if (paper !== "announcement" || !("title" in facts)) return facts
  const { state } = await readPollRelease(ctx.db.read, ctx.community.id, pollId, hashFacts(facts))
  return state === "released" ? facts : { ...facts, title: `${facts.title}\n（待核对，不得张贴）` }
}

/**
 * Files the paper; a long one is drawn beside and its page is told. An announcement is filed once a second person released
 * it. Refusals: as of the preview, announcement_not_released.
 */
export async function filePollPaper(
  ctx: Ctx,
  asked: Asked,
): Promise<Result<{ document: DocumentView; jobId?: undefined } | { jobId: string; document?: undefined }>> {
  const drafted = await draft(ctx, asked)
  if (!drafted.ok) return drafted
  const { document, count } = drafted.value
  const released =
    asked.paper === "announcement" ? await checkPollRelease(ctx, asked.pollId, document.facts) : done(null)
  if (!released.ok) return released
  if (count > mostAtOnce) return beginDocument(ctx, document)
  const issued = await issueDocument(ctx, document)
  return issued.ok ? done({ document: issued.value.document }) : issued
}

/** What the page of a paper shows: how long it is, and what is filed of it. Refusals: as of the draft. */
export async function readPollPaper(ctx: Ctx, asked: Asked) {
  const drafted = await draft(ctx, asked)
  if (!drafted.ok) return drafted
  const { count, document } = drafted.value
  const poll = await findPoll(ctx.db.read, ctx.community.id, asked.pollId)
  if (!poll) return refuse("not_found")
  const sheets = await listDocuments(ctx.db.read, ctx.community.id, pollSubject(poll.id))
  const filed = sheets.filter(sheet => sheet.kind === kinds[asked.paper]).toSorted((a, b) => b.version - a.version)
  const gone = await listWithdrawals(
    ctx.db.read,
    ctx.community.id,
    filed.map(sheet => sheet.id),
  )
  const withdrawn = new Set(gone.map(one => one.documentId))
  return done({
    paper: asked.paper,
    name: pollPaperNames[asked.paper],
    title: poll.title,
    whole: wholeTitle({ title: poll.title, number: pollNumberOf(ctx, poll) }),
    count,
    isLong: count > mostAtOnce,
    /** Of an announcement: whether it may be printed, and who does what about it. */
    release: asked.paper === "announcement" ? await viewPollRelease(ctx, poll.id, document.facts) : null,
    copies: asked.paper === "ballots" && poll.options !== null ? (poll.electors ?? 0) : 0,
    filed: filed.map((sheet, at) => ({
      id: sheet.id,
      version: sheet.version,
      made: `${formatDate(civilDateOf(sheet.createdAt))}，${sheet.createdBy}`,
      standing: withdrawn.has(sheet.id) ? "已撤回" : at === 0 ? "有效" : "已有新版",
    })),
  })
}

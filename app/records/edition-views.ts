import type { EditionKind, EditionState } from "#db/schema/records"
import { findMeeting } from "~/convening/store"
import { civilDateOf, formatDate, formatDateTime } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { listAccountsWithRoles } from "~/people/account-store"
import { may, permissions } from "~/people/permissions"
import { listDocuments } from "~/registry/document-store"
import { sheetKindName } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import {
  type EditionPiece,
  editionKindNames,
  editionStateNames,
  markRuleNames,
  piecesOf,
  publicText,
  textOfLine,
  titleLine,
} from "./edition-rules"
import { numberOfEdition } from "./edition-sheets"
import { type Edition, findEdition, listEditionsOf, listEffects } from "./edition-store"
import { findNoticeOfEdition } from "./notice-store"
import { editionSubject, listMarkers } from "./public-editions"
import { findResolution } from "./store"

/** One numbered spot, as the list under the two texts explains it. */
export type SpotView = {
  /** Index among the marks; people see it from 1. */
  index: number
  line: number
  at: number
  lineLabel: string
  original: string
  shown: string
  /** Looked at and left as it is. */
  isKept: boolean
  /** Telephones and identity numbers never stand. */
  mayKeep: boolean
  rule: string
  isByPerson: boolean
  reason: string
}

export type EditionLine = { key: number; label: string; inner: EditionPiece[]; shown: EditionPiece[] }

export type EditionView = {
  id: string
  kind: EditionKind
  kindName: string
  state: EditionState
  number: string
  version: number
  revision: number
  title: string
  authorName: string
  createdOn: string
  releasedOn: string
  releasedBy: string
  /** Why it was sent back or withdrawn; empty otherwise. */
  reason: string
  lines: EditionLine[]
  spots: SpotView[]
  source: { label: string; meetingId: string; roundId: string | null }
  notice: { id: string; postedOn: string; until: string } | null
  sheets: { id: string; isPoster: boolean; name: string; version: number; issued: string; by: string }[]
  /** The viewer drew it up or changed it. */
  isOwn: boolean
  /** Others who may release it, by name; asked for while it is a draft. */
  releasers: string[]
  can: { edit: boolean; release: boolean; withdraw: boolean; print: boolean; post: boolean }
}

/** An edition as its page shows it: the inner text beside the public one. Refusals: forbidden, not_found. */
export async function readEditionView(ctx: Ctx, editionId: string): Promise<Result<EditionView>> {
  if (!may(ctx.actor, "edition:read")) return refuse(ctx.actor.accountId ? "forbidden" : "not_found")
  const { read } = ctx.db
  const edition = await findEdition(read, ctx.community.id, editionId)
  if (!edition) return refuse("not_found")
  const notice = await findNoticeOfEdition(read, ctx.community.id, editionId)
  const sheets = await listDocuments(read, ctx.community.id, editionSubject(editionId))
  const markers = await listMarkers(read, edition)
  const isOwn = edition.authorAccountId === ctx.actor.accountId || markers.includes(ctx.actor.personId ?? "")
  const isDraft = edition.state === "draft"
  const isReleased = edition.state === "released"
  return done({
    id: edition.id,
    kind: edition.kind,
    kindName: editionKindNames[edition.kind],
    state: edition.state,
    number: numberOfEdition(ctx, edition) ?? "",
    version: edition.version,
    revision: edition.revision,
    title: publicText(edition.inner, edition.marks).title,
    authorName: edition.authorName,
    createdOn: formatDate(civilDateOf(edition.createdAt)),
    releasedOn: edition.releasedAt ? formatDate(civilDateOf(edition.releasedAt)) : "",
    releasedBy: edition.releasedBy ?? "",
    reason: edition.reason,
    lines: linesOf(edition),
    spots: spotsOf(edition),
    source: await sourceOf(ctx, edition),
    notice: notice && {
      id: notice.id,
      postedOn: formatDate(notice.postedOn),
      until: formatDate(notice.until),
    },
    sheets: sheets
      .map(({ id, kind, version, createdAt, createdBy }) => ({
        id,
        isPoster: kind === "noticePoster",
        name: sheetKindName(kind),
        version,
        issued: formatDateTime(createdAt),
        by: createdBy,
      }))
      .reverse(),
    isOwn,
    releasers: isDraft ? await releasersOf(ctx, edition, markers) : [],
    can: {
      edit: isDraft && may(ctx.actor, "edition:draft"),
      release: isDraft && !isOwn && may(ctx.actor, "edition:release"),
      withdraw: isReleased && may(ctx.actor, "edition:release"),
      print: isReleased && may(ctx.actor, "notice:post"),
      post: isReleased && notice === null && may(ctx.actor, "notice:post"),
    },
  })
}

const labelOf = (edition: Edition, line: number) =>
  line === titleLine ? "标题" : (edition.inner.lines[line]?.label ?? "")

const linesOf = (edition: Edition): EditionLine[] =>
  [titleLine, ...edition.inner.lines.keys()].map(line => ({
    key: line,
    label: labelOf(edition, line),
    ...piecesOf(edition.inner, edition.marks, line),
  }))

const spotsOf = (edition: Edition): SpotView[] =>
  edition.marks.map((mark, index) => ({
    index,
    line: mark.line,
    at: mark.at,
    lineLabel: labelOf(edition, mark.line),
    original: textOfLine(edition.inner, mark.line)!.slice(mark.at, mark.at + mark.original.length),
    shown: mark.shown,
    isKept: mark.shown === mark.original,
    mayKeep: mark.rule !== "phone" && mark.rule !== "identity",
    rule: markRuleNames[mark.rule],
    isByPerson: mark.rule === "person",
    reason: mark.reason,
  }))

async function sourceOf(ctx: Ctx, edition: Edition): Promise<EditionView["source"]> {
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, edition.meetingId)
  const [effect] =
    edition.kind === "resolution" ? await listEffects(ctx.db.read, ctx.community.id, [edition.subjectId]) : []
  return { label: meeting?.title ?? "", meetingId: edition.meetingId, roundId: effect?.roundId ?? null }
}

/** Whoever else has a role that may release; accounts that were closed cannot. */
async function releasersOf(ctx: Ctx, edition: Edition, markers: readonly string[]): Promise<string[]> {
  const accounts = await listAccountsWithRoles(ctx.db.read, ctx.community.id)
  const holders: readonly string[] = permissions["edition:release"]
  return accounts
    .filter(account => account.id !== edition.authorAccountId && !markers.includes(account.personId))
    .filter(account => account.disabledAt === null)
    .filter(account => account.roles.some(role => holders.includes(role)))
    .map(account => account.name)
}

export type EditionOfResolution = {
  resolutionId: string
  editionId: string | null
  /** 待核对放行, 已放行, 已撤回; empty where there is none. */
  stateWord: string
  mayDraft: boolean
}

/** Whether an approved resolution has its public edition; null for whoever may not read editions, and for a draft. */
export async function readEditionOf(
  ctx: Ctx,
  key: { meetingId: string; roundId: string },
): Promise<EditionOfResolution | null> {
  if (!may(ctx.actor, "edition:read")) return null
  const resolution = await findResolution(ctx.db.read, ctx.community.id, key.roundId)
  if (resolution?.state !== "approved" || resolution.meetingId !== key.meetingId) return null
  const [newest] = await listEditionsOf(ctx.db.read, ctx.community.id, "resolution", [resolution.id])
  return {
    resolutionId: resolution.id,
    editionId: newest?.id ?? null,
    stateWord: newest ? editionStateNames[newest.state] : "",
    mayDraft: may(ctx.actor, "edition:draft") && (!newest || newest.state === "withdrawn"),
  }
}

/** Today, for a field that asks on which day something was done. */
export const todayOf = (ctx: Pick<Ctx, "now">) => civilDateOf(ctx.now())

import { isUniqueViolation, type Reader, type Writer } from "#db/client"
import type { EditionKind } from "#db/schema/records"
import { listProposals } from "~/agenda/store"
import { findMeeting } from "~/convening/store"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { withdrawDocumentsIn } from "~/registry/documents"
import { takeNumber } from "~/registry/numbers"
import { listActors } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { readKnownToMasking } from "./edition-people"
import { changeMark, type MarkChange, marksOf, placesOf, showsSecretNumber } from "./edition-rules"
import {
  type Edition,
  findEdition,
  findResolutionById,
  insertEdition,
  listEditionsOf,
  updateEdition,
} from "./edition-store"
import { convocationEdition, resolutionEdition } from "./edition-text"
import { readRecordedMeeting } from "./meeting-reading"
import { findNoticeOfEdition, updateNoticeEnded } from "./notice-store"
import { findPassedRound } from "./recorded-meeting"

export const editionSubject = (id: string) => ({ kind: "publicEdition", id }) as const

type Subject = { kind: EditionKind; subjectId: string }

/**
 * Draws up the public edition of an approved resolution or of a convened meeting's notice: the inner text, masked by rule.
 * One that stands already is given back (`isNew` false); after a withdrawn one the next version is drawn up.
 * Refusals: forbidden, not_found, not_approved, not_convened.
 */
export async function draftEdition(ctx: Ctx, subject: Subject): Promise<Result<{ editionId: string; isNew: boolean }>> {
  if (!may(ctx.actor, "edition:draft")) return refuse("forbidden")
  const draft = () => ctx.db.tx(`edition:${subject.kind}:${subject.subjectId}`, q => draftEditionIn(q, ctx, subject))
  return draft().catch(error => {
    if (isUniqueViolation(error)) return draft()
    throw error
  })
}

async function draftEditionIn(
  q: Writer,
  ctx: Ctx,
  { kind, subjectId }: Subject,
): Promise<Result<{ editionId: string; isNew: boolean }>> {
  const communityId = ctx.community.id
  const [newest] = await listEditionsOf(q, communityId, kind, [subjectId])
  if (newest && newest.state !== "withdrawn") return done({ editionId: newest.id, isNew: false })
  const read = kind === "resolution" ? await readResolution(q, ctx, subjectId) : await readMeeting(q, ctx, subjectId)
  if (!read.ok) return read
  const { recorded, inner } = read.value
  const marks = marksOf(inner, await readKnownToMasking(q, ctx, recorded))
  const editionId = ctx.newId()
  const version = (newest?.version ?? 0) + 1
  await insertEdition(q, {
    communityId,
    id: editionId,
    kind,
    subjectId,
    meetingId: recorded.meeting.id,
    version,
    state: "draft",
    year: null,
    sequence: null,
    inner,
    marks,
    authorAccountId: ctx.actor.accountId!,
    authorName: ctx.actor.name,
    releasedAt: null,
    releasedBy: null,
    reason: "",
    createdAt: ctx.now(),
    revision: 1,
  })
  const spots = marks.filter(mark => mark.shown !== mark.original).length
  await audit(q, ctx, "publicEdition.drafted", editionSubject(editionId), { kind, subjectId, version, spots })
  return done({ editionId, isNew: true })
}

async function readResolution(q: Writer, ctx: Ctx, resolutionId: string) {
  const resolution = await findResolutionById(q, ctx.community.id, resolutionId)
  if (!resolution) return refuse("not_found")
  if (resolution.state !== "approved") return refuse("not_approved")
  const recorded = await readRecordedMeeting(q, ctx.community, resolution.meetingId)
  const passed = recorded && findPassedRound(recorded, resolution.roundId)
  if (!recorded || !passed) return refuse("not_found")
  const inner = resolutionEdition(recorded, passed, resolution.wording, ctx.community.contactPhone)
  return done({ recorded, inner })
}

async function readMeeting(q: Writer, ctx: Ctx, meetingId: string) {
  const recorded = await readRecordedMeeting(q, ctx.community, meetingId)
  if (!recorded) return refuse("not_found")
  if (!recorded.meeting.convenedAt || recorded.meeting.state === "cancelled") return refuse("not_convened")
  const topicIds = recorded.agenda.flatMap(item => item.topicId ?? [])
  const proposals = new Map((await listProposals(q, ctx.community.id, topicIds)).map(one => [one.id, one]))
  return done({ recorded, inner: convocationEdition(recorded, proposals, ctx.community.contactPhone) })
}

/** Who changed a spot of this edition, once: what they wrote may stand in it still, whoever changed it after them. */
export const listMarkers = (q: Reader, { communityId, id }: Pick<Edition, "communityId" | "id">): Promise<string[]> =>
  listActors(q, communityId, editionSubject(id), ["publicEdition.marked"])

/** Nobody is called to a meeting that was called off since its announcement was drawn up. */
const isCancelled = async (q: Writer, { communityId, meetingId }: Edition): Promise<boolean> =>
  (await findMeeting(q, communityId, meetingId))?.state === "cancelled"

type Guarded = { editionId: string; revision: number }

/** Under the edition's lock, on the edition as it is then. `revision` is the one its page was made of. */
async function changeEdition<T>(
  ctx: Ctx,
  { editionId, revision }: Guarded,
  work: (q: Writer, edition: Edition) => Promise<Result<T>>,
): Promise<Result<T>> {
  return ctx.db.tx(`edition:${editionId}`, async q => {
    const edition = await findEdition(q, ctx.community.id, editionId)
    if (!edition) return refuse("not_found")
    if (edition.revision !== revision) return refuse("edition_changed", { status: 409 })
    return work(q, edition)
  })
}

const keyOf = (edition: Edition) => ({ communityId: edition.communityId, id: edition.id, revision: edition.revision })

/** Under its lock an edition cannot have changed since it was read; if it has, everything must go back. */
async function write(q: Writer, edition: Edition, set: Parameters<typeof updateEdition>[3]): Promise<void> {
  if (!(await updateEdition(q, keyOf(edition), edition.state, set)))
    throw new Error("an edition changed under its lock")
}

/**
 * Changes one spot: another word in its place, or (`shown` equal to `original`) the word itself with the reason why it may
 * stay. Whoever changes anything becomes the author and may not release it.
 * Refusals: forbidden, not_found, edition_changed, edition_not_draft, and those of `changeMark`.
 */
export async function setEditionMark(
  ctx: Ctx,
  { editionId, revision, ...change }: Guarded & MarkChange,
): Promise<Result<{ revision: number }>> {
  return changeMarks(ctx, { editionId, revision }, edition =>
    changeMark(edition.inner, edition.marks, change, phonesOf(ctx)),
  )
}

/** Masks a phrase wherever it stands in the text. Refusals: mark_not_in_text besides those of `setEditionMark`. */
export async function maskPhrase(
  ctx: Ctx,
  { editionId, revision, phrase, shown, reason }: Guarded & { phrase: string; shown: string; reason: string },
): Promise<Result<{ revision: number }>> {
  return changeMarks(ctx, { editionId, revision }, edition => {
    const places = placesOf(edition.inner, edition.marks, phrase)
    if (places.length === 0) return refuse("mark_not_in_text", { field: "phrase" })
    let marks = done(edition.marks) as ReturnType<typeof changeMark>
    for (const place of places)
      if (marks.ok)
        marks = changeMark(edition.inner, marks.value, { ...place, original: phrase, shown, reason }, phonesOf(ctx))
    return marks
  })
}

const phonesOf = ({ community }: Ctx) => (community.contactPhone ? [community.contactPhone] : [])

async function changeMarks(
  ctx: Ctx,
  guarded: Guarded,
  changed: (edition: Edition) => ReturnType<typeof changeMark>,
): Promise<Result<{ revision: number }>> {
  if (!may(ctx.actor, "edition:draft")) return refuse("forbidden")
  return changeEdition(ctx, guarded, async (q, edition) => {
    if (edition.state !== "draft") return refuse("edition_not_draft")
    const marks = changed(edition)
    if (!marks.ok) return marks
    const author = { authorAccountId: ctx.actor.accountId!, authorName: ctx.actor.name }
    await write(q, edition, { marks: marks.value, reason: "", ...author })
    // What stood there is not repeated in the log: it may be what nobody else should read.
    await audit(q, ctx, "publicEdition.marked", editionSubject(edition.id), { spots: marks.value.length })
    return done({ revision: edition.revision + 1 })
  })
}

/** The second person finds something to mend and says what. Refusals: forbidden, own_edition, edition_not_draft, reason_missing. */
export async function sendBackEdition(ctx: Ctx, input: Guarded & { reason: string }): Promise<Result<null>> {
  if (!may(ctx.actor, "edition:release")) return refuse("forbidden")
  const reason = input.reason.trim()
  return changeEdition(ctx, input, async (q, edition) => {
    if (edition.state !== "draft") return refuse("edition_not_draft")
    if (edition.authorAccountId === ctx.actor.accountId) return refuse("own_edition")
    if (reason === "") return refuse("edition_reason_missing", { field: "reason" })
    await write(q, edition, { reason })
    await audit(q, ctx, "publicEdition.sentBack", editionSubject(edition.id), { reason })
    return done(null)
  })
}

/**
 * 放行: by a second person, never by whoever drew it up or ever changed it. It gets its number 振社公〔year〕n号 and is frozen.
 * Refusals: forbidden, own_edition, edition_changed, edition_not_draft, announced_meeting_cancelled,
 * edition_shows_number.
 */
export async function releaseEdition(ctx: Ctx, input: Guarded): Promise<Result<{ year: number; sequence: number }>> {
  if (!may(ctx.actor, "edition:release")) return refuse("forbidden")
  return changeEdition(ctx, input, async (q, edition) => {
    if (edition.state !== "draft") return refuse("edition_not_draft")
    if (edition.authorAccountId === ctx.actor.accountId) return refuse("own_edition")
    if ((await listMarkers(q, edition)).includes(ctx.actor.personId ?? "")) return refuse("own_edition")
    if (edition.kind === "convocation" && (await isCancelled(q, edition))) return refuse("announced_meeting_cancelled")
    // The last look before the wall: also what came about by changes, or when the office got another telephone.
    if (showsSecretNumber(edition.inner, edition.marks, phonesOf(ctx))) return refuse("edition_shows_number")
    const year = Number(civilDateOf(ctx.now()).slice(0, 4))
    const sequence = await takeNumber(q, ctx.community.id, "publicEdition", year)
    const released = { year, sequence, releasedAt: ctx.now(), releasedBy: ctx.actor.name }
    await write(q, edition, { state: "released", reason: "", ...released })
    await audit(q, ctx, "publicEdition.released", editionSubject(edition.id), {
      year,
      sequence,
      author: edition.authorName,
    })
    return done({ year, sequence })
  })
}

/**
 * 撤回: the edition, its printed sheets and, if it hangs, its notice. What comes instead is drawn up anew.
 * Refusals: forbidden, not_found, edition_not_released, reason_missing.
 */
export async function withdrawEdition(ctx: Ctx, input: { editionId: string; reason: string }): Promise<Result<null>> {
  if (!may(ctx.actor, "edition:release")) return refuse("forbidden")
  const reason = input.reason.trim()
  return ctx.db.tx(`edition:${input.editionId}`, async q => {
    const edition = await findEdition(q, ctx.community.id, input.editionId)
    if (!edition) return refuse("not_found")
    if (edition.state !== "released") return refuse("edition_not_released")
    if (reason === "") return refuse("edition_reason_missing", { field: "reason" })
    await write(q, edition, { state: "withdrawn", reason })
    const sheets = await withdrawDocumentsIn(q, ctx, { subject: editionSubject(edition.id), reason })
    const notice = await findNoticeOfEdition(q, ctx.community.id, edition.id)
    if (notice && notice.endedOn === null) {
      const endedOn = civilDateOf(ctx.now())
      const key = { communityId: notice.communityId, id: notice.id, version: notice.version }
      await updateNoticeEnded(q, key, { endedOn, endReason: reason, endedBy: ctx.actor.name })
      await audit(q, ctx, "notice.ended", { kind: "notice", id: notice.id }, { endedOn, reason, isEarly: true })
    }
    await audit(q, ctx, "publicEdition.withdrawn", editionSubject(edition.id), { reason, sheets })
    return done(null)
  })
}

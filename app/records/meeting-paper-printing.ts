import { packTemplate } from "#templates/all-templates"
import type { PackedPaper, PackFacts } from "#templates/pack"
import type { Plain } from "~/law/canonical-json"
import { civilDateOf } from "~/law/civil-date"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { DocumentView } from "~/registry/document-store"
import { drawUnfiled } from "~/registry/drawing"
import type { Ctx } from "~/web/context"
import { findAnnouncementToPrint } from "./announcement-release"
import { findEditionToPrint } from "./edition-sheets"
import { type PaperKey, type PaperRef, papers, refText } from "./meeting-paper-kinds"
import { listMeetingPapers, type MeetingPaperList, type PaperLine } from "./meeting-papers"

type Asked = { meetingId: string; origin: string | null }

/** The paper as it would be filed now. Refusals: not_found, forbidden, and those of the paper's own use case. */
export function previewPaper(ctx: Ctx, asked: Asked, ref: PaperRef): Promise<Result<Uint8Array>> {
  return papers[ref.key].preview(ctx, { ...asked, of: ref.of })
}

/** Files one paper. Refusals: as of the preview, and why it may not be printed yet. */
export async function printMeetingPaper(ctx: Ctx, asked: Asked, ref: PaperRef): Promise<Result<DocumentView>> {
  const chosen = await findChosen(ctx, asked, [ref])
  if (!chosen.ok) return chosen
  const printed = await papers[ref.key].print(ctx, { ...asked, of: ref.of })
  return printed.ok ? done(printed.value.document) : printed
}

/**
 * Files each of the chosen papers as a row of its own, in the order of the list. Stops at the first that is refused; what was
 * filed before it stays. Refusals: papers_none_chosen, and those of printing one.
 */
export async function printChosenPapers(
  ctx: Ctx,
  asked: Asked,
  refs: readonly PaperRef[],
): Promise<Result<{ filed: number }>> {
  const chosen = await findChosen(ctx, asked, refs)
  if (!chosen.ok) return chosen
  for (const line of chosen.value.lines) {
    const printed = await papers[line.ref.key].print(ctx, { ...asked, of: line.ref.of })
    if (!printed.ok) return printed
  }
  return done({ filed: chosen.value.lines.length })
}

/**
 * The chosen papers in one file, each with its own page numbers; with `duplex` each begins on a front. Nothing is stored.
 * Refusals: papers_none_chosen, and those of printing one of them.
 */
export async function drawTogether(
  ctx: Ctx,
  asked: Asked & { duplex: boolean },
  refs: readonly PaperRef[],
): Promise<Result<Uint8Array>> {
  const chosen = await findChosen(ctx, asked, refs)
  if (!chosen.ok) return chosen
  const packed: PackedPaper[] = []
  for (const line of chosen.value.lines) {
    const paper = await collectPaper(ctx, collecting => previewPaper(collecting, asked, line.ref))
    if (!paper.ok) return paper
    packed.push(paper.value)
  }
  const facts: PackFacts = {
    title: `${ctx.community.name}${chosen.value.title}文书`,
    author: `${ctx.community.name}居民委员会`,
    duplex: asked.duplex,
    papers: packed,
  }
  return drawUnfiled(ctx, packTemplate, facts, { date: civilDateOf(ctx.now()) })
}

/** What a preview would draw, in place of drawing it: the use case says who may have it, and what it says. */
export async function collectPaper(
  ctx: Ctx,
  preview: (collecting: Ctx) => Promise<Result<Uint8Array>>,
): Promise<Result<PackedPaper>> {
  const drawn: PackedPaper[] = []
  const asked = await preview({
    ...ctx,
    print: async (template, facts, { verifyUrl, factsHash, date }) => {
      drawn.push({ template: template.name, facts: facts as Plain, verifyUrl, factsHash, date })
      return new Uint8Array()
    },
  })
  if (!asked.ok) return asked
  const [paper] = drawn
  return paper ? done(paper) : refuse("not_found")
}

/**
 * The lines of what was chosen, in the order of the list, each once. Refusals: papers_none_chosen, not_found of what is no
 * paper of this meeting, forbidden, and why one may not be printed yet.
 */
async function findChosen(
  ctx: Ctx,
  asked: Asked,
  refs: readonly PaperRef[],
): Promise<Result<Pick<MeetingPaperList, "title" | "lines">>> {
  const unreleased = await findUnreleased(ctx, asked, refs)
  const list = await listMeetingPapers(ctx, asked.meetingId)
  if (!list.ok) return list
  if (refs.length === 0) return refuse("papers_none_chosen")
  if (unreleased) return unreleased
  const wanted = new Set(refs.map(refText))
  const lines = list.value.lines.filter(line => wanted.has(line.id))
  if (lines.length < wanted.size) return refuse("not_found")
  for (const line of lines) {
    const held = mayHave(line)
    if (!held.ok) return held
  }
  return done({ title: list.value.title, lines })
}

/**
 * Whatever of the chosen is a notice or an announcement that is not released, or no longer: each attempt is written down, before anything else
 * could refuse it. The refusal of the first of them; null where there is none.
 */
async function findUnreleased(ctx: Ctx, { meetingId }: Asked, refs: readonly PaperRef[]): Promise<Refusal | null> {
  let first: Refusal | null = null
  for (const { key, of } of refs) {
    if (!of) continue
    if (isNotice(key)) {
      const edition = await findEditionToPrint(ctx, of, "papers")
      if (!edition.ok) first ??= edition.code === "forbidden" ? edition : { ...edition, detail: { status: 409 } }
    } else if (key === "countAnnouncement") {
      const announcement = await findAnnouncementToPrint(ctx, { meetingId, roundId: of })
      if (!announcement.ok && announcement.code === "announcement_not_released") first ??= announcement
    }
  }
  return first
}

const isNotice = (key: PaperKey): boolean => key === "publicNotice" || key === "noticePoster"

/** Why it waits, or that it is not for the asker. */
function mayHave({ mayPrint, waitsFor }: PaperLine): Result<null> {
  if (!mayPrint) return refuse("forbidden")
  return waitsFor ?? done(null)
}

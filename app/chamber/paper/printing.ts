import type { DocumentKind } from "#db/schema/registry"
import { type BallotPapersFacts, ballotPapersTemplate } from "#templates/ballot-papers"
import { type CountSheetFacts, countSheetTemplate } from "#templates/count-sheet"
import type { Template } from "#templates/print-paper"
import { readItems } from "~/chamber/motions/agenda-view"
import { noneName } from "~/chamber/rounds/ballot-marks"
import { listRounds, type Round } from "~/chamber/rounds/round-store"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { choiceNames, choices } from "~/law/tally"
import type { DocumentView } from "~/registry/document-store"
import { issueDocument, type NewDocument } from "~/registry/documents"
import { drawUnfiled } from "~/registry/drawing"
import { verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { readCountHead } from "./count-head"

type Key = { meetingId: string; roundId: string }

const issuerOf = (ctx: Ctx) => `${ctx.community.name}居民委员会`

type Draft<Facts extends object> = Omit<NewDocument<Facts>, "verifyUrl" | "stillHolds">
type Issued = Result<{ document: DocumentView; isNew: boolean }>

/**
 * 表决票: the papers that are out, or those of them that were asked for. Whoever checks one asks the list of papers, so no
 * code is printed on it; of a secret round serial and name stand on the stubs alone, here as in the register.
 * Refusals: not_found, forbidden, no_papers_out.
 */
async function draftBallotPapers(
  ctx: Ctx,
  key: Key & { serials: readonly number[] | null },
): Promise<Result<Draft<BallotPapersFacts>>> {
  const found = await readCountHead(ctx, key)
  if (!found.ok) return found
  const { head, meeting, round, papers } = found.value
  const out = papers.filter(paper => paper.state === "issued" && (key.serials?.includes(paper.serial) ?? true))
  if (out.length === 0) return refuse("no_papers_out")
  const items = await readItems(ctx.db.read, meeting, await listRounds(ctx.db.read, meeting.communityId, meeting.id))
  const motion = items.flatMap(item => item.motions).find(one => one.motionId === round.motionId)
  const heading = head.isElection ? "选票" : head.secret ? "无记名表决票" : "记名表决票"
  const facts: BallotPapersFacts = {
    issuer: issuerOf(ctx),
    meeting: `${ctx.community.name}${meeting.title}`,
    matter: head.matter,
    heading,
    secret: head.secret,
    content: head.motion,
    effect: head.terms.effect,
    conditions: head.terms.conditions,
    recommendations: (motion?.recommendations ?? []).map(
      one => `${one.body}${one.stanceName}${one.reason ? `：${one.reason}` : ""}`,
    ),
    options: head.options?.map(option => option.label) ?? null,
    seats: head.seats,
    papers: out.map(({ serial, name }) => ({ serial, name })),
  }
  return done(draftOf("ballotPapers", round, heading, head.matter, facts, ballotPapersTemplate))
}

/** A paper of a round, of the day on which it was opened. */
const draftOf = <Facts extends object>(
  kind: DocumentKind,
  round: Pick<Round, "id" | "openedAt">,
  title: string,
  matter: string,
  facts: Facts,
  template: Template<Facts>,
): Draft<Facts> => ({
  kind,
  subject: { kind: "round", id: round.id },
  number: null,
  title: `${title}（${matter}）`,
  fileName: `${title}（${matter}）.pdf`,
  facts,
  template,
  date: civilDateOf(round.openedAt),
})

/** The ballot papers as they would be filed; nothing is stored. Refusals: not_found, forbidden, no_papers_out, characters_missing. */
export async function previewBallotPapers(ctx: Ctx, key: Key): Promise<Result<Uint8Array>> {
  const draft = await draftBallotPapers(ctx, { ...key, serials: null })
  return draft.ok ? drawUnfiled(ctx, draft.value.template, draft.value.facts, { date: draft.value.date }) : draft
}

/** Files the ballot papers that are out, or those asked for, to be printed and cut. Refusals: as of the preview. */
export async function fileBallotPapers(ctx: Ctx, key: Key & { serials: readonly number[] | null }): Promise<Issued> {
  const draft = await draftBallotPapers(ctx, key)
  return draft.ok ? issueDocument(ctx, draft.value) : draft
}

/** 计票单: empty to be filled in at the count; with its figures once the round is closed. Refusals: not_found, forbidden. */
async function draftCountSheet(ctx: Ctx, key: Key): Promise<Result<Draft<CountSheetFacts>>> {
  const found = await readCountHead(ctx, key)
  if (!found.ok) return found
  const { head, meeting, round } = found.value
  const byHands = head.means === "hands"
  const nameOf = (office: "counter" | "scrutineer") =>
    head.officers.filter(officer => officer.office === office).map(officer => officer.name)
  const facts: CountSheetFacts = {
    community: ctx.community.name,
    issuer: issuerOf(ctx),
    meeting: `${ctx.community.name}${meeting.title}`,
    matter: head.matter,
    method: byHands ? "举手表决" : head.secret ? "无记名投票" : "记名投票",
    content: head.motion,
    papers: byHands ? [] : paperFigures(head),
    choices: choiceFigures(head, byHands ? (round.result?.counts ?? null) : null),
    handCounters: byHands
      ? [...nameOf("counter"), "计票人一", "计票人二"].slice(0, Math.max(2, nameOf("counter").length))
      : [],
    counters: nameOf("counter"),
    scrutineers: nameOf("scrutineer"),
  }
  return done(draftOf("countSheet", round, "计票单", head.matter, facts, countSheetTemplate))
}

/** The sheet of the count as it would be filed; nothing is stored. Refusals: not_found, forbidden, characters_missing. */
export async function previewCountSheet(ctx: Ctx, key: Key): Promise<Result<Uint8Array>> {
  const draft = await draftCountSheet(ctx, key)
  return draft.ok
    ? drawUnfiled(ctx, draft.value.template, draft.value.facts, { date: draft.value.date, verifyUrl: verifyUrlOf(ctx) })
    : draft
}

/** Files the sheet of the count. Refusals: as of the preview. */
export async function fileCountSheet(ctx: Ctx, key: Key): Promise<Issued> {
  const draft = await draftCountSheet(ctx, key)
  return draft.ok ? issueDocument(ctx, { ...draft.value, verifyUrl: verifyUrlOf(ctx) }) : draft
}

type Head = Extract<Awaited<ReturnType<typeof readCountHead>>, { ok: true }>["value"]["head"]

function paperFigures({ balance }: Head): CountSheetFacts["papers"] {
  const labels = {
    issued: "发出",
    returned: "收回",
    spoiled: "作废",
    missing: "未收回",
    valid: "有效",
    invalid: "无效",
    duplicate: "重复",
  } as const
  return (Object.keys(labels) as (keyof typeof labels)[]).map(key => ({
    label: labels[key],
    count: balance ? balance[key] : null,
  }))
}

/** Strokes are made for the papers alone: what came in on tablets is in no figure here. */
function choiceFigures({ options, means }: Head, hands: Record<string, number> | null): CountSheetFacts["choices"] {
  if (options)
    return [...options.map(option => option.label), noneName, choiceNames.abstain, "无效"].map(label => ({
      label,
      count: null,
    }))
  const sides = choices.map(choice => ({ label: choiceNames[choice], count: hands?.[choice] ?? null }))
  return means === "hands" ? sides : [...sides, { label: "无效", count: null }]
}

import { z } from "zod"
import type { PollOffice, PollOption } from "#db/schema/polling"
import { unitKey } from "~/estates/rules"
import { listOwnedUnits } from "~/estates/unit-store"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { severalTexts } from "~/web/form-values"
import type { PollDraft } from "./polls"
import { listPersonsNamed, type Poll } from "./store"

const text = (most: number) => z.string().trim().max(most, `最多${most}个字`).default("")

/** The whole page of a draft as it is posted. A draft may lack anything. */
export const DraftForm = z.object({
  version: z.coerce.number().int(),
  title: z.string().trim().min(1, "请写标题").max(100, "最多100个字"),
  question: text(2000),
  buildings: severalTexts,
  units: text(2000),
  candidates: text(2000),
  seats: text(4),
  electors: text(8),
  office: text(100),
  post: text(20),
  opensOn: text(20),
  closesOn: text(20),
  counters: text(200),
  scrutineers: text(200),
})
export type DraftForm = z.output<typeof DraftForm>

const namesIn = (typed: string): string[] => [...new Set(typed.split(/[、，,；;\s]+/).filter(Boolean))]
const linesIn = (typed: string): string[] =>
  typed
    .split(/[\n；;]+/)
    .map(line => line.trim())
    .filter(Boolean)

/**
 * What was typed, looked up: buildings and units of the estate, candidates in the register. Refusals: number_not_whole,
 * unit_unknown, candidate_unknown, candidate_ambiguous.
 */
export async function readDraft(ctx: Ctx, poll: Poll, form: DraftForm): Promise<Result<PollDraft>> {
  const seats = countOf(form.seats || "1")
  if (seats === null || seats < 1) return refuse("number_not_whole", { field: "seats" })
  const electors = form.electors === "" ? null : countOf(form.electors)
  if (form.electors !== "" && electors === null) return refuse("number_not_whole", { field: "electors" })
  const units = await findUnits(ctx, poll, linesIn(form.units))
  if (!units.ok) return units
  const options = await findCandidates(ctx, linesIn(form.candidates))
  if (!options.ok) return options
  const isScoped = form.buildings.length + units.value.length > 0
  return done({
    title: form.title,
    question: form.question,
    scope: isScoped ? { buildingIds: form.buildings, unitIds: units.value } : null,
    options: options.value.length > 0 ? options.value : null,
    seats,
    office: officeOf(form),
    electors,
    opensOn: form.opensOn || null,
    closesOn: form.closesOn || null,
    counters: namesIn(form.counters),
    scrutineers: namesIn(form.scrutineers),
  })
}

function countOf(typed: string): number | null {
  const plain = typed.normalize("NFKC")
  return /^\d{1,7}$/.test(plain) ? Number(plain) : null
}

function officeOf({ office, post }: DraftForm): PollOffice | null {
  const [kind, id = ""] = office.split(":")
  if (kind === "building" && id) return { kind: "buildingLeader", buildingId: id }
  if (kind === "body" && id) return { kind: "body", bodyId: id, post: post || "委员", until: null }
  return null
}

/** 321栋二单元102室, a line each, however it is spaced. */
async function findUnits(ctx: Ctx, poll: Poll, lines: readonly string[]): Promise<Result<string[]>> {
  if (lines.length === 0 || !poll.estateId) return done([])
  const all = await listOwnedUnits(ctx.db.read, ctx.community.id, { estateId: poll.estateId })
  const keyed = new Map(all.map(unit => [unitKey(`${unit.buildingName}${unit.label}`), unit.unitId]))
  const found: string[] = []
  for (const line of lines) {
    const id = keyed.get(unitKey(line))
    if (!id) return refuse("unit_unknown", { field: "units", label: line })
    found.push(id)
  }
  return done([...new Set(found)])
}

/** A name a line; the last digits of the telephone after it where two have one name. */
async function findCandidates(ctx: Ctx, lines: readonly string[]): Promise<Result<PollOption[]>> {
  const typed = lines.map(line => {
    const [name = "", tail = ""] = line.split(/\s+/)
    return { name, tail }
  })
  const people = await listPersonsNamed(ctx.db.read, ctx.community.id, [...new Set(typed.map(one => one.name))])
  const options: PollOption[] = []
  for (const { name, tail } of typed) {
    const meant = people.filter(person => person.name === name && (person.phone ?? "").endsWith(tail))
    const [person] = meant
    if (!person) return refuse("candidate_unknown", { field: "candidates", name })
    if (meant.length > 1) return refuse("candidate_ambiguous", { field: "candidates", name })
    if (options.some(option => option.personId === person.id)) continue
    options.push({ key: `c${options.length + 1}`, label: name, personId: person.id })
  }
  return done(options)
}

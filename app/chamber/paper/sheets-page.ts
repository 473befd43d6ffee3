import { z } from "zod"
import { noneName } from "~/chamber/rounds/ballot-marks"
import { done, type Result, refuse } from "~/law/result"
import { choiceNames, choices } from "~/law/tally"
import type { Ctx } from "~/web/context"
import { readCountHead } from "./count-head"
import { isRead, planSheets } from "./rules"
import { checkSheet, enterSheet } from "./sheets"
import { listEntries } from "./store"

/** One sheet to be read. Nothing of an earlier reading is in it. */
export type SheetRow = { sheet: number; name: string; isDuplicate: boolean; differences: number }

const rowsAtOnce = 20

/**
 * The page on which papers are read: which wait for a first reading, which for this person's check. What was read is never
 * handed to the page. Refusals: not_found, forbidden.
 */
export async function readSheetsPage(ctx: Ctx, key: { meetingId: string; roundId: string }) {
  const found = await readCountHead(ctx, key)
  if (!found.ok) return found
  const { head, round, papers } = found.value
  const entries = new Map(
    (await listEntries(ctx.db.read, ctx.community.id, round.id)).map(entry => [entry.sheet, entry]),
  )
  const { sheets, duplicates } = planSheets(papers, round.secret)
  const rowOf = (sheet: number): SheetRow => ({
    sheet,
    name: round.secret ? "" : (papers.find(paper => paper.serial === sheet)?.name ?? ""),
    isDuplicate: duplicates.includes(sheet),
    differences: entries.get(sheet)?.differences ?? 0,
  })
  const unread = sheets.filter(sheet => {
    const entry = entries.get(sheet)
    return !entry || !isRead(entry)
  })
  const once = sheets.filter(sheet => {
    const entry = entries.get(sheet)
    return entry !== undefined && isRead(entry) && entry.verdict === null
  })
  const own = once.filter(sheet => entries.get(sheet)?.enteredByAccountId === ctx.actor.accountId)
  const toCheck = once.filter(sheet => !own.includes(sheet))
  return done({
    head,
    marks: marksOf(head),
    unread: unread.slice(0, rowsAtOnce).map(rowOf),
    unreadCount: unread.length,
    toCheck: toCheck.slice(0, rowsAtOnce).map(rowOf),
    toCheckCount: toCheck.length,
    ownCount: own.length,
  })
}

/** What may stand on a sheet, in the order of the paper. */
function marksOf({
  options,
}: {
  options: { key: string; label: string }[] | null
}): { value: string; label: string }[] {
  const invalid = { value: "invalid", label: "无效" }
  if (!options) return [...choices.map(value => ({ value, label: choiceNames[value] })), invalid]
  return [
    ...options.map(({ key, label }) => ({ value: key, label })),
    { value: "none", label: noneName },
    { value: "abstain", label: choiceNames.abstain },
    invalid,
  ]
}

const one = z.union([z.string(), z.array(z.string())])
/** `mark-12` holds what was ticked of sheet 12; several where several may be chosen. */
export const SheetsForm = z.looseObject({ intent: z.enum(["read", "check"]) }).catchall(one)

export type SheetsDone = { read: number; agrees: number; differs: number[] }

/** A page of sheets as they were read; the first that is refused stops the rest. Refusals: nothing_read, and those of `enterSheet` and `checkSheet`. */
export async function pressOnSheets(
  ctx: Ctx,
  roundId: string,
  form: z.output<typeof SheetsForm>,
): Promise<Result<SheetsDone>> {
  const readings = Object.entries(form).flatMap(([name, value]) => {
    const sheet = /^mark-(\d{1,6})$/.exec(name)?.[1]
    const marks = (Array.isArray(value) ? value : [value]).filter(mark => mark !== "")
    return sheet && marks.length > 0 ? [{ roundId, sheet: Number(sheet), choice: marks.join("+") }] : []
  })
  if (readings.length === 0) return refuse("nothing_read")
  const said: SheetsDone = { read: 0, agrees: 0, differs: [] }
  for (const reading of readings) {
    if (form.intent === "read") {
      const entered = await enterSheet(ctx, reading)
      if (!entered.ok) return entered
      said.read += 1
      continue
    }
    const checked = await checkSheet(ctx, reading)
    if (!checked.ok) return checked
    if (checked.value.agrees) said.agrees += 1
    else said.differs.push(reading.sheet)
  }
  return done(said)
}

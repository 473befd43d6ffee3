import type { Reader, Writer } from "#db/client"
import { meetingSubject } from "~/chamber/meeting-access"
import { findMotion, type Motion } from "~/chamber/motions/store"
import { insertNamedBallot, insertSealedBallot } from "~/chamber/rounds/ballot-store"
import { readRoundKey } from "~/chamber/rounds/round-keys"
import type { Round } from "~/chamber/rounds/round-store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { newUnorderedId } from "~/web/identifiers"
import { inCount } from "./count-access"
import { listOfficers } from "./officer-store"
import { findPartyReason } from "./parties"
import { canRead, checkReading, hasOfficers, isDuplicate, isRead, planSheets } from "./rules"
import { openReading, sealReading } from "./sheet-sealing"
import { findEntry, insertEntry, listPapers, type PaperEntry, updateEntry } from "./store"

/** One sheet out of the box as somebody read it: a choice as ballots store it, or invalid. */
export type Reading = { roundId: string; sheet: number; choice: string }

/**
 * 录票, the first reading of one sheet: of a named round by the serial on it, of a secret one by the number pencilled on it at
 * the count. Nothing counts yet. Refusals: not_found, forbidden, and those of `findSheet`; sheet_read_already { sheet, by }.
 */
export async function enterSheet(ctx: Ctx, input: Reading): Promise<Result<{ sheet: number }>> {
  return inCount(ctx, input.roundId, "table", async (q, { round }) => {
    const found = await findSheet(q, ctx, round, input)
    if (!found.ok) return found
    const { entry, choice, participantId } = found.value
    if (entry && isRead(entry)) return refuse("sheet_read_already", { sheet: input.sheet, by: entry.enteredBy })
    const reading = {
      choice: round.secret ? null : choice,
      sealed: round.secret ? await sealReading(round, choice) : null,
      enteredBy: ctx.actor.name,
      enteredByAccountId: ctx.actor.accountId ?? "",
    }
    if (entry) await updateEntry(q, entry, reading)
    else
      await insertEntry(q, {
        ...keyOf(ctx, input),
        ...reading,
        participantId,
        verdict: null,
        differences: 0,
        checkedBy: "",
        version: 1,
      })
    return done({ sheet: input.sheet })
  })
}

export type Checked = { sheet: number; agrees: boolean }

/**
 * 核对: another person reads the sheet again without seeing the first reading. Where the two agree the ballot is in the box:
 * with the named ballots, or sealed with the sealed ones. Where they differ neither stands, and both read it again.
 * Refusals: those of `enterSheet` but sheet_read_already; sheet_not_read { sheet }, own_reading { sheet },
 * sheet_checked { sheet }, round_key_lost.
 */
export async function checkSheet(ctx: Ctx, input: Reading): Promise<Result<Checked>> {
  return inCount<Checked>(ctx, input.roundId, "table", async (q, { round }) => {
    const { sheet } = input
    const found = await findSheet(q, ctx, round, input)
    if (!found.ok) return found
    const { entry, choice, isDuplicated } = found.value
    if (!entry || !isRead(entry)) return refuse("sheet_not_read", { sheet })
    if (entry.verdict) return refuse("sheet_checked", { sheet })
    if (entry.enteredByAccountId === ctx.actor.accountId) return refuse("own_reading", { sheet })
    const first = await firstReadingOf(ctx, round, entry)
    if (first === null) return refuse("round_key_lost")
    if (first !== choice) {
      const unread = { choice: null, sealed: null, enteredBy: "", enteredByAccountId: "" }
      await updateEntry(q, entry, { ...unread, differences: entry.differences + 1 })
      await audit(q, ctx, "paper.readingsDiffered", meetingSubject(round.meetingId), { roundId: round.id, sheet })
      return done({ sheet, agrees: false })
    }
    await updateEntry(q, entry, { verdict: isDuplicated ? "duplicate" : "counted", checkedBy: ctx.actor.name })
    if (!isDuplicated) await putIntoBox(q, ctx, round, { participantId: entry.participantId, choice })
    return done({ sheet, agrees: true })
  })
}

type Found = { entry: PaperEntry | null; choice: string; participantId: string | null; isDuplicated: boolean }

/**
 * The sheet, if it is to be read, and what was read off it. Refusals: those of `canRead`, officers_missing, reader_is_party,
 * sheet_not_returned { sheet }, more_sheets_than_returned { returned }, and those of `checkReading`.
 */
async function findSheet(q: Writer, ctx: Ctx, round: Round, input: Reading): Promise<Result<Found>> {
  const open = canRead(round)
  if (!open.ok) return open
  const communityId = ctx.community.id
  const officers = hasOfficers(await listOfficers(q, communityId, round.id))
  if (!officers.ok) return officers
  const why = await findPartyReason(q, communityId, round, ctx.actor)
  if (why) return refuse("reader_is_party", { why })
  const papers = await listPapers(q, communityId, round.id)
  const { sheets } = planSheets(papers, round.secret)
  if (!sheets.includes(input.sheet))
    return round.secret
      ? refuse("more_sheets_than_returned", { field: "sheet", returned: sheets.length })
      : refuse("sheet_not_returned", { field: "sheet", sheet: input.sheet })
  const form = await formOf(q, communityId, round)
  const checked = form && checkReading(form, input)
  if (!checked) return refuse("not_found")
  if (!checked.ok) return checked
  const paper = round.secret ? undefined : papers.find(one => one.serial === input.sheet)
  return done({
    entry: await findEntry(q, keyOf(ctx, input)),
    choice: checked.value,
    participantId: paper?.participantId ?? null,
    isDuplicated: paper !== undefined && isDuplicate(paper),
  })
}

const formOf = (q: Reader, communityId: string, round: Round): Promise<Motion | null> =>
  findMotion(q, communityId, round.motionId)

async function firstReadingOf(ctx: Ctx, round: Round, entry: PaperEntry): Promise<string | null> {
  if (!round.secret) return entry.choice
  const key = await readRoundKey(ctx.keyDir, round.id)
  return key && entry.sealed && openReading(round, key.privateKey, entry.sealed)
}

async function putIntoBox(
  q: Writer,
  ctx: Ctx,
  round: Round,
  ballot: { participantId: string | null; choice: string },
): Promise<void> {
  const of = { communityId: ctx.community.id, roundId: round.id }
  // Sealed anew and under an unordered id: nothing in the box says that it came from paper, or from which sheet.
  if (round.secret)
    await insertSealedBallot(q, { ...of, id: newUnorderedId(), sealed: await sealReading(round, ballot.choice) })
  else await insertNamedBallot(q, { ...of, participantId: ballot.participantId ?? "", choice: ballot.choice })
}

const keyOf = (ctx: Ctx, { roundId, sheet }: Reading) => ({ communityId: ctx.community.id, roundId, sheet })

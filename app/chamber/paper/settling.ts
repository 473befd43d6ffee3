import type { Writer } from "#db/client"
import { meetingSubject } from "~/chamber/meeting-access"
import type { Round } from "~/chamber/rounds/round-store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { inCount } from "./count-access"
import { canHandlePapers, canRead } from "./rules"
import { listPapers, type Paper, settlePaper } from "./store"

/** Which papers it was about, by their serials. */
export type Handled = { serials: number[] }

const endings = {
  returned: { state: "returned", action: "paper.returned" },
  /** Registered late, on the word of those at the table. */
  returnedBeforeEnd: { state: "returned", action: "paper.returnedBeforeEnd" },
  missing: { state: "missing", action: "paper.missing" },
  spoiled: { state: "spoiled", action: "paper.withdrawn" },
} as const

/**
 * Writes what became of papers that are out, and for each `andThen` in the same transaction: its refusal leaves all of them out.
 * Refusals: not_found, forbidden, nothing_chosen, those of `canHandlePapers` (of missing ones `canRead`) and of `findOut`.
 */
export function settlePapers(
  ctx: Ctx,
  input: { roundId: string; serials: readonly number[] },
  ending: keyof typeof endings,
  andThen?: (q: Writer, round: Round, paper: Paper) => Promise<Result<null>>,
): Promise<Result<Handled>> {
  const { state, action } = endings[ending]
  const serials = [...new Set(input.serials)]
  return inCount(ctx, input.roundId, state === "spoiled" ? "everybody" : "table", async (q, { round }) => {
    if (serials.length === 0) return refuse("nothing_chosen", { field: "serial" })
    const open = state === "missing" ? canRead(round) : canHandlePapers(round)
    if (!open.ok) return open
    for (const serial of serials) {
      const found = await findOut(q, ctx, round, serial)
      if (!found.ok) return found
      const allowed = (await andThen?.(q, round, found.value)) ?? done(null)
      if (!allowed.ok) return allowed
      await settlePaper(q, paperKey(ctx, round, serial), state)
    }
    // How many, never which: of a secret round the order of handing in would be an order of voting.
    await audit(q, ctx, action, meetingSubject(round.meetingId), {
      roundId: round.id,
      count: serials.length,
      ...(ending === "returnedBeforeEnd" && !round.secret ? { serials } : {}),
    })
    return done({ serials })
  })
}

/** A paper that is still out. Refusals: serial_unknown { serial }, paper_settled { serial, state }. */
export async function findOut(q: Writer, ctx: Ctx, round: Round, serial: number): Promise<Result<Paper>> {
  const paper = (await listPapers(q, ctx.community.id, round.id)).find(one => one.serial === serial)
  if (!paper) return refuse("serial_unknown", { field: "serial", serial })
  return paper.state === "issued"
    ? done(paper)
    : refuse("paper_settled", { field: "serial", serial, state: paper.state })
}

export const paperKey = (ctx: Ctx, round: Round, serial: number) => ({
  communityId: ctx.community.id,
  roundId: round.id,
  serial,
})

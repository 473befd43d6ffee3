import { countAnswering } from "~/intake/answering"
import { civilDateOf, daysBetween } from "~/law/civil-date"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { listClosings } from "./matter-store"

/** This year's figures, as they stand at the foot of the desk; null to those who do not read issues. */
export type DeskFigures = {
  year: string
  received: number
  closed: number
  unanswered: number
  late: number
  /** Mean days from the first word to the final answer, to one decimal; null while nothing is closed. */
  meanDays: string | null
  /** Of those who rated: how many were satisfied or mostly so. */
  rated: { satisfied: number; whole: number }
}

export async function readFigures(ctx: Ctx): Promise<DeskFigures | null> {
  if (!may(ctx.actor, "issue:read")) return null
  const year = civilDateOf(ctx.now()).slice(0, 4)
  const since = `${year}-01-01`
  const { received, closed, unanswered, late, satisfied } = await countAnswering(ctx, { since })
  const days = (await listClosings(ctx.db.read, ctx.community.id, since)).map(one =>
    Math.max(0, daysBetween(one.reportedOn, civilDateOf(one.answeredAt))),
  )
  return {
    year,
    received,
    closed,
    unanswered,
    late,
    meanDays: days.length > 0 ? (days.reduce((sum, one) => sum + one, 0) / days.length).toFixed(1) : null,
    rated: {
      satisfied: satisfied.satisfied + satisfied.mostly,
      whole: Object.values(satisfied).reduce((sum, count) => sum + count, 0),
    },
  }
}

import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { checkBallot } from "./ballots"
import { answers } from "./rules"

/**
 * A page of papers as they were read again: `answer-12` is what number 12 says. Each is compared for itself; the first that
 * is refused stops the rest. Refusals: check_nothing, and those of `checkBallot`.
 */
export async function checkBallots(
  ctx: Ctx,
  pollId: string,
  form: Readonly<Record<string, string | string[]>>,
): Promise<Result<{ agrees: number; differs: number[] }>> {
  if (!may(ctx.actor, "poll:enter")) return refuse("forbidden")
  const read = Object.entries(form).flatMap(([name, value]) => {
    const ordinal = /^answer-(\d{1,6})$/.exec(name)?.[1]
    const answer = answers.find(one => one === value)
    return ordinal && answer ? [{ ordinal: Number(ordinal), answer }] : []
  })
  if (read.length === 0) return refuse("check_nothing")
  let agrees = 0
  const differs: number[] = []
  for (const { ordinal, answer } of read) {
    const checked = await checkBallot(ctx, { pollId, ordinal, answer })
    if (!checked.ok) return checked
    if (checked.value.agrees) agrees += 1
    else differs.push(ordinal)
  }
  return done({ agrees, differs })
}

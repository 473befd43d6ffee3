import type { SatisfactionLevel } from "#db/schema/intake"
import { listMattersForProposer } from "~/followup/proposer-view"
import { readFollowCode } from "~/intake/follow-codes"
import { readFollowedIssue } from "~/intake/resident-reports"
import { rateByFollowCode } from "~/intake/satisfaction"
import { done, type Result, refuse } from "~/law/result"
import { type FollowedObjection, readObjectionByFollowCode } from "~/records/objections"
import type { Ctx } from "~/web/context"
import { countAttempt, giveBackAttempt } from "~/web/limits"
import { headlineOf, momentsOf } from "./rules"
import { readTalks } from "./talks"

/**
 * Numbers nobody was given, from one address until the next window, together with those being looked up this moment: right
 * ones are given back, but a whole house behind one address may ask at once.
 */
const wrongPerAddress = 30
const windowMinutes = 10

type Knock = { code: string; address: string }

/**
 * Finds what a number belongs to. Ten digits are out of reach of guessing only while guesses are counted, so an address
 * that tried too many finds nothing, not even with a right one. Refusals: follow_code_unknown, too_many_attempts.
 */
async function withCode<T>(
  ctx: Ctx,
  { code, address }: Knock,
  find: (code: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const bucket = `follow:address:${address}`
  const now = ctx.now()
  // Counted before it is looked up and given back after: of many guesses sent at once only so many are looked up at all.
  const count = await ctx.db.tx(`attempts:${bucket}`, q => countAttempt(q, bucket, now, windowMinutes))
  if (count > wrongPerAddress) return refuse("too_many_attempts", { minutes: windowMinutes })
  const plain = readFollowCode(code)
  const found = plain ? await find(plain) : refuse("follow_code_unknown", { field: "number", status: 404 })
  if (found.ok || found.code !== "follow_code_unknown")
    await ctx.db.tx(`attempts:${bucket}`, q => giveBackAttempt(q, bucket, now, windowMinutes))
  return found
}

/** Whether there is such a number; gives it back as ten digits. For strangers. Refusals: as `readFollowed`. */
export const findFollowed = (ctx: Ctx, knock: Knock): Promise<Result<string>> =>
  withCode(ctx, knock, async code => {
    const known = (await readFollowedIssue(ctx, code)).ok || (await readObjectionByFollowCode(ctx, code)).ok
    return known ? done(code) : refuse("follow_code_unknown", { field: "number", status: 404 })
  })

export type Followed =
  | { kind: "issue"; issue: Awaited<ReturnType<typeof readIssueForProposer>> & object }
  | { kind: "objection"; objection: FollowedObjection }

/**
 * What whoever holds the number sees: the issue with everything that was made of it and may be shown, or the objection.
 * For strangers: asks no permission. Refusals: follow_code_unknown, too_many_attempts.
 */
export const readFollowed = (ctx: Ctx, knock: Knock): Promise<Result<Followed>> =>
  withCode<Followed>(ctx, knock, async code => {
    const issue = await readIssueForProposer(ctx, code)
    if (issue) return done({ kind: "issue", issue })
    const objection = await readObjectionByFollowCode(ctx, code)
    return objection.ok
      ? done({ kind: "objection", objection: objection.value })
      : refuse("follow_code_unknown", { status: 404 })
  })

async function readIssueForProposer(ctx: Ctx, code: string) {
  const read = await readFollowedIssue(ctx, code)
  if (!read.ok) return null
  const { headId, issueId: _, ...issue } = read.value
  const matters = await listMattersForProposer(ctx, headId)
  const talks = await readTalks(ctx, headId)
  return { ...issue, ...matters, headline: headlineOf(issue, matters.works, talks), moments: momentsOf(issue, talks) }
}

/** 评价 by whoever holds the number. Refusals: as `readFollowed`, and those of `rateByFollowCode`. */
export const rateFollowed = (
  ctx: Ctx,
  knock: Knock,
  rating: { level: SatisfactionLevel; comment: string },
): Promise<Result<null>> => withCode(ctx, knock, followCode => rateByFollowCode(ctx, { followCode, ...rating }))

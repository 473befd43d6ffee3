import type { Writer } from "#db/client"
import { type CivilDate, civilDateOf, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { formatNumber, takeNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { resourceNumberOf } from "./resources"
import { checkDoneOn, checkOpenClaim, checkWish, openClaimStates, resourceStateOf } from "./rules"
import { type Claim, findClaim, findResource, findWish, insertClaim, listClaims, moveClaim, type Wish } from "./store"

export const claimNumberOf = (ctx: Pick<Ctx, "community">, one: Pick<Claim, "year" | "sequence">): string =>
  formatNumber(ctx.community.shortName, "claim", one.year, one.sequence)
export const wishNumberOf = (ctx: Pick<Ctx, "community">, one: Pick<Wish, "year" | "sequence">): string =>
  formatNumber(ctx.community.shortName, "issue", one.year, one.sequence)

export type ClaimEntry = {
  issueId: string
  /** What of the 资源清单 it is met with; null where it is met otherwise. */
  resourceId: string | null
  /** 认领单位 as it is printed: of the register, or anybody's name. */
  claimant: string
  /** How it will be met. */
  content: string
  dueOn: CivilDate
}

/**
 * 认领: a wish is taken up, with a resource of the list or without one; one open claim of a wish at a time. The same again
 * gives the claim that is there. Refusals: forbidden, not_found, issue_merged, issue_not_wish, wish_claimed,
 * wish_awaits_answer, claimant_missing, claim_content_missing, due_date_missing, due_in_past, resource_ended, resource_over.
 */
export async function claimNeed(ctx: Ctx, entry: ClaimEntry): Promise<Result<{ claimId: string; number: string }>> {
  if (!may(ctx.actor, "claim:manage")) return refuse("forbidden")
  // The wish's own lock: it may be answered, or merged away, in the same moment.
  return writeOrRefuse<{ claimId: string; number: string }>(ctx, `issue:${entry.issueId}`, async q => {
    const wish = await findWish(q, ctx.community.id, entry.issueId)
    if (!wish) return refuse("not_found")
    const there = await listClaims(q, ctx.community.id, { issueId: wish.id })
    const same = there.find(claim => claim.state === "claimed" && isSame(claim, entry))
    if (same) return done({ claimId: same.id, number: claimNumberOf(ctx, same) })
    const checked = checkWish(wish, there)
    if (!checked.ok) return checked
    const filled = await checkEntry(q, ctx, entry)
    return filled.ok ? writeClaimIn(q, ctx, wish, entry) : filled
  })
}

/** A second click, not a second thought. */
const isSame = (claim: Claim, entry: ClaimEntry): boolean =>
  claim.claimant === entry.claimant && claim.content === entry.content && claim.dueOn === entry.dueOn

async function checkEntry(q: Writer, ctx: Ctx, entry: ClaimEntry): Promise<Result<null>> {
  const today = civilDateOf(ctx.now())
  if (entry.resourceId !== null) {
    const resource = await findResource(q, ctx.community.id, entry.resourceId)
    if (!resource) return refuse("not_found")
    const state = resourceStateOf(resource, today)
    if (state === "ended") return refuse("resource_ended", { field: "resourceId" })
    if (state === "over") return refuse("resource_over", { field: "resourceId" })
  }
  if (entry.claimant === "") return refuse("claimant_missing", { field: "claimant" })
  if (entry.content === "") return refuse("claim_content_missing", { field: "content" })
  if (!isRealDate(entry.dueOn)) return refuse("due_date_missing", { field: "dueOn" })
  return entry.dueOn < today ? refuse("due_in_past", { field: "dueOn" }) : done(null)
}

async function writeClaimIn(q: Writer, ctx: Ctx, wish: Wish, entry: ClaimEntry) {
  const today = civilDateOf(ctx.now())
  const year = Number(today.slice(0, 4))
  const claim: Claim = {
    communityId: ctx.community.id,
    id: ctx.newId(),
    year,
    sequence: await takeNumber(q, ctx.community.id, "claim", year),
    ...entry,
    state: "claimed",
    claimedOn: today,
    progress: "",
    doneOn: null,
    endReason: "",
    createdAt: ctx.now(),
    createdBy: ctx.actor.name,
    version: 1,
  }
  await insertClaim(q, claim)
  const resource = entry.resourceId ? await findResource(q, ctx.community.id, entry.resourceId) : null
  await audit(q, ctx, "claim.made", subjectOf(claim.id), {
    ...detailOf(ctx, claim, wish),
    content: claim.content,
    dueOn: claim.dueOn,
    resource: resource ? resourceNumberOf(ctx, resource) : "",
  })
  return done({ claimId: claim.id, number: claimNumberOf(ctx, claim) })
}

type Moved = Promise<Result<{ claimId: string; issueId: string }>>

/** 报进展 of a project. Refusals: forbidden, not_found, claim_moved_on, claim_progress_missing. */
export const reportClaim = (ctx: Ctx, input: { claimId: string; progress: string }): Moved =>
  stepClaim(ctx, input.claimId, "claim.reported", { note: input.progress }, () =>
    input.progress === ""
      ? refuse("claim_progress_missing", { field: "progress" })
      : done({ state: "doing", progress: input.progress }),
  )

/**
 * 完成. The wish stays open until its proposer has the final answer, which is given at the issue.
 * Refusals: forbidden, not_found, claim_moved_on, claim_result_missing, claim_done_date.
 */
export const finishClaim = (ctx: Ctx, input: { claimId: string; result: string; doneOn: CivilDate }): Moved =>
  stepClaim(ctx, input.claimId, "claim.finished", { note: input.result, doneOn: input.doneOn }, claim => {
    const { result, doneOn } = input
    if (result === "") return refuse("claim_result_missing", { field: "result" })
    const dated = checkDoneOn(claim, isRealDate(doneOn) ? doneOn : "", civilDateOf(ctx.now()))
    return dated.ok ? done({ state: "done", progress: result, doneOn }) : dated
  })

/** Given up: the wish waits for somebody again. Refusals: forbidden, not_found, claim_moved_on, claim_reason_missing. */
export const endClaim = (ctx: Ctx, input: { claimId: string; reason: string }): Moved =>
  stepClaim(ctx, input.claimId, "claim.ended", { note: input.reason }, () =>
    input.reason === ""
      ? refuse("claim_reason_missing", { field: "endReason" })
      : done({ state: "ended", endReason: input.reason }),
  )

async function stepClaim(
  ctx: Ctx,
  claimId: string,
  action: string,
  detail: Record<string, unknown>,
  prepare: (claim: Claim) => Result<Partial<Claim>>,
): Moved {
  if (!may(ctx.actor, "claim:manage")) return refuse("forbidden")
  return writeOrRefuse<{ claimId: string; issueId: string }>(ctx, `claim:${claimId}`, async q => {
    const claim = await findClaim(q, ctx.community.id, claimId)
    if (!claim) return refuse("not_found")
    const open = checkOpenClaim(claim)
    if (!open.ok) return open
    const prepared = prepare(claim)
    if (!prepared.ok) return prepared
    if (!(await moveClaim(q, claim, openClaimStates, prepared.value))) return refuse("changed_meanwhile")
    const wish = await findWish(q, ctx.community.id, claim.issueId)
    await audit(q, ctx, action, subjectOf(claim.id), { ...detailOf(ctx, claim, wish), ...detail })
    return done({ claimId, issueId: claim.issueId })
  })
}

const subjectOf = (id: string) => ({ kind: "claim", id }) as const
const detailOf = (ctx: Ctx, claim: Claim, wish: Pick<Wish, "year" | "sequence" | "title"> | null) => ({
  number: claimNumberOf(ctx, claim),
  claimant: claim.claimant,
  need: wish?.title ?? "",
  needNumber: wish ? wishNumberOf(ctx, wish) : "",
})

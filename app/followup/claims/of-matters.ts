import { type CivilDate, civilDateOf, formatDate } from "~/law/civil-date"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { claimNumberOf } from "./claiming"
import { checkWish, isOpenClaim } from "./rules"
import { type Claim, listClaims, listOpenWishes, listWishesById } from "./store"

const lineOf = (ctx: Ctx, claim: Claim, today: CivilDate) => ({
  claimId: claim.id,
  number: claimNumberOf(ctx, claim),
  claimant: claim.claimant,
  state: claim.state,
  isOpen: isOpenClaim(claim.state),
  dueOn: claim.dueOn,
  due: formatDate(claim.dueOn),
  done: claim.doneOn ? formatDate(claim.doneOn) : "",
  isLate: isOpenClaim(claim.state) && claim.dueOn < today,
})
export type ClaimOfMatter = ReturnType<typeof lineOf>

/** Who took a wish up, the last first; nothing for whoever may not read claims. */
export async function listClaimsOfIssue(ctx: Ctx, issueId: string): Promise<ClaimOfMatter[]> {
  if (!may(ctx.actor, "claim:read")) return []
  const claims = await listClaims(ctx.db.read, ctx.community.id, { issueId })
  return claims.toReversed().map(claim => lineOf(ctx, claim, civilDateOf(ctx.now())))
}

export type WaitingClaims = {
  /** Wishes nobody has taken up, by their numbers. */
  toClaim: { issueId: string; title: string; reportedOn: CivilDate; dueOn: CivilDate | null }[]
  /** Taken up and not met yet. */
  open: (ClaimOfMatter & { need: string })[]
}

/** What of 双向认领 waits on the desk of whoever keeps it; nothing for others. */
export async function readWaitingClaims(ctx: Ctx): Promise<WaitingClaims> {
  if (!may(ctx.actor, "claim:manage")) return { toClaim: [], open: [] }
  const q = ctx.db.read
  const communityId = ctx.community.id
  const wishes = await listOpenWishes(q, communityId)
  const claims = await listClaims(q, communityId)
  const open = claims.filter(claim => isOpenClaim(claim.state))
  const needs = await listWishesById(
    q,
    communityId,
    open.map(claim => claim.issueId),
  )
  const today = civilDateOf(ctx.now())
  const ofWish = (issueId: string) => claims.filter(claim => claim.issueId === issueId)
  return {
    toClaim: wishes
      .filter(wish => checkWish(wish, ofWish(wish.id)).ok)
      .map(wish => ({
        issueId: wish.id,
        title: wish.title,
        reportedOn: wish.reportedOn,
        dueOn: wish.answerDueOn,
      })),
    open: open.map(claim => ({
      ...lineOf(ctx, claim, today),
      need: needs.find(wish => wish.id === claim.issueId)?.title ?? "",
    })),
  }
}

import { type CivilDate, civilDateOf, daysBetween, formatDate } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { listOrganizationNames } from "~/people/organizations"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { claimNumberOf, wishNumberOf } from "./claiming"
import { resourceNumberOf } from "./resources"
import { awaitsAnswer, checkWish, isOpenClaim, resourceStateOf } from "./rules"
import {
  type Claim,
  findClaim,
  findResource,
  findWish,
  listClaims,
  listOpenWishes,
  listResources,
  listWishesById,
  type Resource,
} from "./store"

/** 双向认领 on one page: wishes that wait for somebody, what is offered, and the projects. Refusal: forbidden. */
export async function readClaimBoard(ctx: Ctx) {
  if (!may(ctx.actor, "claim:read")) return refuse("forbidden")
  const q = ctx.db.read
  const communityId = ctx.community.id
  const today = civilDateOf(ctx.now())
  const wishes = await listOpenWishes(q, communityId)
  const claims = await listClaims(q, communityId)
  const resources = await listResources(q, communityId)
  const ofWish = (issueId: string) => claims.filter(claim => claim.issueId === issueId)
  const needs = new Map(
    (
      await listWishesById(
        q,
        communityId,
        claims.map(claim => claim.issueId),
      )
    ).map(wish => [wish.id, wish]),
  )
  return done({
    waiting: wishes
      .filter(wish => checkWish(wish, ofWish(wish.id)).ok)
      .map(wish => ({
        issueId: wish.id,
        number: wishNumberOf(ctx, wish),
        title: wish.title,
        reported: formatDate(wish.reportedOn),
        due: wish.answerDueOn ? formatDate(wish.answerDueOn) : "",
        daysLate: lateBy(wish.answerDueOn, today),
      })),
    toAnswer: wishes
      .filter(wish => awaitsAnswer(wish, ofWish(wish.id)))
      .map(wish => ({ issueId: wish.id, title: wish.title })),
    resources: resources
      .map(one => resourceLine(ctx, one, claims, today))
      .toSorted((a, b) => Number(b.state === "offered") - Number(a.state === "offered")),
    projects: claims.toReversed().map(claim => ({
      ...claimLine(ctx, claim, today),
      need: needs.get(claim.issueId)?.title ?? "",
    })),
    mayManage: may(ctx.actor, "claim:manage"),
  })
}
export type ClaimBoard = Extract<Awaited<ReturnType<typeof readClaimBoard>>, { ok: true }>["value"]

const lateBy = (dueOn: CivilDate | null, today: CivilDate): number =>
  dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today))

const resourceLine = (ctx: Ctx, one: Resource, claims: readonly Claim[], today: CivilDate) => ({
  resourceId: one.id,
  number: resourceNumberOf(ctx, one),
  provider: one.provider,
  content: one.content,
  until: one.until ? formatDate(one.until) : "长期",
  state: resourceStateOf(one, today),
  uses: claims.filter(claim => claim.resourceId === one.id && claim.state !== "ended").length,
})

const claimLine = (ctx: Ctx, claim: Claim, today: CivilDate) => ({
  claimId: claim.id,
  number: claimNumberOf(ctx, claim),
  claimant: claim.claimant,
  state: claim.state,
  due: formatDate(claim.dueOn),
  done: claim.doneOn ? formatDate(claim.doneOn) : "",
  daysLate: isOpenClaim(claim.state) ? lateBy(claim.dueOn, today) : 0,
})
export type ClaimLine = ReturnType<typeof claimLine> & { need: string }

/**
 * One resource, what it was used for, and whom to call for those who work with issues. Refusals: not_found, forbidden.
 */
export async function readResource(ctx: Ctx, resourceId: string) {
  const q = ctx.db.read
  const resource = await findResource(q, ctx.community.id, resourceId)
  if (!resource) return refuse("not_found")
  if (!may(ctx.actor, "claim:read")) return refuse("forbidden")
  const today = civilDateOf(ctx.now())
  const claims = await listClaims(q, ctx.community.id, { resourceId })
  const needs = await listWishesById(
    q,
    ctx.community.id,
    claims.map(claim => claim.issueId),
  )
  const mayManage = may(ctx.actor, "claim:manage")
  const mayCall = may(ctx.actor, "issue:read")
  return done({
    ...resourceLine(ctx, resource, claims, today),
    contactName: mayCall ? resource.contactName : "",
    contactPhone: mayCall ? resource.contactPhone : "",
    untilDay: resource.until,
    endReason: resource.endReason,
    ended: resource.endedAt ? formatDate(civilDateOf(resource.endedAt)) : "",
    version: resource.version,
    projects: claims.toReversed().map(claim => ({
      ...claimLine(ctx, claim, today),
      need: needs.find(wish => wish.id === claim.issueId)?.title ?? "",
    })),
    providers: mayManage ? await listOrganizationNames(ctx) : [],
    canEdit: mayManage && resource.endedAt === null,
  })
}
export type ResourceView = Extract<Awaited<ReturnType<typeof readResource>>, { ok: true }>["value"]

/** What the form of a new resource offers. Refusal: forbidden. */
export async function readResourceForm(ctx: Ctx) {
  if (!may(ctx.actor, "claim:manage")) return refuse("forbidden")
  return done({ providers: await listOrganizationNames(ctx), today: civilDateOf(ctx.now()) })
}

/** Who has a wish now, or met it and waits for its answer; null while it waits for somebody, and for whoever enters no claims. */
export async function findStandingClaim(ctx: Ctx, issueId: string): Promise<string | null> {
  if (!may(ctx.actor, "claim:manage")) return null
  const wish = await findWish(ctx.db.read, ctx.community.id, issueId)
  if (wish?.state !== "sorted") return null
  const claims = await listClaims(ctx.db.read, ctx.community.id, { issueId })
  return claims.findLast(claim => isOpenClaim(claim.state) || awaitsAnswer(wish, [claim]))?.id ?? null
}

/** A wish about to be taken up, and what there is to meet it with. Refusals: forbidden, not_found, and those of `checkWish`. */
export async function readWishToClaim(ctx: Ctx, issueId: string) {
  if (!may(ctx.actor, "claim:manage")) return refuse("forbidden")
  const q = ctx.db.read
  const wish = await findWish(q, ctx.community.id, issueId)
  if (!wish) return refuse("not_found")
  const free = checkWish(wish, await listClaims(q, ctx.community.id, { issueId }))
  if (!free.ok) return free
  const today = civilDateOf(ctx.now())
  const resources = await listResources(q, ctx.community.id)
  return done({
    issueId: wish.id,
    number: wishNumberOf(ctx, wish),
    title: wish.title,
    content: wish.content,
    dueOn: wish.answerDueOn !== null && wish.answerDueOn >= today ? wish.answerDueOn : "",
    today,
    claimants: await listOrganizationNames(ctx),
    resources: resources
      .filter(one => resourceStateOf(one, today) === "offered")
      .map(one => ({ resourceId: one.id, label: `${one.provider}：${one.content}` })),
  })
}
export type WishToClaim = Extract<Awaited<ReturnType<typeof readWishToClaim>>, { ok: true }>["value"]

/** One project with its need and its resource. Refusals: not_found, forbidden. */
export async function readClaim(ctx: Ctx, claimId: string) {
  const q = ctx.db.read
  const claim = await findClaim(q, ctx.community.id, claimId)
  if (!claim) return refuse("not_found")
  if (!may(ctx.actor, "claim:read")) return refuse("forbidden")
  const today = civilDateOf(ctx.now())
  const wish = await findWish(q, ctx.community.id, claim.issueId)
  const resource = claim.resourceId ? await findResource(q, ctx.community.id, claim.resourceId) : null
  const all = await listClaims(q, ctx.community.id, { issueId: claim.issueId })
  return done({
    ...claimLine(ctx, claim, today),
    content: claim.content,
    progress: claim.progress,
    endReason: claim.endReason,
    claimed: `${formatDate(claim.claimedOn)}，${claim.createdBy}登记`,
    claimedOn: claim.claimedOn,
    today,
    need: wish ? { issueId: wish.id, number: wishNumberOf(ctx, wish), title: wish.title } : null,
    mayReadNeed: may(ctx.actor, "issue:read"),
    resource: resource && {
      resourceId: resource.id,
      number: resourceNumberOf(ctx, resource),
      label: `${resource.provider}：${resource.content}`,
    },
    canMove: may(ctx.actor, "claim:manage") && isOpenClaim(claim.state),
    /** It is met, and its proposer was not told yet. */
    toAnswer:
      may(ctx.actor, "issue:answer") && claim.state === "done" && wish?.state === "sorted" && awaitsAnswer(wish, all),
  })
}
export type ClaimView = Extract<Awaited<ReturnType<typeof readClaim>>, { ok: true }>["value"]

import { data, type MiddlewareFunction, type RouterContextProvider, redirect } from "react-router"
import {
  type Actor,
  appContext,
  type Ctx,
  type Installation,
  type RequestFacts,
  requestContext,
  serverContext,
  stranger,
} from "~/web/context"
import { findSeat } from "./sessions"
import { findCommunityBySlug, listRoles } from "./store"

/** Who the request is in this community: a member with roles, a seat at one of its meetings, both, or a stranger. */
export async function ctxOf(
  installation: Installation,
  request: Pick<RequestFacts, "signedIn" | "seatSessionId">,
  slug: string,
): Promise<Ctx | null> {
  const [community, seat] = await Promise.all([
    findCommunityBySlug(installation.db.read, slug),
    findSeat(installation, request.seatSessionId),
  ])
  if (!community) return null
  const actor: Actor = { ...stranger }
  if (request.signedIn) {
    const roles = await listRoles(installation.db.read, community.id, request.signedIn.accountId)
    if (roles.length > 0) {
      actor.accountId = request.signedIn.accountId
      // A person belongs to a community; an account entering another one is there by role alone.
      actor.personId = request.signedIn.homeCommunityId === community.id ? request.signedIn.personId : null
      actor.name = request.signedIn.name
      actor.roles = roles
    }
  }
  if (seat && seat.communityId === community.id)
    actor.seat = {
      meetingId: seat.meetingId,
      participantId: seat.participantId,
      personId: seat.personId,
      name: seat.name,
      helper: seat.helperName ? { name: seat.helperName, reason: seat.helperReason } : null,
    }
  return { ...installation, actor, community }
}

const findCtx = (context: Readonly<RouterContextProvider>, slug: string): Promise<Ctx | null> =>
  ctxOf(context.get(serverContext).installation, context.get(requestContext), slug)

export const notHere = () => data("没有找到这一页。可能地址不对，或者已经不在这里。", { status: 404 })

/** The gate of `/c/:community`: members only. To an outsider it does not exist; a stranger is asked to sign in first. */
export const memberGate: MiddlewareFunction<Response> = async ({ params, url, request, context }, next) => {
  const signedIn = context.get(requestContext).signedIn
  if (!signedIn) {
    // After a sign-in one lands where one was: a page, never an action.
    const back =
      request.method === "GET" ? url.pathname + url.search : new URL(request.headers.get("Referer") ?? url).pathname
    throw redirect(`/sign-in?back=${encodeURIComponent(back)}`)
  }
  if (signedIn.mustChangePassword) throw redirect("/password")
  const ctx = await findCtx(context, params.community ?? "")
  if (!ctx?.actor.accountId) throw notHere()
  context.set(appContext, ctx)
  return next()
}

/** The gate of the tablets: anyone may knock; pages ask `ctx.actor.seat` themselves. */
export const seatGate: MiddlewareFunction<Response> = async ({ params, context }, next) => {
  const ctx = await findCtx(context, params.community ?? "")
  if (!ctx) throw notHere()
  context.set(appContext, ctx)
  return next()
}

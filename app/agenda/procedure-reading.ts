import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { type ProcedureKey, procedureNames, type Route, routeOf } from "~/rulebook/routing"
import type { Ctx } from "~/web/context"
import { owesStudy, partyOpinionNames } from "./party-review-rules"
import { askedOf } from "./procedure-asking"
import { afterRouting } from "./procedure-words"
import { mayReword } from "./rules"
import { findTopic, listPartyReviews, listRoutings, type Routing, type Topic } from "./store"

/** How a judgement is shown, before it is confirmed and after. */
const judgement = (
  route: Pick<Route, "why" | "article" | "isImportant"> & { procedure: ProcedureKey; mayAlso: readonly ProcedureKey[] },
  topicId: string,
) => ({
  procedure: route.procedure,
  name: procedureNames[route.procedure],
  why: route.why,
  article: route.article,
  isImportant: route.isImportant,
  mayAlso: route.mayAlso.map(key => procedureNames[key]),
  after: afterRouting(route.procedure, topicId),
})
export type JudgementView = ReturnType<typeof judgement>

/** What was judged of the current proposal; in the words it was judged with, whatever the questions say since. */
function routingView(routing: Routing) {
  const procedure = routing.procedure as ProcedureKey
  const mayAlso = routeOf(routing.answers)?.mayAlso ?? []
  return {
    ...judgement({ ...routing, procedure, mayAlso }, routing.topicId),
    by: routing.routedBy,
    on: formatDate(civilDateOf(routing.routedAt)),
    asked: askedOf(routing.answers).asked.map(one => ({ question: one.question, answer: one.answer })),
  }
}

/** Procedure and party study of the current proposal of a topic, and what of it the actor may do now. */
export async function readProcedure(ctx: Ctx, topic: Topic) {
  const { read } = ctx.db
  const routing = (await listRoutings(read, ctx.community.id, [topic.id])).get(topic.id)
  const review = (await listPartyReviews(read, ctx.community.id, [topic.id])).get(topic.id)
  return {
    routing: routing ? routingView(routing) : null,
    study: review
      ? {
          heldOn: formatDate(review.heldOn),
          organization: review.organization,
          attendance: `应到${review.entitled}人，实到${review.present}人`,
          opinion: review.opinion,
          opinionName: partyOpinionNames[review.opinion],
          summary: review.summary,
          by: review.recordedBy,
        }
      : null,
    owesStudy: owesStudy(routing, review),
    mayRoute: may(ctx.actor, "topic:edit") && mayReword(topic.state),
  }
}
export type ProcedureView = Awaited<ReturnType<typeof readProcedure>>

/**
 * The questions for a topic as far as `given` answers them: the one that is open, or the judgement to be confirmed.
 * Refusals: not_found, forbidden, topic_fixed.
 */
export async function readRouting(ctx: Ctx, topicId: string, given: Readonly<Record<string, string>>) {
  const topic = await findTopic(ctx.db.read, ctx.community.id, topicId)
  if (!topic) return refuse("not_found")
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  if (!mayReword(topic.state)) return refuse("topic_fixed", { status: 409 })
  const { asked, answers, open } = askedOf(given)
  const route = open ? null : routeOf(answers)
  return done({ title: topic.title, asked, answers, open, route: route ? judgement(route, topicId) : null })
}

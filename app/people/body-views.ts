import { civilDateOf } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { bodyKindNames } from "./body-names"
import { type BodyTermView, countBodyMembers, findBody, listBodies, listBodyTerms, listEstateNames } from "./body-store"
import { chosenHowNames } from "./choosing"
import { may } from "./permissions"
import { unprintable } from "./printable"
import { holdsOffice } from "./rules"

/** Bodies with how many sit in each today. Refuses forbidden. */
export async function readBodies(ctx: Ctx) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const bodies = await listBodies(ctx.db.read, ctx.community.id)
  const members = await countBodyMembers(ctx.db.read, ctx.community.id, ctx.now())
  const estates = new Map((await listEstateNames(ctx.db.read, ctx.community.id)).map(one => [one.id, one.name]))
  return done({
    rows: bodies.map(body => ({
      id: body.id,
      name: body.name,
      kind: bodyKindNames[body.kind],
      estate: estates.get(body.estateId ?? "") ?? "",
      members: members.get(body.id) ?? 0,
      note: body.note,
    })),
    missing: unprintable(ctx, bodies.map(body => body.name).join("")),
  })
}

/** Estates to choose from; refuses forbidden to whoever may not edit. */
export async function readEstateOptions(ctx: Ctx) {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const estates = await listEstateNames(ctx.db.read, ctx.community.id)
  return done(estates.map(estate => ({ value: estate.id, label: estate.name })))
}

/** One body. Refusals: forbidden, not_found. */
export async function readBody(ctx: Ctx, bodyId: string) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const body = await findBody(ctx.db.read, ctx.community.id, bodyId)
  return body ? done({ ...body, kindName: bodyKindNames[body.kind] }) : refuse("not_found")
}

/** Who sits in a body, by 姓氏笔画 within the order of posts as entered first; whose term is over comes apart, the latest first. */
export async function readBodyTerms(ctx: Ctx, bodyId: string) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const terms = await listBodyTerms(ctx.db.read, ctx.community.id, { bodyId })
  const today = civilDateOf(ctx.now())
  const viewOf = (term: BodyTermView) => ({
    id: term.id,
    personId: term.personId,
    name: term.name,
    phone: term.phone ?? "",
    post: term.post,
    chosen: [chosenHowNames[term.chosenHow], term.basis].filter(Boolean).join("，"),
    since: term.since,
    until: term.until,
    isCurrent: holdsOffice(term, today),
  })
  const isOver = (term: BodyTermView) => term.until !== null && term.until < today
  const running = terms.filter(term => !isOver(term)).toSorted((a, b) => (a.strokeKey < b.strokeKey ? -1 : 1))
  return done({
    running: running.map(viewOf),
    over: terms.filter(isOver).reverse().map(viewOf),
    missing: unprintable(ctx, running.map(term => term.name + term.post).join("")),
  })
}

/** One seat for its page. Refusals: forbidden, not_found. */
export async function readBodyTerm(ctx: Ctx, bodyId: string, termId: string) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const [term] = await listBodyTerms(ctx.db.read, ctx.community.id, { id: termId, bodyId })
  return term ? done(term) : refuse("not_found")
}

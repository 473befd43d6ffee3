import { isUniqueViolation } from "#db/client"
import { makeFollowCode, readFollowCode } from "~/intake/follow-codes"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { lastDayOfPeriod } from "~/law/day-counting"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { type Ctx, stranger } from "~/web/context"
import { publicText } from "./edition-rules"
import type { Edition } from "./edition-store"
import { objectionDays, takesObjections } from "./notice-rules"
import {
  findObjection,
  findObjectionByCode,
  findPostedNotice,
  insertObjection,
  updateObjectionAnswered,
} from "./notice-store"

export type ObjectionEntry = {
  noticeId: string
  /** Known to staff only, and may stay empty: whoever keeps the code is answered by it. */
  name: string
  phone: string
  content: string
  /** `board`: sent in by anyone from the public board; `staff`: said to staff, who wrote it down. */
  means: "board" | "staff"
}

/**
 * 异议 to a notice that hangs. Anyone may send one in from the board (no permission is asked; the page counts attempts);
 * staff write down what was said to them. Owed an answer within three days. Returns the code it is followed by.
 * Refusals: forbidden, not_found, objection_empty, objection_too_late.
 */
export async function receiveObjection(
  ctx: Ctx,
  entry: ObjectionEntry,
): Promise<Result<{ objectionId: string; followCode: string; dueOn: string }>> {
  if (entry.means === "staff" && !may(ctx.actor, "objection:answer")) return refuse("forbidden")
  const communityId = ctx.community.id
  const content = entry.content.trim()
  const receive = () =>
    ctx.db.tx(`notice:${entry.noticeId}`, async q => {
      const found = await findPostedNotice(q, communityId, entry.noticeId)
      if (found?.edition.state !== "released") return refuse("not_found")
      const today = civilDateOf(ctx.now())
      if (!takesObjections(found.notice, today)) return refuse("objection_too_late")
      if (content === "") return refuse("objection_empty", { field: "content" })
      const objectionId = ctx.newId()
      const followCode = makeFollowCode()
      const dueOn = lastDayOfPeriod(today, objectionDays)
      await insertObjection(q, {
        communityId,
        id: objectionId,
        noticeId: entry.noticeId,
        followCode,
        name: entry.name.trim(),
        phone: entry.phone.trim(),
        content,
        means: entry.means,
        receivedAt: ctx.now(),
        dueOn,
        answer: "",
        answeredAt: null,
        answeredBy: "",
      })
      const who = entry.means === "board" ? { ...ctx, actor: { ...stranger, name: "居民" } } : ctx
      await audit(q, who, "objection.received", { kind: "notice", id: entry.noticeId }, { objectionId, dueOn })
      return done({ objectionId, followCode, dueOn })
    })
  // One code in ten thousand million is taken already: the index says so, and another is drawn.
  return receive().catch(error => {
    if (isUniqueViolation(error)) return receive()
    throw error
  })
}

/** Once. Refusals: forbidden, not_found, answer_empty, objection_answered. */
export async function answerObjection(ctx: Ctx, input: { objectionId: string; answer: string }): Promise<Result<null>> {
  if (!may(ctx.actor, "objection:answer")) return refuse("forbidden")
  const answer = input.answer.trim()
  const known = await findObjection(ctx.db.read, ctx.community.id, input.objectionId)
  if (!known) return refuse("not_found")
  return ctx.db.tx(`notice:${known.noticeId}`, async q => {
    if (answer === "") return refuse("objection_answer_empty", { field: "answer" })
    const set = { answer, answeredAt: ctx.now(), answeredBy: ctx.actor.name }
    if (!(await updateObjectionAnswered(q, ctx.community.id, input.objectionId, set)))
      return refuse("objection_answered", { status: 409 })
    const isLate = civilDateOf(ctx.now()) > known.dueOn
    await audit(
      q,
      ctx,
      "objection.answered",
      { kind: "notice", id: known.noticeId },
      {
        objectionId: input.objectionId,
        isLate,
      },
    )
    return done(null)
  })
}

const publicTitle = ({ inner, marks }: Pick<Edition, "inner" | "marks">) => publicText(inner, marks).title

/** What the objector sees by the code: own words and the answer, nobody's name. */
export type FollowedObjection = {
  noticeId: string
  noticeTitle: string
  content: string
  receivedOn: string
  dueOn: string
  /** Empty while it is not answered. */
  answer: string
  answeredOn: string
  isLate: boolean
}

/** For anyone who holds the code: asks no permission. The page counts attempts. Refusal: not_found. */
export async function readObjectionByFollowCode(ctx: Ctx, code: string): Promise<Result<FollowedObjection>> {
  const plain = readFollowCode(code)
  const objection = plain ? await findObjectionByCode(ctx.db.read, ctx.community.id, plain) : null
  const posted = objection && (await findPostedNotice(ctx.db.read, ctx.community.id, objection.noticeId))
  if (!objection || !posted) return refuse("not_found")
  return done({
    noticeId: objection.noticeId,
    // Whatever made an edition be withdrawn may stand in its title.
    noticeTitle: posted.edition.state === "released" ? publicTitle(posted.edition) : "（公示已撤回）",
    content: objection.content,
    receivedOn: formatDate(civilDateOf(objection.receivedAt)),
    dueOn: formatDate(objection.dueOn),
    answer: objection.answer,
    answeredOn: objection.answeredAt ? formatDate(civilDateOf(objection.answeredAt)) : "",
    isLate: !objection.answeredAt && civilDateOf(ctx.now()) > objection.dueOn,
  })
}

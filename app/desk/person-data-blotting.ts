import { blotIssuesIn } from "~/intake/blotting-store"
import { done, type Result, refuse } from "~/law/result"
import { blottingHindrances } from "~/people/blotting-rules"
import { blotPersonRowsIn, fileBlottingIn } from "~/people/blotting-store"
import { may } from "~/people/permissions"
import { registerLock } from "~/people/persons"
import { findPerson } from "~/people/register-store"
import { writeOrRefuse } from "~/people/writing"
import type { Ctx } from "~/web/context"
import { readBlottingFacts, toldOf } from "./person-data"

/**
 * Blots a person's data out in place where the law asks for it (个人信息保护法第47条): the register's row, the reporter
 * and supporters of issues, the account's entry. The record of a meeting, minutes, results, printed documents and the
 * log stand. Refusals: forbidden, not_found, blotting_reason_missing, person_already_blotted, person_in_office,
 * person_has_account, person_in_meeting, person_in_poll, person_awaits_answer, person_owns_unit.
 */
export async function blotOutPerson(
  ctx: Ctx,
  input: { personId: string; reason: string },
): Promise<Result<{ places: Record<string, number> }>> {
  if (!may(ctx.actor, "person:blotOut")) return refuse("forbidden")
  const { personId } = input
  const reason = input.reason.trim()
  if (reason === "") return refuse("blotting_reason_missing", { field: "reason" })
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const person = await findPerson(q, ctx.community.id, personId)
    if (!person) return refuse("not_found")
    const [first] = blottingHindrances(await readBlottingFacts(q, ctx, person))
    if (first) return first
    // The reporter is found by name and phone: the issues come before the register forgets them.
    const told = await toldOf(q, ctx.community.id, person)
    const ofIssues = await blotIssuesIn(q, ctx, told)
    const places = { ...(await blotPersonRowsIn(q, ctx, person)), ...ofIssues }
    // A reason that quotes whom it is about would keep what is blotted.
    const kept = reason.replaceAll(person.name, "本人")
    await fileBlottingIn(q, ctx, { personId, reason: kept, places })
    return done({ places })
  })
}

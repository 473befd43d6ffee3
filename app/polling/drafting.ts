import { type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { type DraftForm, readDraft } from "./draft-form"
import { editPoll } from "./polls"
import { findPoll } from "./store"

/** What was typed is looked up and saved. Refusals: those of `readDraft` and `editPoll`. */
export async function saveDraft(ctx: Ctx, pollId: string, form: DraftForm): Promise<Result<{ pollId: string }>> {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const poll = await findPoll(ctx.db.read, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  if (poll.state !== "draft") return refuse("poll_announced")
  const draft = await readDraft(ctx, poll, form)
  return draft.ok ? editPoll(ctx, { ...draft.value, pollId, version: form.version }) : draft
}

import type { Ctx } from "~/web/context"
import type { PaperRef } from "./meeting-paper-kinds"
import { collectPaper, previewPaper } from "./meeting-paper-printing"
import { type SubstitutedCharacter, substitutedIn } from "./substituted-characters"

/** Those of a paper of a meeting as it would be drawn now; none where there is nothing to look at. */
export async function readSubstituted(
  ctx: Ctx,
  asked: { meetingId: string; origin: string | null },
  ref: PaperRef,
): Promise<SubstitutedCharacter[]> {
  const paper = await collectPaper(ctx, collecting => previewPaper(collecting, asked, ref))
  return paper.ok ? substitutedIn(ctx, { facts: paper.value.facts }) : []
}

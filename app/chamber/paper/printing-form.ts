import { z } from "zod"
import type { Result } from "~/law/result"
import type { DocumentView } from "~/registry/document-store"
import type { Ctx } from "~/web/context"
import { fileBallotPapers, fileCountSheet } from "./printing"

/** On the papers' page and on that of the hands. What is printed is filed, so it is sent, not fetched. */
export const printCountSheet = z.object({ intent: z.literal("printCountSheet") })

/** `serials` names some of the papers that are out; null is all of them. */
type PrintForm = { intent: "printCountSheet" } | { intent: "printBallotPapers"; serials: number[] | null }

export const isPrinting = <Form extends { intent: string }>(
  form: Form,
): form is Extract<Form, { intent: PrintForm["intent"] }> =>
  form.intent === "printBallotPapers" || form.intent === "printCountSheet"

/** Files what is to be printed and says which document it is. Refusals: those of filing it. */
export async function pressToPrint(
  ctx: Ctx,
  { meetingId, roundId }: { meetingId: string; roundId: string },
  form: PrintForm,
): Promise<Result<{ document: DocumentView }>> {
  return form.intent === "printCountSheet"
    ? fileCountSheet(ctx, { meetingId, roundId })
    : fileBallotPapers(ctx, { meetingId, roundId, serials: form.serials })
}

import { z } from "zod"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { printNotice, printNoticePoster } from "./edition-sheets"
import { spotField } from "./field-names"
import { postNotice } from "./notices"
import { maskPhrase, releaseEdition, sendBackEdition, setEditionMark, withdrawEdition } from "./public-editions"

const revision = z.coerce.number().int()
const words = z.string().trim().max(500, "最多500个字")
/** Not trimmed: a spot is found again by its exact text. */
const exact = z.string().max(2000)

/** The forms of an edition's page. Fields of one spot carry its index, so that every field of the page has its own name. */
export const EditionForm = z.discriminatedUnion("intent", [
  z.looseObject({
    intent: z.enum(["mark", "keep"]),
    revision,
    spot: z.coerce.number().int().min(0),
    line: z.coerce.number().int(),
    at: z.coerce.number().int().min(0),
    original: exact,
  }),
  z.object({ intent: z.literal("mask"), revision, phrase: words, shown: words, reason: words }),
  z.object({ intent: z.literal("release"), revision, looked: z.literal("yes", "请先逐处核对，再打勾放行。") }),
  z.object({ intent: z.literal("sendBack"), revision, sendBackReason: words }),
  z.object({ intent: z.literal("withdraw"), withdrawReason: words }),
  z.object({ intent: z.enum(["print", "printPoster"]) }),
  z.object({ intent: z.literal("post"), postedOn: z.string().trim(), place: words }),
])

/** Does what was pressed; `noticeId` is where a posting leads. */
export async function actOnEdition(
  ctx: Ctx,
  editionId: string,
  pressed: z.output<typeof EditionForm>,
): Promise<Result<{ noticeId?: string }>> {
  switch (pressed.intent) {
    case "mark":
    case "keep": {
      const { spot, line, at, original } = pressed
      const shown = pressed.intent === "keep" ? original : textOf(pressed[spotField("shown", spot)])
      const reason = textOf(pressed[spotField("reason", spot)])
      const mark = { editionId, revision: pressed.revision, line, at, original, shown, reason }
      return named(await setEditionMark(ctx, mark), field =>
        field === "shown" || field === "reason" ? spotField(field, spot) : "",
      )
    }
    case "mask":
      return named(await maskPhrase(ctx, { editionId, ...pressed, shown: pressed.shown || "（略）" }))
    case "release":
      return named(await releaseEdition(ctx, { editionId, revision: pressed.revision }))
    case "sendBack":
      return named(
        await sendBackEdition(ctx, { editionId, revision: pressed.revision, reason: pressed.sendBackReason }),
        () => "sendBackReason",
      )
    case "withdraw":
      return named(await withdrawEdition(ctx, { editionId, reason: pressed.withdrawReason }), () => "withdrawReason")
    case "print":
      return named(await printNotice(ctx, { editionId }))
    case "printPoster":
      return named(await printNoticePoster(ctx, { editionId }))
    case "post":
      return postNotice(ctx, { editionId, postedOn: pressed.postedOn, place: pressed.place })
  }
}

const textOf = (value: unknown) => (typeof value === "string" ? value.trim() : "")

/** The refusal of a use case at the field of this page that it is about. */
function named(result: Result<unknown>, fieldOf: (field: string) => string = field => field): Result<object> {
  if (result.ok) return { ok: true, value: {} }
  const { field } = result.detail
  return typeof field === "string" ? { ...result, detail: { ...result.detail, field: fieldOf(field) } } : result
}

import { z } from "zod"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { answerField } from "./field-names"
import { addNoticePhoto, endNotice, setNoticePhotoPublic } from "./notices"
import { answerObjection, receiveObjection } from "./objections"

const words = (most: number) => z.string().trim().max(most, `最多${most}个字`)

/** The forms of a notice's page. The answer of one objection carries its id, so that every field has its own name. */
export const NoticeForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("photo"), caption: words(60) }),
  z.object({ intent: z.literal("show"), photoId: z.string() }),
  z.object({ intent: z.literal("hide"), photoId: z.string() }),
  z.object({ intent: z.literal("end"), endedOn: z.string().trim(), endReason: words(500) }),
  z.object({
    intent: z.literal("objection"),
    objectorName: words(50),
    objectorPhone: words(30),
    objectionContent: words(2000),
  }),
  z.looseObject({ intent: z.literal("answer"), objectionId: z.string() }),
])

/** Does what was pressed, and says to which part of the page it belongs. */
export async function actOnNotice(
  ctx: Ctx,
  noticeId: string,
  pressed: z.output<typeof NoticeForm>,
  file: Uint8Array | undefined,
): Promise<{ result: Result<unknown>; part: string }> {
  switch (pressed.intent) {
    case "photo":
      return {
        result: await addNoticePhoto(ctx, { noticeId, bytes: file ?? new Uint8Array(), caption: pressed.caption }),
        part: "photos",
      }
    case "show":
    case "hide":
      return {
        result: await setNoticePhotoPublic(ctx, {
          noticeId,
          photoId: pressed.photoId,
          isPublic: pressed.intent === "show",
        }),
        part: "photos",
      }
    case "end":
      return {
        result: at(await endNotice(ctx, { noticeId, endedOn: pressed.endedOn, reason: pressed.endReason }), {
          reason: "endReason",
        }),
        part: "period",
      }
    case "objection":
      return {
        result: at(
          await receiveObjection(ctx, {
            noticeId,
            name: pressed.objectorName,
            phone: pressed.objectorPhone,
            content: pressed.objectionContent,
            means: "staff",
          }),
          { content: "objectionContent" },
        ),
        part: "objections",
      }
    case "answer": {
      const name = answerField(pressed.objectionId)
      const typed = pressed[name]
      const answer = typeof typed === "string" ? typed : ""
      return {
        result: at(await answerObjection(ctx, { objectionId: pressed.objectionId, answer }), { answer: name }),
        part: "objections",
      }
    }
  }
}

/** The refusal of a use case at the field of this page that it is about. */
function at(result: Result<unknown>, fields: Record<string, string>): Result<unknown> {
  if (result.ok || typeof result.detail.field !== "string") return result
  return { ...result, detail: { ...result.detail, field: fields[result.detail.field] ?? result.detail.field } }
}

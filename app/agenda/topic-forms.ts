import { z } from "zod"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { recordFieldwork } from "./fieldwork"
import { addTopicPhoto, captionTopicPhoto } from "./topic-photos"

const caption = z.string().trim().max(60, "最多60个字")

/** The forms of a topic's page. */
export const TopicForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), caption }),
  z.object({ intent: z.literal("caption"), photoId: z.string(), caption }),
  z.object({
    intent: z.literal("fieldwork"),
    doneOn: z.string().trim(),
    place: z.string().trim().max(200, "最多200个字"),
    participants: z.string().trim().max(500, "最多500个字"),
    findings: z.string().trim().max(5000, "最多5000个字"),
  }),
])

/** Does what was pressed, and says to which part of the page it belongs. */
export async function actOnTopic(
  ctx: Ctx,
  topicId: string,
  pressed: z.output<typeof TopicForm>,
  file: Uint8Array | undefined,
): Promise<{ result: Result<unknown>; part: string }> {
  switch (pressed.intent) {
    case "add": {
      const photo = { topicId, bytes: file ?? new Uint8Array(), caption: pressed.caption }
      return { result: await addTopicPhoto(ctx, photo), part: "photos" }
    }
    case "caption": {
      const named = { topicId, photoId: pressed.photoId, caption: pressed.caption }
      return { result: await captionTopicPhoto(ctx, named), part: "photos" }
    }
    case "fieldwork":
      return { result: await recordFieldwork(ctx, { topicId, ...pressed }), part: "fieldwork" }
  }
}

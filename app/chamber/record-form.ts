import { z } from "zod"
import { stances } from "#db/schema/chamber-speaking"
import { motionEffects } from "#db/words"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { editMotion, putMotion } from "./motions/motions"
import { editSpeech, recordSpeech } from "./speaking/speeches"

const said = { stance: z.enum(stances, "请选择发言人的态度"), gist: z.string() }
const version = z.coerce.number().int()
const motion = {
  content: z.string(),
  proposalId: z.string().transform(id => id || null),
  effect: z.enum(motionEffects, "请选通过后算什么").default("agreed"),
  /** One per line. */
  conditions: z
    .string()
    .default("")
    .transform(text => text.split(/\r?\n/)),
  /** 多选一, one per line; empty for 赞成, 反对, 弃权. */
  options: z
    .string()
    .default("")
    .transform(text => text.split(/\r?\n/)),
  seats: z
    .string()
    .trim()
    .default("1")
    .transform(text => (text === "" ? 1 : Number(text))),
  returnOn: z
    .string()
    .default("")
    .transform(day => day.trim() || null),
  escalateTo: z
    .string()
    .default("")
    .transform(procedure => procedure || null),
  moverId: z
    .string()
    .default("")
    .transform(id => id || null),
}

const kind = z.enum(["matter", "election"], "请选是表决事情还是推选").default("matter")

/** The forms of 记录台. */
export const RecordForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("speech"),
    agendaItemId: z.string(),
    participantId: z.string().min(1, "请选择谁在发言"),
    ...said,
  }),
  // The gist of a turn at the clock: who spoke, and on what, the clock knows.
  z.object({ intent: z.literal("gist"), requestId: z.string(), ...said }),
  z.object({ intent: z.literal("editSpeech"), speechId: z.string(), version, ...said }),
  z.object({ intent: z.literal("motion"), agendaItemId: z.string(), kind, ...motion }),
  z.object({ intent: z.literal("editMotion"), motionId: z.string(), version, ...motion }),
])

export function writeDown(
  ctx: Ctx,
  meetingId: string,
  form: z.output<typeof RecordForm>,
): Promise<Result<{ speechId?: string; motionId?: string } | null>> {
  switch (form.intent) {
    case "speech":
      return recordSpeech(ctx, { meetingId, ...form })
    case "gist":
      return recordSpeech(ctx, { meetingId, requestId: form.requestId, stance: form.stance, gist: form.gist })
    case "editSpeech":
      return editSpeech(ctx, form)
    case "motion":
      return putMotion(ctx, { meetingId, ...form })
    case "editMotion":
      return editMotion(ctx, form)
  }
}

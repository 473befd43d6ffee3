import { z } from "zod"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { openCheckIn } from "./attendance/check-in"
import { openRound, proclaimRound } from "./rounds/rounds"
import { adjournMeeting, resumeMeeting, startMeeting } from "./session"

/** What is pressed on the console; what cannot be taken back has a page of its own. */
export const ConsoleForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("openCheckIn") }),
  z.object({ intent: z.literal("start") }),
  z.object({ intent: z.literal("resume") }),
  z.object({
    intent: z.literal("adjourn"),
    reason: z.string().trim().min(1, "请写明为什么休会").max(200, "最多200字"),
  }),
  z.object({
    intent: z.literal("openRound"),
    motionId: z.string(),
    version: z.coerce.number().int().optional(),
    manner: z.enum(["named", "secret"], "请选择记名或无记名"),
  }),
  z.object({ intent: z.literal("proclaim"), roundId: z.string() }),
])

export function pressOnConsole(
  ctx: Ctx,
  meetingId: string,
  form: z.output<typeof ConsoleForm>,
): Promise<Result<unknown>> {
  switch (form.intent) {
    case "openCheckIn":
      return openCheckIn(ctx, meetingId)
    case "start":
      return startMeeting(ctx, meetingId)
    case "resume":
      return resumeMeeting(ctx, meetingId)
    case "adjourn":
      return adjournMeeting(ctx, meetingId, form.reason)
    case "openRound":
      return openRound(ctx, { motionId: form.motionId, version: form.version, secret: form.manner === "secret" })
    case "proclaim":
      return proclaimRound(ctx, form.roundId)
  }
}

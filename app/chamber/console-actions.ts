import { z } from "zod"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { openCheckIn } from "./attendance/check-in"
import { type PaperForm, paperIntents, pressOnPaper } from "./paper/paper-form"
import { moveToItem } from "./progress"
import { isRoundPress, pressOnRound, roundIntents } from "./rounds/round-form"
import { openRound, proclaimRound } from "./rounds/rounds"
import { adjournMeeting, resumeMeeting, startMeeting } from "./session"
import { pressOnSpeaking, type SpeakingForm, speakingIntents } from "./speaking/speaking-form"

const ownIntents = [
  z.object({ intent: z.literal("openCheckIn") }),
  z.object({ intent: z.literal("start") }),
  z.object({ intent: z.literal("resume") }),
  z.object({
    intent: z.literal("adjourn"),
    reason: z.string().trim().min(1, "请写明为什么休会").max(200, "最多200字"),
  }),
  z.object({ intent: z.literal("moveToItem"), agendaItemId: z.string() }),
  z.object({
    intent: z.literal("openRound"),
    motionId: z.string(),
    version: z.coerce.number().int().optional(),
    manner: z.enum(["named", "secret", "hands"], "请选择怎么表决：记名、无记名，还是举手"),
    publicity: z.enum(["open", "recorded"]).optional(),
    medium: z.enum(["tablet", "mixed", "paper"]).optional(),
    withCodes: z.literal("yes").optional(),
  }),
  z.object({ intent: z.literal("proclaim"), roundId: z.string() }),
] as const
type OwnPress = z.output<(typeof ownIntents)[number]>

/** What is pressed on the console; what cannot be taken back has a page of its own. */
export const ConsoleForm = z.discriminatedUnion("intent", [
  ...ownIntents,
  ...roundIntents,
  ...paperIntents,
  ...speakingIntents,
])

type SpeakingPress = z.output<typeof SpeakingForm>
type Press = z.output<typeof ConsoleForm>

const isOfPaper = (form: Press): form is PaperForm =>
  paperIntents.some(({ shape }) => shape.intent.value === form.intent)
const isOfSpeaking = (form: Press): form is SpeakingPress =>
  speakingIntents.some(({ shape }) => shape.intent.value === form.intent)

export function pressOnConsole(ctx: Ctx, meetingId: string, form: Press): Promise<Result<unknown>> {
  if (isRoundPress(form)) return pressOnRound(ctx, form)
  if (isOfPaper(form)) return pressOnPaper(ctx, form)
  if (isOfSpeaking(form)) return pressOnSpeaking(ctx, meetingId, form)
  return pressOwn(ctx, meetingId, form)
}

function pressOwn(ctx: Ctx, meetingId: string, form: OwnPress): Promise<Result<unknown>> {
  switch (form.intent) {
    case "openCheckIn":
      return openCheckIn(ctx, meetingId)
    case "start":
      return startMeeting(ctx, meetingId)
    case "resume":
      return resumeMeeting(ctx, meetingId)
    case "adjourn":
      return adjournMeeting(ctx, meetingId, form.reason)
    case "moveToItem":
      return moveToItem(ctx, { meetingId, agendaItemId: form.agendaItemId })
    case "openRound":
      return openRound(ctx, {
        motionId: form.motionId,
        version: form.version,
        secret: form.manner === "secret",
        means: form.manner === "hands" ? "hands" : "ballots",
        publicity: form.publicity,
        medium: form.medium,
        // What was ticked and then left for another manner is not asked for any more.
        withCodes: form.manner === "secret" && form.withCodes === "yes",
      })
    case "proclaim":
      return proclaimRound(ctx, form.roundId)
  }
}

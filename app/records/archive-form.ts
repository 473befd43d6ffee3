import { z } from "zod"

/** The buttons of the archive's page. */
export const ArchiveForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sign") }),
  z.object({ intent: z.literal("check") }),
  z.object({ intent: z.literal("resume"), reason: z.string().trim().max(300, "最多300个字").default("") }),
])

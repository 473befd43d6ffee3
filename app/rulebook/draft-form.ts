import { z } from "zod"

/** Begins a version. */
export const DraftForm = z.object({ estateId: z.string().max(60).default("") })

import { z } from "zod"
import { line, version } from "~/people/form-fields"

const typed = z.union([z.string().max(300, "最多300个字"), z.array(z.string())])

/** The buttons of a version; `save` also carries `value-<key>` and `article-<key>` of every value that may be changed. */
export const VersionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), version, basis: line(200) }).catchall(typed),
  z.object({ intent: z.literal("check"), version, confirmed: z.string().default("") }),
  z.object({ intent: z.literal("enable") }),
  z.object({ intent: z.literal("withdraw") }),
])

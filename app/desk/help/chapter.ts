import type { Role } from "#db/schema/people-accounts"
import type { Permission } from "~/people/permissions"

/** Where a step is done. `to` begins below the community's address; shown to whoever may open it. */
export type HelpLink = { to: string; label: string; needs?: Permission }

export type HelpPart = {
  heading: string
  /** Short steps, one after the other. */
  steps: string[]
  /** The law this part keeps; empty where it is this community's own habit. */
  law?: string
  links?: HelpLink[]
}

export type HelpChapter = {
  slug: string
  title: string
  /** What it answers, in one sentence. */
  about: string
  /** Whose work it describes; for everyone where nobody is named. */
  roles?: readonly Role[]
  parts: HelpPart[]
}

import { peopleRefusals } from "~/people/refusals"
import { registryRefusals } from "~/registry/refusals"
import { commonRefusals, type Sentences } from "~/web/refusals"

/** The one table: every room's sentences put together. */
export const sentences: Sentences = { ...commonRefusals, ...registryRefusals, ...peopleRefusals }

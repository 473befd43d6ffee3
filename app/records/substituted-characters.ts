import { fallbackReport } from "#templates/fonts-report"
import type { Ctx } from "~/web/context"

/** A character the font of a paper lacks, printed in another one; `where` is a few words around it. */
export type SubstitutedCharacter = { character: string; printedIn: string; where: string }

/** Characters of a sheet that come from another font: it can be printed, and whoever prints it knows what looks different. */
export const substitutedIn = (ctx: Pick<Ctx, "fontDir">, facts: object): SubstitutedCharacter[] =>
  fallbackReport(facts, ctx.fontDir ?? undefined).substituted.map(({ character, printedIn, where }) => ({
    character,
    printedIn,
    where: where[0] ?? "",
  }))

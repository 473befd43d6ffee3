import { missingCharacters } from "#templates/fonts"
import type { Ctx } from "~/web/context"

/** Characters of a text that no font on this computer can print, each once; paper would show a box. */
export const unprintable = (ctx: Pick<Ctx, "fontDir">, text: string): string[] =>
  missingCharacters(text, ctx.fontDir ?? undefined)

import { missingCharacters } from "#templates/fonts"
import type { Ctx } from "~/web/context"

/** What can be printed, by folder of fonts: the rows of a large import ask for the same characters again and again. */
const known = new Map<string, Set<string>>()

/** Characters of a text that no font on this computer can print, each once; paper would show a box. */
export function unprintable(ctx: Pick<Ctx, "fontDir">, text: string): string[] {
  const folder = ctx.fontDir ?? ""
  const printable = known.get(folder) ?? new Set<string>()
  known.set(folder, printable)
  const asked = [...new Set(text)].filter(character => !printable.has(character))
  if (asked.length === 0) return []
  const missing = missingCharacters(asked.join(""), ctx.fontDir ?? undefined)
  for (const character of asked) if (!missing.includes(character)) printable.add(character)
  return missing
}

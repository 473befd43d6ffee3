import { applyMarks, type MaskRule, maskText } from "~/law/masking"
import { listPersons } from "~/people/register-store"
import type { Ctx } from "~/web/context"

type Known = { name: string; gender: "female" | "male" | "unknown" }
const genders = { female: "女", male: "男", unknown: null } as const

/**
 * Masks what stands in public beside an edition and was looked over by nobody: who carries an item out, why a notice came
 * down, what is written under a photo. Telephones and numbers of papers go whoever's they are, rooms and the names of
 * people of the register too, whatever their office.
 */
export function maskBeside(
  persons: readonly Known[],
  ownPhone: string,
  rules?: readonly MaskRule[],
): (text: string) => string {
  const people = persons.map(({ name, gender }) => ({ name, gender: genders[gender], isPublicRole: false }))
  // A wall says the same few handlers and places many times over, and each text is searched for everyone in the register.
  const masked = new Map<string, string>()
  return text => {
    const known = masked.get(text)
    if (known !== undefined) return known
    const marks = maskText(text, { people, phones: ownPhone ? [ownPhone] : [] })
    const shown = applyMarks(text, rules ? marks.filter(mark => rules.includes(mark.rule)) : marks)
    masked.set(text, shown)
    return shown
  }
}

/** The same for these texts; the register is read only if one of them says anything. */
export async function readMaskBeside(ctx: Ctx, texts: readonly string[]): Promise<(text: string) => string> {
  const isNeeded = texts.some(text => text.trim() !== "")
  const persons = isNeeded ? await listPersons(ctx.db.read, ctx.community.id) : []
  return maskBeside(persons, ctx.community.contactPhone)
}

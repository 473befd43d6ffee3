import { createHash } from "node:crypto"
import { MissingCharactersError } from "#templates/fonts"
import type { Template } from "#templates/print-paper"
import type { Printing } from "#templates/printing"
import { canonicalJson, type Plain } from "~/law/canonical-json"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"

/** SHA-256 of the canonical facts, hex. */
export const hashFacts = (facts: object): string =>
  createHash("sha256")
    .update(canonicalJson(facts as Plain))
    .digest("hex")

/** The bytes of a sheet. Refusal: characters_missing { characters }, where no font has them. */
export async function drawPaper<Facts>(
  ctx: Ctx,
  template: Template<Facts>,
  facts: Facts,
  printing: Printing,
): Promise<Result<Uint8Array>> {
  try {
    return done(await ctx.print(template, facts, printing))
  } catch (error) {
    if (error instanceof MissingCharactersError) return refuse("characters_missing", { characters: error.characters })
    throw error
  }
}

/**
 * A sheet that is looked at or handed out and not filed: with its own digest, and the day it is made unless another is
 * given. Without `verifyUrl` it says that the office verifies it. Refusal: characters_missing.
 */
export function drawUnfiled<Facts extends object>(
  ctx: Ctx,
  template: Template<Facts>,
  facts: Facts,
  { date, verifyUrl }: { date?: string; verifyUrl?: (factsHash: string) => string | null } = {},
): Promise<Result<Uint8Array>> {
  const factsHash = hashFacts(facts)
  return drawPaper(ctx, template, facts, {
    verifyUrl: verifyUrl?.(factsHash) ?? null,
    factsHash,
    date: date ?? civilDateOf(ctx.now()),
    ...(ctx.fontDir ? { fontDir: ctx.fontDir } : {}),
  })
}

import { findNumbers } from "~/law/masking-numbers"
import { foldText, inOriginal } from "~/law/masking-text"
import type { CommunityView } from "~/web/context"

/**
 * A text as a ledger may carry it: telephones and identity numbers that people wrote into it are left out, whoever reads
 * the ledger. The office's own number stays.
 */
export function withoutNumbers(text: string, { contactPhone }: Pick<CommunityView, "contactPhone">): string {
  if (!/[\d０-９一二三四五六七八九〇零]{3}/.test(text)) return text
  const folded = foldText(text)
  const own = [contactPhone.replace(/\D/g, "")].filter(Boolean)
  return findNumbers(folded.text, own)
    .map(found => inOriginal(folded, found))
    .toSorted((a, b) => b.from - a.from)
    .reduce((kept, { from, to }) => `${kept.slice(0, from)}（号码略）${kept.slice(to)}`, text)
}

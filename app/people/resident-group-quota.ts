/** 居委会组织法第13条: 居民代表由居民小组推选产生, one for 20 to 50 households. */
export const householdsPerRepresentative = { fewest: 20, most: 50, article: "居委会组织法第13条" } as const

export type GroupQuota = {
  /** How many representatives the households allow: from one for every fifty to one for every twenty. */
  least: number
  greatest: number
  kept: "kept" | "tooFew" | "tooMany" | "notCounted"
}

/**
 * Whether a group has as many representatives as its households allow. Fewer than twenty households are still one
 * group with one representative.
 */
export function groupQuota(households: number | null, representatives: number): GroupQuota {
  if (households === null || households < 1) return { least: 0, greatest: 0, kept: "notCounted" }
  const least = Math.ceil(households / householdsPerRepresentative.most)
  const greatest = Math.max(1, Math.floor(households / householdsPerRepresentative.fewest))
  const kept = representatives < least ? "tooFew" : representatives > greatest ? "tooMany" : "kept"
  return { least, greatest: Math.max(least, greatest), kept }
}

/** 120户，应有3至6名居民代表，现有2名，少1名 */
export function quotaInWords(households: number | null, representatives: number): string {
  const { least, greatest, kept } = groupQuota(households, representatives)
  if (kept === "notCounted") return `户数还没填，现有${representatives}名居民代表`
  const range = least === greatest ? `${least}名` : `${least}至${greatest}名`
  const difference =
    kept === "tooFew"
      ? `，少${least - representatives}名`
      : kept === "tooMany"
        ? `，多${representatives - greatest}名`
        : "，符合"
  return `每20至50户一名，应有${range}居民代表，现有${representatives}名${difference}`
}

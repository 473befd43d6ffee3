import { randomInt } from "node:crypto"
import type { Reader } from "#db/client"
import { listTakenFollowCodes } from "./store"

/** Ten digits: short enough for a slip of paper, and with the limit on attempts out of reach of guessing. */
const digits = 10

/** What a proposer follows an issue by. `random` gives a whole number from 0 and below its argument. */
export const makeFollowCode = (random: (below: number) => number = below => randomInt(below)): string =>
  String(random(10 ** digits)).padStart(digits, "0")

/** As printed and spoken: 3841 2956 07. */
export const formatFollowCode = (code: string): string => code.replace(/^(\d{4})(\d{4})(\d{2})$/, "$1 $2 $3")

/** Ten digits out of whatever was typed: spaces, dashes and full-width digits are no fault. Null for anything else. */
export function readFollowCode(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/[\s\-–—－.·]/g, "")
  return /^\d{10}$/.test(plain) ? plain : null
}

/** Inner step: codes nobody in the community has yet; the unique index stands behind it. */
export async function takeFollowCodes(q: Reader, communityId: string, count: number): Promise<string[]> {
  const codes = new Set<string>()
  while (codes.size < count) {
    while (codes.size < count) codes.add(makeFollowCode())
    for (const taken of await listTakenFollowCodes(q, communityId, [...codes])) codes.delete(taken)
  }
  return [...codes]
}

import type { Writer } from "#db/client"
import { raiseNumber } from "./store"

/** What is numbered, and the character its number carries: 振社问〔2026〕12号. */
export const numberWords = {
  issue: "问",
  topic: "题",
  meeting: "会",
  poll: "表",
  minutes: "议纪",
  resolution: "议决",
  publicEdition: "公",
  task: "办",
  chase: "督",
  resource: "资",
  claim: "项",
} as const
export type NumberKind = keyof typeof numberWords

/** Inner step: the next number of its kind and year, without gaps; rolls back with its transaction. */
export const takeNumber = (
  q: Writer,
  communityId: string,
  kind: NumberKind | `meeting:${string}`,
  year: number,
): Promise<number> => raiseNumber(q, communityId, kind, year, 1)

/** Inner step: `count` numbers at once; returns the first. */
export const takeNumbers = async (
  q: Writer,
  communityId: string,
  kind: NumberKind,
  year: number,
  count: number,
): Promise<number> => (await raiseNumber(q, communityId, kind, year, count)) - count + 1

/** What people quote: `振社问〔2026〕12号`. */
export const formatNumber = (shortName: string, kind: NumberKind, year: number, sequence: number): string =>
  `${shortName}${numberWords[kind]}〔${year}〕${sequence}号`

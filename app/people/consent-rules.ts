import type { ConsentKind } from "#db/schema/people"

export const consentKindNames: Record<ConsentKind, string> = { eSigning: "平板签名", publication: "公开姓名" }
export const consentKinds = Object.keys(consentKindNames) as ConsentKind[]

/** What is asked of someone, with the article it rests on. */
export const consentQuestions: Record<ConsentKind, string> = {
  eSigning: "同意在平板上签名，与手写签名同等对待（电子签名法第3条）",
  publication: "同意在公示和公开的文书上写出姓名（个人信息保护法第25条）",
}

export const consentMeans = { paper: "书面", spoken: "口头告知工作人员", tablet: "本人在平板上确认" } as const
export type ConsentMeans = keyof typeof consentMeans

type Said = { personId: string; kind: ConsentKind; given: boolean; saidOn: string; recordedAt: Date; id: string }

/** The newest saying of a kind holds: by the day it was said, of one day the one entered last. */
export function consentInForce<T extends Said>(sayings: readonly T[], kind: ConsentKind): T | null {
  const ofKind = sayings.filter(saying => saying.kind === kind)
  return ofKind.reduce<T | null>(
    (newest, saying) => (newest === null || isNewer(saying, newest) ? saying : newest),
    null,
  )
}

function isNewer(one: Said, other: Said): boolean {
  if (one.saidOn !== other.saidOn) return one.saidOn > other.saidOn
  if (one.recordedAt.getTime() !== other.recordedAt.getTime()) return one.recordedAt > other.recordedAt
  return one.id > other.id
}

/** Which consents a person's sayings leave in force; none where nothing was ever said. */
export const consentsOf = (sayings: readonly Said[]): Record<ConsentKind, boolean> => ({
  eSigning: consentInForce(sayings, "eSigning")?.given ?? false,
  publication: consentInForce(sayings, "publication")?.given ?? false,
})

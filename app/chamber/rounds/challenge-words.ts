import type { ChallengeGround } from "#db/schema/chamber-challenges"

export const groundNames: Record<ChallengeGround, string> = {
  notRecorded: "投了，但没有记上",
  recordedWrong: "记成的与投的不一样",
  other: "对计票有其他疑问",
}

import type { Sentences } from "~/web/refusals"

const kinds: Record<string, string> = { note: "更正", setAside: "重新表决" }

export const roundsAuditWords: Sentences = {
  "round.changedWithHelper": d => `${d.name}改投，由${d.helper}代操作`,
  "round.lastCall": d => (d.seconds ? `最后提醒投票，倒计时${d.seconds}秒` : "最后提醒投票"),
  "round.votingEnded": () => "停止投票",
  "round.votingResumed": () => "恢复投票",
  "round.challenged": d => `${d.name}对计票提出异议${d.by ? `，由${d.by}代提` : ""}`,
  "round.challengeAnswered": d => `答复${d.name}对计票的异议`,
  "round.correctionDrawnUp": d => `拟写${kinds[String(d.kind)] ?? "更正"}：${d.wrong}`,
  "round.correctionSigned": d => `签署${kinds[String(d.kind)] ?? "更正"}：${d.wrong}`,
  "round.correctionWithdrawn": d => `撤回${kinds[String(d.kind)] ?? "更正"}`,
}

import type { Sentences } from "~/web/refusals"
import { lapseWords } from "./rules"

const how = (d: Record<string, unknown>) =>
  d.kind === "pointOfOrder" ? "提出程序问题" : d.beyondLimit ? "经主持人同意，再发言一次" : "登记发言"

export const speakingAuditWords: Sentences = {
  "speech.asked": d => `${d.name}${how(d)}`,
  "speech.requestWithdrawn": d => `${d.name}撤回发言登记`,
  "speech.begun": d => `${d.name}开始发言`,
  "speech.paused": d => `${d.name}发言停表`,
  "speech.interrupted": d => `${d.by}提程序问题，${d.name}的发言先停`,
  "speech.handedBack": d => `程序问题处理完，${d.name}接着发言`,
  "speech.resumed": d => `${d.name}发言继续计时`,
  "speech.ended": d => `${d.name}发言结束，用时${lapseWords(Number(d.seconds))}`,
  "speech.putBack": d => `撤销叫${d.name}发言，仍在名单里等候`,
}

import type { Sentences } from "~/web/refusals"

/** What each entry of the audit log says on a timeline. */
export const peopleAuditWords: Sentences = {
  "community.founded": d => `建立了${d.name}`,
  "account.signedIn": d => `登录（${d.device}）`,
  "account.passwordChanged": () => "换了密码",
}

import { formatDate } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"

const day = (date: unknown) => formatDate(String(date))

/** What each entry of the audit log says on a timeline. */
export const peopleAuditWords: Sentences = {
  "community.founded": d => `建立了${d.name}`,
  "community.changed": () => "改了社区资料",
  "account.signedIn": d => `登录（${d.device}）`,
  "account.passwordChanged": () => "换了密码",
  "account.created": d => `建了账号，岗位：${d.roles}`,
  "account.changed": d => `改了账号，岗位：${d.roles}`,
  "account.disabled": () => "停用了账号",
  "account.enabled": () => "恢复了账号",
  "account.passwordReset": () => "重设了密码，原来的登录都已结束",
  "account.passwordGiven": () => "发了临时密码",
  "account.sessionEnded": d => `结束了一次登录（${d.device}）`,
  "account.sessionsEnded": d => `结束了${d.count}次登录`,
  "person.registered": d => `登记了${d.name}`,
  "person.changed": d => `改了${d.name}的资料`,
  "delegate.appointed": d => `登记为${d.delegation}代表，自${day(d.since)}起`,
  "delegate.changed": d => (d.until ? `代表任期到${day(d.until)}为止` : `改了${d.delegation}代表的资料`),
  "representative.appointed": d => `登记为${d.kind}，自${day(d.since)}起`,
  "representative.changed": d => (d.until ? `${d.kind}任期到${day(d.until)}为止` : `改了${d.kind}的资料`),
  "person.blotted": () => "按本人要求遮去了个人信息",
  "consent.recorded": d => `${d.given ? "同意" : "不同意或撤回"}${d.kind}（${day(d.saidOn)}）`,
  "body.registered": d => `登记了${d.name}`,
  "body.changed": d => `改了${d.name}的资料`,
  "bodyTerm.begun": d => `任${d.body}${d.post}，自${day(d.since)}起`,
  "bodyTerm.changed": d => (d.until ? `${d.body}${d.post}任期到${day(d.until)}为止` : `改了${d.body}${d.post}的任期`),
  "organization.registered": d => `登记了${d.name}`,
  "organization.changed": d => `改了${d.name}的资料`,
  "residentGroup.registered": d => `登记了${d.name}`,
  "residentGroup.changed": d => `改了${d.name}的资料`,
  "grid.registered": d => `登记了${d.name}`,
  "grid.changed": d => `改了${d.name}的资料`,
}

import { formatDateTime } from "~/law/civil-date"
import type { DigestFault, DocumentFault } from "~/registry/archive-check"
import type { HeadFault } from "~/registry/archive-head"
import type { ArchiveRemark } from "~/registry/archive-remarks"
import type { FaultyStatement, StatementFault } from "~/registry/archive-statement-check"

/** What is wrong with one document, for whoever pressed 核对. */
export const documentFaultWords: Record<DocumentFault, string> = {
  content: "文件和归档时不一样，被改过",
  facts: "所依据的数据和归档时不一样，被改过",
  missing: "签名时有，现在不见了",
  putIn: "签名时没有，是后来塞进去的",
  beneath: "写的归档时刻比前一次签名还早，那次签名里却没有它，是后来补的",
}

/** … with one digest. */
export const digestFaultWords: Record<DigestFault, string> = {
  sequence: "它前面的一次签名不见了",
  chain: "接不上前一次签名",
  count: "收的份数和签名时不一样",
  digest: "按现在的文书和记录重算，和签名时不一样",
  signature: "签名不对，这一行被改过",
  key: "不是用本机现在的密钥签的",
}

/** … and with the chain as a whole, held against what this machine kept of it. */
export const headFaultWords: Record<HeadFault, string> = {
  cut: "本机记着的最近一次签名，数据库里没有，后面的被去掉了，或者恢复过旧备份",
  differs: "最近一次签名和本机记着的不一样，被换过，或者恢复过旧备份",
  foreign: "本机记着的最近一次签名以后，还有不是用本机密钥签的",
  unreadable: "本机记着最近一次签名的文件坏了，读不出来",
}

const withdrawalFaultWords: Record<StatementFault, string> = {
  missing: "签名时已经撤回，现在撤回的记录不见了",
  changed: "撤回的原因、时间或者经办人和签名时不一样，被改过",
  beneath: "写的撤回时刻比前一次签名还早，那次签名里却没有，是后来补的",
}

const entryFaultWords: Record<StatementFault, string> = {
  missing: "签名时有，现在不见了",
  changed: "和签名时不一样，被改过",
  beneath: "写的时刻比前一次签名还早，那次签名里却没有，是后来补的",
}

const entryNames: Record<string, string> = {
  "publicEdition.released": "公示版的放行记录",
  "publicEdition.withdrawn": "公示版的撤回记录",
  "archive.resumed": "接着签名的记录",
}

export const statementWords = ({ kind, name, faults }: FaultyStatement): { title: string; words: string[] } =>
  kind === "withdrawal"
    ? { title: name || "一份撤回的文书", words: faults.map(fault => withdrawalFaultWords[fault]) }
    : { title: entryNames[name] ?? "日志里的一条记录", words: faults.map(fault => entryFaultWords[fault]) }

/** What stays to be known of a chain that is right. */
export function remarkWords(remark: ArchiveRemark): string {
  const on = formatDateTime(remark.at)
  if (remark.kind === "key") return `${on}第${remark.sequence}次签名起，换了密钥。以前的签名由这一次接着作证。`
  if (remark.kind === "unkept")
    return "本机没有留存签到哪里，后面的签名少了也看不出来。下次签名时会记下，并一直写在这里。"
  const covered = remark.sequence === null ? "" : `，记在第${remark.sequence}次签名里`
  if (remark.reason === "" && remark.kept === null)
    return `${on}接着签名时，本机没有留存以前签到哪里，只能从数据库里的第${remark.last}次接下去${covered}。`
  const had = remark.kept === null ? "本机留存的记录读不出来" : `本机记着签到第${remark.kept}次`
  return `${on}${remark.by}写明原因后接着签名：${remark.reason}。那时${had}，数据库里到第${remark.last}次${covered}。`
}

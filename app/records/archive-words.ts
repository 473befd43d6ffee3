import type { DigestFault, DocumentFault } from "~/registry/archive-check"

/** What is wrong with one document, for whoever pressed 核对. */
export const documentFaultWords: Record<DocumentFault, string> = {
  content: "文件和归档时不一样，被改过",
  facts: "所依据的数据和归档时不一样，被改过",
  missing: "签名时有，现在不见了",
  putIn: "签名时没有，是后来塞进去的",
  beneath: "写的归档时刻比前一次签名还早，那次签名里却没有它，是后来补的",
}

/** … and with one digest. */
export const digestFaultWords: Record<DigestFault, string> = {
  sequence: "它前面的一次签名不见了",
  chain: "接不上前一次签名",
  count: "收的份数和签名时不一样",
  digest: "按现在的文书重算，和签名时不一样",
  signature: "签名不对，这一行被改过",
  key: "不是用本机现在的密钥签的",
}

import type { Sentences } from "~/web/refusals"

/** What each entry of the audit log says on a timeline. */
const counted = (count: unknown, words: string) => (Number(count) > 0 ? [`${words}${count}条`] : [])

export const registryAuditWords: Sentences = {
  "import.started": d => `上传了${d.fileName}`,
  "import.failed": () => "文件没有读出来",
  "import.confirmed": d =>
    [
      "导入已确认",
      ...counted(d.added, "新增"),
      ...counted(d.updated, "更新"),
      ...counted(d.supported, "并到已有的"),
    ].join("，"),
  "import.cancelled": () => "取消了导入",
  "archive.resumed": d =>
    d.reason ? `写明原因后接着给档案签名：${d.reason}` : "接着给档案签名，本机没有留存以前签到哪里",
  "archive.signed": d =>
    [`给档案签名，第${d.sequence}次，新收进${d.documents}份文书`, ...counted(d.statements, "撤回、放行等记录")].join(
      "，",
    ),
  "archive.checked": d =>
    Number(d.faults) > 0 ? `核对了档案，有${d.faults}处对不上` : `核对了档案，${d.documents}份文书都对得上`,
  "archive.taken": d => `下载了${d.year}年的档案包，${d.documents}份文书`,
  "document.issued": d => (Number(d.version) > 1 ? `印成${d.title}，第${d.version}版` : `印成${d.title}`),
}

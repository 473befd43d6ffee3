import type { CheckedSheet } from "~/board/checking"
import { Facts } from "~/ui/Facts"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"

/** What a check found: whether the sheet holds, and what has to stand on it. `isFile`: the very file was checked. */
export function CheckedSheetView({ sheet, isFile }: { sheet: CheckedSheet; isFile?: boolean }) {
  return (
    <div className="stack-l">
      {isFile ? (
        <Note kind="ok" title="这个文件一个字节都没有改过" live>
          它和社区印发的这份文书完全相同。是不是现行的，看下面。
        </Note>
      ) : null}
      <Standing sheet={sheet} />
      <Sheet title="这份文书">
        <Facts
          items={[
            { label: "是什么", value: sheet.kind },
            { label: "标题", value: sheet.title },
            { label: "编号", value: sheet.number ?? "没有编号" },
            { label: "第几版", value: `第${sheet.version}版` },
            { label: "印发日期", value: sheet.issuedOn },
            { label: "核验码", value: sheet.factsHash && <span className="code">{groupsOf(sheet.factsHash)}</span> },
            { label: "内容摘要", value: sheet.factsHash && <span className="code digest">{sheet.factsHash}</span> },
          ]}
        />
        <p className="soft">
          {sheet.factsHash
            ? "请看编号和核验码，与纸上印的都相同才是原件。"
            : "这是内部文书，只凭编号不显示标题和摘要。纸在手里的，请扫纸上的二维码，或者填二维码旁边的核验码来核对。"}
        </p>
      </Sheet>
    </div>
  )
}

/** As it is printed: sixteen digits in groups of four. */
const groupsOf = (factsHash: string) => (factsHash.slice(0, 16).match(/.{4}/g) ?? []).join(" ")

function Standing({ sheet }: { sheet: CheckedSheet }) {
  if (sheet.status === "withdrawn")
    return (
      <Note kind="bad" title="已撤回：有这份文书，但不再作数">
        {sheet.withdrawnOn}撤回。原因：{sheet.reason}
      </Note>
    )
  if (sheet.status === "superseded")
    return (
      <Note kind="warn" title="已有新版：有这份文书，但不是最新的">
        {/* Word file and PDF count their versions apart: one that overtook the other may bear the same number. */}
        {sheet.newestVersion > sheet.version
          ? `这是第${sheet.version}版，最新是第${sheet.newestVersion}版。请以最新的为准。`
          : "这份文书后来按新的内容另做了文件。请以最新的为准。"}
      </Note>
    )
  return (
    <Note kind="ok" title="有效：有这份文书，现在作数">
      是最新的一版，没有被替代，也没有撤回。
    </Note>
  )
}

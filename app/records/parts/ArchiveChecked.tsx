import type { CheckedArchive } from "~/records/archive"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"

/** What a check found. */
export function ArchiveChecked({ checked }: { checked: CheckedArchive }) {
  const { read, uncovered, digests, documents } = checked
  const wrong = digests.filter(one => !one.isRight)
  if (wrong.length === 0 && documents.length === 0)
    return (
      <Note kind="ok" live title="核对完了，都对得上">
        重算了{read}份文书和{digests.length}次签名
        {uncovered > 0 ? `，其中${uncovered}份还没有签名` : ""}。没有改动、抽走或者补进的。
      </Note>
    )
  return (
    <>
      <Note kind="bad" live title="核对完了，有对不上的">
        重算了{read}份文书和{digests.length}次签名。请不要再改动数据，先做一次备份，再请管理员查明。
      </Note>
      <Sheet title="对不上的" id="faults">
        {documents.length > 0 ? (
          <ul>
            {documents.map(({ documentId, title, words }) => (
              <li key={documentId}>
                <b>{title}</b>：{words}。
              </li>
            ))}
          </ul>
        ) : null}
        {wrong.length > 0 ? (
          <ul>
            {wrong.map(({ sequence, words }) => (
              <li key={sequence}>
                <b>第{sequence}次签名</b>：{words}。
              </li>
            ))}
          </ul>
        ) : null}
      </Sheet>
    </>
  )
}

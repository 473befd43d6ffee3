import type { CheckedArchive } from "~/records/archive"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"

/** What a check found. */
export function ArchiveChecked({ checked }: { checked: CheckedArchive }) {
  return (
    <>
      <Faults checked={checked} />
      {checked.remarks.length > 0 ? (
        <Sheet title="要知道的" id="remarks">
          <p>这些不是差错，但以后每次核对都会写在这里。</p>
          <ul>
            {checked.remarks.map(remark => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </>
  )
}

function Faults({ checked }: { checked: CheckedArchive }) {
  const { read, uncovered, head, digests, documents } = checked
  const wrong = digests.filter(one => !one.isRight)
  if (wrong.length === 0 && documents.length === 0 && head === "")
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
        {head ? <p>{head}。</p> : null}
        {documents.length > 0 ? (
          <ul>
            {documents.map(({ key, title, words }) => (
              <li key={key}>
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

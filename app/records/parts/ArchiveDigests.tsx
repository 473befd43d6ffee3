import { Form, href, Link } from "react-router"
import type { ArchiveView } from "~/records/archive"
import { DigestList } from "~/records/parts/DigestList"
import { Button } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

/** The newest digests, and what can be done: 现在签名, 核对. */
export function ArchiveDigests({ archive, community }: { archive: ArchiveView; community: string }) {
  const { digests, uncovered, uncoveredStatements, publicKey, mayTake } = archive
  return (
    <Sheet title="签名摘要" id="digests">
      <p>
        每天一次，本机把新归档的文书和新的撤回、放行记录算成一个摘要，用本机的密钥签名；后一个摘要里含着前一个。以后有人改动、抽走或者补进文书，一核对就看得出来。
      </p>
      {archive.behind ? null : <p>{uncovered > 0 ? `还有${uncovered}份新文书没有签名。` : "归档的文书都已签名。"}</p>}
      {uncoveredStatements > 0 ? <p>还有{uncoveredStatements}条撤回、放行的记录没有签名。</p> : null}
      <Form method="post" preventScrollReset>
        <p className="row">
          <Button name="intent" value="check" kind="main">
            现在核对
          </Button>
          {mayTake && uncovered + uncoveredStatements > 0 ? (
            <Button name="intent" value="sign">
              现在签名
            </Button>
          ) : null}
        </p>
      </Form>
      {digests.length > 0 ? (
        <>
          <h3>最近的摘要</h3>
          <DigestList digests={digests} />
        </>
      ) : null}
      <p className="soft">
        本机公钥：<span className="code digest">{publicKey}</span>
      </p>
      <p className="soft">
        摘要和公钥在公示栏的
        <Link to={`${href("/c/:community/board/verify", { community })}#archive`}>核对文书</Link>
        页上谁都能看到和下载。请街道或者居民代表留一份，社区自己也改不了。
      </p>
    </Sheet>
  )
}

import { href } from "react-router"
import { DigestList } from "~/records/parts/DigestList"
import { Sheet } from "~/ui/Sheet"

type PublicDigestsProps = {
  archive: { publicKey: string; digests: { sequence: number; at: string; documentCount: number; digest: string }[] }
  community: string
}

/** What somebody outside can note down or keep, so that the archive can be checked against it later. */
export function PublicDigests({ archive, community }: PublicDigestsProps) {
  return (
    <Sheet title="社区档案的签名摘要" id="archive">
      <p>
        社区每天给归档的文书签一次名。把最近的摘要抄下来，或者下载一份留着，以后就能查出社区的文书有没有改过、少过。这里看不出文书写了什么。
      </p>
      {archive.digests.length === 0 ? (
        <p className="soft">还没有归档的文书。</p>
      ) : (
        <>
          <DigestList digests={archive.digests} />
          <p className="soft">
            公钥：<span className="code digest">{archive.publicKey}</span>
          </p>
          <p>
            <a href={href("/c/:community/board/archive-digests.json", { community })}>下载全部签名摘要</a>
          </p>
        </>
      )}
    </Sheet>
  )
}

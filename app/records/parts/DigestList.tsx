type Digest = { sequence: number; at: string; documentCount: number; digest: string }

/** Signed digests of the archive, to be noted down by hand. */
export function DigestList({ digests }: { digests: readonly Digest[] }) {
  return (
    <ul className="digests">
      {digests.map(({ sequence, at, documentCount, digest }) => (
        <li key={sequence}>
          <b>第{sequence}次</b>　{at}，新收{documentCount}份<span className="code digest">{digest}</span>
        </li>
      ))}
    </ul>
  )
}

type Part = { kind: "same" | "added" | "removed"; text: string }

/**
 * Two wordings in one text: what was struck out is struck through between brackets, what was written in is underlined and
 * bold; so it is read without colours, on paper and aloud too.
 */
export function Difference({ parts }: { parts: readonly Part[] }) {
  return (
    <p className="difference">
      {parts.map(({ kind, text }, at) => {
        if (kind === "same") return <span key={at}>{text}</span>
        const Tag = kind === "added" ? "ins" : "del"
        return (
          <Tag key={at}>
            <span className="vh">{kind === "added" ? "（加上：" : "（删去："}</span>
            {text}
            <span className="vh">）</span>
          </Tag>
        )
      })}
    </p>
  )
}

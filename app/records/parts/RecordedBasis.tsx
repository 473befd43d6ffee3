/** 本项记录：应到12，实到10，赞成7 … beside a paragraph: words may be changed, these figures are the record's. */
export function RecordedBasis({ lines, of = "本项" }: { lines: readonly string[]; of?: "本项" | "会议" }) {
  if (lines.length === 0) return null
  return (
    <div className="record-basis">
      <b>{of}记录</b>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

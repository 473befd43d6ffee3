/** A code to copy down, in groups of three so that it can be read aloud. */
export function Receipt({ code, label = "回执号" }: { code: string; label?: string }) {
  const groups = code.replace(/\s/g, "").match(/.{1,3}/gu) ?? []
  return (
    <p className="done__code">
      <span>{label}</span>
      <span className="receipt">{groups.join(" ")}</span>
    </p>
  )
}

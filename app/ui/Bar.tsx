export type BarProps = {
  /** Only for drawing: whether a threshold is met is never computed here. */
  have: number
  whole: number
  /** Where the upright line stands, as parts of the whole: [2, 3]. */
  threshold?: readonly [number, number]
  /** fill: on the way (blue) · ok: reached (green) · low: slow or blocked (amber) · over: missed (red). */
  kind?: "fill" | "ok" | "low" | "over"
}

/** A bar with a line at the threshold. The words beside it say the same, so it is hidden from readers. */
export function Bar({ have, whole, threshold, kind = "fill" }: BarProps) {
  const width = share(have, whole)
  return (
    <svg className="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      <rect width="1000" height="14" />
      <rect className={kind} width={width} height="14" />
      {threshold ? (
        <rect className="mark-line" x={share(threshold[0], threshold[1]) - 2} width="4" height="14" />
      ) : null}
    </svg>
  )
}

// A share one short of the threshold must not touch the line, so it is rounded down.
function share(part: number, whole: number): number {
  if (whole <= 0) return 0
  return Math.min(1000, Math.max(0, Math.floor((part / whole) * 1000)))
}

import type { ReactNode } from "react"
import { Bar, type BarProps } from "~/ui/Bar"
import { LampMark } from "~/ui/Lamp"

export type FractionProps = {
  /** As printed: 96, 8,639.20. */
  have: ReactNode
  of: ReactNode
  met: boolean
  /** The threshold in words: “须96人”, “须超过48人”, “差0.80”. 达到 or 未达到 is put before it. */
  need: ReactNode
  bar: Omit<BarProps, "kind">
}

/** Numerator, denominator, threshold and bar; never a percentage alone. */
export function Fraction({ have, of, met, need, bar }: FractionProps) {
  return (
    <div className="fraction">
      <p className="frac">
        <LampMark state={met ? "met" : "not"} />
        <b>{have}</b>
        <span className="frac__of">/ {of}</span>
      </p>
      <Bar {...bar} kind={met ? "ok" : "over"} />
      <p className={met ? "thr" : "thr thr--no"}>
        {met ? "达到" : "未达到"}，{need}
      </p>
    </div>
  )
}

/** A big count of a whole: 9 / 12 已投. */
export function Tally({ label, have, of, small }: { label: string; have: ReactNode; of?: ReactNode; small?: boolean }) {
  return (
    <div>
      <p className="small soft">{label}</p>
      <p className={small ? "tally__n tally__n--s" : "tally__n"}>
        {have}
        {of === undefined ? null : <span> / {of}</span>}
      </p>
    </div>
  )
}

/** One dot a person: filled for those who have. `label` says it in words: 12人中9人已投. */
export function Pips({ have, whole, label }: { have: number; whole: number; label: string }) {
  const perLine = 12
  const lines = Math.max(1, Math.ceil(whole / perLine))
  const dots = Array.from({ length: whole }, (_, at) => ({
    cx: 14 + 31 * (at % perLine),
    cy: 14 + 30 * Math.floor(at / perLine),
    filled: at < have,
  }))
  return (
    <svg className="pips" viewBox={`0 0 372 ${30 * lines - 2}`} role="img" aria-label={label}>
      {dots.map(dot => (
        <circle
          key={`${dot.cx} ${dot.cy}`}
          className={dot.filled ? "pip pip--on" : "pip"}
          cx={dot.cx}
          cy={dot.cy}
          r={dot.filled ? 11 : 10}
        />
      ))}
    </svg>
  )
}

import type { ReactNode } from "react"

export type Fact = { label: string; value: ReactNode; note?: ReactNode }

/** Key and value, one under the other. Facts without a value are left out. */
export function Facts({ items, className }: { items: readonly Fact[]; className?: string }) {
  return (
    <dl className={className ? `facts ${className}` : "facts"}>
      {items
        .filter(item => item.value !== null && item.value !== undefined && item.value !== "")
        .map(item => (
          <div key={item.label}>
            <dt>{item.label}</dt>
            <dd>
              {item.value}
              {item.note ? <span className="hint">{item.note}</span> : null}
            </dd>
          </div>
        ))}
    </dl>
  )
}

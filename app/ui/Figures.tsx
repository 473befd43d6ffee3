import type { ReactNode } from "react"

export type Figure = { label: string; value: ReactNode; unit?: ReactNode }

/** A few figures side by side, never in boxes, and last on their page. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl className="figs">
      {items.map(item => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>
            {item.value}
            {item.unit ? <small> {item.unit}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
